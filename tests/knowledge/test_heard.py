"""The questions that the shipped base learns from are its own, and not those it is tried on."""

import json
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.knowledge.loader import load, read_folder
from bot.matching.text import words

ROOT = Path(__file__).resolve().parents[2]
ALIKE = 92
"""Likeness in a hundred from which one question is a copy of another."""
TELLING = 25
"""Letters from which two questions that are alike by chance are rare."""


def asked() -> list[str]:
    files = sorted((ROOT / "tests" / "questions").rglob("*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [plain(json.loads(line)["q"]) for line in lines]


def plain(question: str) -> str:
    return " ".join(words(question))


def heard() -> list[str]:
    knowledge = load(read_folder(ROOT / "knowledge"))
    return [plain(question) for one in knowledge.heard for question in one.questions]


def test_none_is_one_that_the_bot_is_tried_on() -> None:
    tried = [question for question in asked() if len(question) >= TELLING]
    own = [question for question in heard() if len(question) >= TELLING]
    likeness = process.cdist(own, tried, scorer=fuzz.ratio, score_cutoff=ALIKE, workers=1)
    copies = [own[row] for row in range(len(own)) if likeness[row].any()]
    assert copies == []


def test_none_stands_twice() -> None:
    own = heard()
    assert len(own) == len(set(own))
