from datetime import UTC, datetime

import pytest

from bot.reminders.changes import Known, first_known, must_be_told, taken_over
from bot.reminders.model import EventPlan

DAY, HOUR, LATER = "2023-10-11", "2023-10-11T07:00:00+00:00", "2023-10-11T08:00:00+00:00"


def plan(
    start: str = HOUR, place: str = "Odense", *, moved: bool = False, cancelled: bool = False
) -> EventPlan:
    over = datetime(2023, 10, 11, 10, tzinfo=UTC)
    return EventPlan(
        "whinn", start, place, moved, cancelled, over, frozenset(), frozenset(), occurrences=()
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (plan(), plan(), False),
        (plan(), plan(LATER), True),
        (plan(), plan("2023-10-12T07:00:00+00:00"), True),
        (plan(), plan("2023-10-11T09:00:00+02:00"), False),
        (plan(DAY), plan(HOUR), False),
        (plan(HOUR), plan(DAY), False),
        (plan("2023-10-12"), plan(HOUR), True),
        (plan("2023-10-12"), plan("2023-10-11T22:30:00+00:00"), False),
        (plan(DAY), plan("2023-10-12"), True),
        (plan(), plan(place="Vejle"), False),
        (plan(), plan(place="Vejle", moved=True), True),
        (plan(), plan(moved=True), False),
        (plan(), plan(cancelled=True), True),
        (plan(cancelled=True), plan(cancelled=True), False),
        (plan(cancelled=True), plan(LATER, cancelled=True), False),
        (plan(cancelled=True), plan(), True),
    ],
)
def test_what_people_must_hear_of(before: EventPlan, after: EventPlan, told: bool) -> None:
    known = first_known(before)
    assert must_be_told(known, after) is told
    assert taken_over(known, after).rev == (2 if told else 1)
    assert (taken_over(known, after).said != known.said) is told


def test_a_place_that_was_corrected_in_silence_is_not_told_of_later() -> None:
    known = taken_over(first_known(plan()), plan(place="Vejle"))
    assert taken_over(known, plan(place="Vejle", moved=True)).rev == 1


def test_what_was_moved_twice_counts_twice_and_back_again_is_what_was_said_first() -> None:
    first = first_known(plan())
    there = taken_over(first, plan(LATER))
    back = taken_over(there, plan())
    assert (there.rev, back.rev) == (2, 3)
    assert back.said == first.said != there.said


def test_what_comes_back_is_planned_anew_and_nobody_is_told() -> None:
    known = first_known(plan())
    gone = Known(known.rev, known.said, known.start, known.place, cancelled=False, gone=True)
    back = taken_over(gone, plan())
    assert (back.rev, back.said, back.gone) == (2, known.said, False)
    assert not must_be_told(gone, plan())
