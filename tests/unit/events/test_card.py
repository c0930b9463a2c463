from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import AnyHttpUrl

from bot.events.card import event_card
from bot.knowledge.forms import Link, Text
from bot.knowledge.model import Status
from bot.reply import EventCard, Language
from tests.unit.events.making import event, wall

NOW = datetime(2023, 6, 21, 12, tzinfo=UTC)
DA, EN = Language.DANISH, Language.ENGLISH
LATER: dict[str, Any] = {"starts": date(2023, 11, 8), "ends": date(2023, 11, 9)}


def card(language: Language = DA, **fields: Any) -> EventCard:  # noqa: ANN401 — as a file has it
    return event_card(event(**fields), language, NOW)


def test_what_a_card_says() -> None:
    link = Link(title=Text(da="Program", en="Programme"), url=AnyHttpUrl("https://example.org/p"))
    register = AnyHttpUrl("https://example.org/r")
    made = card(EN, **LATER, links=(link,), registration=register)
    assert made == EventCard(
        id="gathering",
        title="A gathering",
        when="Wednesday 8 – Thursday 9 November 2023",
        where="Odense",
        starts=date(2023, 11, 8),
        ends=date(2023, 11, 9),
        url="https://example.org/p",
        registration="https://example.org/r",
    )


def test_times_are_aware() -> None:
    made = card(starts=wall(2023, 6, 21, 15, 15), ends=wall(2023, 6, 21, 16, 45))
    assert made.when == "onsdag den 21. juni 2023 kl. 15.15–16.45"
    assert isinstance(made.starts, datetime)
    assert made.starts.utcoffset() is not None


@pytest.mark.parametrize(
    ("place", "online", "said"),
    [
        (None, True, "Online"),
        (Text(da="Virtuelt", en="Virtual"), True, "Online"),
        (Text(da="Odense", en="Odense"), True, "Odense og online"),
        (Text(da="København", en="Copenhagen"), False, "København"),
    ],
)
def test_where(place: Text | None, online: bool, said: str) -> None:
    assert card(**LATER, place=place, online=online).where == said


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        (LATER, ""),
        ({**LATER, "year_inferred": True}, "Årstallet står ikke i kilden; 2023 er udledt."),
        ({**LATER, "status": Status.CANCELLED}, "Aflyst."),
        ({**LATER, "status": Status.MOVED}, "Flyttet; tid og sted her er de nye."),
        ({"starts": date(2023, 6, 20)}, "Har været afholdt."),
        ({"starts": date(2023, 6, 21)}, "Er i gang."),
        ({"starts": date(2023, 6, 20), "status": Status.CANCELLED}, "Aflyst."),
        (
            {**LATER, "register_by": date(2023, 11, 1)},
            "Tilmelding senest onsdag den 1. november 2023.",
        ),
        (
            {**LATER, "register_by": wall(2023, 6, 21, 13)},
            "Tilmeldingsfristen var onsdag den 21. juni 2023 kl. 13.00.",
        ),
        (
            {"starts": date(2023, 6, 7), "year_inferred": True},
            "Har været afholdt. Årstallet står ikke i kilden; 2023 er udledt.",
        ),
    ],
)
def test_notes(fields: dict[str, Any], note: str) -> None:
    assert card(**fields).note == note


def test_the_last_day_to_register_is_still_open() -> None:
    assert "senest" in card(**LATER, register_by=date(2023, 6, 21)).note


@pytest.mark.parametrize(
    "fields", [{"starts": date(2023, 6, 20)}, {**LATER, "status": Status.CANCELLED}]
)
def test_nothing_is_left_to_register_for(fields: dict[str, Any]) -> None:
    assert card(**fields, registration=AnyHttpUrl("https://example.org/r")).registration == ""
