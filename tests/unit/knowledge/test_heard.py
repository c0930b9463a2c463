"""Questions that people have asked for an entry, as they stand in the files."""

from datetime import date

import pytest

from bot.assistant.lookup import Lookup
from bot.assistant.vocabulary import phrases
from bot.errors import Severity
from bot.knowledge.check import findings
from bot.knowledge.loader import load, load_with_places
from tests.unit.knowledge.base import FILES, encoded, problems

HEARD = """\
heard:
  - entry: advice
    da: |
      Min chef siger: "gør det nu" - hvem kan jeg sparre med?
      # hvad nu

      yes
    en: |
      no: who could think along with us?
"""


def with_heard(text: str) -> dict[str, bytes]:
    return encoded({**FILES, "heard.yaml": text})


def test_each_line_is_a_question_whatever_signs_it_has() -> None:
    (heard,) = load(with_heard(HEARD)).heard
    assert heard.entry == "advice"
    assert heard.da == (
        'Min chef siger: "gør det nu" - hvem kan jeg sparre med?', "# hvad nu", "yes"
    )  # fmt: skip
    assert heard.questions == (*heard.da, "no: who could think along with us?")


def test_a_list_of_questions_is_read_too() -> None:
    (heard,) = load(with_heard("heard:\n- entry: advice\n  da: [hjælp os, sig noget]\n")).heard
    assert heard.questions == ("hjælp os", "sig noget")


@pytest.mark.parametrize(
    ("text", "line", "wrong", "mend"),
    [
        ("heard:\n- entry: newsletter\n  da: hej\n", 2, "a source or a person", "exists"),
        ("heard:\n- entry: anna-hansen\n  da: hej\n", 2, "which is a person", "or a person"),
        ("heard:\n- da: hej\n", 2, "`entry` is missing", "entry: …"),
        ("heard:\n- entry: advice\n", 2, "No question stands here", "da: |"),
        ("heard:\n- entry: advice\n  da: |\n\n", 2, "No question stands here", "da: |"),
        (f"heard:\n- entry: advice\n  da: |\n    hej\n    {'x' * 601}\n", 3, "600", "Shorten"),
        ("heard:\n- entry: advice\n  da: 7\n", 3, "`da` is", "line"),
        ("heard:\n- entry: advice\n  fr: salut\n  da: hej\n", 3, "no field `fr`", "entry, da"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, wrong: str, mend: str) -> None:
    (problem,) = problems(with_heard(text))
    assert (problem.file, problem.line) == ("heard.yaml", line)
    assert wrong in problem.wrong
    assert mend in problem.mend


def test_what_was_heard_of_what_is_gone_is_told_and_serving_goes_on() -> None:
    loaded = load_with_places(with_heard("heard:\n- entry: advise\n  da: hej\n"))
    (warning,) = loaded.warnings
    assert (warning.file, warning.line) == ("heard.yaml", 2)
    assert warning.wrong == "`entry` names `advise`, which does not exist."
    assert "`advice`" in warning.mend
    assert warning.severity is Severity.WARNING
    assert [phrase for phrase in phrases(Lookup(loaded.knowledge)) if phrase.heard] == []
    assert findings(loaded.knowledge, loaded.places, date(2023, 6, 21)) == []


def test_a_question_that_two_entries_have_is_told() -> None:
    twice = HEARD + "  - entry: front-desk\n    da: |\n      YES\n"
    loaded = load_with_places(with_heard(twice))
    (problem,) = findings(loaded.knowledge, loaded.places, date(2023, 6, 21))
    assert problem.wrong == "`YES` is also `heard` for `advice` (events.yaml:2)."
    assert problem.severity is Severity.WARNING
    assert problem.file == "people.yaml"
