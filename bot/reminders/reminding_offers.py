"""What answers about events offer beside: to be reminded of them."""

from collections.abc import Collection
from dataclasses import replace

from bot.assistant.replies import MOST_ACTIONS
from bot.knowledge.model import Event
from bot.reminders.model import Scope
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_names import event_of, short
from bot.reply import Action, Events, Outcome, Remind, Reply
from bot.wording import reminding as say

MOST_OFFERED = 3
"""Events of a list that are offered to be reminded of."""


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
        event for event in events if not any(coming.covers(scope, event) for scope in kept)
    ]
    alone = len(reply.entries) == 1
    offers = [_offer(event, reply, alone=alone) for event in open_still[:MOST_OFFERED]]
    room = MOST_ACTIONS - len(offers)
    return replace(reply, actions=(*reply.actions[:room], *offers)) if offers else reply


def _lists(reply: Reply) -> bool:
    return any(isinstance(part, Events) and len(part.events) > 1 for part in reply.parts)


def _offer(event: Event, reply: Reply, *, alone: bool) -> Action:
    if alone:
        return Remind(say.REMIND_ME.say(reply.language), event.id)
    title = short(event.label(reply.language))
    return Remind(say.REMIND_ME_OF.say(reply.language, title=title), event.id)
