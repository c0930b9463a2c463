"""People and events looked up in the shipped base, as fast as somebody types."""

from datetime import datetime
from time import perf_counter

import pytest

from bot.desk import Desk
from bot.plain_text import plain_text
from bot.ports import Found, Sought
from bot.reply import Language

SOON_ENOUGH = 0.020
"""Seconds, for half of what is typed and more."""
TYPED = ("", "k", "kri", "kristian kvist", "jura", "regnekraft", "gpu", "historiske data",
         "hvem har styr på historiske data?", "bechmann", "whinn", "i oktober", "odense",
         "asdf")  # fmt: skip


def find(desk: Desk, text: str, sought: Sought, at: datetime) -> tuple[Found, ...]:
    return desk.find(text, sought, Language.DANISH, at, 10)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Kri", ["kristian-fjordside-nielsen", "kristian-kvist"]),
        ("krisitan", ["kristian-fjordside-nielsen", "kristian-kvist"]),
        ("Nielsen", ["kristian-fjordside-nielsen", "peter-boerker-nielsen"]),
        ("vaerg", ["kim-vaergman"]),
        ("katrine", ["kathrine-holtz-paarup"]),
        ("kfn", ["kristian-fjordside-nielsen"]),
        ("historiske data",
         ["sune-welling-hansen", "anders-wang-maarbjerg", "kristian-kvist"]),
        ("nyhedsbrev", ["anne-hagelskjaer-skovlund"]),
        ("clinical needs", ["maj-kicki-kiehn", "kathrine-holtz-paarup"]),
        ("bechmann", []),
        ("Mette Kvist", []),
        ("pizza", []),
    ],
)  # fmt: skip
def test_people(desk: Desk, early_june: datetime, text: str, ids: list[str]) -> None:
    assert [one.id for one in find(desk, text, Sought.PEOPLE, early_june)] == ids


@pytest.mark.parametrize("text", ["jura", "juura", "jur", "gpu", "GPU'er", "regnekraft"])
def test_an_area_leads_to_whom_the_base_names_for_it(
    desk: Desk, early_june: datetime, text: str
) -> None:
    found = find(desk, text, Sought.PEOPLE, early_june)
    assert "kristian-fjordside-nielsen" in [one.id for one in found]


def test_nobody_is_said_to_be_the_lawyer(desk: Desk, early_june: datetime) -> None:
    for one in find(desk, "jurist", Sought.PEOPLE, early_june):
        assert "nævner ingen bestemt person for »Jura" in plain_text(one.reply)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("whinn", ["whinn-2023"]),
        ("okt", ["nordic-ai-meet-2023"]),
        ("konference i Odense", ["whinn-2023"]),
        ("copen", ["nordic-ai-meet-2023"]),
        ("juni", ["ai-project-to-value-2023", "llm-online-event-2023"]),
        ("sprogmodeller", ["llm-online-event-2023"]),
        ("bechmann", []),
    ],
)
def test_events(desk: Desk, early_june: datetime, text: str, ids: list[str]) -> None:
    assert [one.id for one in find(desk, text, Sought.EVENTS, early_june)] == ids


def test_every_person_is_found_by_their_own_name(desk: Desk, early_june: datetime) -> None:
    for person in desk.lookup.knowledge.people:
        assert person.id in [one.id for one in find(desk, person.name, Sought.PEOPLE, early_june)]


def test_it_is_as_fast_as_typing(desk: Desk, early_june: datetime) -> None:
    took = []
    for text in TYPED * 3:
        for sought in Sought:
            before = perf_counter()
            find(desk, text, sought, early_june)
            took.append(perf_counter() - before)
    assert sorted(took)[len(took) * 9 // 10] < SOON_ENOUGH
