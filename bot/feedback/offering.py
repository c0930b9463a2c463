"""What answers offer beside: to say whether they were right, and to see what else was meant."""

from collections.abc import Sequence
from dataclasses import replace

from bot.assistant.replies import MOST_ACTIONS
from bot.reply import Action, OpenLink, Others, Outcome, Question, Reply, Right, WriteMail, Wrong
from bot.wording import feedback as say

MOST_OTHERS = 5


def judgeable(reply: Reply) -> bool:
    """Whether a reply is an answer that can be wrong: one of entries, and no list of events."""
    listed = len(reply.entries) > 1 and all(entry.kind == "event" for entry in reply.entries)
    return reply.outcome is Outcome.ANSWER and bool(reply.entries) and not listed


def judging(question: Question, reply: Reply) -> Reply:
    """The answer to a typed question, asking whether it was right."""
    entries = tuple(entry.id for entry in reply.entries)
    offers: list[Action] = [
        Right(say.RIGHT.say(reply.language), entries),
        Wrong(say.WRONG.say(reply.language), entries, question.text),
    ]
    if others := reply.others[:MOST_OTHERS]:
        offers.append(Others(say.OTHERS.say(reply.language), others))
    return replace(reply, actions=(*_making_room(reply.actions, len(offers)), *offers))


def _making_room(actions: Sequence[Action], more: int) -> tuple[Action, ...]:
    """The actions, without the last links where there would be too many with ``more``.

    Mails take no room: they are lines, no buttons.
    """
    buttons = sum(not isinstance(action, WriteMail) for action in actions)
    surplus = max(0, buttons + more - MOST_ACTIONS)
    links = [action for action in actions if isinstance(action, OpenLink)]
    dropped = links[max(0, len(links) - surplus) :]
    return tuple(action for action in actions if action not in dropped)
