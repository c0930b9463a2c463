"""Reminders on their way from the store to a Teams that misbehaves."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.delivery.delivering import Delivering, Timing
from bot.delivery.model import Delivery, Kind, State
from bot.reminders.message import notice
from bot.reminders.model import EVERYTHING, EventPlan, Occurrence, Subscription
from bot.reminders.worker import Worker
from bot.reply import Address, AddressKind, Language, Reply
from bot.store.database import Database
from bot.store.gates import Pace
from bot.store.outbox import DatabaseOutbox
from bot.store.references import DatabaseReferences
from bot.store.schedule import DatabaseSchedule
from bot.store.subscriptions import DatabaseSubscriptions
from bot.store.tables import delivery as table
from bot.teams.inbound import message
from bot.teams.poster import TeamsPoster
from bot.teams.references import Kept
from tests.fakes.responder import NOON, RunningClock, said
from tests.fakes.teams_people import ANNA, BO, GROUP, HELP, Person, Spot
from tests.fakes.teams_sending import writing_to
from tests.fakes.teams_server import TENANT, Answer, TeamsServer, refusal, throttled

TIMING = Timing(
    lease=timedelta(seconds=2),
    timeout=timedelta(seconds=0.5),
    settle=timedelta(seconds=0.5),
    poll=timedelta(seconds=0.05),
)
ALL_AT_ONCE = Pace(timedelta(), timedelta(), 1000)
PATIENCE = 40
EVENT = EventPlan(
    event="summer-day",
    start="2023-06-28",
    place="",
    moved=False,
    cancelled=False,
    useless=NOON + timedelta(days=7),
    places=frozenset(),
    tags=frozenset(),
    occurrences=(Occurrence("7d", Kind.REMINDER, NOON, NOON + timedelta(days=1)),),
)
CHANNELS = [Spot("channel", f"19:{number:032x}@thread.tacv2", HELP.team) for number in range(1, 13)]
UNKNOWN = [
    Answer(500),
    Answer(502, records=True),
    Answer(503),
    Answer(drop=True),
    Answer(drop=True, records=True),
    Answer(after=2, records=True),
]
"""After these nobody can tell whether the message stands there."""
CERTAIN = [throttled("1"), refusal(503, "ServiceUnavailable"), refusal(412, "PreconditionFailed")]
"""After these it certainly does not."""


def channel(where: Spot) -> Address:
    return Address("teams", TENANT, AddressKind.CHANNEL, where.id)


def person(who: Person) -> Address:
    return Address("teams", TENANT, AddressKind.PERSON, who.user)


class Reminding:
    """A store and what works on it, beside a Teams."""

    def __init__(self, database: Database, server: TeamsServer) -> None:
        self.database = database
        self.server = server
        self.clock = RunningClock()
        self.kept = Kept(DatabaseReferences(database, self.clock))

    async def meet(self, who: Person, where: Spot) -> None:
        told = message(who.at(self.server.service).message(where, "hej"))
        assert told is not None
        await self.kept.renew(told)

    async def subscribe(self, *addresses: Address) -> None:
        """Anna asks for reminders there."""
        subscriptions = DatabaseSubscriptions(self.database)
        for address in addresses:
            wanted = Subscription(address, EVERYTHING, Language.ENGLISH, NOON, person(ANNA))
            await subscriptions.add(wanted)

    @asynccontextmanager
    async def working(self, *, repeats: bool = False) -> AsyncIterator[None]:
        limit = TIMING.timeout.total_seconds()
        stop = asyncio.Event()
        async with writing_to(self.server, limit) as client:
            poster = TeamsPoster(client, self.kept, repeats=repeats, limit=limit)
            delivering = Delivering({"teams": poster}, _worded, self.clock, TIMING)
            outbox = DatabaseOutbox(self.database, "me", TIMING.lease, ALL_AT_ONCE)
            schedule = DatabaseSchedule(self.database)
            worker = Worker(schedule, outbox, delivering, self.clock, TIMING)
            worker.plan([EVENT])
            running = asyncio.create_task(worker.run(stop))
            try:
                yield
            finally:
                stop.set()
                await running

    async def settled(self, count: int) -> Counter[str]:
        """How deliveries stand once none is open any more, of which there are so many."""
        async with asyncio.timeout(PATIENCE):
            while True:
                states = await self._states()
                over = {State.SENT, State.PARKED, State.MISSED, State.CANCELLED}
                if len(states) >= count and set(states) <= over:
                    return Counter(states)
                await asyncio.sleep(0.1)

    async def _states(self) -> Sequence[str]:
        async with self.database.reading() as connection:
            return list(await connection.scalars(select(table.c.state)))

    def told(self) -> Counter[str]:
        """How often a reminder stands in each conversation."""
        taken = (post for post in self.server.taken if "Summer day" in post.summary)
        return Counter(post.conversation for post in taken)

    def notices(self) -> list[str]:
        """What Anna was told of reminders that did not arrive."""
        return [
            post.summary
            for post in self.server.taken
            if post.conversation == ANNA.direct.id and "did not get through" in post.summary
        ]


async def _worded(delivery: Delivery, _: datetime) -> Reply:
    if delivery.kind is Kind.NOTICE:
        return notice(None, delivery.about, delivery.language)
    return said("Summer day")


@pytest.fixture
async def reminding(database: Database) -> AsyncIterator[Reminding]:
    async with TeamsServer().running() as server:
        reminding = Reminding(database, server)
        await reminding.meet(ANNA, ANNA.direct)
        yield reminding


async def test_reminders_reach_channels_chats_and_people(reminding: Reminding) -> None:
    await reminding.meet(BO, HELP.below("1700"))
    await reminding.meet(BO, GROUP)
    await reminding.subscribe(channel(HELP), channel(GROUP), person(ANNA), person(BO))
    async with reminding.working():
        assert await reminding.settled(4) == {State.SENT: 4}
    everywhere = (HELP, GROUP, ANNA.direct, BO.direct)
    assert reminding.told() == {where.id: 1 for where in everywhere}
    assert {post.thread for post in reminding.server.taken} == {""}


async def test_whatever_happens_nothing_is_doubled_and_what_is_unknown_is_reported(
    reminding: Reminding,
) -> None:
    for where in CHANNELS:
        await reminding.meet(BO, where)
    await reminding.subscribe(*map(channel, CHANNELS))
    troubles = [*UNKNOWN, *CERTAIN, *UNKNOWN]
    reminding.server.answers["send"] += troubles[: len(CHANNELS)]
    async with reminding.working():
        unknown = sum(answer in UNKNOWN for answer in troubles[: len(CHANNELS)])
        # Everything unknown has the same reason, and is told to who asked for it: once a channel.
        stand = await reminding.settled(len(CHANNELS) + unknown)
    assert stand[State.PARKED] == unknown == 9
    told = reminding.told()
    assert max(told.values()) == 1, "doubled"
    recorded = sum(answer.records for answer in troubles[: len(CHANNELS)])
    assert len(told) == len(CHANNELS) - unknown + recorded, "lost, though it could be told"
    assert len(reminding.notices()) == unknown
    assert all("may have arrived" in one for one in reminding.notices())


async def test_where_that_is_wanted_it_is_rather_sent_twice_than_never(
    reminding: Reminding,
) -> None:
    for where in CHANNELS[:4]:
        await reminding.meet(BO, where)
    await reminding.subscribe(*map(channel, CHANNELS[:4]))
    troubles = [Answer(500), Answer(502, records=True), Answer(drop=True), CERTAIN[1]]
    reminding.server.answers["send"] += troubles
    async with reminding.working(repeats=True):
        assert await reminding.settled(4) == {State.SENT: 4}
    assert sorted(reminding.told().values()) == [1, 1, 1, 2]
    assert reminding.notices() == []


async def test_what_teams_refuses_is_reported_with_the_reason(reminding: Reminding) -> None:
    await reminding.meet(BO, HELP)
    await reminding.subscribe(channel(HELP))
    reminding.server.gone[HELP.id] = "BotNotInConversationRoster"
    async with reminding.working():
        assert await reminding.settled(2) == {State.PARKED: 1, State.SENT: 1}
    assert reminding.told() == {}
    (notice,) = reminding.notices()
    assert "I am not in the channel" in notice


async def test_while_teams_is_away_reminders_wait(reminding: Reminding) -> None:
    await reminding.meet(BO, HELP)
    await reminding.subscribe(channel(HELP))
    reminding.server.answers["send"] += [refusal(503, "ServiceUnavailable")] * 2
    async with reminding.working():
        assert await reminding.settled(1) == {State.SENT: 1}
    assert reminding.told() == {HELP.id: 1}
    assert len(reminding.server.called("send")) == 3
