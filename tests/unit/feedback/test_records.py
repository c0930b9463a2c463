from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.feedback.ports import Record
from bot.feedback.records import Counted, records

DAY, LATER = date(2023, 6, 1), date(2023, 6, 21)
COUNTED = st.builds(
    Counted,
    entries=st.frozensets(st.sampled_from("abc"), min_size=1),
    right=st.booleans(),
    count=st.integers(1, 50),
    last=st.dates(DAY, LATER),
)


def test_a_verdict_counts_for_every_entry_of_its_answer() -> None:
    found = records([Counted("ab", True, 2, DAY), Counted("b", False, 1, LATER)])
    assert found == (Record("b", 2, 1, LATER), Record("a", 2, 0, DAY))


def test_the_largest_share_of_wrong_answers_comes_first() -> None:
    often = Counted(["often"], False, 6, DAY), Counted(["often"], True, 6, DAY)
    rarely = Counted(["rarely"], False, 6, DAY), Counted(["rarely"], True, 60, DAY)
    assert [one.entry for one in records([*rarely, *often])] == ["often", "rarely"]


def test_a_single_complaint_weighs_less_than_many() -> None:
    once = Counted(["once"], False, 1, DAY)
    many = Counted(["many"], False, 10, DAY), Counted(["many"], True, 5, DAY)
    assert [one.entry for one in records([once, *many])] == ["many", "once"]


@given(st.lists(COUNTED))
def test_nothing_is_lost_and_the_order_is_always_the_same(counted: list[Counted]) -> None:
    found = records(counted)
    assert found == records(reversed(counted))
    assert len({one.entry for one in found}) == len(found)
    whole = sum(one.count * len(set(one.entries)) for one in counted)
    assert sum(one.right + one.wrong for one in found) == whole
