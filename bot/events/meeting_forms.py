"""Whether events are to be online or to be gone to, by patterns on folded text."""

import re

from bot.events.event_words import NOUN

ONLINE = re.compile(
    r"\b(?:online\w*|virtuel\w*|virtual\w*|webinar\w*|remote(?:ly)?|digitalt|hjemmefra|from home|"
    r"(?:paa|via|on|over|in|through) (?:teams|zoom)|streame[ts]|livestream\w*|"
    r"(?:at|on|ved|paa|foran|over) (?:a |the |my |en |min )?(?:screen|skaerm(?:en)?|"
    r"computer(?:en)?|laptop|pc)|"
    r"from my (?:desk|sofa|home|flat|office))\b"
)
"""Without a place to go to."""

WEBINAR = re.compile(r"\bwebinar\w*")
"""It says "online" of itself, and nothing of what it is listed with."""

ON_SITE = re.compile(
    r"\b(?:in[ -]person|face[ -]to[ -]face|physical(?:ly)?|on[ -]site|"
    r"onsite|turn(?:ing)? up|show(?:ing)? up|"
    r"fysiske?|fremmoede\w*|moede (?:fysisk )?op)\b"
)
"""With a place to go to."""

NOT_ONLINE = re.compile(
    r"\b(?:not|isnt|arent|ikke|non)(?: (?:er|are|held|being|afholdes|foregaar))?[ -]"
    r"(?:online|virtuel\w*|virtual\w*|digital\w*)(?: only)?\b"
)
"""The same, by what it is not."""


def wants_online(text: str) -> bool:
    """Whether the events are to be online: "conferences and webinars" are of either kind."""
    beside = WEBINAR.sub(" ", text)
    return bool(ONLINE.search(beside if NOUN.search(beside) else text))


def wants_on_site(text: str, *, several: bool) -> bool:
    """Whether the events are to be gone to.

    Unless ``several`` are asked for, "do I have to turn up?" asks it of one that may be online.
    """
    return bool(NOT_ONLINE.search(text) or (several and ON_SITE.search(text)))
