from datetime import date, datetime
from pathlib import Path

import pytest

from bot.errors import KnowledgeError, UsageError
from bot.knowledge.forms import Span
from bot.knowledge.loader import load, load_with_places, read_folder
from bot.reply import Audience, Language
from tests.unit.knowledge.base import FILES, PEOPLE, encoded, problems, spoilt


def test_a_valid_base_is_loaded_whole() -> None:
    knowledge = load(encoded(FILES))
    assert [entry.id for entry in knowledge.entries()] == [
        "rain", "anna-hansen", "front-desk", "advice", "symposium",
    ]  # fmt: skip
    assert knowledge.sources[0].published == Span(first=date(2023, 6, 1), last=date(2023, 6, 30))
    assert knowledge.roles[0].audience == (Audience.EMPLOYEE, Audience.COMPANY)
    assert knowledge.services[0].ask.say(Language.DANISH) == ("sparring", "hjælp")


@pytest.mark.parametrize(
    "written", ["2023-06-21T15:15", "2023-06-21 15:15", "2023-06-21T15:15:00", "2023-06-21t15:15"]
)
def test_every_common_way_to_write_a_time_is_read(written: str) -> None:
    event = load(spoilt("2023-06-21T15:15", written)).events[0]
    assert event.starts == datetime(2023, 6, 21, 15, 15)  # noqa: DTZ001 — local to the zone
    assert event.start.isoformat() == "2023-06-21T15:15:00+02:00"


def test_dates_stay_dates() -> None:
    files = spoilt(
        "2023-06-21T15:15\n    ends: 2023-06-21 16:30", "2023-06-21\n    ends: 2023-06-22"
    )
    event = load(files).events[0]
    assert (event.start, event.end) == (date(2023, 6, 21), date(2023, 6, 22))


def test_yes_is_fine_where_yes_or_no_is_asked() -> None:
    assert load(spoilt("entrance: true", "entrance: yes")).roles[0].entrance


def test_the_version_tells_contents_and_names_apart() -> None:
    versions = {
        load(files).version
        for files in (
            encoded(FILES),
            spoilt("Hansen", "Jensen"),
            encoded({"a.yaml": FILES["events.yaml"], "people.yaml": PEOPLE}),
        )
    }
    assert len(versions) == 3
    assert load(encoded(FILES)).version == load(dict(reversed(encoded(FILES).items()))).version


def test_places_tell_file_and_line() -> None:
    places = load_with_places(encoded(FILES)).places
    assert (places["anna-hansen"].file, places["anna-hansen"].line) == ("people.yaml", 13)
    assert places["anna-hansen"].at("email") == 17
    assert places["anna-hansen"].at("nothing", "here") == 13
    assert places["newsletter"].file == "people.yaml"


def test_every_error_of_every_file_is_told_at_once() -> None:
    files = encoded(
        {
            "events.yaml": FILES["events.yaml"]
            .replace("contact: front-desk", "contact: front-dsk")
            .replace("16:30", "14:30")
            .replace("en: [Write to us.]", "en: []")
            .replace("en: Odense", "en: no"),
            "people.yaml": PEOPLE.replace("anna.hansen@example.dk", "anna.hansen")
            .replace("https://example.dk/nyt", "ftp://example.dk/nyt")
            .replace("entrance: true", "entrence: true"),
        }
    )
    found = [(problem.file, problem.line) for problem in problems(files)]
    assert found == [
        ("events.yaml", 8), # the contact
        ("events.yaml", 12), # the steps in one language
        ("events.yaml", 21), # the end before the start
        ("events.yaml", 22), # a place called no
        ("people.yaml", 5), # the link
        ("people.yaml", 17), # the address
        ("people.yaml", 20), # no entrance any more
        ("people.yaml", 28), # the unknown field
    ]  # fmt: skip


def test_an_unreadable_file_does_not_make_its_entries_missing() -> None:
    found = problems(encoded({**FILES, "people.yaml": PEOPLE + "x: [\n"}))
    assert {problem.file for problem in found} == {"people.yaml"}


def test_an_invalid_entry_is_not_called_missing_too() -> None:
    (only,) = problems(spoilt("name: Anna Hansen", "name: 007"))
    assert only.line == 16


def test_a_base_without_files_or_entries_is_refused() -> None:
    assert problems({})[0].wrong == "The knowledge base has no entries."
    assert problems({"a.yaml": b"people: []"})[0].file == "a.yaml"


def test_a_folder_is_read_in_order_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.yaml", "sub/a.yml", "C.YAML", ".b.yaml", ".git/c.yaml", "notes.txt", "b.yaml~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "folder.yaml").mkdir()
    assert list(read_folder(tmp_path).items()) == [
        ("C.YAML", b"C.YAML"), ("b.yaml", b"b.yaml"), ("sub/a.yml", b"sub/a.yml"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_with_nothing_in_it_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=rf"{name}.*name the one that"):
        read_folder(tmp_path / name)


def test_of_a_file_too_large_only_the_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * 3_000_000)
    files = read_folder(tmp_path)
    assert len(files["big.yaml"]) == 1_000_001
    with pytest.raises(KnowledgeError, match=r"big.yaml:1: error: The file is larger than 1 MB."):
        load(files)
