"""What a kill test is made of: who is to be told what. Everything here is pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.model import Delivery, Kind
from bot.reminders.model import EVERYTHING, EventPlan, Occurrence, Subscription
from bot.reply import Address, AddressKind, Language, Outcome, Paragraph, Reply

PLATFORM, TEAM = "slack", "T0RSYD"
OCCURRENCE = "1h"
USELESS = timedelta(days=1)

Expected = Mapping[tuple[str, str], datetime]
"""When a text is due in a channel; in no other one, and once."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A kill test: at least so many reminders, channels and kills, with so many workers.

    ``limit`` is the seconds after which it is given up. ``relentless`` kills on until all is
    delivered. ``share`` is how long everything lasts beside its length in use. ``restarts`` is how
    often the database is stopped at once; ``blind`` lets workers post again without looking whether
    they have, to see that this would be noticed.
    """

    reminders: int
    channels: int
    kills: int
    workers: int
    limit: float
    seed: int
    relentless: bool = True
    share: float = 0.2
    restarts: int = 0
    blind: bool = False

    @property
    def events(self) -> int:
        """How many events there are; each is told to every channel."""
        return -(-self.reminders // self.channels)

    @property
    def restarts_after(self) -> list[int]:
        """The kills after which the database is stopped."""
        parts = self.restarts + 1
        return [max(1, self.kills * number // parts) for number in range(1, parts)]

    def released(self, kills: int) -> int:
        """How many events are planned after so many kills: the last one after all of them.

        So there is work at every kill, and no kill is counted that nothing was done at.
        """
        if kills >= self.kills:
            return self.events
        return 1 + kills * (self.events - 1) // self.kills


def addresses(trial: Trial) -> list[Address]:
    """Who is told: channels, and now and then a person."""
    return [
        Address(PLATFORM, TEAM, AddressKind.PERSON, f"U{number:07}")
        if number % 10 == 9
        else Address(PLATFORM, TEAM, AddressKind.CHANNEL, f"C{number:07}")
        for number in range(trial.channels)
    ]


def subscriptions(trial: Trial, now: datetime) -> list[Subscription]:
    """Everybody wants everything."""
    return [
        Subscription(address, EVERYTHING, Language.ENGLISH, now) for address in addresses(trial)
    ]


def plan(event: str, due: datetime) -> EventPlan:
    """An event with one reminder."""
    useless = due + USELESS
    return EventPlan(
        event=event,
        start=useless.isoformat(timespec="minutes"),
        place="",
        moved=False,
        cancelled=False,
        useless=useless,
        places=frozenset(),
        tags=frozenset(),
        occurrences=(Occurrence(OCCURRENCE, Kind.REMINDER, due, useless),),
    )


def text(event: str, name: str) -> str:
    """What a reminder says, so that the chat's record tells which it is."""
    return f"{event} {name}"


async def message(delivery: Delivery, _: datetime) -> Reply:
    """A reminder as a worker of the test words it."""
    words = Paragraph(text(delivery.event, delivery.name))
    return Reply(Outcome.ANSWER, delivery.language, (words,))


def expected(trial: Trial, planned: Sequence[EventPlan]) -> Expected:
    """What must be in the chat when all is over."""
    return {
        (conversation(address), text(one.event, occurrence.name)): occurrence.due
        for address in addresses(trial)
        for one in planned
        for occurrence in one.occurrences
    }


def conversation(address: Address) -> str:
    """The channel that messages to an address land in; the chat names a person's after them."""
    return f"D{address.id[1:]}" if address.kind is AddressKind.PERSON else address.id
