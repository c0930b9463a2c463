"""What somebody would be reminded of, and how it would read."""

from datetime import date, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.forms import Text
from bot.knowledge.model import Event, Status
from bot.plain_text import plain_text
from bot.reminders.foretelling import Foreteller
from bot.reminders.model import EVERYTHING, Scope, ScopeKind, Subscription
from bot.reminders.ports import Foretold
from bot.reply import Address, AddressKind, Language
from bot.store.memory import MemorySubscriptions
from tests.unit.reminders.base import RULES, SIGN_UP, at, event, lookup, wall

ANNA = Address("web", "", AddressKind.PERSON, "anna")
BO = Address("web", "", AddressKind.PERSON, "bo")
WHOLE_YEAR = (at(2023, 1, 1), at(2023, 12, 31))
AARHUS = event("aarhus", starts=date(2023, 11, 8), title=Text(da="Mødet", en="The meeting"))
ODENSE = event("odense", starts=wall(2023, 11, 8, 10), title=Text(da="Kurset", en="The course"))
BOTH = (ODENSE, AARHUS)


def only(which: str) -> Scope:
    return Scope(ScopeKind.EVENT, which)


async def subscriptions(
    *scopes: Scope, language: Language = Language.DANISH, made_at: datetime = WHOLE_YEAR[0]
) -> MemorySubscriptions:
    """Those of Anna."""
    kept = MemorySubscriptions()
    for scope in scopes:
        await kept.add(Subscription(ANNA, scope, language, made_at))
    return kept


def foreteller(kept: MemorySubscriptions, *events: Event) -> Foreteller:
    known = lookup(*events)
    return Foreteller(kept, lambda: known, RULES)


def ids(foretold: tuple[Foretold, ...]) -> list[str]:
    return [one.reply.entries[0].id for one in foretold]


async def test_reminders_come_in_order_and_read_as_at_their_time() -> None:
    foretelling = foreteller(await subscriptions(EVERYTHING), *BOTH)
    found = await foretelling.foretell(ANNA, *WHOLE_YEAR)
    assert [one.due for one in found] == [
        *(at(2023, 11, 1, 9), at(2023, 11, 1, 9)),
        *(at(2023, 11, 7, 9), at(2023, 11, 7, 9)),
        at(2023, 11, 8, 9),
    ]
    assert ids(found) == ["aarhus", "odense", "aarhus", "odense", "odense"]
    texts = [plain_text(one.reply) for one in found]
    expected = ("om 7 dage", "om 7 dage", "i morgen", "i morgen kl. 10.00", "om en time, kl. 10.00")
    for text, when in zip(texts, expected, strict=True):
        assert when in text
    assert "Mødet" in texts[0]
    assert "Kurset" in texts[1]


async def test_they_are_in_the_language_they_were_asked_for_in() -> None:
    kept = await subscriptions(only("aarhus"), language=Language.ENGLISH)
    first, second = await foreteller(kept, *BOTH).foretell(ANNA, *WHOLE_YEAR)
    assert (first.reply.language, second.reply.language) == (Language.ENGLISH, Language.ENGLISH)
    assert "in 7 days" in plain_text(first.reply)
    assert "tomorrow" in plain_text(second.reply)


async def test_only_what_was_asked_for_comes_and_to_nobody_else() -> None:
    foretelling = foreteller(await subscriptions(only("aarhus")), *BOTH)
    assert ids(await foretelling.foretell(ANNA, *WHOLE_YEAR)) == ["aarhus", "aarhus"]
    assert await foretelling.foretell(BO, *WHOLE_YEAR) == ()


async def test_two_subscriptions_to_one_event_are_one_reminder() -> None:
    foretelling = foreteller(await subscriptions(only("aarhus"), EVERYTHING), AARHUS)
    assert ids(await foretelling.foretell(ANNA, *WHOLE_YEAR)) == ["aarhus", "aarhus"]


async def test_what_is_due_at_the_end_comes_and_what_is_due_at_the_beginning_came_before() -> None:
    foretelling = foreteller(await subscriptions(EVERYTHING), AARHUS)
    found = await foretelling.foretell(ANNA, at(2023, 11, 1, 9), at(2023, 11, 7, 9))
    assert [one.due for one in found] == [at(2023, 11, 7, 9)]
    assert await foretelling.foretell(ANNA, at(2023, 11, 7, 9), at(2023, 11, 1, 9)) == ()


async def test_a_subscription_counts_before_it_was_made_too() -> None:
    """Whoever goes back in time sees what they would have seen."""
    kept = await subscriptions(EVERYTHING, made_at=at(2026, 1, 1))
    assert len(await foreteller(kept, AARHUS).foretell(ANNA, *WHOLE_YEAR)) == 2


async def test_a_deadline_is_told_too() -> None:
    closing = event(
        "closing", starts=date(2023, 11, 8), registration=SIGN_UP, register_by=date(2023, 10, 20)
    )
    foretelling = foreteller(await subscriptions(EVERYTHING), closing)
    first, *_ = await foretelling.foretell(ANNA, *WHOLE_YEAR)
    assert first.due == at(2023, 10, 19, 9)
    assert "Sidste frist for tilmelding er i morgen" in plain_text(first.reply)


async def test_of_what_is_cancelled_or_gone_nothing_comes() -> None:
    kept = await subscriptions(only("aarhus"), only("odense"))
    cancelled = event("aarhus", starts=date(2023, 11, 8), status=Status.CANCELLED)
    assert await foreteller(kept, cancelled).foretell(ANNA, *WHOLE_YEAR) == ()


async def test_the_knowledge_base_of_the_moment_counts() -> None:
    known = lookup(AARHUS)
    foretelling = Foreteller(await subscriptions(EVERYTHING), lambda: known, RULES)
    assert len(await foretelling.foretell(ANNA, *WHOLE_YEAR)) == 2
    known = lookup(event("aarhus", starts=date(2024, 11, 8)))
    assert await foretelling.foretell(ANNA, *WHOLE_YEAR) == ()


async def test_what_was_ended_comes_no_more() -> None:
    kept = await subscriptions(EVERYTHING)
    await kept.end(ANNA)
    assert await foreteller(kept, *BOTH).foretell(ANNA, *WHOLE_YEAR) == ()


@given(st.lists(st.datetimes(datetime(2023, 10, 1), datetime(2023, 12, 1)), min_size=1))  # noqa: DTZ001 - drawn as wall time
async def test_however_often_the_day_is_moved_on_each_comes_once(stops: list[datetime]) -> None:
    foretelling = foreteller(await subscriptions(EVERYTHING), *BOTH)
    moments = [at(2023, 1, 1), *sorted(at(*stop.timetuple()[:6]) for stop in stops)]
    moments.append(at(2023, 12, 31))
    parts = [
        one
        for since, until in pairwise(moments)
        for one in await foretelling.foretell(ANNA, since, until)
    ]
    assert tuple(parts) == await foretelling.foretell(ANNA, *WHOLE_YEAR)
