"""Answers that Slack does not let through: who can mend it is told, where they can be reached."""

from bot.slack.asked import Asked, Place
from bot.wording.adapting import FAILED
from bot.wording.phrase import Phrase
from bot.wording.slack import ARCHIVED, NOT_ALLOWED, NOT_THERE

_WHY = {
    "channel_not_found": NOT_THERE,
    "is_archived": ARCHIVED,
    "missing_scope": NOT_ALLOWED,
    "no_permission": NOT_ALLOWED,
    "not_allowed_token_type": NOT_ALLOWED,
    "not_in_channel": NOT_THERE,
    "restricted_action": NOT_ALLOWED,
    "restricted_action_thread_only_channel": NOT_ALLOWED,
}
"""What Slack calls it, and what people can do about it."""


def word(code: str) -> Phrase:
    """What to say about a refusal that Slack calls ``code``."""
    return _WHY.get(code, FAILED)


def reachable(asked: Asked, code: str) -> Place:
    """Where the asker can be told: where they asked, or by themselves where that is the trouble."""
    place = asked.place
    if code not in _WHY or place.response_url or not asked.user:
        return place
    return Place(asked.user)
