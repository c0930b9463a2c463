from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.model import Kind
from bot.knowledge.forms import Text
from bot.knowledge.model import Event, Status
from bot.reminders.model import EVERYTHING, Scope, ScopeKind, Subscription
from bot.reminders.plan import Rules, plans
from bot.reminders.preview import Posting, preview
from bot.reply import Language
from tests.unit.reminders.base import ANY_RULES, RULES, at, event, events, subscribed, wall

AARHUS = event("aarhus", starts=date(2023, 11, 8), place=Text(da="Aarhus", en="Aarhus"))
ODENSE = event("odense", starts=wall(2023, 11, 8, 10))
PLANS = plans([ODENSE, AARHUS], RULES)
ALWAYS = (at(2023, 1, 1), at(2023, 12, 31))
ON_FYN = Scope(ScopeKind.PLACE, "fyn")


def told(*postings: Posting) -> list[tuple[str, str, str]]:
    return [(one.event, one.name, one.subscription.address.id) for one in postings]


def test_what_would_be_posted_comes_by_due_time_event_and_address() -> None:
    postings = preview(PLANS, [subscribed("C2"), subscribed("C1", ON_FYN)], *ALWAYS)
    assert told(*postings) == [
        ("aarhus", "7d", "C2"),
        ("odense", "7d", "C1"),
        ("odense", "7d", "C2"),
        ("aarhus", "1d", "C2"),
        ("odense", "1d", "C1"),
        ("odense", "1d", "C2"),
        ("odense", "1h", "C1"),
        ("odense", "1h", "C2"),
    ]


def test_a_posting_says_all_of_its_occurrence() -> None:
    who = subscribed("C1", ON_FYN)
    (only,) = preview(PLANS, [who], at(2023, 11, 7, 12), at(2023, 11, 8, 12))
    due, useless = at(2023, 11, 8, 9), at(2023, 11, 8, 10)
    assert only == Posting(due, useless, Kind.REMINDER, "1h", "odense", who)


def test_what_is_due_at_the_end_counts_and_what_is_due_at_the_beginning_does_not() -> None:
    who = [subscribed("C1", ON_FYN)]
    day, hour = at(2023, 11, 7, 9), at(2023, 11, 8, 9)
    assert told(*preview(PLANS, who, day, hour)) == [("odense", "1h", "C1")]


def test_an_address_is_written_to_once_in_the_language_it_asked_for_first() -> None:
    twice = [
        subscribed("C1", Scope(ScopeKind.EVENT, "odense"), Language.ENGLISH),
        subscribed("C1", EVERYTHING),
    ]
    postings = preview(PLANS, twice, at(2023, 11, 7), at(2023, 11, 7, 12))
    assert told(*postings) == [("aarhus", "1d", "C1"), ("odense", "1d", "C1")]
    languages = [one.subscription.language for one in postings]
    assert languages == [Language.DANISH, Language.ENGLISH]


def test_a_cancelled_event_and_one_nobody_wants_are_not_posted() -> None:
    cancelled = plans([event(starts=date(2023, 11, 8), status=Status.CANCELLED)], RULES)
    assert preview(cancelled, [subscribed("C1")], *ALWAYS) == ()
    assert preview(PLANS, [subscribed("C1", Scope(ScopeKind.TAG, "kursus"))], *ALWAYS) == ()
    assert preview(PLANS, [], *ALWAYS) == ()


SUBSCRIPTIONS = st.lists(
    st.builds(
        subscribed,
        st.sampled_from(["C1", "C2", "C3"]),
        st.sampled_from([EVERYTHING, ON_FYN, Scope(ScopeKind.EVENT, "gathering")]),
    ),
    max_size=6,
)


@given(events(), ANY_RULES, SUBSCRIPTIONS)
def test_however_the_time_is_cut_each_message_is_posted_once(
    made: Event, rules: Rules, who: list[Subscription]
) -> None:
    planned = plans([made], rules)
    whole = preview(planned, who, at(2020, 1, 1), at(2027, 1, 1))
    assert len({(one.name, one.subscription.address.key) for one in whole}) == len(whole)
    cuts = [at(year, 1, 1) for year in range(2020, 2028)]
    parts = [one for since, until in pairwise(cuts) for one in preview(planned, who, since, until)]
    assert tuple(parts) == whole
