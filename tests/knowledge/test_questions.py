"""Every knowledge file is found by questions in people's own words, in the file of its name."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.desk import Desk
from bot.knowledge.loader import load_with_places, read_folder
from bot.reply import Language, Outcome, Question, Reply

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "knowledge"
WITHOUT_ANSWERS = "unanswerable"
WITHOUT_ENTRIES = {"sources"}
"""Files that hold nothing to ask for."""
FILES = sorted(path.stem for path in HERE.glob("*.yaml") if path.stem != WITHOUT_ANSWERS)

LEAST_FOUND = 0.9
"""Of all questions: answered rightly, or the entry among the choices."""
LEAST_FOUND_OF_A_FILE = 0.8
"""Files hold a dozen questions: two of them may miss."""
MOST_WRONG = 0.06
MOST_FALSE = 0.08


@dataclass(frozen=True)
class Row:
    """A question with the entry that answers it, and siblings that are as fair an answer."""

    q: str
    lang: Language
    fair: frozenset[str]


@dataclass(frozen=True)
class Asked:
    row: Row
    reply: Reply

    @property
    def entries(self) -> list[str]:
        return [entry.id for entry in self.reply.entries]

    @property
    def fits(self) -> bool:
        return not self.row.fair.isdisjoint(self.entries)

    @property
    def found(self) -> bool:
        return self.fits and self.reply.outcome in {Outcome.ANSWER, Outcome.CHOOSE}

    @property
    def wrong(self) -> bool:
        return self.reply.outcome is Outcome.ANSWER and not self.fits

    def __str__(self) -> str:
        wanted = ", ".join(sorted(self.row.fair)) or "nothing"
        got = ", ".join(self.entries) or "nothing"
        return f"{self.row.q!r}: wanted {wanted}; {self.reply.outcome}: {got}"


def rows(name: str) -> list[Row]:
    listed = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return [row(one) for one in listed]


def row(given: dict[str, Any]) -> Row:
    fair = {given["entry"]} if "entry" in given else set()
    return Row(given["q"], Language(given["lang"]), frozenset(fair | set(given.get("or", []))))


@pytest.fixture(scope="module", params=["alone", "seconded"])
def answering(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    """The desk without second opinions, and with those that are shipped."""
    return desk if request.param == "alone" else request.getfixturevalue("seconded_desk")


@pytest.fixture(scope="module")
def asked(answering: Desk, early_june: datetime) -> dict[str, list[Asked]]:
    """The replies to every file's questions."""
    return {
        name: [Asked(one, answering.reply(Question(one.q, early_june))) for one in rows(name)]
        for name in [*FILES, WITHOUT_ANSWERS]
    }


def told(misses: list[Asked]) -> str:
    return "\n".join(["", *(str(miss) for miss in misses)])


@pytest.mark.parametrize("name", FILES)
def test_a_files_entries_are_found(name: str, asked: dict[str, list[Asked]]) -> None:
    misses = [one for one in asked[name] if not one.found]
    share = 1 - len(misses) / len(asked[name])
    assert share >= LEAST_FOUND_OF_A_FILE, told(misses)


def test_nearly_everything_is_found(asked: dict[str, list[Asked]]) -> None:
    answerable = [one for name in FILES for one in asked[name]]
    misses = [one for one in answerable if not one.found]
    assert 1 - len(misses) / len(answerable) >= LEAST_FOUND, told(misses)


def test_hardly_anything_wrong_is_answered(asked: dict[str, list[Asked]]) -> None:
    answerable = [one for name in FILES for one in asked[name]]
    wrong = [one for one in answerable if one.wrong]
    assert len(wrong) <= MOST_WRONG * len(answerable), told(wrong)


def test_what_nobody_here_knows_is_not_answered(asked: dict[str, list[Asked]]) -> None:
    unanswerable = asked[WITHOUT_ANSWERS]
    false = [one for one in unanswerable if one.reply.outcome is Outcome.ANSWER]
    assert len(false) <= MOST_FALSE * len(unanswerable), told(false)


def test_a_question_of_several_words_is_answered_in_its_language(
    asked: dict[str, list[Asked]],
) -> None:
    """Keywords alone may be of either language."""
    whole = [one for name in FILES for one in asked[name] if one.row.q.endswith("?")]
    other = [one for one in whole if one.reply.language is not one.row.lang]
    assert len(other) <= 0.03 * len(whole), told(other)


def test_every_knowledge_file_has_its_questions() -> None:
    shipped = {Path(name).stem for name in read_folder(KNOWLEDGE)}
    assert shipped - WITHOUT_ENTRIES == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_files_questions_ask_for_its_entries(name: str) -> None:
    places = load_with_places(read_folder(KNOWLEDGE)).places
    listed = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    here = {id_ for id_, place in places.items() if place.file == f"{name}.yaml"}
    assert {one["entry"] for one in listed} <= here
    assert {id_ for one in listed for id_ in one.get("or", [])} <= set(places)


@pytest.mark.parametrize("name", [*FILES, WITHOUT_ANSWERS])
def test_no_question_stands_twice(name: str) -> None:
    questions = [one.q.casefold() for one in rows(name)]
    assert len(set(questions)) == len(questions) >= 10
    assert {one.lang for one in rows(name)} == set(Language)


def test_what_nobody_here_knows_names_no_entry() -> None:
    assert [one for one in rows(WITHOUT_ANSWERS) if one.fair] == []
