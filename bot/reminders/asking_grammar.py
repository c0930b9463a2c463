"""How requests about reminders are put together, as patterns on folded words.

Every word has one blank behind it. In a template, capitals are the words of that name in
`bot.reminders.asking_words`, and names in braces the pieces below.
"""

import re
from functools import cache

from bot.reminders import asking_words as known

_PIECES = {
    "rest": r"(?P<rest>(?:\w+ )+?)",
    "what": "{about}{rest}",
    "perhaps": "(?:{about}{rest})??",
    "open": "(?:(?:GREETINGS) )*?(?:(?:REQUESTS) )?(?:(?:SOFTENERS) )*",
    "wanting": "(?:(?:GREETINGS|SOFTENERS) )*?(?:WANTING) (?:(?:SOFTENERS) )*",
    "whom": "(?:(?:(?:A_CHANNEL|ALL_OF_US|SOME_OF_US|MYSELF) ){1,3})",
    "fill": "(?:(?:FILLERS) )*",
    # Possessive: what links is never read as part of the events' names.
    "about": "(?:(?:(?:ABOUT) ){1,2}+(?:(?:THERE_IS) )?(?:(?:ATTENDING) )?|(?:ATTENDING) )",
    "some": "(?:(?:SOME) )*+",
    "their": "(?:(?:THEIR) )*",
    "noun": "(?:(?:NOUN) )",
    "more": "(?:(?:MORE) )*",
    "anymore": "(?:(?:ANYMORE) )*",
    "tail": "(?P<tail>(?:(?:CLOSING|A_CHANNEL|SOME_OF_US|FOR_ME) )*)",
    "coming": "(?:(?:COMING) )?",
}
_STOPS = (
    "{open}(?:CEASING) (?:med )?(?:at )?(?:REMIND|MIND|reminding) {whom}?{fill}{anymore}{perhaps}",
    "{open}(?:CEASING) (?:med )?(?:at )?(?:sending|sende) {whom}?{fill}{noun}{anymore}{perhaps}",
    "{open}(?:REMIND) {whom}?(?:NOT) {whom}?{anymore}{perhaps}",
    "{open}(?:MIND) (?:{whom}(?:NOT) |(?:NOT) {whom}){anymore}{perhaps}",
    "{open}(?:DO_NOT) (?:REMIND) {whom}?{anymore}{perhaps}",
    "{open}(?:DO_NOT) (?:MIND) {whom}{anymore}{perhaps}",
)
_STOPS_OF_NOTICES = (
    "{open}(?:NO_MORE) {more}{noun}{anymore}{whom}?{perhaps}",
    "{open}(?:NOT_WANTING) {more}(?:{noun}|(?:REMINDED) ){anymore}{whom}?{perhaps}",
    "{open}(?:ENDING) {whom}?{their}{noun}(?:helt )?(?:fra )?{whom}?{perhaps}",
    "{open}(?:SWITCHING) {their}{noun}(?:helt )?(?:fra|off|ud) {whom}?{perhaps}",
    "{open}(?:ENDING) {whom}?{their}{rest}{noun}",
)
_STARTS = (
    "{open}(?:REMIND) {fill}{what}",
    "{open}(?:REMIND|MIND) {whom}{fill}{perhaps}",
    "{open}(?:DO_YOU_REMIND) (?:(?:SOFTENERS) )*{whom}(?:(?:SOFTENERS) )*{fill}{perhaps}",
    "{open}(?:huske?) {whom}{fill}(?:paa|om) {rest}",
    "{wanting}(?:REMINDED) {whom}?{fill}{perhaps}",
)
_STARTS_OF_NOTICES = (
    "{open}(?:REMIND) {whom}{fill}{rest}",
    "{open}(?:giv|give|drop|send) {whom}?{fill}(?:NOTICE) {fill}{what}",
    "{open}(?:ALERTING) {whom}{fill}{what}",
    "{open}(?:TELLING) {fill}(?:naar|inden|foer|when|before) (?:(?:THERE_IS) )?{rest}",
    "{open}(?:MAKING) {whom}?{some}{noun}(?:op |up )?{whom}?{perhaps}",
    "{open}(?:SWITCHING_ON) {whom}?{some}{noun}{whom}?{perhaps}",
    "{open}(?:SWITCHING) {some}{noun}(?:til|on) {whom}?{perhaps}",
    "{wanting}{whom}?{some}{noun}{whom}?{perhaps}",
    "{open}(?:FOLLOWING) {whom}?(?:til|to|paa|for) {rest}",
    "{open}(?:MAKING) {whom}?{some}{rest}{noun}",
    "{wanting}{some}{rest}{noun}",
)
_COMMAND = (
    "(?:(?P<off>OFF) )?(?:(?:ON) )?(?:(?:A_CHANNEL|SOME_OF_US|MYSELF) )*{noun}?{fill}"
    "(?:{about}?{rest}|{about})??(?:(?P<off_behind>OFF) )?"
)


@cache
def stops() -> tuple[re.Pattern[str], ...]:
    """Requests to be reminded no more."""
    return tuple(map(_pattern, _STOPS))


@cache
def stops_of_notices() -> tuple[re.Pattern[str], ...]:
    """Requests that there be no more reminders, which may not be ours."""
    return tuple(map(_pattern, _STOPS_OF_NOTICES))


@cache
def starts() -> tuple[re.Pattern[str], ...]:
    """Requests to be reminded."""
    return tuple(map(_pattern, _STARTS))


@cache
def starts_of_notices() -> tuple[re.Pattern[str], ...]:
    """Requests for a reminder or a word in time, which may be about something else."""
    return tuple(map(_pattern, _STARTS_OF_NOTICES))


@cache
def command() -> re.Pattern[str]:
    """Whatever may follow a command about reminders."""
    return _pattern(_COMMAND)


@cache
def noun() -> re.Pattern[str]:
    """A word for reminders."""
    return re.compile(known.NOUN)


def _pattern(template: str) -> re.Pattern[str]:
    whole = f"{template}{{coming}}{{tail}}"
    for _ in range(2):  # pieces may hold others, which hold none
        whole = re.sub(r"\{([a-z]+)\}", lambda piece: _PIECES[piece[1]], whole)
    return re.compile(re.sub(r"\b[A-Z][A-Z_]+\b", lambda name: getattr(known, name[0]), whole))
