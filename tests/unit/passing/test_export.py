"""Proposals as YAML: ready for the knowledge base, but for what a person has to see to."""

from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import KnowledgeError, Problem
from bot.knowledge.loader import load
from bot.passing.export import NONE, as_yaml
from bot.passing.model import Proposal
from bot.reply import Language
from tests.fakes.responder import NOON
from tests.unit.assistant.base import MORE

TODAY = date(2023, 6, 22)
PROPOSED = Proposal(
    id="0123456789abcdef",
    question="Hvem må se data? Jeg spørger for en ven: #1 'x' \"y\"",
    answer="Alle i projektet.\n\nSpørg: Cy.",
    by="Bo: # Bo",
    at=NOON,
    language=Language.DANISH,
    area="legal",
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


def problems(written: str) -> list[Problem]:
    with pytest.raises(KnowledgeError) as caught:
        load({"all.yaml": MORE.encode(), "new.yaml": written.encode()})
    return list(caught.value.problems)


def in_english(written: str) -> str:
    """With the other language written."""
    return written.replace("# en: still to be written in English", "en: Written")


def test_it_says_what_it_rests_on() -> None:
    written = as_yaml([PROPOSED], TODAY)
    assert "# Number: 0123456789abcdef" in written
    assert '"Bo: # Bo" on Wednesday 21 June 2023 at 14:00' in written
    assert "# The question was: " in written
    (entry,) = yaml.safe_load(written)["topics"]
    assert entry["id"] == "answer-01234567"
    assert entry["checked"] == TODAY
    assert entry["title"] == {"da": "Hvem må se data? Jeg spørger for en ven: #1 'x' \"y\""}
    assert entry["summary"] == {"da": "Alle i projektet."}
    assert entry["points"] == {"da": ["Spørg: Cy."]}
    assert entry["contact"] == "legal"


def test_what_is_missing_is_named_with_its_line() -> None:
    written = as_yaml([PROPOSED], TODAY)
    lines = written.splitlines()
    named = {lines[problem.line - 1].strip().partition(":")[0] for problem in problems(written)}
    assert named == {"source", "title", "summary", "points"}


def test_where_it_comes_from_is_asked_for_next() -> None:
    alone = replace(PROPOSED, answer="Alle i projektet.")
    (problem,) = problems(in_english(as_yaml([alone], TODAY)))
    assert "write-the-source" in problem.wrong


def test_once_that_is_written_it_is_an_entry_like_any_other() -> None:
    alone = replace(PROPOSED, answer="Alle i projektet.")
    written = in_english(as_yaml([alone], TODAY)).replace("write-the-source", "letter")
    knowledge = load({"all.yaml": MORE.encode(), "new.yaml": written.encode()})
    assert "answer-01234567" in {topic.id for topic in knowledge.topics}
    (heard,) = knowledge.heard
    assert heard.entry == "answer-01234567"
    assert heard.da == (PROPOSED.question,)


def test_of_a_long_question_what_the_base_takes_is_heard() -> None:
    long = replace(PROPOSED, answer="Alle.", question="Hvorfor? " * 200)
    written = in_english(as_yaml([long], TODAY)).replace("write-the-source", "letter")
    (heard,) = load({"all.yaml": MORE.encode(), "new.yaml": written.encode()}).heard
    assert heard.da == (long.question[:600].strip(),)


def test_an_english_answer_wants_danish() -> None:
    written = as_yaml([replace(PROPOSED, language=Language.ENGLISH)], TODAY)
    (entry,) = yaml.safe_load(written)["topics"]
    assert set(entry["summary"]) == {"en"}
    assert "# da: still to be written in Danish" in written


def test_a_question_that_was_withdrawn_is_not_shown() -> None:
    written = as_yaml([replace(PROPOSED, question="")], TODAY)
    assert "heard" not in yaml.safe_load(written)
    assert "wants to be forgotten" in written
    (entry,) = yaml.safe_load(written)["topics"]
    assert entry["title"] is None


def test_several_are_one_file_and_none_is_said() -> None:
    several = as_yaml([PROPOSED, replace(PROPOSED, id="f" * 32, area="")], TODAY)
    entries = yaml.safe_load(several)["topics"]
    assert [entry["id"] for entry in entries] == ["answer-01234567", "answer-ffffffff"]
    assert "contact" not in entries[1]
    assert as_yaml([], TODAY) == NONE
    assert yaml.safe_load(NONE) is None


@given(TEXT, TEXT, TEXT)
def test_whatever_was_written_is_data(question: str, answer: str, name: str) -> None:
    if not answer.strip():
        return
    proposed = replace(PROPOSED, question=question, answer=answer, by=name)
    (entry,) = yaml.safe_load(as_yaml([proposed], TODAY))["topics"]
    assert set(entry) <= {"id", "source", "checked", "title", "summary", "points", "contact"}
    said = [entry["summary"]["da"], *(entry.get("points") or {"da": []})["da"]]
    assert " ".join(said).split() == answer.split()
    assert all(0 < len(text) <= 600 for text in said)


@given(st.integers(1, 2000))
def test_a_long_answer_is_cut_into_texts_that_fit(length: int) -> None:
    for answer in ("x" * length, "ord " * (length // 4 + 1)):
        (entry,) = yaml.safe_load(as_yaml([replace(PROPOSED, answer=answer)], TODAY))["topics"]
        said = [entry["summary"]["da"], *(entry.get("points") or {"da": []})["da"]]
        assert all(0 < len(text) <= 600 for text in said)
        assert "".join(said).replace(" ", "") == answer.replace(" ", "")
