"""One attempt, and what each way it can end leads to."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.delivery.delivering import Delivering, Timing
from bot.delivery.model import Delivery, Kind, Result, State
from bot.errors import (
    CannotTellError,
    HeldBackError,
    NotSentError,
    RefusedError,
    StoreError,
    UncertainError,
)
from bot.reply import Address, AddressKind, Language, Reply
from tests.fakes.poster import FakePoster
from tests.fakes.responder import NOON, FixedClock, said

TIMING = Timing()
CHANNEL = Address("slack", "T1", AddressKind.CHANNEL, "C1")
FRESH = Delivery(
    id=1,
    key="whinn:1:1d:slack:channel:C1",
    kind=Kind.REMINDER,
    event="whinn",
    name="1d",
    address=CHANNEL,
    language=Language.DANISH,
    due=NOON,
    useless=NOON + timedelta(hours=20),
    unclear=False,
    stale=False,
    since=NOON,
    fence=1,
    until=NOON + TIMING.lease,
    tries=1,
)
UNCLEAR = replace(FRESH, unclear=True, since=NOON - timedelta(minutes=1), tries=2)


@pytest.fixture
def poster() -> FakePoster:
    return FakePoster()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


async def worded(_: Delivery, __: datetime) -> Reply:
    return said("It comes.")


async def attempt(
    poster: FakePoster, delivery: Delivery, clock: FixedClock, timing: Timing = TIMING
) -> Result:
    return await Delivering({"slack": poster}, worded, clock, timing).attempt(delivery)


async def test_it_is_posted_with_its_key(poster: FakePoster, clock: FixedClock) -> None:
    result = await attempt(poster, FRESH, clock)
    assert (result.state, result.receipt) == (State.SENT, "receipt-1")
    assert [(post.address, post.key) for post in poster.posts] == [(CHANNEL, FRESH.key)]
    assert poster.looks == [], "a first attempt has nothing to look for"


async def test_what_arrived_before_is_found_and_not_posted_again(
    poster: FakePoster, clock: FixedClock
) -> None:
    await attempt(poster, FRESH, clock)
    result = await attempt(poster, UNCLEAR, clock)
    assert result.state is State.SENT
    assert len(poster.posts) == 1
    (looked,) = poster.looks
    assert looked[1] < UNCLEAR.since, "the platform's clock may be behind"


async def test_what_did_not_arrive_is_posted(poster: FakePoster, clock: FixedClock) -> None:
    result = await attempt(poster, UNCLEAR, clock)
    assert result.state is State.SENT
    assert poster.keys == [UNCLEAR.key]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("error", [UncertainError("timeout"), RuntimeError("unforeseen")])
async def test_of_an_unknown_outcome_nobody_looks_before_it_can_be_seen(
    poster: FakePoster, clock: FixedClock, error: Exception, after: bool
) -> None:
    poster.will_fail(error, after=after)
    result = await attempt(poster, FRESH, clock)
    assert result.state is State.SENDING
    assert result.again is not None
    assert result.again >= FRESH.until
    assert result.again >= clock.now() + TIMING.settle


async def test_late_in_its_claim_an_unknown_outcome_still_settles(
    poster: FakePoster, clock: FixedClock
) -> None:
    clock.move(timedelta(seconds=14))
    poster.before = lambda: clock.move(TIMING.timeout)
    poster.will_fail(UncertainError("timeout"))
    result = await attempt(poster, FRESH, clock)
    assert result.again is not None
    assert result.again == max(FRESH.until, clock.now() + TIMING.settle)


async def test_being_held_back_pauses_the_channel_for_as_long(
    poster: FakePoster, clock: FixedClock
) -> None:
    poster.will_fail(HeldBackError("ratelimited", 30))
    result = await attempt(poster, FRESH, clock)
    assert result.state is State.PENDING
    assert result.again == result.pause == clock.now() + timedelta(seconds=30)


async def test_what_was_not_sent_is_tried_again_later_and_later(
    poster: FakePoster, clock: FixedClock
) -> None:
    waits = []
    for tries in (1, 5, 60):
        poster.will_fail(NotSentError("refused"))
        result = await attempt(poster, replace(FRESH, tries=tries), clock)
        assert result.state is State.PENDING
        assert result.pause is None
        assert result.again is not None
        waits.append((result.again - clock.now()).total_seconds())
    assert 1 <= waits[0] <= 2
    assert 16 <= waits[1] <= 32
    assert 150 <= waits[2] <= 300


async def test_what_is_refused_is_parked_with_the_reason(
    poster: FakePoster, clock: FixedClock
) -> None:
    poster.will_fail(RefusedError("is_archived"))
    result = await attempt(poster, FRESH, clock)
    assert (result.state, result.reason) == (State.PARKED, "is_archived")


@pytest.mark.parametrize(
    ("error", "repeats", "state"),
    [
        (CannotTellError("missing_scope"), False, State.PARKED),
        (CannotTellError("missing_scope"), True, State.PENDING),
        (HeldBackError("ratelimited", 60), False, State.SENDING),
        (UncertainError("timeout"), False, State.SENDING),
        (NotSentError("refused"), False, State.SENDING),
        (RuntimeError("unforeseen"), False, State.SENDING),
    ],
)
async def test_while_the_history_cannot_be_read_nothing_is_posted(
    error: Exception, repeats: bool, state: State
) -> None:
    poster, clock = FakePoster(), FixedClock()
    poster.blind.append(error)
    poster.twice_rather_than_never = repeats
    result = await attempt(poster, UNCLEAR, clock)
    assert result.state is state
    assert result.pause is None, "posting to the channel is not held back"
    assert not poster.posts
    if state is State.SENDING:
        assert result.again is not None
        assert result.again > clock.now()


async def test_what_comes_too_late_is_missed(poster: FakePoster, clock: FixedClock) -> None:
    result = await attempt(poster, replace(FRESH, useless=clock.now()), clock)
    assert result.state is State.MISSED
    assert not poster.posts


async def test_what_may_have_arrived_is_looked_for_even_when_it_is_too_late(
    poster: FakePoster, clock: FixedClock
) -> None:
    await attempt(poster, FRESH, clock)
    late = replace(UNCLEAR, useless=clock.now())
    assert (await attempt(poster, late, clock)).state is State.SENT
    other = replace(late, key="another")
    assert (await attempt(poster, other, clock)).state is State.MISSED


async def test_what_a_change_overtook_is_not_sent(poster: FakePoster, clock: FixedClock) -> None:
    assert (await attempt(poster, replace(FRESH, stale=True), clock)).state is State.CANCELLED
    assert not poster.posts


async def test_nothing_is_begun_that_might_outlast_its_claim(
    poster: FakePoster, clock: FixedClock
) -> None:
    clock.move(TIMING.lease - TIMING.timeout - TIMING.settle + timedelta(milliseconds=1))
    result = await attempt(poster, FRESH, clock)
    assert (result.state, result.again) == (State.PENDING, clock.now())
    assert not poster.posts


async def test_where_nothing_is_left_to_say_nothing_is_said(
    poster: FakePoster, clock: FixedClock
) -> None:
    async def nothing(_: Delivery, __: datetime) -> None:
        pass

    delivering = Delivering({"slack": poster}, nothing, clock, TIMING)
    assert (await delivering.attempt(FRESH)).state is State.CANCELLED
    assert not poster.posts


async def test_a_message_that_cannot_be_worded_is_parked(
    poster: FakePoster, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_: Delivery, __: datetime) -> Reply:
        raise KeyError("a secret")

    result = await Delivering({"slack": poster}, broken, clock, TIMING).attempt(FRESH)
    assert (result.state, result.reason) == (State.PARKED, "KeyError")
    assert "a secret" not in caplog.text


async def test_while_the_store_is_away_that_says_what_it_says_it_waits(
    poster: FakePoster, clock: FixedClock
) -> None:
    async def away(_: Delivery, __: datetime) -> Reply:
        raise StoreError("The database does not answer.")

    result = await Delivering({"slack": poster}, away, clock, TIMING).attempt(FRESH)
    assert result.state is State.PENDING
    assert result.again is not None
    assert result.again > clock.now()
    assert not poster.posts


async def test_what_belongs_below_another_message_stands_in_its_thread(
    poster: FakePoster, clock: FixedClock
) -> None:
    result = await attempt(poster, replace(FRESH, below="C1:1.2"), clock)
    assert result.state is State.SENT
    (post,) = poster.posts
    assert post.address == replace(CHANNEL, thread="below C1:1.2")


async def test_and_is_looked_for_there(poster: FakePoster, clock: FixedClock) -> None:
    await attempt(poster, replace(FRESH, below="C1:1.2"), clock)
    result = await attempt(poster, replace(UNCLEAR, below="C1:1.2"), clock)
    assert (result.state, result.receipt) == (State.SENT, "receipt-1")
    assert len(poster.posts) == 1


async def test_it_waits_until_that_message_is_there(poster: FakePoster, clock: FixedClock) -> None:
    result = await attempt(poster, replace(FRESH, early=True), clock)
    assert result.state is State.PENDING
    assert result.again is not None
    assert result.again > clock.now()
    assert not poster.posts


async def test_for_a_platform_that_is_not_served_here_it_waits(clock: FixedClock) -> None:
    result = await Delivering({}, worded, clock, TIMING).attempt(FRESH)
    assert result.state is State.PENDING
    assert result.again is not None
    assert result.again > clock.now()
