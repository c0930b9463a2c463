import pytest

from bot.knowledge.loader import load
from tests.unit.knowledge.base import problems, spoilt

PLACE = "    place: {da: Odense, en: Odense}\n"
TIMES = "starts: 2023-06-21T15:15\n    ends: 2023-06-21 16:30\n"
WHOLE_DAY = "starts: 2023-06-21\n    ends: 2023-06-21\n"
EMAIL = "    email: anna.hansen@example.dk\n"
SECOND_ROLE = """\
roles:
  - id: nobody
    source: newsletter
    checked: 2023-06-21
    title: {da: Ingen, en: Nobody}
    organisation: rain
    summary: {da: Ingen endnu., en: Nobody yet.}
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "wrong", "mend"),
    [
        ("ends: 2023-06-21 16:30", "ends: 2023-06-21", "events.yaml:21", "time of day", "neither"),
        ("ends: 2023-06-21 16:30", "ends: 2023-06-21 15:14", "events.yaml:21", "before it starts",
         "Correct"),
        ("T15:15", "T15:15:00+02:00", "events.yaml:20", "has an offset", "2023-06-21T15:15"),
        ("T15:15", "T15:15Z", "events.yaml:20", "`starts` has an offset", "`zone`"),
        ("2023-06-14", "2023-06-14T12:00+02:00", "events.yaml:25", "offset", "2023-06-14T12:00"),
        ("2023-06-14", "2023-06-22", "events.yaml:25", "after the event starts", "Correct"),
        ("2023-06-14", "2023-06-21T15:16", "events.yaml:25", "after the event starts", "Correct"),
        (PLACE, "", "events.yaml:16", "no place and is not online", "online: true"),
        (PLACE, "    online: false\n", "events.yaml:16", "no place", "place:"),
        (PLACE, PLACE + "    zone: Europe/Kopenhagen\n", "events.yaml:23",
         "no time zone `Europe/Kopenhagen`", "`Europe/Copenhagen`"),
        (PLACE, PLACE + "    zone: ../etc\n", "events.yaml:23", "no time zone", "Europe"),
        (PLACE, PLACE + "    reminders:\n", "events.yaml:23", "nothing after the colon", "`[]`"),
        (PLACE, PLACE + "    reminders: [7 days, 1 hour, 7 dage]\n", "events.yaml:23",
         "says `7 dage`, which `7 days` says too", "Delete one"),
        (PLACE, PLACE + "    reminders:\n    - 1 week\n    - 7 days\n", "events.yaml:25",
         "says `7 days`, which `1 week` says too", "Delete one"),
        (PLACE, PLACE + "    reminders: [1 hour, 1 hour]\n", "events.yaml:23", "says too", "one"),
        (TIMES, WHOLE_DAY + "    reminders: [1 day, 2 hours]\n", "events.yaml:22",
         "`2 hours` is no whole day", "`starts` and `ends` a time"),
        (PLACE, PLACE + "    tags: [{da: Møde, en: Meeting}, {da: møde, en: Talk}]\n",
         "events.yaml:23", "`tags` names `møde` twice", "Delete one"),
        (EMAIL, "", "people.yaml:13", "neither `email` nor `reach`", "get in touch"),
        ("en: [Write to us.]", "en: [Write., Us.]", "events.yaml:12", "1 in Danish, but 2 in Engl",
         "both languages"),
        ("      en: [Write to us.]\n", "", "events.yaml:12", "nothing in English", "`en:`"),
        ("      da: [sparring, hjælp]\n", "", "events.yaml:9", "nothing in Danish", "`da:`"),
        ("last: 2023-06-30", "last: 2023-05-30", "people.yaml:4", "ends (2023-05-30)", "Correct"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_with_its_line_and_the_mend(
    old: str, new: str, place: str, wrong: str, mend: str
) -> None:
    (only,) = problems(spoilt(old, new))
    assert wrong in only.wrong
    assert f"{only.file}:{only.line}" == place
    assert mend in only.mend


def test_a_role_without_people_needs_another_to_turn_to() -> None:
    files = spoilt("", "") | {"roles.yaml": SECOND_ROLE.encode()}
    (only,) = problems(files)
    assert f"{only.file}:{only.line}" == "roles.yaml:2"
    assert "`fallback`" in only.mend
    files["roles.yaml"] += b"    fallback: front-desk\n"
    assert load(files).roles[1].fallback == "front-desk"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PLACE, "    online: true\n"),
        ("2023-06-14", "2023-06-21"),
        ("2023-06-14", "2023-06-21T15:15"),
        ("16:30", "15:15"),
        ("people: [anna-hansen]", "people: []"),
        ("      da: [Skriv til os.]\n      en: [Write to us.]", "      da: []\n      en: []"),
        (PLACE, PLACE + "    reminders: []\n"),
        (PLACE, PLACE + "    reminders: [24 hours, 1 day]\n"),
        (TIMES, WHOLE_DAY + "    reminders: [2 uger, 1 dag]\n"),
        (PLACE, PLACE + "    tags: [{da: Møde, en: Talk}, {da: Kursus, en: Talk}]\n"),
        (EMAIL, "    reach: {da: Ring., en: Call.}\n"),
    ],
)  # fmt: skip
def test_what_a_rule_just_allows_is_loaded(old: str, new: str) -> None:
    assert load(spoilt(old, new))


def test_reminders_are_what_the_file_says_and_the_usual_ones_where_it_says_nothing() -> None:
    assert load(spoilt("", "")).events[0].reminders is None
    assert load(spoilt(PLACE, PLACE + "    reminders: []\n")).events[0].reminders == ()
    own = PLACE + "    reminders: [14 days, 1 dag, 2 hours]\n"
    offsets = load(spoilt(PLACE, own)).events[0].reminders
    assert [offset.name for offset in offsets or ()] == ["14d", "1d", "2h"]
