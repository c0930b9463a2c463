"""What reminders come, of which events, for a scope."""

from datetime import UTC, datetime
from functools import cached_property

from bot.assistant.lookup import Lookup
from bot.events.listing import is_over
from bot.knowledge.model import Event
from bot.reminders.model import EventPlan, Occurrence, Scope
from bot.reminders.plan import Rules, plan, to_come, wants


class Coming:
    """The reminders to come from ``now`` (aware) on, by the rules."""

    def __init__(self, lookup: Lookup, rules: Rules, now: datetime) -> None:
        self.lookup = lookup
        self.now = now
        self._rules = rules

    def of(self, scope: Scope) -> tuple[tuple[Event, Occurrence], ...]:
        """The reminders of a scope's events, in the order in which they come."""
        found = (
            (event, occurrence)
            for event in self.lookup.knowledge.events
            if self.covers(scope, event)
            for occurrence in self.of_event(event)
        )
        return tuple(sorted(found, key=lambda one: (one[1].due, one[0].id)))

    def of_event(self, event: Event) -> tuple[Occurrence, ...]:
        """The reminders of an event; none once it has begun, or is cancelled."""
        return to_come(self._plans[event.id], self.now)

    def planned(self, scope: Scope) -> bool:
        """Whether any event of a scope is still to begin."""
        events = (event for event in self.lookup.knowledge.events if self.covers(scope, event))
        return any(not self.begun(e) and not self._plans[e.id].cancelled for e in events)

    def covers(self, scope: Scope, event: Event) -> bool:
        """Whether the event is one of the scope's."""
        return wants(scope, self._plans[event.id])

    def begun(self, event: Event) -> bool:
        """Whether it is too late to say that the event comes."""
        return self._plans[event.id].useless <= self.now.astimezone(UTC)

    def over(self, event: Event) -> bool:
        """Whether the event has been held."""
        return is_over(event, self.now)

    @cached_property
    def _plans(self) -> dict[str, EventPlan]:
        return {event.id: plan(event, self._rules) for event in self.lookup.knowledge.events}
