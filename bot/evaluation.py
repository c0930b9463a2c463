"""Scoring the bot on questions with known answers.

A question is *right* when the answer's text holds what it must and nothing it must not; *offered*
when it is among the choices; *wrong* when something else was answered; *silent* otherwise. A
question that has no answer is *false* when the bot answered it all the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median, quantiles
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.plain_text import plain_text
from bot.ports import Responder
from bot.reply import Intent, Language, Outcome, Question, Reply


class Expected(BaseModel):
    """Substrings of the answer, compared without regard to case.

    All of ``all``, one of ``any`` (where there are some) and none of ``none``.
    """

    model_config = ConfigDict(frozen=True)
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def met_by(self, text: str) -> bool:
        """Whether a text holds what it must."""
        said = text.casefold()
        if not all(part.casefold() in said for part in self.all):
            return False
        if self.any and not any(part.casefold() in said for part in self.any):
            return False
        return not any(part.casefold() in said for part in self.none)


class Case(BaseModel):
    """A question with its gold answer; ``abstain`` where there is none."""

    model_config = ConfigDict(frozen=True)
    id: str
    q: str
    lang: Language
    kind: str
    style: tuple[str, ...]
    expect: Expected
    abstain: bool


@dataclass(frozen=True, slots=True)
class Result:
    """How a case went; ``seconds`` is the time the reply took.

    ``first`` is whether the first entry of an answer or a choice was a right one; None where
    there was neither.
    """

    case: Case
    verdict: str
    reply: Reply
    seconds: float
    first: bool | None = None


def evaluate(
    cases: Iterable[Case], responder: Responder, at: datetime, timer: Callable[[], float]
) -> list[Result]:
    """Ask every case at the moment ``at`` (aware); ``timer`` gives seconds."""
    results = []
    for case in cases:
        begun = timer()
        reply = responder.reply(Question(case.q, at))
        seconds = timer() - begun
        offered = _offered(case, reply, responder, at)
        verdict = _verdict(case, reply, any(offered))
        results.append(Result(case, verdict, reply, seconds, _first(reply, verdict, offered)))
    return results


def _first(reply: Reply, verdict: str, offered: Sequence[bool]) -> bool | None:
    if reply.outcome is Outcome.ANSWER:
        return verdict == "right"
    return offered[0] if offered else None


def _verdict(case: Case, reply: Reply, right_offered: bool) -> str:
    if case.abstain:
        return {Outcome.ANSWER: "false", Outcome.CHOOSE: "false offer"}.get(
            reply.outcome, "rightly silent"
        )
    if reply.outcome is Outcome.ANSWER:
        return "right" if case.expect.met_by(plain_text(reply)) else "wrong"
    return "offered" if right_offered else "silent"


def _offered(case: Case, reply: Reply, responder: Responder, at: datetime) -> list[bool]:
    """Of each offered entry, whether picking it gives a right answer."""
    if reply.outcome is not Outcome.CHOOSE:
        return []
    picks = (
        responder.reply(Question("", at, Intent.CHOICE, entry.id, reply.language))
        for entry in reply.entries
    )
    return [not case.abstain and case.expect.met_by(plain_text(pick)) for pick in picks]


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """The scores as JSON: in all, per kind, language and style, reliability, latency in ms."""
    kinds = sorted({result.case.kind for result in results})
    styles = sorted({style for result in results for style in result.case.style})
    return {
        "all": _scores(results),
        "kinds": {k: _scores([r for r in results if r.case.kind == k]) for k in kinds},
        "languages": {
            lang.value: _scores([r for r in results if r.case.lang is lang]) for lang in Language
        },
        "styles": {s: _scores([r for r in results if s in r.case.style]) for s in styles},
        "reliability": reliability(results),
        "latency_ms": _latency([result.seconds for result in results]),
    }


def reliability(results: Sequence[Result]) -> dict[str, Any]:
    """How sure the bot said it was, against how often the first entry was right.

    A row a tenth of confidence; the expected calibration error is the mean distance between the
    two, weighed by how many questions a row holds.
    """
    told = [
        (result.reply.confidence, result.first) for result in results if result.first is not None
    ]
    rows = []
    for tenth in range(10):
        inside = [(said, right) for said, right in told if min(9, int(10 * said)) == tenth]
        if inside:
            said = sum(said for said, _ in inside) / len(inside)
            true = sum(bool(right) for _, right in inside) / len(inside)
            rows.append({"from": tenth / 10, "count": len(inside), "said": said, "true": true})
    error = sum(row["count"] * abs(row["said"] - row["true"]) for row in rows) / max(1, len(told))
    return {
        "rows": [{name: round(value, 4) for name, value in row.items()} for row in rows],
        "expected_calibration_error": round(error, 4),
    }


def _scores(results: Sequence[Result]) -> Mapping[str, float]:
    counts = Counter(result.verdict for result in results)
    answerable = sum(not result.case.abstain for result in results)
    unanswerable = len(results) - answerable
    scores: dict[str, float] = {"answerable": answerable, "unanswerable": unanswerable}
    for verdict in ("right", "offered", "wrong", "silent"):
        scores[verdict] = counts[verdict]
        scores[f"{verdict}_share"] = _share(counts[verdict], answerable)
    for verdict in ("false", "false offer"):
        name = verdict.replace(" ", "_")
        scores[name] = counts[verdict]
        scores[f"{name}_share"] = _share(counts[verdict], unanswerable)
    return scores


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _latency(seconds: Sequence[float]) -> dict[str, float]:
    if len(seconds) < 2:
        return {}
    cuts = quantiles(seconds, n=100, method="inclusive")
    return {
        "median": round(1000 * median(seconds), 3),
        "p99": round(1000 * cuts[98], 3),
        "most": round(1000 * max(seconds), 3),
    }
