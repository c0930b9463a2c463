"""What would be posted to somebody, worded as they would read it at its time."""

from collections.abc import Callable
from datetime import datetime

from bot.assistant.lookup import Lookup
from bot.reminders.message import message
from bot.reminders.plan import Rules, plans
from bot.reminders.ports import Foretelling, Foretold, Subscriptions
from bot.reminders.preview import preview
from bot.reply import Address


class Foreteller(Foretelling):
    """Foretells from the subscriptions there are and the knowledge base that ``current`` gives.

    What somebody subscribed to counts for all times, those before they did so too.
    """

    def __init__(
        self, subscriptions: Subscriptions, current: Callable[[], Lookup], rules: Rules
    ) -> None:
        self._subscriptions = subscriptions
        self._current = current
        self._rules = rules

    async def foretell(
        self, address: Address, since: datetime, until: datetime
    ) -> tuple[Foretold, ...]:
        """What would be posted to an address after ``since`` and not after ``until`` (aware)."""
        kept = await self._subscriptions.of(address)
        if not kept:
            return ()
        lookup = self._current()
        found = preview(plans(lookup.knowledge.events, self._rules), kept, since, until)
        events = {event.id: event for event in lookup.knowledge.events}
        foretold = []
        for one in found:
            language = one.subscription.language
            if reply := message(events[one.event], one.kind, lookup, language, one.due):
                foretold.append(Foretold(one.due, reply))
        return tuple(foretold)
