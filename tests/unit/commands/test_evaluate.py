"""``evaluate``: scores a file, as text and JSON."""

import json
from pathlib import Path

import pytest

from tests.unit.commands.conftest import Run

JUNE = ("--at", "2023-06-01T09:00+02:00")
CASES = [
    {
        "id": "right",
        "q": "hvem har styr på historiske data?",
        "lang": "da",
        "kind": "contact",
        "style": ["plain"],
        "expect": {"all": ["swh@rsyd.dk"], "any": [], "none": []},
        "abstain": False,
    },
    {
        "id": "wrong",
        "q": "hvem har styr på historiske data?",
        "lang": "da",
        "kind": "contact",
        "style": ["plain"],
        "expect": {"all": ["somebody else"], "any": [], "none": []},
        "abstain": False,
    },
    {
        "id": "offered",
        "q": "Kristian?",
        "lang": "da",
        "kind": "person",
        "style": ["short"],
        "expect": {"all": ["kgk@rsyd.dk"], "any": [], "none": []},
        "abstain": False,
    },
    {
        "id": "silent",
        "q": "Where can I buy a second-hand bicycle?",
        "lang": "en",
        "kind": "offtopic",
        "style": ["plain"],
        "expect": {},
        "abstain": True,
    },
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in CASES) + "\n\n", "utf-8")
    return path


def test_the_scores_are_a_table(run: Run, file: Path) -> None:
    ran = run("evaluate", str(file), *JUNE)
    assert (ran.code, ran.err) == (0, "")
    head, *rows, confidence, last = ran.out.splitlines()
    assert head.split() == ["n", "right", "offered", "wrong", "silent", "false", "false", "offer"]
    assert rows[0].split()[:4] == ["all", "4", "1", "33%"]
    assert {row.split()[0] for row in rows} == {
        *("all", "contact", "offtopic", "person", "da", "en", "plain", "short")
    }
    assert confidence.startswith("confidence: expected calibration error 0.")
    assert last.startswith("latency: median ")


def test_the_scores_are_json(run: Run, file: Path) -> None:
    scores = json.loads(run("evaluate", str(file), "--json", *JUNE).out)
    assert scores.keys() == {
        *("all", "kinds", "languages", "styles", "reliability", "latency_ms", "questions")
    }
    everything = scores["all"]
    assert (everything["answerable"], everything["unanswerable"]) == (3, 1)
    assert [everything[v] for v in ("right", "wrong", "offered", "silent", "false")] == [
        1,
        1,
        1,
        0,
        0,
    ]
    told = {question["id"]: question["verdict"] for question in scores["questions"]}
    assert told == {
        "right": "right",
        "wrong": "wrong",
        "offered": "offered",
        "silent": "rightly silent",
    }
    assert scores["questions"][0]["entries"] == ["contact-historical-data"]


def test_a_file_that_is_none_is_an_error(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        assert str(path) in run("evaluate", str(path)).complaint


def test_a_file_that_is_no_text_is_an_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    assert str(path) in run("evaluate", str(path)).complaint


def test_a_file_without_questions_is_an_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n \n", "utf-8")
    assert "no questions" in run("evaluate", str(path)).complaint


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("nonsense", "the line"),
        ("[]", "the line"),
        (json.dumps(CASES[0] | {"lang": "sv"}), "lang"),
        (json.dumps(CASES[0] | {"abstain": "perhaps"}), "abstain"),
        (json.dumps({k: v for k, v in CASES[0].items() if k != "q"}), "q "),
        (json.dumps(CASES[0] | {"expect": {"all": [1]}}), "expect.all.0"),
    ],
)
def test_a_line_that_is_no_case_is_named(run: Run, file: Path, line: str, named: str) -> None:
    file.write_text(json.dumps(CASES[0]) + "\n" + line, "utf-8")
    complaint = run("evaluate", str(file)).complaint
    assert f"{file}:2: {named}" in complaint


def test_no_file_is_an_error(run: Run) -> None:
    assert "FILE" in run("evaluate").complaint
