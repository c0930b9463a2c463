"""What whoever set up a reminder is told when it cannot be delivered."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.knowledge.model import Event
from bot.reminders.message_parts import reference
from bot.reply import Heading, Language, Outcome, Paragraph, Reply
from bot.wording import reminders as say
from bot.wording.phrase import Phrase

_LONGEST_REASON = 60
_GONE = (say.NO_SUCH_CHANNEL, say.INVITE)
_FORBIDDEN = (say.NOT_ALLOWED, say.ALLOW)
_NOBODY = (say.NO_SUCH_PERSON, say.ELSEWHERE)
_REASONS: Mapping[str, tuple[Phrase, Phrase]] = MappingProxyType(
    {
        "channel_not_found": _GONE,
        "is_archived": (say.ARCHIVED, say.UNARCHIVE),
        "not_in_channel": (say.NOT_A_MEMBER, say.INVITE),
        "no_permission": _FORBIDDEN,
        "missing_scope": _FORBIDDEN,
        "restricted_action": _FORBIDDEN,
        "restricted_action_read_only_channel": _FORBIDDEN,
        "user_not_found": _NOBODY,
        "users_not_found": _NOBODY,
        "user_disabled": _NOBODY,
        "cannot_dm_bot": _NOBODY,
        "ConversationNotFound": _GONE,
        "BotNotInConversationRoster": (say.NOT_A_MEMBER, say.INVITE),
        "BotDisabledByAdmin": _FORBIDDEN,
        "ForbiddenOperationException": _NOBODY,
        "never_met": _NOBODY,
        "ConversationBlockedByUser": (say.BLOCKED, say.ELSEWHERE),
        "uncertain": (say.UNCERTAIN, say.LOOK),
    }
)
"""Why and what to do, by the platform's word, or by what stands before its colon."""


def notice(event: Event | None, reason: str, language: Language) -> Reply:
    """That a reminder was given up, why, and what can be done about it.

    ``event`` is None where it has left the knowledge base; ``reason`` is the platform's word.
    """
    word = reason.partition(":")[0].strip()
    why, mend = _REASONS.get(word, (say.OTHER_REASON, say.ELSEWHERE))
    shown = reason.strip()[:_LONGEST_REASON]
    told = f"{_which(event, language)} {why.say(language, reason=shown)}"
    return Reply(
        Outcome.ANSWER,
        language,
        (
            Heading(say.NOTICE_TITLE.say(language)),
            Paragraph(told),
            Paragraph(mend.say(language)),
        ),
        entries=(reference(event, language),) if event else (),
        confidence=1.0,
    )


def _which(event: Event | None, language: Language) -> str:
    if event is None:
        return say.NOTICE_OF_SOME.say(language)
    return say.NOTICE_OF.say(language, title=event.label(language))
