import pytest

from tests.unit.knowledge.base import problems, spoilt


@pytest.mark.parametrize(
    ("old", "new", "place", "wrong", "mend"),
    [
        # YAML's own traps, where text is meant
        ("da: Odense", "da: no", "events.yaml:22", "`no` is read as yes or no", 'quotes: "no"'),
        ("da: Odense", "da: On", "events.yaml:22", "`On` is read as yes or no", 'quotes: "On"'),
        ("name: Anna Hansen", "name: 010", "people.yaml:16", "a number", 'quotes: "010"'),
        ("name: Anna Hansen", "name: 12", "people.yaml:16", "a number", 'quotes: "12"'),
        ("name: Anna Hansen", "name: 15:15", "people.yaml:16", "a number", 'quotes: "15:15"'),
        ("name: Anna Hansen", "name: 1.5", "people.yaml:16", "a number", 'quotes: "1.5"'),
        ("name: Anna Hansen", "name: 0x1F", "people.yaml:16", "a number", 'quotes: "0x1F"'),
        ("name: Anna Hansen", "name: 2023-06-21", "people.yaml:16", "a date", '"2023-06-21"'),
        ("name: Anna Hansen", "name: 2023-06-21 15:15", "people.yaml:16", "a date", "quotes"),
        ("name: Anna Hansen", "name: 2023-02-30", "people.yaml:16", "a date", "quotes"),
        ("name: Anna Hansen", "name: =", "people.yaml:16", "sign of YAML", "quotes"),
        ("[advice]", "[advice, yes]", "events.yaml:11", "`ask › en › no. 2`", '"yes"'),
        ("id: anna-hansen", "id: 2023", "people.yaml:13", "a number", '"2023"'),
        # nothing, too much, something else
        ("name: Anna Hansen", "name:", "people.yaml:16", "nothing after the colon", "delete"),
        ("name: Anna Hansen", 'name: " "', "people.yaml:16", "is empty", "delete"),
        ("name: Anna Hansen", "name: " + "x" * 700, "people.yaml:16", "longer than 600", "Short"),
        ("name: Anna Hansen", "name: [Anna]", "people.yaml:16", "is a list", "one line"),
        ("name: Anna Hansen", "name: {da: A}", "people.yaml:16", "a group of keys", "one line"),
        ("    name: Anna Hansen\n", "", "people.yaml:13", "`name` is missing", "Add a line `name"),
        ("    checked: 2023-06-21\n", "", "events.yaml:2", "`checked` is missing", "confirmed"),
        # both languages
        ("{da: Sparring, en: Advice}", "{da: Sparring}", "events.yaml:5", "`title › en`", "Engl"),
        ("{da: Sparring, en: Advice}", "{en: Advice}", "events.yaml:5", "`title › da`", "Danish"),
        ("{da: Sparring, en: Advice}", "Sparring", "events.yaml:5", "no languages", "da: …"),
        ("{da: Sparring, en: Advice}", "{da: A, en: B, dk: C}", "events.yaml:5", "› dk", "da"),
        ("en: [advice]", "en: advice", "events.yaml:11", "has to be a list", "`- `"),
        # fields
        ("organisation: rain", "organization: rain", "people.yaml:18", "no field `organization`",
         "Did you mean `organisation`?"),
        ("email:", "qqqqq:", "people.yaml:17", "no field `qqqqq`", "The fields here are id,"),
        ("name: Anna", "no: 1\n    name: Anna", "people.yaml:16", "no field `no`", "fields"),
        ("id: anna-hansen", "id: Ånna  Hånsen", "people.yaml:13", "no id", "`aanna-haansen`"),
        ("id: anna-hansen", "id: anna--hansen", "people.yaml:13", "no id", "`anna-hansen`"),
        ("anna.hansen@example.dk", "anna.hansen", "people.yaml:17", "no e-mail", "`reach`"),
        ("anna.hansen@example.dk", "3", "people.yaml:17", "has to be text", "quotes"),
        ("https://example.dk/nyt", "javascript:alert(1)", "people.yaml:5", "lead", "https://"),
        ("https://example.dk/nyt", "example.dk", "people.yaml:5", "no link", "https://"),
        ("https://example.dk/nyt", "no", "people.yaml:5", "yes or no", "quotes"),
        ("[employee, company]", "[employee, kompany]", "people.yaml:27", "not known", "'company'"),
        ("[employee, company]", "employee", "people.yaml:27", "has to be a list", "`- `"),
        ("entrance: true", 'entrance: "true"', "people.yaml:28", "`true`", "without quotes"),
        ("registration:", "status: mooved\n    registration:", "events.yaml:24", "not known",
         "'moved'"),
        ("email:", "check_every: 0\n    email:", "people.yaml:17", "too small", "1 or more"),
        ("email:", "check_every: 9999\n    email:", "people.yaml:17", "too large", "3650 or less"),
        ("email:", "check_every: 0180\n    email:", "people.yaml:17", "`0180`", "digits"),
        ("email:", 'check_every: "180"\n    email:', "people.yaml:17", "no whole number", "180"),
        ("email:", "links: [https://a.dk]\n    email:", "people.yaml:17", "is no link", "url: …"),
        # reminders and tags
        ("registration:", "reminders: 7 days\n    registration:", "events.yaml:24",
         "has to be a list", "`- `"),
        ("registration:", "reminders: [7 days, 2 moons]\n    registration:", "events.yaml:24",
         "`reminders › no. 2` is `2 moons`, which is no time before", "such as `7 days`"),
        ("registration:", "reminders:\n      - 7 dage\n      - 7\n    registration:",
         "events.yaml:26", "is `7`, which is no time before", "days or weeks"),
        ("registration:", "reminders: [1:00]\n    registration:", "events.yaml:24",
         "is `1:00`, which is no time before", "minutes, hours"),
        ("registration:", "reminders: [2 years]\n    registration:", "events.yaml:24",
         "is `2 years`", "a year at most"),
        ("registration:", "reminders: [400 days]\n    registration:", "events.yaml:24",
         "is `400 days`", "a year at most"),
        ("registration:", "reminders: [{days: 7}]\n    registration:", "events.yaml:24",
         "is a group of keys, which is no time before", "`7 days`"),
        ("registration:", "reminders: [~]\n    registration:", "events.yaml:24",
         "`reminders › no. 1` has nothing", "delete"),
        ("registration:", "tags: [webinar]\n    registration:", "events.yaml:24",
         "`tags › no. 1` has no languages", "da: …"),
        ("registration:", "tags: [{da: webinar}]\n    registration:", "events.yaml:24",
         "`tags › no. 1 › en` is missing", "English"),
        ("registration:", "tags: {da: webinar, en: webinar}\n    registration:", "events.yaml:24",
         "has to be a list", "`- `"),
        # dates
        ("checked: 2023-06-21", "checked: 21-06-2023", "events.yaml:4", "`21-06-2023`", "2023-06"),
        ("checked: 2023-06-21", 'checked: "2023-06-21"', "events.yaml:4", "date", "without quotes"),
        ("checked: 2023-06-21", "checked: 2023-06-31", "events.yaml:4", "`2023-06-31`", "2023-06"),
        ("checked: 2023-06-21", "checked: 2023-6-1", "events.yaml:4", "`2023-6-1`", "2023-06-21"),
        ("checked: 2023-06-21", "checked: 2023-06-21T09:00", "events.yaml:4", "no date", "2023-"),
        ("2023-06-21T15:15", "2023-06-21 kl. 15", "events.yaml:20", "no date", "2023-06-21T15:15"),
        ("2023-06-21T15:15", "2023-06-21 25:15", "events.yaml:20", "no date", "2023-06-21T15:15"),
        ("{first: 2023-06-01, last: 2023-06-30}", "juni 2023", "people.yaml:4", "no date", "first"),
        ("{first: 2023-06-01, last: 2023-06-30}", "{first: 2023-06-01}", "people.yaml:4",
         "`published › last` is missing", "last"),
    ],
)  # fmt: skip
def test_a_field_is_refused_with_its_line_and_the_mend(
    old: str, new: str, place: str, wrong: str, mend: str
) -> None:
    found = problems(spoilt(old, new))
    told = [problem for problem in found if wrong in problem.wrong]
    assert told, [str(problem) for problem in found]
    assert f"{told[0].file}:{told[0].line}" == place
    assert mend in told[0].mend


@pytest.mark.parametrize("new", ["no", "010", "2023-06-21", "{da: x}", "[x]", "", "x" * 800])
def test_no_words_of_the_validator_reach_the_reader(new: str) -> None:
    for old in (
        "Anna Hansen",
        "2023-06-21T15:15",
        "anna.hansen@example.dk",
        "{da: RAIN, en: RAIN}",
    ):
        for problem in problems(spoilt(old, new)):
            words = str(problem).casefold()
            assert not any(
                word in words for word in ("pydantic", "input", "valid", "string", "dict")
            )
            assert len(words) < 250
            assert "\n" not in words
