"""``ask``: text, JSON, and JSON lines."""

import json

import pytest

from tests.unit.commands.conftest import Run

JUNE = ("--at", "2023-06-01T09:00+02:00")
DATA = "hvem har styr på historiske data?"
KEYS = ["question", "language", "outcome", "confidence", "entries", "text"]
ENTRY_KEYS = ["id", "kind", "title", "score"]
OUTCOMES = {"answer", "choose", "unknown", "refused", "help"}


def test_a_question_is_answered_in_text(run: Run) -> None:
    ran = run("ask", DATA, *JUNE)
    assert (ran.code, ran.err) == (0, "")
    for address in ("swh@rsyd.dk", "Anders.Maarbjerg@rsyd.dk", "kgk@rsyd.dk"):
        assert address in ran.out
    assert "Kilde:" in ran.out


def test_json_has_what_the_contract_says(run: Run) -> None:
    ran = run("ask", DATA, "--json", *JUNE)
    (line,) = ran.out.splitlines()
    answer = json.loads(line)
    assert list(answer) == KEYS
    assert (answer["question"], answer["language"]) == (DATA, "da")
    assert answer["outcome"] == "answer"
    assert 0.5 < answer["confidence"] <= 1
    (entry,) = answer["entries"]
    assert list(entry) == ENTRY_KEYS
    assert (entry["id"], entry["kind"]) == ("contact-historical-data", "role")
    assert 0 <= entry["score"] <= 1
    assert answer["text"] == run("ask", DATA, *JUNE).out.strip()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Kristian?", "choose"),
        ("Where can I buy a second-hand bicycle?", "unknown"),
        ("hej", "help"),
        ("", "help"),
        ("min patient 010203-1234", "refused"),
    ],
)
def test_every_outcome_is_json_of_the_same_shape(run: Run, text: str, outcome: str) -> None:
    answer = json.loads(run("ask", text, "--json", *JUNE).out)
    assert list(answer) == KEYS
    assert answer["outcome"] == outcome
    assert bool(answer["entries"]) is (outcome == "choose")
    assert answer["text"]


def test_a_cpr_number_is_masked_in_the_json(run: Run) -> None:
    ran = run("ask", "min patient 010203-1234 skal skannes", "--json", *JUNE)
    assert json.loads(ran.out)["question"] == "min patient ••••••-•••• skal skannes"
    assert "010203" not in ran.out + ran.err
    assert "1234" not in ran.out + ran.err


def test_the_askers_language_is_taken_where_the_text_tells_none(run: Run) -> None:
    assert "Checked" in run("ask", "CAI-X", "--lang", "en", *JUNE).out
    assert "Sidst tjekket" in run("ask", "CAI-X", "--lang", "da", *JUNE).out
    assert "Kilde:" in run("ask", DATA, "--lang", "en", *JUNE).out


def test_the_moment_is_taken(run: Run) -> None:
    assert "WHINN" in run("ask", "arrangementer i november 2023", "--at", "2023-06-01").out
    early, late = (
        json.loads(run("ask", "næste arrangement", "--json", "--at", at).out)
        for at in ("2023-06-01", "2023-10-20")
    )
    assert [entry["id"] for entry in early["entries"]] == ["ai-project-to-value-2023"]
    assert [entry["id"] for entry in late["entries"]] == ["whinn-2023"]


def test_an_explanation_goes_to_standard_error(run: Run) -> None:
    ran = run("ask", DATA, "--json", "--explain", *JUNE)
    assert json.loads(ran.out)["outcome"] == "answer"
    assert ran.out == run("ask", DATA, "--json", *JUNE).out
    for told in ("historiske", "contact-historical-data", "Runner-up: "):
        assert told in ran.err


def test_of_what_is_refused_nothing_is_explained(run: Run) -> None:
    ran = run("ask", "min patient 010203-1234", "--explain", *JUNE)
    assert ran.err == "\nRefused.\n"


# --- lines


def test_lines_are_answered_in_order(run: Run) -> None:
    questions = [DATA, "Kristian?", "næste arrangement", "hej", "CAI-X", DATA]
    given = "\n".join(json.dumps({"q": text, "id": 7}) for text in questions)
    ran = run("ask", "--jsonl", *JUNE, stdin=f"{given}\n\n   \n")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [answer["question"] for answer in answers] == questions
    assert all(list(answer) == KEYS for answer in answers)
    assert {answer["outcome"] for answer in answers} <= OUTCOMES
    assert answers[0] == answers[-1] == json.loads(run("ask", DATA, "--json", *JUNE).out)


def test_no_lines_are_no_answers(run: Run) -> None:
    ran = run("ask", "--jsonl", *JUNE, stdin="\n")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        "hej",
        "{",
        "[]",
        "null",
        "7",
        '"q"',
        '{"question": "hej"}',
        '{"q": null}',
        '{"q": ["a"]}',
        pytest.param("[" * 100_000, id="deeply nested"),
        pytest.param('{"q": ' + "9" * 5_000 + "}", id="a huge number"),
    ],
)
def test_a_line_that_is_no_question_is_named(run: Run, line: str) -> None:
    complaint = run("ask", "--jsonl", stdin=line).complaint
    assert "Line 1 " in complaint
    assert '"q"' in complaint


def test_the_lines_before_a_bad_one_are_answered(run: Run) -> None:
    ran = run("ask", "--jsonl", *JUNE, stdin='{"q": "hej"}\n\nnonsense\n{"q": "hej"}\n')
    assert ran.code == 2
    assert [json.loads(line)["question"] for line in ran.out.splitlines()] == ["hej"]
    assert ran.err.startswith("rain-bot: Line 3 ")
    assert ran.err.count("\n") == 1


def test_half_a_character_is_answered_like_any_other(run: Run) -> None:
    """JSON can hold it, though no text in UTF-8 can."""
    ran = run("ask", "--jsonl", *JUNE, stdin='{"q": "hej \\ud83d"}\n{"q": "hej"}')
    assert ran.code == 0
    assert [json.loads(line)["outcome"] for line in ran.out.splitlines()] == ["help", "help"]


# --- arguments


def test_no_question_is_an_error(run: Run) -> None:
    assert "no question" in run("ask").complaint
    assert "no question" in run("ask", "--json").complaint


@pytest.mark.parametrize("at", ["tomorrow", "2023-13-01", "01-06-2023", "2023-06-01T25:00", "0"])
def test_a_moment_that_is_none_is_an_error(run: Run, at: str) -> None:
    complaint = run("ask", "hej", "--at", at).complaint
    assert repr(at) in complaint
    assert "2023-06-01" in complaint


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-12:00"])
def test_the_ends_of_time_are_answered_or_refused(run: Run, at: str) -> None:
    for text in ("næste arrangement", "arrangementer næste måned"):
        assert run("ask", text, "--at", at).code in {0, 2}


@pytest.mark.parametrize(
    "arguments", [("--lang", "sv"), ("--lang",), ("--json=x",), ("--nonsense",), ("another",)]
)
def test_an_argument_that_is_none_is_an_error(run: Run, arguments: tuple[str, ...]) -> None:
    assert "--help" in run("ask", "hej", *arguments).complaint


def test_one_question_is_no_conversation(run: Run) -> None:
    lines = '{"q": "When is WHINN?"}\n{"q": "where is it?"}\n'
    out = run("ask", "--jsonl", "--at", "2023-06-01T09:00+02:00", stdin=lines).out
    outcomes = [json.loads(line)["outcome"] for line in out.splitlines()]
    assert outcomes == ["answer", "unknown"]
