"""Fit the confidence on questions with known answers, and say how well it does out of sample.

    python -m bench.fit_confidence [--write] [--seconded] QUESTIONS.jsonl …

First how the likeliest entries are put in order, then how sure the first is. Each question counts
once, with the evidence for the entry that came first; questions that name a person or a day are
left out, since those are looked up. ``--write`` replaces the shipped weights, and with
``--seconded`` what second opinions rest on.
"""

import argparse
import json
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from bench.fit_order import Asked, Placed, fit_order, order_of, placed
from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.assistant.understanding import EVENT_FOUND, Understanding, Understood
from bot.desk import fitted
from bot.evaluation import Case
from bot.knowledge.loader import load, read_folder
from bot.matching.evidence import Evidence
from bot.matching.index import Index
from bot.matching.opinion import Second, learning_key, learnt_from
from bot.matching.subjects import Subjects
from bot.plain_text import plain_text
from bot.reply import Language, Outcome, Reply
from bot.semantic.e5 import E5
from bot.semantic.seconding import Seconding
from bot.semantic.shipped import ENDING
from bot.store.index_cache import FolderCache
from bot.store.vectors import KeptVectors

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "bot" / "matching" / "data" / "confidence.json"
SECONDED = SHIPPED.with_name("confidence.seconded.json")
OPINIONS = ROOT / "bot" / "semantic" / "data"
COUNTS = {f"strangers-{letter}.jsonl": 2.0 for letter in "bdef"} | {"plain.jsonl": 0.5}
"""How much questions count where not once.

Those of strangers count twice for whom no word of the base was written: the words were written by
people who had seen the other questions, so those come nearer to them than a stranger's will. No
word may be written for these. Those that are made of a turn of phrase and a thing count half,
for there are several of each thing.
"""
AT = datetime.fromisoformat("2023-06-01T09:00+02:00")


class Base:
    """The shipped knowledge base and how it is understood."""

    def __init__(self, cache: Path, *, seconded: bool = False) -> None:
        self.lookup = Lookup(load(read_folder(ROOT / "knowledge")))
        self.index = index = fitted(self.lookup, FolderCache(cache))
        self.second = _second(index, cache) if seconded else None
        self.understanding = Understanding(self.lookup, index, self.second)
        self._texts: dict[tuple[str, Language], str] = {}

    def text(self, entry: str, language: Language) -> str:
        """The entry's answer as text."""
        key = entry, language
        if key not in self._texts:
            card = Composer(self.lookup, language, AT).card(self.lookup.entries[entry])
            reply = Reply(Outcome.ANSWER, language, card.parts, card.actions)
            self._texts[key] = plain_text(reply)
        return self._texts[key]


def _second(index: Index, cache: Path) -> Second | None:
    model = E5()
    seconding = Seconding(model, KeptVectors(model, cache), FolderCache(cache))
    seconding.learn(index)
    return seconding.at_once(index)


def ship(second: Second, index: Index) -> None:
    """Write what second opinions rest on to where the bot has it from."""
    key = learning_key(learnt_from(index.phrases), second.embedder.name)
    for old in OPINIONS.glob(f"*{ENDING}"):
        old.unlink()
    (OPINIONS / f"{key}{ENDING}").write_bytes(second.opinion.dump())


def questions(base: Base, files: list[str]) -> list[tuple[str, set[str], float]]:
    """Each question with the entries that answer it, none where nothing does, and its weight."""
    asked = []
    for name in files:
        counts = COUNTS.get(Path(name).name, 1.0)
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            if "entries" in (row := json.loads(line)):
                asked.append((row["q"], set(row["entries"]), counts))
                continue
            case = Case.model_validate(row, strict=False)
            right = {
                entry
                for entry in base.lookup.entries
                for language in Language
                if not case.abstain and case.expect.met_by(base.text(entry, language))
            }
            asked.append((case.q, right, counts))
    for path in sorted((ROOT / "tests" / "knowledge").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            right = {row["entry"]} if "entry" in row else set()
            asked.append((row["q"], right | set(row.get("or", ())), 1.0))
    return asked


def by_date(understood: Understood) -> bool:
    """Whether a question is answered by a day, a place or an order of events, not by words."""
    return understood.wish is not None or understood.confidence == EVENT_FOUND


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seconded", action="store_true", help="with the second opinion")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache")
    arguments = parser.parse_args()
    base = Base(arguments.cache, seconded=arguments.seconded)
    given = questions(base, arguments.files)
    asked = [one for row in given if (one := weigh(base, *row))]
    about = base.understanding.subjects
    order = order_of(asked)
    rows = [placed(one, order, about) for one in asked]
    top = [row.first for row, one in zip(rows, asked, strict=True) if one.right]
    print(f"the right entry first: {sum(top) / len(top):.3f} of {len(top)}")
    left_out = out_of_sample(asked, about)
    weights = {
        "first": fit("first", rows, left_out),
        "among": fit("among", rows, left_out),
        "order": fit_order(asked),
    }
    if arguments.write:
        shipped = SECONDED if arguments.seconded else SHIPPED
        shipped.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
        if base.second:
            ship(base.second, base.index)


def weigh(base: Base, text: str, right: set[str], counts: float) -> Asked | None:
    """A question as its labels were weighed; None where it was looked up, or nothing was found."""
    understood = base.understanding.understand(text, AT)
    match, about = understood.match, base.understanding.subjects
    if match.named.people or match.beyond or not match.weighed or by_date(understood):
        return None
    called = match.called.difference(about.bodies, about.above)
    return Asked(dict(match.weighed), frozenset(right), called, counts)


def fitted_on(rows: list[Placed], name: str) -> Pipeline:
    """A model of whether what came ``first``, or one ``among`` the first, was right."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=2000))
    right, counts = ([getattr(row, one) for row in rows] for one in (name, "counts"))
    return model.fit(numbers(rows), right, logisticregression__sample_weight=counts)


def numbers(rows: list[Placed]) -> np.ndarray:
    """The evidence as a matrix."""
    return np.array([row.evidence.numbers() for row in rows])


def out_of_sample(asked: list[Asked], about: Subjects) -> dict[str, list[tuple[float, bool]]]:
    """What was said and what was true of each question while it was left out, order and all."""
    said: dict[str, list[tuple[float, bool]]] = {"first": [], "among": []}
    top = 0
    answerable = np.array([bool(one.right) for one in asked])
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    for learnt, held in folds.split(np.zeros(len(asked)), answerable):
        order = order_of([asked[i] for i in learnt])
        known = [placed(asked[i], order, about) for i in learnt]
        tried = [placed(asked[i], order, about) for i in held]
        top += sum(row.first for row in tried)
        for name in said:
            chances = fitted_on(known, name).predict_proba(numbers(tried))[:, 1].tolist()
            said[name] += zip(chances, (getattr(row, name) for row in tried), strict=True)
    print(f"left out: {top / answerable.sum():.3f}")
    return said


def fit(
    name: str, rows: list[Placed], left_out: dict[str, list[tuple[float, bool]]]
) -> dict[str, object]:
    """The weights for raw evidence, after telling how they do on questions left out."""
    chances, right = (np.array(column) for column in zip(*left_out[name], strict=True))
    print(f"{name}: {len(right)} questions, AUROC {roc_auc_score(right, chances):.4f}")
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (chances >= low) & (chances < low + 0.1 + (low > 0.85))
        if inside.any():
            said, true = chances[inside].mean(), right[inside].mean()
            error += abs(said - true) * inside.mean()
            print(f"  {low:.1f}: {inside.sum():4d} said {said:.2f} true {true:.2f}")
    print(f"  expected calibration error {error:.3f}")
    scaler, line = fitted_on(rows, name).named_steps.values()
    raw = line.coef_[0] / scaler.scale_
    constant = float(line.intercept_[0] - (raw * scaler.mean_).sum())
    for field, weight in zip(fields(Evidence), raw, strict=True):
        print(f"  {field.name:10} {weight:+.3f}")
    names = (field.name for field in fields(Evidence))
    weights = {name: round(float(w), 5) for name, w in zip(names, raw, strict=True)}
    return {"weights": weights, "constant": round(constant, 5)}


if __name__ == "__main__":
    main()
