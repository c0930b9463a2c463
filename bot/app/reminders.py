"""The reminder worker with all it needs, for `remind` and for `serve`."""

import asyncio
import logging
import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from bot.app.attending import rules
from bot.app.tidying import Tidying
from bot.assistant.lookup import Lookup
from bot.config import Settings
from bot.delivery.delivering import Delivering, Timing
from bot.delivery.model import PASSED_ON, Delivery, Kind
from bot.delivery.ports import Poster
from bot.errors import StoreError
from bot.knowledge.model import Event
from bot.passing.message import message as passed_on
from bot.ports import Clock
from bot.reminders.message import message, notice
from bot.reminders.model import EVERYTHING, Subscription
from bot.reminders.plan import plans
from bot.reminders.worker import Worker
from bot.reply import Address, AddressKind, Reply
from bot.store.channels import subscribe_channels
from bot.store.database import Database
from bot.store.gates import Pace
from bot.store.migrating import ready
from bot.store.outbox import DatabaseOutbox
from bot.store.passed import DatabasePassedOn
from bot.store.schedule import DatabaseSchedule

log = logging.getLogger(__name__)
TIMING = Timing()
_PATIENCE = 10.0
"""Seconds between attempts to open a database that does not answer."""


class Reminders:
    """Plans and delivers reminders of the events in the knowledge base that ``current`` gives."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        posters: Mapping[str, Poster],
        current: Callable[[], Lookup],
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._database = database
        self._current = current
        self._clock = clock
        self._outbox = DatabaseOutbox(database, _name(), TIMING.lease, Pace())
        delivering = Delivering(posters, self._worded, clock, TIMING)
        self._passed = DatabasePassedOn(database, clock)
        schedule = Tidying(DatabaseSchedule(database), self._passed)
        self._worker = Worker(schedule, self._outbox, delivering, clock, TIMING)
        self._unopened = "The store is not open yet."

    def replan(self) -> None:
        """Let the present knowledge base be what is planned from."""
        events = self._current().knowledge.events
        self._worker.plan(plans(events, rules(self._settings)))

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set, from the moment on that the store can be used."""
        while not stop.is_set() and self._unopened:
            await self._open()
            if self._unopened:
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), _PATIENCE)
        if not stop.is_set():
            self.replan()
            await self._worker.run(stop)

    async def health(self) -> dict[str, object]:
        """How it is, in words and numbers that tell nothing of anybody."""
        trouble = self._unopened or self._worker.pulse.trouble
        now = self._clock.now()
        try:
            standing = await self._outbox.standing(now) if not trouble else None
        except StoreError as error:
            standing, trouble = None, str(error)
        if standing is None:
            return {"well": False, "trouble": trouble}
        late = (now - standing.oldest).total_seconds() if standing.oldest else 0
        return {
            "well": self._worker.pulse.well(now),
            "pending": standing.pending,
            "sending": standing.sending,
            "parked": standing.parked,
            "missed": standing.missed,
            "events_gone": standing.gone,
            "seconds_late": round(late),
        }

    async def _open(self) -> None:
        try:
            await ready(self._database, may_migrate=True)
            await subscribe_channels(self._database, from_settings(self._settings, self._clock))
        except StoreError as error:
            if str(error) != self._unopened:
                log.error("Reminders wait for the store: %s", error)  # noqa: TRY400 - it says why
            self._unopened = str(error)
        else:
            self._unopened = ""

    async def _worded(self, delivery: Delivery, now: datetime) -> Reply | None:
        lookup = self._current()
        if delivery.kind in PASSED_ON:
            passed = await self._passed.find(delivery.about)
            return passed_on(passed, delivery.kind, delivery.name, lookup, now) if passed else None
        entry = lookup.entries.get(delivery.event)
        event = entry if isinstance(entry, Event) else None
        if delivery.kind is Kind.NOTICE:
            return notice(event, delivery.about, delivery.language)
        if event is None:
            return None
        return message(event, delivery.kind, lookup, delivery.language, now)


def from_settings(settings: Settings, clock: Clock) -> tuple[Subscription, ...]:
    """The subscriptions that the settings ask for."""
    return tuple(
        Subscription(
            Address(channel.platform, channel.workspace, AddressKind.CHANNEL, channel.id),
            EVERYTHING,
            channel.language,
            clock.now(),
        )
        for channel in settings.channels
    )


def _name() -> str:
    """Tells whoever reads the store which process did what."""
    return f"{socket.gethostname()}:{os.getpid()}"
