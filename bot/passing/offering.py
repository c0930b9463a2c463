"""The offer to pass a question on, beside a reply that did not help."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.assistant.lookup import Lookup
from bot.assistant.replies import MOST_ACTIONS
from bot.passing.checking import clean, passable
from bot.passing.owners import Owners
from bot.reply import Forward, Intent, Outcome, Question, Reply
from bot.wording import passing as say

_ASKING = frozenset({Intent.ASK, Intent.COMMAND})


def wants_offer(question: Question, reply: Reply, owners: Owners) -> bool:
    """Whether the reply left a question open that can be passed on.

    That is where the bot does not know, or the asker says that its answer was wrong; and never
    where it refused the question, or where nobody could be answered.
    """
    missed = reply.outcome is Outcome.UNKNOWN and question.intent in _ASKING
    wrong = question.intent is Intent.WRONG and reply.outcome is not Outcome.REFUSED
    if not (missed or wrong) or question.mine is None or not owners.of(question.mine):
        return False
    offered = any(isinstance(action, Forward) for action in reply.actions)
    return not offered and passable(question.text)


def offer(
    question: Question, reply: Reply, owners: Owners, lookup: Lookup, likeliest: Sequence[str] = ()
) -> Reply:
    """The reply with the offer, where it wants one.

    ``likeliest`` are ids of entries that the question may be about, for where the reply has none.
    """
    if not wants_offer(question, reply, owners):
        return reply
    about = [entry.id for entry in reply.entries]
    area = area_of((*about, *question.entries, *reply.others, *likeliest), lookup)
    forward = Forward(say.OFFER.say(reply.language), clean(question.text), area)
    others = reply.actions[: MOST_ACTIONS - 1]
    # What may have been meant instead stands right below the sentence that says so.
    wrong = question.intent is Intent.WRONG
    return replace(reply, actions=(*others, forward) if wrong else (forward, *others))


def area_of(entries: Iterable[str], lookup: Lookup) -> str:
    """The id of the role to turn to about the first of the entries that has one, or nothing."""
    for id_ in entries:
        entry = lookup.entries.get(id_)
        if entry and (role := lookup.contact(entry)):
            return role.id
    return ""
