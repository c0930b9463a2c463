from pathlib import Path

import pytest

from bot.assistant.lookup import Lookup
from bot.assistant.vocabulary import phrases
from bot.knowledge.forms import Text
from bot.knowledge.loader import load, read_folder
from bot.knowledge.model import Event, Knowledge
from bot.reminders.plan_scopes import places_of, tag_key, tags_of
from tests.unit.reminders.base import event

SHIPPED = load(read_folder(Path(__file__).parents[3] / "knowledge"))


def tagless(event_: Event) -> Event:
    return event_.model_copy(update={"tags": ()})


@pytest.mark.parametrize(
    ("place", "online", "asked"),
    [
        (Text(da="Odense", en="Odense"), False, {"odense", "fyn", "danmark"}),
        (Text(da="SDU, Odense", en="SDU"), False, {"sdu", "sdu odense", "odense", "fyn"}),
        (Text(da="København", en="Copenhagen"), True, {"koebenhavn", "sjaelland", "online"}),
        (Text(da="Kongreshuset", en="The Aarhus congress centre"), False, {"aarhus", "jylland"}),
        (None, True, {"online"}),
    ],
)
def test_the_places_that_an_event_is_in(place: Text | None, online: bool, asked: set[str]) -> None:
    assert places_of(event(place=place, online=online)) >= asked


def test_an_event_is_online_only_where_it_says_so() -> None:
    assert "online" not in places_of(event())


def test_a_tag_is_known_by_its_folded_danish_words() -> None:
    assert tag_key(Text(da="Åbent Møde", en="Open meeting")) == "aabent moede"
    tags = (Text(da="Kursus", en="Course"), Text(da="KURSUS", en="Class"))
    assert tags_of(event(tags=tags)) == {"kursus"}


def test_questions_are_not_matched_by_tags() -> None:
    without = SHIPPED.model_copy(update={"events": tuple(map(tagless, SHIPPED.events))})
    assert without != SHIPPED
    assert phrases(Lookup(without)) == phrases(Lookup(SHIPPED))


def test_every_shipped_event_is_tagged_and_each_tag_reads_the_same_everywhere() -> None:
    assert all(one.tags for one in SHIPPED.events)
    assert isinstance(SHIPPED, Knowledge)
    tags = [tag for one in SHIPPED.events for tag in one.tags]
    assert len(set(tags)) == len({tag_key(tag) for tag in tags})
