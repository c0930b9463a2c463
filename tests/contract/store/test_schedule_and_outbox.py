"""What is planned, fanned out, claimed and corrected, the same on both databases."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from bot.delivery.model import Delivery, Kind, Result, State
from bot.reminders.model import EventPlan, Occurrence, Scope, ScopeKind, Subscription
from bot.reply import Address, AddressKind, Language
from bot.store.database import Database
from bot.store.gates import Pace
from bot.store.outbox import DatabaseOutbox
from bot.store.schedule import SECOND_THOUGHTS, DatabaseSchedule
from bot.store.subscriptions import DatabaseSubscriptions
from bot.store.tables import delivery, gate, occurrence, subscription
from tests.fakes.responder import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LEASE = timedelta(seconds=40)
QUIET = timedelta(seconds=2)
ANNA = Address("slack", "T1", AddressKind.PERSON, "U1")
STARTS = NOON + 2 * DAY


def channel(number: int) -> Address:
    return Address("slack", "T1", AddressKind.CHANNEL, f"C{number}")


def planned(
    starts: datetime = STARTS, *, cancelled: bool = False, name: str = "whinn"
) -> EventPlan:
    """An event with a reminder a day and one an hour before."""
    occurrences = (
        Occurrence("1d", Kind.REMINDER, starts - DAY, starts - HOUR),
        Occurrence("1h", Kind.REMINDER, starts - HOUR, starts),
    )
    return EventPlan(
        name,
        starts.isoformat(),
        "Odense",
        moved=False,
        cancelled=cancelled,
        useless=starts,
        places=frozenset({"odense", "fyn"}),
        tags=frozenset({"konference"}),
        occurrences=() if cancelled else occurrences,
    )


class Engine:
    """Schedule and outbox of one database, and what can be seen of them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.schedule = DatabaseSchedule(database, chunk=4)
        self.outbox = DatabaseOutbox(database, "one", LEASE, Pace())
        self.subscriptions = DatabaseSubscriptions(database)

    async def subscribe(
        self, address: Address, scope: Scope | None = None, made_by: Address | None = ANNA
    ) -> None:
        wanted = scope or Scope()
        await self.subscriptions.add(
            Subscription(address, wanted, Language.DANISH, NOON - DAY, made_by)
        )

    async def fan_out(self, now: datetime) -> None:
        while await self.schedule.fan_out(now):
            pass

    async def send_all(self, now: datetime) -> list[Delivery]:
        """Fan out and send everything that is due, as fast as the gates allow."""
        await self.fan_out(now)
        sent: list[Delivery] = []
        for _ in range(100):
            now += QUIET
            claimed = await self.outbox.claim(now, 100)
            await self.outbox.record([Result(d, State.SENT, receipt="r") for d in claimed], now)
            sent += claimed
        return sent

    async def next_due(self) -> datetime | None:
        async with self.database.reading() as connection:
            due = select(func.min(occurrence.c.due)).where(occurrence.c.state == "planned")
            return await connection.scalar(due)

    async def keys(self, *states: State) -> list[str]:
        async with self.database.reading() as connection:
            query = select(delivery.c.key).order_by(delivery.c.key)
            if states:
                query = query.where(delivery.c.state.in_(states))
            return list((await connection.scalars(query)).all())

    async def gates(self) -> set[str]:
        async with self.database.reading() as connection:
            return set(await connection.scalars(select(gate.c.key)))


@pytest.fixture
def engine(database: Database) -> Engine:
    return Engine(database)


def addresses(deliveries: Sequence[Delivery]) -> list[str]:
    return sorted(one.address.id for one in deliveries)


# --- planning and fanning out


async def test_everybody_who_wants_it_is_reminded_once(engine: Engine) -> None:
    for number in range(10):
        await engine.subscribe(channel(number))
    await engine.subscribe(channel(3), Scope(ScopeKind.EVENT, "whinn"))
    await engine.subscribe(channel(4), Scope(ScopeKind.PLACE, "odense"))
    await engine.subscribe(ANNA, Scope(ScopeKind.TAG, "konference"))
    await engine.subscribe(channel(98), Scope(ScopeKind.PLACE, "vejle"))
    await engine.subscribe(channel(99), Scope(ScopeKind.EVENT, "another"))
    await engine.schedule.take_over([planned()], NOON)
    assert not await engine.schedule.fan_out(NOON)
    sent = await engine.send_all(STARTS - DAY)
    assert addresses(sent) == sorted([*(f"C{n}" for n in range(10)), "U1"])
    assert {(d.name, d.kind, d.event) for d in sent} == {("1d", Kind.REMINDER, "whinn")}
    assert await engine.send_all(STARTS - DAY + HOUR) == []


async def test_who_subscribes_while_it_is_fanned_out_is_not_passed_over(engine: Engine) -> None:
    for number in range(12):
        await engine.subscribe(channel(number))
    await engine.schedule.take_over([planned()], NOON)
    late = (engine.subscribe(channel(number)) for number in range(12, 30))
    await asyncio.gather(*late, engine.fan_out(STARTS - DAY))
    told = {key.rpartition(":")[2] for key in await engine.keys()}
    async with engine.database.reading() as connection:
        came = select(func.max(occurrence.c.cursor)).scalar_subquery()
        passed = select(subscription.c.channel).where(subscription.c.id <= came)
        assert set((await connection.scalars(passed)).all()) == told
    assert len(told) >= 12


async def test_the_same_plans_again_change_nothing(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    assert len(await engine.send_all(STARTS - DAY)) == 1
    for moment in (STARTS - DAY, STARTS - DAY + HOUR):
        await engine.schedule.take_over([planned()], moment)
    assert await engine.send_all(STARTS - DAY + HOUR) == []
    assert [d.name for d in await engine.send_all(STARTS - HOUR)] == ["1h"]


async def test_nothing_is_planned_for_the_past(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], STARTS - HOUR - timedelta(minutes=1))
    assert await engine.next_due() == STARTS - HOUR
    assert [d.name for d in await engine.send_all(STARTS - HOUR)] == ["1h"]
    await engine.schedule.take_over([planned(name="over")], STARTS + HOUR)
    assert await engine.send_all(STARTS + HOUR) == []


async def test_what_fell_due_while_nobody_was_there_comes_late(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([], NOON)
    await engine.fan_out(NOON)
    # The machine sleeps; meanwhile an event is written into the knowledge base.
    await engine.schedule.take_over([planned()], STARTS - DAY + 3 * HOUR)
    assert [d.name for d in await engine.send_all(STARTS - DAY + 3 * HOUR)] == ["1d"]


@pytest.mark.parametrize(("minutes", "sent"), [(0, ["1d"]), (9, ["1d"]), (11, [])])
async def test_what_falls_due_while_a_new_event_is_on_its_way_comes_late(
    engine: Engine, minutes: int, sent: list[str]
) -> None:
    await engine.subscribe(channel(1))
    now = STARTS - DAY + timedelta(minutes=minutes)
    await engine.schedule.take_over([planned(name="another")], NOON)
    await engine.fan_out(now)  # others were there all the time
    await engine.schedule.take_over([planned(name="another"), planned()], now)
    told = [d.name for d in await engine.send_all(now) if d.event == "whinn"]
    assert told == sent


async def test_what_was_useless_before_anybody_came_is_missed(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    assert [d.name for d in await engine.send_all(STARTS - HOUR)] == ["1h"]


async def test_several_workers_fan_out_each_address_once(engine: Engine) -> None:
    for number in range(30):
        await engine.subscribe(channel(number))
    await engine.schedule.take_over([planned()], NOON)
    others = [Engine(engine.database) for _ in range(4)]
    await asyncio.gather(*(other.fan_out(STARTS - DAY) for other in others))
    assert len(await engine.keys()) == 30


async def test_what_waits_is_withdrawn_from_who_does_not_want_it_any_more(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.subscribe(channel(2))
    await engine.subscribe(channel(2), Scope(ScopeKind.PLACE, "fyn"))
    await engine.subscribe(channel(3), Scope(ScopeKind.TAG, "konference"))
    await engine.subscribe(channel(4))
    await engine.schedule.take_over([planned()], NOON)
    await engine.fan_out(STARTS - DAY)
    for number in (1, 2, 3):
        await engine.subscriptions.end(channel(number), Scope())
    assert addresses(await engine.send_all(STARTS - DAY)) == ["C2", "C3", "C4"]


async def test_a_changed_offset_moves_what_is_planned(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    first, last = planned().occurrences
    earlier = replace(last, due=last.due - HOUR)
    await engine.schedule.take_over([replace(planned(), occurrences=(earlier,))], NOON)
    assert await engine.next_due() == earlier.due
    await engine.schedule.take_over([replace(planned(), occurrences=(first, earlier))], NOON)
    assert await engine.next_due() == first.due, "what was left out is wanted again"


# --- claiming


async def test_a_claim_is_for_one_worker_until_it_ends(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    (mine,) = await engine.outbox.claim(now, 10)
    assert (mine.unclear, mine.stale, mine.tries, mine.until) == (False, False, 1, now + LEASE)
    other = Engine(engine.database).outbox
    assert await other.claim(now + LEASE - QUIET, 10) == []
    (theirs,) = await other.claim(now + LEASE, 10)
    assert (theirs.unclear, theirs.tries, theirs.since) == (True, 2, now)
    assert theirs.fence > mine.fence
    # The first worker wakes up and knows nothing of it.
    await engine.outbox.record([Result(mine, State.PARKED, reason="late")], now + LEASE)
    assert await engine.keys(State.SENDING) == [mine.key]
    await other.record([Result(theirs, State.SENT, receipt="r")], now + LEASE)
    assert await engine.keys(State.SENT) == [mine.key]
    await engine.outbox.record([Result(theirs, State.PENDING, now, reason="x")], now + LEASE)
    assert await engine.keys(State.SENT) == [mine.key], "what is sent stays sent"


async def test_several_workers_claim_different_ones(engine: Engine) -> None:
    for number in range(30):
        await engine.subscribe(channel(number))
    await engine.schedule.take_over([planned()], NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    pace = Pace(workspace=timedelta(0), burst=100)
    outboxes = [DatabaseOutbox(engine.database, "same name", LEASE, pace) for _ in range(4)]
    claimed: list[Delivery] = []
    for _ in range(10):
        for some in await asyncio.gather(*(outbox.claim(now, 3) for outbox in outboxes)):
            claimed += some
    assert len(claimed) == len({one.id for one in claimed}) == 30


async def test_a_channel_gets_one_at_a_time_and_a_workspace_few(engine: Engine) -> None:
    for number in range(14):
        await engine.subscribe(channel(number))
    plans = [planned(), planned(name="another")]
    await engine.schedule.take_over(plans, NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    pace = Pace()
    first = await engine.outbox.claim(now, 100)
    assert len(first) == pace.burst
    assert len({one.address.id for one in first}) == pace.burst
    assert await engine.outbox.claim(now + timedelta(milliseconds=500), 100) == []
    await engine.outbox.record([Result(d, State.SENT, receipt="r") for d in first], now)
    when: dict[str, list[datetime]] = {d.address.id: [now] for d in first}
    at = now
    while await engine.keys(State.PENDING):
        at += timedelta(milliseconds=100)
        claimed = await engine.outbox.claim(at, 100)
        for one in claimed:
            assert one.tries == 1, "being put back is no attempt"
            assert not one.unclear
            when.setdefault(one.address.id, []).append(at)
        await engine.outbox.record([Result(d, State.SENT, receipt="r") for d in claimed], at)
        assert at < now + timedelta(minutes=1)
    assert sum(map(len, when.values())) == 28
    for moments in when.values():
        assert all(b - a >= pace.channel for a, b in pairwise(moments))


async def test_a_pause_holds_back_channel_and_workspace(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.subscribe(channel(2))
    await engine.schedule.take_over([planned()], NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    (one,) = await engine.outbox.claim(now, 1)
    until = now + timedelta(seconds=30)
    held = Result(one, State.PENDING, until, pause=until, reason="ratelimited")
    await engine.outbox.record([held], now)
    assert await engine.outbox.claim(until - QUIET, 10) == []
    later = await engine.outbox.claim(until, 10)
    assert addresses(later) == ["C1", "C2"]
    assert {d.tries for d in later} == {1, 2}
    assert not any(d.unclear for d in later)


async def test_nothing_stalls_in_front_of_a_crowded_channel(engine: Engine) -> None:
    events = [planned(name=f"event-{n}") for n in range(12)]
    await engine.subscribe(channel(1))
    await engine.schedule.take_over(events, NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    await engine.subscribe(channel(2), Scope(ScopeKind.EVENT, "late"))
    late = planned(STARTS + QUIET, name="late")
    await engine.schedule.take_over([*events, late], now)
    at, order = now, list[str]()
    for _ in range(20):
        at += timedelta(seconds=1.3)
        await engine.fan_out(at)
        claimed = await engine.outbox.claim(at, 3)
        order += [d.address.id for d in claimed]
        await engine.outbox.record([Result(d, State.SENT, receipt="r") for d in claimed], at)
    assert order.count("C1") == 13
    assert order.index("C2") < 7, "the quiet channel does not wait for the crowded one"


# --- giving up


async def test_who_asked_for_it_is_told_once_that_it_cannot_be_delivered(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.subscribe(channel(2), made_by=None)
    await engine.schedule.take_over([planned(), planned(name="another")], NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    notices: list[Delivery] = []
    for _ in range(10):
        now += QUIET
        claimed = await engine.outbox.claim(now, 100)
        notices += [d for d in claimed if d.kind is Kind.NOTICE]
        parked = [Result(d, State.PARKED, reason="is_archived") for d in claimed]
        await engine.outbox.record(parked, now)
    assert [(d.address, d.about, d.stale) for d in notices] == [(ANNA, "is_archived", False)]
    assert len(await engine.keys(State.PARKED)) == 5
    standing = await engine.outbox.standing(now)
    assert (standing.pending, standing.sending, standing.parked) == (0, 0, 5)


# --- changes


async def test_a_moved_event_is_corrected_once_for_those_who_were_told(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    assert len(await engine.send_all(STARTS - DAY)) == 1
    await engine.subscribe(channel(2))
    now = STARTS - 20 * HOUR
    await engine.schedule.take_over([planned(STARTS + DAY)], now)
    assert await engine.send_all(now) == [], "second thoughts come first"
    (correction,) = await engine.send_all(now + SECOND_THOUGHTS)
    assert (correction.kind, correction.address) == (Kind.CORRECTION, channel(1))
    assert [d.name for d in await engine.send_all(STARTS)] == ["1d", "1d"]
    assert [d.name for d in await engine.send_all(STARTS + DAY - HOUR)] == ["1h", "1h"]


async def test_a_slip_mended_at_once_tells_nobody_anything(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    now = STARTS - 20 * HOUR
    await engine.schedule.take_over([planned(STARTS + DAY)], now)
    await engine.schedule.take_over([planned()], now + SECOND_THOUGHTS / 2)
    assert await engine.send_all(now + HOUR) == []
    assert [d.name for d in await engine.send_all(STARTS - HOUR)] == ["1h"]


async def test_moved_there_and_back_is_corrected_twice(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    for hours, starts in ((20, STARTS + DAY), (15, STARTS)):
        now = STARTS - hours * HOUR
        await engine.schedule.take_over([planned(starts)], now)
        assert [d.kind for d in await engine.send_all(now + SECOND_THOUGHTS)] == [Kind.CORRECTION]


async def test_pending_reminders_of_the_old_time_are_not_sent(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    await engine.schedule.take_over([planned(STARTS + DAY)], now)
    assert await engine.send_all(now + HOUR) == []
    assert len(await engine.keys(State.CANCELLED)) == 1


async def test_a_cancelled_event_is_silenced_and_told_of_once(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    await engine.subscribe(channel(2))
    await engine.subscribe(ANNA, Scope(ScopeKind.EVENT, "whinn"))
    await engine.subscribe(channel(1), Scope(ScopeKind.EVENT, "whinn"))
    now = STARTS - 20 * HOUR
    for later in (timedelta(0), timedelta(minutes=1)):
        await engine.schedule.take_over([planned(cancelled=True)], now + later)
    told = await engine.send_all(now + HOUR)
    # Who pressed "remind me" was promised a reminder, and hears that there will be none.
    assert addresses(told) == ["C1", "U1"]
    assert {d.kind for d in told} == {Kind.CORRECTION}
    assert await engine.send_all(STARTS - HOUR) == []


async def test_what_takes_place_after_all_is_told_and_planned_again(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    now = STARTS - 20 * HOUR
    await engine.schedule.take_over([planned(cancelled=True)], now)
    await engine.send_all(now + SECOND_THOUGHTS)
    await engine.schedule.take_over([planned()], now + HOUR)
    assert [d.kind for d in await engine.send_all(now + 2 * HOUR)] == [Kind.CORRECTION]
    assert [d.name for d in await engine.send_all(STARTS - HOUR)] == ["1h"]


async def test_what_was_on_its_way_while_it_moved_is_corrected_too(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.subscribe(channel(2))
    await engine.schedule.take_over([planned()], NOON)
    now = STARTS - DAY
    await engine.fan_out(now)
    both = await engine.outbox.claim(now, 10)
    await engine.schedule.take_over([planned(STARTS + DAY)], now)
    now += SECOND_THOUGHTS
    await engine.fan_out(now)
    assert await engine.keys(State.PENDING) == [], "nobody is known to have been told"
    (first, _) = again = await engine.outbox.claim(now, 10)
    assert {d.id for d in again} == {d.id for d in both}
    assert all(d.unclear and d.stale for d in again)
    # One is found in the channel; the other never arrived.
    outcomes = [Result(first, State.SENT, receipt="r"), Result(again[1], State.CANCELLED)]
    await engine.outbox.record(outcomes, now)
    assert [d.address for d in await engine.send_all(now)] == [first.address]


async def test_an_event_that_is_gone_is_silent_and_can_come_back(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    await engine.subscribe(channel(1), Scope(ScopeKind.EVENT, "whinn"))
    await engine.schedule.take_over([planned()], NOON)
    await engine.schedule.take_over([], NOON + HOUR)
    assert "whinn is gone" in caplog.text
    await engine.schedule.take_over([], NOON + HOUR)
    assert caplog.text.count("whinn is gone") == 1
    assert (await engine.outbox.standing(NOON + HOUR)).gone == 1
    assert await engine.send_all(STARTS - DAY) == []
    await engine.schedule.take_over([planned()], STARTS - 20 * HOUR)
    assert (await engine.outbox.standing(STARTS - 20 * HOUR)).gone == 0
    assert await engine.send_all(STARTS - 19 * HOUR) == []
    assert [d.name for d in await engine.send_all(STARTS - HOUR)] == ["1h"]


async def test_a_clock_that_jumps_back_repeats_nothing(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.schedule.take_over([planned()], NOON)
    assert len(await engine.send_all(STARTS - DAY)) == 1
    await engine.schedule.take_over([planned()], NOON - DAY)
    assert await engine.send_all(STARTS - DAY) == []


async def test_what_was_over_long_ago_is_forgotten(engine: Engine) -> None:
    await engine.subscribe(channel(1), Scope(ScopeKind.EVENT, "whinn"))
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    for moment in (STARTS + 80 * DAY, STARTS + 91 * DAY):
        assert await engine.keys()
        assert await engine.subscriptions.of(channel(1))
        await engine.schedule.take_over([planned()], moment)
    assert not await engine.keys()
    assert not await engine.subscriptions.of(channel(1))


async def test_for_that_nobody_has_to_edit_anything(engine: Engine) -> None:
    await engine.subscribe(channel(1), Scope(ScopeKind.EVENT, "whinn"))
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    await engine.fan_out(STARTS + 80 * DAY)
    assert await engine.keys()
    await engine.fan_out(STARTS + 91 * DAY)
    assert not await engine.keys()
    assert not await engine.subscriptions.of(channel(1))


async def test_of_a_gate_that_stands_open_nothing_is_kept(engine: Engine) -> None:
    await engine.subscribe(channel(1))
    await engine.subscribe(ANNA)
    await engine.schedule.take_over([planned()], NOON)
    await engine.send_all(STARTS - DAY)
    assert {channel(1).key, ANNA.key} <= await engine.gates()
    await engine.fan_out(STARTS - 2 * HOUR)
    assert {channel(1).key, ANNA.key} <= await engine.gates()
    await engine.fan_out(STARTS + HOUR)
    # What is left tells up to when all was planned, and what fell due until then comes late.
    assert await engine.gates() == {"alive"}
