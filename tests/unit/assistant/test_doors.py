"""Whose entrance is which, on the small base and the shipped one."""

import pytest

from bot.assistant.doors import Doors, asks_to_begin, excludes
from bot.assistant.subjects import subjects
from bot.desk import Desk
from bot.reply import Audience
from tests.unit.assistant.base import LOOKUP


def test_the_shipped_entrances(desk: Desk) -> None:
    doors = {audience.value: door.id for audience, door in desk.lookup.doors.items()}
    assert doors == {
        "employee": "contact-general",
        "researcher": "cai-x-getting-started",
        "company": "cai-x-company-form",
    }
    assert desk.lookup.entrance.id == "contact-general"


def test_one_entrance_may_be_for_several() -> None:
    front_desk = LOOKUP.entrance
    assert LOOKUP.doors == {Audience.EMPLOYEE: front_desk, Audience.COMPANY: front_desk}
    assert Doors(LOOKUP, subjects(LOOKUP)).others(front_desk, None) == []


def test_whom_an_entry_is_not_for(desk: Desk) -> None:
    entries = desk.lookup.entries
    assert excludes(entries["processing-power"], Audience.COMPANY)
    assert not excludes(entries["processing-power"], Audience.EMPLOYEE)
    assert not excludes(entries["contact-cai-x"], Audience.COMPANY)
    assert not excludes(entries["peace"], Audience.COMPANY)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("hvem kontakter jeg?", True),
        ("hvordan kommer vi i gang", True),
        ("who do we talk to", True),
        ("hvad er PEACE?", False),
        ("what is on in October?", False),
    ],
)
def test_the_wish_to_begin(text: str, asks: bool) -> None:
    assert asks_to_begin(text) is asks
