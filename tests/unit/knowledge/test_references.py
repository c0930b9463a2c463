import time

import pytest

from bot.knowledge.loader import load
from tests.unit.knowledge.base import EVENTS, FILES, PEOPLE, encoded, problems, spoilt


@pytest.mark.parametrize(
    ("old", "new", "place", "wrong", "mend"),
    [
        ("source: newsletter", "source: newsleter", "events.yaml:3", "`source` names `newsleter`",
         "Did you mean `newsletter`?"),
        ("contact: front-desk", "contact: zzz", "events.yaml:8", "does not exist",
         "Write the id of a role that exists"),
        ("contact: front-desk", "contact: anna-hansen", "events.yaml:8",
         "is a person, but it has to be a role", "role"),
        ("provided_by: rain", "provided_by: ran", "events.yaml:6", "`ran`", "`rain`"),
        ("organiser: rain", "organiser: anna-hansen", "events.yaml:23",
         "has to be an organisation", "an organisation"),
        ("people: [anna-hansen]", "people: [anna-hansen, ana-hansen]", "people.yaml:24",
         "`people` names `ana-hansen`", "`anna-hansen`"),
        ("organisation: rain", "organisation: symposium", "people.yaml:18", "is an event", "id"),
        ("contact: front-desk", "part_of: newsletter", "events.yaml:8",
         "an entry other than a source", "entry"),
        ("contact: front-desk", "part_of: advice", "events.yaml:8",
         "`advice` belongs under itself: advice → advice", "Remove"),
        ("entrance: true", "entrance: true\n    fallback: front-desk", "people.yaml:29",
         "falls back to itself", "Remove"),
        ("id: symposium", "id: anna-hansen", "people.yaml:13",
         "taken by the event at events.yaml:16", "another id"),
        ("    entrance: true\n", "", "people.yaml:20", "No role is the entrance", "entrance: true"),
        ("entrance: true", "entrance: false", "people.yaml:20", "No role is the entrance", "true"),
    ],
)  # fmt: skip
def test_a_reference_is_refused_with_its_line_and_the_mend(
    old: str, new: str, place: str, wrong: str, mend: str
) -> None:
    found = problems(spoilt(old, new))
    told = [problem for problem in found if wrong in problem.wrong]
    assert told, [str(problem) for problem in found]
    assert f"{told[0].file}:{told[0].line}" == place
    assert mend in told[0].mend


def test_a_circle_of_several_is_told_once() -> None:
    people = PEOPLE.replace(
        "organisation: rain\nroles", "organisation: rain\n    part_of: advice\nroles"
    )
    events = EVENTS.replace("organiser: rain", "organiser: rain\n    part_of: anna-hansen")
    events = events.replace("contact: front-desk", "part_of: symposium")
    (only,) = problems(encoded({"events.yaml": events, "people.yaml": people}))
    assert "advice → symposium → anna-hansen → advice" in only.wrong
    assert (only.file, only.line) == ("events.yaml", 8)


def test_a_second_entrance_is_told_where_it_stands() -> None:
    second = PEOPLE[PEOPLE.index("roles:") :].replace("front-desk", "back-door")
    (only,) = problems(encoded({**FILES, "roles.yaml": second}))
    assert (only.file, only.line) == ("roles.yaml", 10)
    assert only.wrong == "`back-door` is a second entrance for `employee` besides `front-desk`."
    assert "another `audience`" in only.mend


def test_each_audience_may_have_an_entrance_of_its_own() -> None:
    second = PEOPLE[PEOPLE.index("roles:") :].replace("front-desk", "back-door")
    second = second.replace("[employee, company]", "[researcher]")
    service = EVENTS.replace("contact: front-desk", "contact: front-desk\n    entrance: true")
    base = load(encoded({**FILES, "roles.yaml": second, "events.yaml": service}))
    assert [role.entrance for role in base.roles] == [True, True]
    assert [one.entrance for one in base.services] == [True]


def test_a_service_alone_is_no_entrance_for_whoever_is_not_known() -> None:
    files = {
        "people.yaml": PEOPLE.replace("    entrance: true\n", ""),
        "events.yaml": EVENTS.replace("contact: front-desk", "entrance: true"),
    }
    (only,) = problems(encoded(files))
    assert only.wrong.startswith("No role is the entrance")


def test_the_same_file_twice_names_every_id_and_both_places() -> None:
    found = problems(encoded({**FILES, "events-copy.yaml": EVENTS}))
    assert [(problem.file, problem.line) for problem in found] == [
        ("events.yaml", 2), ("events.yaml", 16),
    ]  # fmt: skip
    assert "events-copy.yaml:2" in found[0].wrong


def test_a_file_of_dangling_references_alone_is_refused_fast() -> None:
    topics = "".join(f"- {{id: t{n}, source: s{n}, part_of: x{n}}}\n" for n in range(4000))
    begun = time.perf_counter()
    assert len(problems(encoded({**FILES, "topics.yaml": "topics:\n" + topics}))) > 8000
    assert time.perf_counter() - begun < 6
