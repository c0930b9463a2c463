"""``evaluate``: scores a file of questions with known answers."""

import json
from argparse import Namespace
from time import perf_counter
from typing import Any

from pydantic import ValidationError

from bot.app.answering import desk
from bot.commands.common import clock_at, readable_file
from bot.config import Settings
from bot.errors import UsageError
from bot.evaluation import Case, Result, evaluate, summary

_VERDICTS = ("right", "offered", "wrong", "silent", "false", "false_offer")


def run(arguments: Namespace, settings: Settings) -> int:
    """Score and print."""
    cases = _cases(arguments.file)
    clock = clock_at(arguments.at)
    answering = desk(settings, clock)
    answering.learn()  # so that the figures are those of a server that has run for a while
    results = evaluate(cases, answering, clock.now(), perf_counter)
    scores = summary(results)
    if arguments.json:
        scores["questions"] = [_told(result) for result in results]
        print(json.dumps(scores, ensure_ascii=False, indent=1))
    else:
        _print(scores)
    return 0


def _cases(name: str) -> list[Case]:
    cases = []
    for number, line in enumerate(readable_file(name).splitlines(), 1):
        if line.strip():
            try:
                cases.append(Case.model_validate_json(line))
            except ValidationError as error:
                where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the line"
                raise UsageError(f"{name}:{number}: {where} is missing or wrong.") from None
    if not cases:
        raise UsageError(f"{name} holds no questions.")
    return cases


def _told(result: Result) -> dict[str, Any]:
    return {
        "id": result.case.id,
        "q": result.case.q,
        "verdict": result.verdict,
        "outcome": result.reply.outcome.value,
        "confidence": round(result.reply.confidence, 4),
        "entries": [entry.id for entry in result.reply.entries],
    }


def _print(scores: dict[str, Any]) -> None:
    rows = [("all", scores["all"])]
    for group in ("kinds", "languages", "styles"):
        rows += list(scores[group].items())
    print(f"{'':16}{'n':>5}" + "".join(f"{v.replace('_', ' '):>12}" for v in _VERDICTS))
    for name, row in rows:
        count = row["answerable"] + row["unanswerable"]
        told = "".join(f"{row[v]:>6} {row[f'{v}_share']:>4.0%} " for v in _VERDICTS)
        print(f"{name:16}{count:>5}{told}")
    error = scores["reliability"]["expected_calibration_error"]
    print(f"confidence: expected calibration error {error:.3f}")
    latency = scores["latency_ms"]
    print("latency: " + ", ".join(f"{name} {value:.1f} ms" for name, value in latency.items()))
