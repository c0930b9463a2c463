"""Who may take and answer a question: those it was sent to, whatever button anybody finds."""

import logging
from collections.abc import Mapping

from bot.errors import PostingError
from bot.passing.model import Passed
from bot.passing.ports import Membership
from bot.reply import Address, Intent, Question
from bot.wording import passing as say
from bot.wording.phrase import Phrase

log = logging.getLogger(__name__)


class Rights:
    """Asks each platform who is a member; ``memberships`` are by platform."""

    def __init__(self, memberships: Mapping[str, Membership]) -> None:
        self._memberships = memberships

    async def refusal(self, question: Question, passed: Passed) -> Phrase | None:
        """Why this person may not deal with a question from where they are; None if they may."""
        channel = passed.channel.address
        if question.guest or question.mine is None or _elsewhere(question.mine, channel):
            return say.GUEST
        # A form that comes back was opened there by us; where it comes from tells nothing.
        pressed = question.intent is not Intent.RESPONDED
        if pressed and (question.here is None or question.here.key != channel.key):
            return say.ELSEWHERE
        membership = self._memberships.get(channel.platform)
        if membership is None or question.mine.platform != channel.platform:
            return say.CANNOT_TELL
        try:
            member = await membership.member(question.mine, channel)
        except PostingError as error:
            log.warning("Who is in a channel cannot be told: %s", error.reason)
            return say.CANNOT_TELL
        return None if member else say.NOT_A_MEMBER


def _elsewhere(person: Address, channel: Address) -> bool:
    """Whether the person is of another workspace that has the bot too, and shares the channel."""
    same = person.workspace == channel.workspace or person.platform != channel.platform
    return bool(channel.workspace) and not same
