"""What answers about events offer beside: to be reminded of them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.assistant.replies import MOST_ACTIONS
from bot.knowledge.model import Event
from bot.reminders.model import Scope
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_names import event_of, short
from bot.reply import Action, Events, Others, Outcome, Part, Remind, Reply, Right, Wrong
from bot.wording import reminding as say

_JUDGING = Right, Wrong, Others


def remindable(reply: Reply, coming: Coming) -> tuple[Event, ...]:
    """The events of an answer that reminders come of: its only one, or those of its list."""
    if reply.outcome is not Outcome.ANSWER:
        return ()
    found = (event_of(entry.id, coming.lookup) for entry in reply.entries)
    events = [event for event in found if event]
    if len(events) > 1 and not _lists(reply):
        return ()
    return tuple(event for event in events if coming.of_event(event))


def offering(
    reply: Reply, events: Collection[Event], kept: Collection[Scope], coming: Coming
) -> Reply:
    """The answer, offering to remind of events that none of the scopes ``kept`` holds."""
    open_still = [
        event.id for event in events if not any(coming.covers(scope, event) for scope in kept)
    ]
    if _lists(reply):
        return replace(
            reply, parts=tuple(_offered(part, open_still, reply) for part in reply.parts)
        )
    offers = [Remind(_label(event, reply), event.id) for event in events if event.id in open_still]
    return replace(reply, actions=_beside(reply.actions, offers)) if offers else reply


def _beside(actions: Sequence[Action], offers: Sequence[Action]) -> tuple[Action, ...]:
    """The first of the actions with the offers; last stands what judges the answer, if anything."""
    judging = tuple(action for action in actions if isinstance(action, _JUDGING))
    own = [action for action in actions if action not in judging]
    return (*own[: MOST_ACTIONS - len(offers)], *offers, *judging)


def _label(event: Event, reply: Reply) -> str:
    """What the offer says; beside other entries, of which event."""
    if len(reply.entries) == 1:
        return say.REMIND_ME.say(reply.language)
    return say.REMIND_ME_OF.say(reply.language, title=short(event.label(reply.language)))


def _lists(reply: Reply) -> bool:
    return any(isinstance(part, Events) and len(part.events) > 1 for part in reply.parts)


def _offered(part: Part, open_still: Collection[str], reply: Reply) -> Part:
    """The list with the offer under each event, where it belongs."""
    if not isinstance(part, Events):
        return part
    label = say.REMIND_ME.say(reply.language)
    return Events(
        tuple(
            replace(card, actions=(Remind(label, card.id), *card.actions))
            if card.id in open_still
            else card
            for card in part.events
        )
    )
