"""Few phrases a label: how often the right one is found, and what has none recognised."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import roc_auc_score

from bench import datasets, systems
from bench.datasets import Data
from bench.peers import Fitted
from bench.tables import Spread, grid
from bot.matching.sentences import elsewhere

GENERAL = "the bot's out-of-scope sentences"
"""What the shipped bot is fitted with: sentences of hospital staff about nothing of its own."""
OWN = "CLINC's out-of-scope questions"
TYPED = Callable[[Sequence[str], int], list[str]]


@dataclass(frozen=True, slots=True)
class Experiment:
    """So many phrases a label, and the ways the questions are typed, each by its column's name."""

    data: Data
    count: int
    typed: dict[str, TYPED]


@dataclass(frozen=True, slots=True)
class Score:
    """How a system did once.

    ``accuracy`` is the share of the labelled questions that got their label; ``auroc`` the chance
    that one of them scored above one without a label, None where there are none.
    """

    system: str
    column: str
    accuracy: float
    auroc: float | None


def experiments(folder: Path) -> list[Experiment]:
    """What is measured. Raises `UsageError` where the folder lacks data."""
    clinc, xsid = datasets.clinc(folder), datasets.xsid(folder)
    plain, typos, ascii_only = (
        datasets.as_written,
        datasets.with_typos,
        datasets.without_danish_letters,
    )
    return [
        Experiment(clinc, 5, {"CLINC150, 5 phrases": plain}),
        Experiment(clinc, 10, {"CLINC150, 10": plain, "CLINC150, 10, typos": typos}),
        Experiment(xsid, 10, {"xSID Danish, 10": plain, "the same typed ae oe aa": ascii_only}),
    ]


def scores(
    experiment: Experiment, seed: int, *, background: bool, say: Callable[[str], None]
) -> Iterator[Score]:
    """Every usable system on the same phrases and questions, those with a background last."""
    data = experiment.data
    phrases = datasets.few(data.source, experiment.count, seed)
    phrases += datasets.names(phrases)
    told = systems.with_background(elsewhere(), GENERAL)
    if background and data.background:
        told += systems.with_background(data.background, OWN)
    for system in (*systems.SYSTEMS, *told):
        if not system.usable:
            continue
        say(f"{data.name}, {experiment.count} phrases, seed {seed}: {system.name}")
        fitted = system.fit(phrases)
        for column, typed in experiment.typed.items():
            yield scored(fitted, data, typed, seed, (system.name, column))


def scored(fitted: Fitted, data: Data, typed: TYPED, seed: int, names: tuple[str, str]) -> Score:
    """How a system does on the questions, typed one way; ``names`` are its own and the column's."""
    asked = [question.text for question in data.questions]
    answers = fitted.answers(typed([*asked, *data.outside], seed))
    labelled = list(zip(answers, data.questions, strict=False))
    right = sum(answer.label == question.label for answer, question in labelled)
    auroc = None
    if data.outside:
        inside = [1] * len(asked) + [0] * len(data.outside)
        auroc = float(roc_auc_score(inside, [answer.score for answer in answers]))
    return Score(*names, right / len(asked), auroc)


def tables(found: Sequence[Score]) -> str:
    """Accuracy and AUROC, a row a system, a column a way of asking."""
    accuracy = _cells(found, lambda score: score.accuracy)
    auroc = _cells(found, lambda score: score.auroc)
    ordered = list(dict.fromkeys(score.column for score in found))
    outside = [column for column in ordered if any(column in row for row in auroc.values())]
    return "\n\n".join(
        [
            "Accuracy:",
            grid("", ordered, accuracy),
            "AUROC of questions with a label against questions without one:",
            grid("", outside, auroc),
        ]
    )


def _cells(
    found: Sequence[Score], figure: Callable[[Score], float | None]
) -> dict[str, dict[str, str]]:
    cells: dict[str, dict[str, list[float]]] = {}
    for score in found:
        row = cells.setdefault(score.system, {})
        if (value := figure(score)) is not None:
            row.setdefault(score.column, []).append(value)
    return {
        system: {column: str(Spread.of(values)) for column, values in row.items()}
        for system, row in cells.items()
    }
