from datetime import date

import pytest

from bot.errors import Problem, Severity
from bot.knowledge.check import findings
from bot.knowledge.loader import load_with_places
from tests.unit.knowledge.base import EVENTS, FILES, PEOPLE, encoded, spoilt

SOON = date(2023, 6, 21)
LATER = date(2024, 6, 1)
SPARE_PERSON = """\
people:
  - id: bo-lund
    source: newsletter
    checked: 2023-06-21
    name: Bo Lund
    email: bo.lund@example.dk
    organisation: rain
"""
TOPIC = """\
topics:
  - id: {id}
    source: newsletter
    checked: 2023-06-21
    title: {{da: "{title}", en: "{title}"}}
    summary: {{da: Noget., en: Something.}}
    ask:
      da: [emne {id}, "{word}"]
      en: [subject {id}]
"""


def found(files: dict[str, bytes], today: date = SOON) -> list[Problem]:
    loaded = load_with_places(files)
    return findings(loaded.knowledge, loaded.places, today)


def only(files: dict[str, bytes], today: date = SOON) -> Problem:
    (problem,) = found(files, today)
    return problem


def topic(name: str, title: str, word: str = "noget") -> str:
    return TOPIC.format(id=name, title=title, word=word)


def test_a_good_base_raises_nothing() -> None:
    assert found(encoded(FILES)) == []


@pytest.mark.parametrize(("day", "due"), [(date(2023, 12, 18), 0), (date(2023, 12, 19), 2)])
def test_entries_are_due_the_day_after_their_interval(day: date, due: int) -> None:
    assert len(found(encoded(FILES), day)) == due


def test_stale_entries_are_told_once_a_file_and_a_past_event_is_left_alone() -> None:
    events, people = found(encoded(FILES), LATER)
    assert (events.file, events.line) == ("events.yaml", 4)
    assert (
        events.wrong
        == "An entry is due for a check, the first since 2023-12-18: `advice`.".replace("`", "")
    )
    assert (people.file, people.line) == ("people.yaml", 9)
    assert people.wrong.startswith("3 entries are due")
    assert people.wrong.endswith("rain, anna-hansen, front-desk.")
    assert {events.severity, people.severity} == {Severity.WARNING}


def test_an_entry_may_last_longer_or_shorter() -> None:
    files = spoilt("    email", "    check_every: 30\n    email")
    stale = only(files, date(2023, 8, 1))
    assert (stale.line, "2023-07-21: anna-hansen" in stale.wrong) == (15, True)


def test_a_long_list_of_stale_entries_is_cut() -> None:
    topics = topic("t0", "T0") + "".join(
        topic(f"t{n}", f"T{n}", f"w{n}").removeprefix("topics:\n") for n in range(1, 20)
    )
    stale = found(encoded({**FILES, "topics.yaml": topics}), LATER)[-1]
    assert stale.file == "topics.yaml"
    assert stale.wrong.endswith("t6, t7 and 12 more.")


def test_a_day_of_checking_yet_to_come_is_an_error() -> None:
    problem = only(spoilt("checked: 2023-06-21", "checked: 2023-06-22"))
    assert (problem.file, problem.line) == ("events.yaml", 4)
    assert problem.severity is Severity.ERROR
    assert "`advice` was checked on 2023-06-22" in problem.wrong


def test_a_person_nobody_names_is_dead() -> None:
    problem = only(encoded({**FILES, "z.yaml": SPARE_PERSON}))
    assert (problem.file, problem.line, problem.severity) == ("z.yaml", 2, Severity.WARNING)
    assert problem.wrong == "No role, event or project names `Bo Lund`."
    named = EVENTS.replace("organiser: rain", "organiser: rain\n    people: [bo-lund]")
    assert (
        found(encoded({"events.yaml": named, "people.yaml": PEOPLE, "z.yaml": SPARE_PERSON})) == []
    )


def test_an_organisation_nobody_names_is_dead() -> None:
    text = PEOPLE[PEOPLE.index("organisations:") : PEOPLE.index("people:")]
    spare = text.replace("RAIN", "DOL").replace("id: rain", "id: dol")
    problem = only(encoded({**FILES, "z.yaml": spare}))
    assert (problem.file, problem.line) == ("z.yaml", 2)
    assert problem.wrong == "No other entry names the organisation `DOL`."


def test_a_source_nothing_comes_from_is_dead() -> None:
    text = PEOPLE[: PEOPLE.index("organisations:")]
    spare = text.replace("newsletter", "report", 1).replace("Nyhedsbrevet", "Rapporten")
    problem = only(encoded({**FILES, "z.yaml": spare.replace("The newsletter", "The report")}))
    assert (problem.file, problem.line) == ("z.yaml", 2)
    assert problem.wrong == "No entry names the source `The report`."


def test_two_names_alike_are_told_with_the_rival() -> None:
    problem = only(encoded({**FILES, "z.yaml": topic("other", "  sparring ")}))
    assert (problem.file, problem.line) == ("z.yaml", 5)
    assert problem.wrong == "`other` has the same name as `advice` (events.yaml:2)."


def test_the_same_event_on_another_day_is_no_rival() -> None:
    again = EVENTS[EVENTS.index("events:") :].replace("id: symposium", "id: symposium-again")
    problem = only(encoded({**FILES, "z.yaml": again}))
    assert "same name" in problem.wrong
    another_day = again.replace("06-21T15", "06-20T15").replace("06-21 16", "06-20 16")
    assert found(encoded({**FILES, "z.yaml": another_day})) == []


def test_the_same_words_to_ask_with_are_told_with_the_rival() -> None:
    problem = only(encoded({**FILES, "z.yaml": topic("other", "Emne", " Advice  ")}))
    assert (problem.file, problem.line) == ("z.yaml", 8)
    assert problem.wrong == "`Advice` also stands in `ask` of `advice` (events.yaml:2)."
    assert problem.severity is Severity.WARNING
