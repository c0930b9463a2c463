"""What is sent of a question that was passed on, the same on both databases."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Table, func, select

from bot.delivery.model import Delivery, Kind, Result, State
from bot.passing.model import KEPT, KEPT_AT_MOST
from bot.reply import Language
from bot.store.belongings import DatabaseBelongings
from bot.store.database import Database
from bot.store.gates import Pace
from bot.store.outbox import DatabaseOutbox
from bot.store.passed import DatabasePassedOn
from bot.store.tables import delivery, passed
from tests.contract.store.test_passed import ANNA, ANSWER, ASKED, DAY, HOUR, OWNERS, THREAD
from tests.fakes.responder import NOON, FixedClock

SOON = timedelta(seconds=2)
LEASE = timedelta(seconds=40)


class Post:
    """The store and the outbox of one database, and how its messages end."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FixedClock()
        self.passed = DatabasePassedOn(database, self.clock)
        self.outbox = DatabaseOutbox(database, "one", LEASE, Pace())

    async def claimed(self, now: datetime) -> list[Delivery]:
        """All that is due; several to one channel take turns."""
        found: list[Delivery] = []
        for _ in range(4):
            found += await self.outbox.claim(now, 100)
            now += SOON
        return sorted(found, key=lambda one: one.kind)

    async def ended(
        self, deliveries: Sequence[Delivery], state: State, now: datetime, reason: str = ""
    ) -> None:
        results = [Result(d, state, receipt=f"C9:{d.id}", reason=reason) for d in deliveries]
        await self.outbox.record(results, now)

    async def states(self) -> dict[str, str]:
        async with self.database.reading() as connection:
            rows = await connection.execute(select(delivery.c.key, delivery.c.state))
            return {row.key: row.state for row in rows}

    async def count(self, table: Table) -> int:
        async with self.database.reading() as connection:
            return await connection.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def post(database: Database) -> Post:
    return Post(database)


def kinds(deliveries: Sequence[Delivery]) -> list[Kind]:
    return [one.kind for one in deliveries]


async def test_the_owners_hear_of_it_at_once_and_once(post: Post) -> None:
    assert await post.passed.add(ASKED)
    assert not await post.passed.add(ASKED)
    (told,) = await post.claimed(NOON)
    assert (told.kind, told.about, told.event) == (Kind.FORWARDED, "a1", "")
    assert (told.address, told.language) == (OWNERS.address, Language.ENGLISH)
    assert (told.stale, told.below, told.early) == (False, "", False)
    await post.ended([told], State.SENT, NOON)
    assert await post.claimed(NOON + DAY) == []


async def test_what_nobody_took_is_called_to_mind_once_below_it(post: Post) -> None:
    await post.passed.add(ASKED)
    told = await post.claimed(NOON)
    await post.ended(told, State.SENT, NOON)
    assert await post.claimed(NOON + 2 * DAY - timedelta(minutes=1)) == []
    (nudge,) = await post.claimed(NOON + 2 * DAY)
    assert (nudge.kind, nudge.address, nudge.due) == (Kind.NUDGE, OWNERS.address, ASKED.nudge_at)
    assert (nudge.below, nudge.early) == (f"C9:{told[0].id}", False)
    await post.ended([nudge], State.SENT, NOON + 2 * DAY)
    assert await post.claimed(NOON + 9 * DAY) == []


@pytest.mark.parametrize("answered", [True, False])
async def test_what_is_taken_or_answered_is_not_called_to_mind(
    post: Post, *, answered: bool
) -> None:
    await post.passed.add(ASKED)
    await post.ended(await post.claimed(NOON), State.SENT, NOON)
    if answered:
        await post.passed.answer("a1", ANSWER)
        await post.ended(await post.claimed(NOON + 2 * HOUR), State.SENT, NOON + 2 * HOUR)
    else:
        await post.passed.take("a1", "Bo", NOON + HOUR)
    assert await post.claimed(NOON + 5 * DAY) == []
    assert (await post.states())["nudge:a1"] == State.CANCELLED


async def test_the_answer_goes_to_the_askers_thread_and_the_owners_hear_of_it(post: Post) -> None:
    await post.passed.add(ASKED)
    told = await post.claimed(NOON)
    await post.ended(told, State.SENT, NOON)
    assert await post.passed.answer("a1", ANSWER)
    assert not await post.passed.answer("a1", replace(ANSWER, by="Cy"))
    settled, response = await post.claimed(NOON + HOUR)
    assert (response.kind, response.address) == (Kind.RESPONSE, THREAD)
    assert (response.language, response.below) == (Language.DANISH, "")
    assert (settled.kind, settled.address) == (Kind.ANSWERED, OWNERS.address)
    assert settled.below == f"C9:{told[0].id}"


async def test_nothing_is_sent_below_what_may_still_arrive(post: Post) -> None:
    await post.passed.add(ASKED)
    (told,) = await post.claimed(NOON)
    await post.passed.answer("a1", replace(ANSWER, at=NOON))
    settled, response = await post.claimed(NOON + timedelta(seconds=10))
    assert (settled.kind, settled.early) == (Kind.ANSWERED, True)
    assert (response.kind, response.early) == (Kind.RESPONSE, False)
    later = NOON + timedelta(seconds=20)
    await post.outbox.record([Result(settled, State.PENDING, later)], NOON)
    await post.ended([told], State.SENT, NOON)
    (again,) = await post.claimed(later)
    assert (again.kind, again.early, again.below) == (Kind.ANSWERED, False, f"C9:{told.id}")


async def test_below_what_never_arrived_it_stands_on_its_own(post: Post) -> None:
    await post.passed.add(ASKED)
    await post.ended(await post.claimed(NOON), State.PARKED, NOON, "not_in_channel")
    found = await post.claimed(NOON + 2 * DAY)
    (nudge,) = [one for one in found if one.kind is Kind.NUDGE]
    assert (nudge.below, nudge.early) == ("", False)


async def test_the_asker_hears_that_their_question_did_not_get_through(post: Post) -> None:
    await post.passed.add(ASKED)
    await post.ended(await post.claimed(NOON), State.PARKED, NOON, "not_in_channel")
    (notice,) = await post.claimed(NOON + HOUR)
    assert (notice.kind, notice.name, notice.about) == (Kind.UNDELIVERED, "forwarded", "a1")
    assert notice.address == ANNA
    await post.ended([notice], State.PARKED, NOON + HOUR, "user_disabled")
    assert await post.claimed(NOON + 2 * HOUR) == [], "of a notice there is no notice"


async def test_the_owners_hear_that_their_answer_did_not_get_through(post: Post) -> None:
    await post.passed.add(ASKED)
    await post.ended(await post.claimed(NOON), State.SENT, NOON)
    await post.passed.answer("a1", ANSWER)
    settled, response = await post.claimed(NOON + HOUR)
    await post.ended([settled], State.SENT, NOON + HOUR)
    await post.ended([response], State.PARKED, NOON + HOUR, "channel_not_found")
    (notice,) = await post.claimed(NOON + 2 * HOUR)
    assert (notice.kind, notice.name, notice.about) == (Kind.UNDELIVERED, "response", "a1")
    assert notice.address == OWNERS.address


async def test_the_thread_of_an_address_is_kept_for_a_notice_too(post: Post) -> None:
    in_thread = replace(OWNERS, address=replace(OWNERS.address, thread="1800.1"))
    await post.passed.add(replace(ASKED, channel=in_thread))
    (told,) = await post.claimed(NOON)
    assert told.address.thread == "1800.1"
    async with post.database.reading() as connection:
        made_by = await connection.scalar(
            select(delivery.c.made_by).where(delivery.c.id == told.id)
        )
    assert json.loads(made_by or "") == ["slack", "T1", "person", "U1"]


async def test_a_forgotten_question_is_sent_nowhere_any_more(post: Post) -> None:
    await post.passed.add(ASKED)
    await post.passed.add(replace(ASKED, id="b1", asker=OWNERS.address))
    assert await post.passed.forget(ANNA) == 1
    assert kinds(await post.claimed(NOON + 3 * DAY)) == [Kind.FORWARDED, Kind.NUDGE]
    assert not [key for key in await post.states() if key.endswith(":a1")]


async def test_an_answer_is_forgotten_while_it_is_on_its_way(post: Post) -> None:
    await post.passed.add(ASKED)
    await post.ended(await post.claimed(NOON), State.SENT, NOON)
    await post.passed.answer("a1", ANSWER)
    await post.passed.forget(ANNA)
    assert await post.claimed(NOON + HOUR) == []


@pytest.mark.parametrize("answered", [True, False])
async def test_what_is_kept_long_enough_is_erased_with_all_that_was_sent(
    post: Post, *, answered: bool
) -> None:
    await post.passed.add(ASKED)
    await post.ended(await post.claimed(NOON), State.SENT, NOON)
    if answered:
        await post.passed.answer("a1", ANSWER)
    over = (HOUR if answered else 2 * DAY) + KEPT
    post.clock.move(over - timedelta(hours=2))
    await post.passed.erase()
    assert await post.count(passed) == 1
    post.clock.move(timedelta(hours=2))
    await post.passed.erase()
    assert (await post.count(passed), await post.count(delivery)) == (0, 0)
    assert over < KEPT_AT_MOST


async def test_a_workspace_that_leaves_takes_its_questions_and_proposals_along(
    post: Post,
) -> None:
    theirs = replace(ANNA, workspace="T2", id="U7")
    channel = replace(OWNERS, address=replace(OWNERS.address, workspace="T2", id="C7"))
    there = replace(THREAD, workspace="T2", id="C6")
    await post.passed.add(ASKED)
    await post.passed.add(replace(ASKED, id="b1", asker=theirs, channel=channel, there=there))
    for id_ in ("a1", "b1"):
        await post.passed.answer(id_, replace(ANSWER, remember=True))
    await DatabaseBelongings(post.database).forget("slack", "T1")
    assert await post.passed.find("a1") is None
    assert await post.passed.find("b1") is not None
    assert [one.id for one in await post.passed.proposals()] == ["b1"]
    assert {key.rpartition(":")[2] for key in await post.states()} == {"b1"}


async def test_what_is_sent_of_events_is_left_alone(post: Post) -> None:
    async with post.database.begin() as connection:
        await connection.execute(
            delivery.insert().values(
                key="notice:x:a1",
                kind=Kind.NOTICE,
                event="whinn",
                rev=1,
                name="notice",
                address_key=ANNA.key,
                platform="slack",
                workspace="T1",
                address_kind="person",
                channel="U1",
                language="da",
                about="a1",
                due=NOON,
                useless=NOON + DAY,
                next_at=NOON,
                state=State.PENDING,
            )
        )
    await post.passed.add(ASKED)
    await post.passed.forget(ANNA)
    assert list(await post.states()) == ["notice:x:a1"]
