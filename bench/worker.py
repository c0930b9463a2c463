"""One measurement in a process of its own, printed as JSON: ``python -m bench.worker``.

… system FOLDER SIZE NAME    a system on made phrases
… base CACHE                 the shipped knowledge base, its index kept in the folder CACHE
… seconded CACHE             the same with second opinions
"""

import gc
import json
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import numpy as np

from bench import datasets
from bench.crowd import crowd
from bench.systems import SYSTEMS, System
from bot.assistant.lookup import Lookup
from bot.assistant.policy import Assistant
from bot.assistant.understanding import Understanding
from bot.desk import fitted
from bot.knowledge.loader import load, read_folder
from bot.matching.index import Phrase
from bot.reply import Question
from bot.semantic.e5 import E5
from bot.semantic.seconding import Seconding
from bot.semantic.shipped import shipped
from bot.store.index_cache import FolderCache

ROOT = Path(__file__).resolve().parent.parent
LABELS = {100: 5, 10_000: 150, 100_000: 150}
"""How many labels there are, by how many phrases."""
MOST, LEAST, PATIENCE = 300, 100, 20.0
"""Questions at most; and at least, where asking takes more seconds than the last."""
AT = datetime.fromisoformat("2023-06-01T09:00+02:00")

Figures = dict[str, float]


def system(name: str, folder: Path, size: int) -> Figures:
    """The seconds and megabytes a system takes to be fitted, and milliseconds a question."""
    data = datasets.clinc(folder)
    phrases = crowd(data.source, size, LABELS[size])
    drawn = np.random.default_rng(0).permutation(len(data.questions))
    asked = [data.questions[place].text for place in drawn[:MOST]]
    (chosen,) = (one for one in SYSTEMS if one.name == name)
    return measured(chosen, phrases, asked, list(data.background[:5]))


def measured(
    chosen: System, phrases: Sequence[Phrase], asked: Sequence[str], first: Sequence[str]
) -> Figures:
    """What `system` gives; questions of ``first`` are asked before, and not counted."""
    bare = resident()
    # Libraries and their word lists are loaded by use: they shall not count as the index's own.
    small = chosen.fit([Phrase("a", "one thing"), Phrase("b", "another")])
    for text in first:
        small.answer(text)
    before = resident()
    begun = perf_counter()
    ready = chosen.fit(phrases)
    fit = perf_counter() - begun
    own = resident() - before
    for text in first:
        ready.answer(text)
    return {
        "fit_s": fit,
        "libraries_mb": before - bare,
        "index_mb": own,
        **latency(ready.answer, asked),
    }


def latency(answer: Callable[[str], object], asked: Sequence[str]) -> Figures:
    """Milliseconds a question, each asked once."""
    taken: list[float] = []
    for text in asked:
        if len(taken) >= LEAST and sum(taken) > PATIENCE:
            break
        begun = perf_counter()
        answer(text)
        taken.append(perf_counter() - begun)
    return {
        "questions": len(taken),
        "median_ms": 1000 * median(taken),
        "p99_ms": 1000 * quantiles(taken, n=100, method="inclusive")[98],
    }


def base(cache: Path, *, seconded: bool) -> Figures:
    """Seconds until the shipped base answers, megabytes in all, and milliseconds a question."""
    begun = perf_counter()
    lookup = Lookup(load(read_folder(ROOT / "knowledge")))
    read = perf_counter()
    index = fitted(lookup, FolderCache(cache))
    there = perf_counter()
    second = _seconding(cache).at_once(index) if seconded else None
    assistant = Assistant(lookup, Understanding(lookup, index, second))
    assistant.reply(Question(lookup.entrance.title.da, AT))
    first = perf_counter()
    asked = [
        json.loads(line)["q"]
        for file in sorted((ROOT / "tests" / "questions").glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    return {
        "phrases": len(index.phrases),
        "labels": len(index.labels),
        "read_s": read - begun,
        "index_s": there - read,
        "first_s": first - there,
        "memory_mb": resident(),
        **latency(lambda text: assistant.reply(Question(text, AT)), asked),
    }


def _seconding(cache: Path) -> Seconding:
    model = E5()
    return Seconding(model, model, FolderCache(cache), shipped())


def resident() -> float:
    """The megabytes this process holds now."""
    import psutil  # noqa: PLC0415 — in the extra

    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


def main(kind: str, folder: str, *more: str) -> None:
    if kind in {"base", "seconded"}:
        found = base(Path(folder), seconded=kind == "seconded")
    else:
        size, name = more
        found = system(name, Path(folder), int(size))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
