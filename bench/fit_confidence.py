"""Fit the confidence on questions with known answers, and say how well it does out of sample.

    python bench/fit_confidence.py [--write] [--seconded] QUESTIONS.jsonl …

Each question counts once, with the evidence for the entry that came first; questions that name a
person or a day are left out, since those are looked up. ``--write`` replaces the shipped weights.
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
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.assistant.understanding import EVENT_FOUND, Understanding, Understood
from bot.desk import Seconding, fitted
from bot.evaluation import Case
from bot.knowledge.loader import load, read_folder
from bot.matching.evidence import Evidence
from bot.matching.matcher import MOST_CHOICES
from bot.plain_text import plain_text
from bot.reply import Language, Outcome, Reply
from bot.semantic.e5 import E5
from bot.store.index_cache import FolderCache
from bot.store.vectors import KeptVectors

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "bot" / "matching" / "data" / "confidence.json"
SECONDED = SHIPPED.with_name("confidence.seconded.json")
AT = datetime.fromisoformat("2023-06-01T09:00+02:00")


class Base:
    """The shipped knowledge base and how it is understood."""

    def __init__(self, cache: Path, *, seconded: bool = False) -> None:
        self.lookup = Lookup(load(read_folder(ROOT / "knowledge")))
        index = fitted(self.lookup, FolderCache(cache))
        second = None
        if seconded:
            model = E5()
            second = Seconding(model, KeptVectors(model, cache), FolderCache(cache)).of(index)
        self.understanding = Understanding(self.lookup, index, second)
        self._texts: dict[tuple[str, Language], str] = {}

    def text(self, entry: str, language: Language) -> str:
        """The entry's answer as text."""
        key = entry, language
        if key not in self._texts:
            card = Composer(self.lookup, language, AT).card(self.lookup.entries[entry])
            reply = Reply(Outcome.ANSWER, language, card.parts, card.actions)
            self._texts[key] = plain_text(reply)
        return self._texts[key]


def questions(base: Base, files: list[str]) -> list[tuple[str, set[str]]]:
    """Each question with the entries that answer it; none where nothing does."""
    asked = []
    for name in files:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            if "entries" in (row := json.loads(line)):
                asked.append((row["q"], set(row["entries"])))
                continue
            case = Case.model_validate(row, strict=False)
            right = {
                entry
                for entry in base.lookup.entries
                for language in Language
                if not case.abstain and case.expect.met_by(base.text(entry, language))
            }
            asked.append((case.q, right))
    for path in sorted((ROOT / "tests" / "knowledge").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            right = {row["entry"]} if "entry" in row else set()
            asked.append((row["q"], right | set(row.get("or", ()))))
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
    rows, first, among, top = [], [], [], []
    for text, right in questions(base, arguments.files):
        understood = base.understanding.understand(text, AT)
        match = understood.match
        if match.named.people or match.beyond or not match.evidence or by_date(understood):
            continue
        if right:
            top.append(match.evidence[0][0] in right)
        rows.append(match.evidence[0][1].numbers())
        labels = [label for label, _ in match.evidence]
        first.append(labels[0] in right)
        among.append(bool(right & set(labels[:MOST_CHOICES])))
    print(f"the right entry first: {sum(top) / len(top):.3f} of {len(top)}")
    weights = {
        "first": fit("first", np.array(rows), np.array(first)),
        "among": fit("among", np.array(rows), np.array(among)),
    }
    if arguments.write:
        shipped = SECONDED if arguments.seconded else SHIPPED
        shipped.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def fit(name: str, rows: np.ndarray, right: np.ndarray) -> dict[str, object]:
    """The weights for raw evidence, after telling how they do on questions left out."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=2000))
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    chances = cross_val_predict(model, rows, right, cv=folds, method="predict_proba")[:, 1]
    print(f"{name}: {len(right)} questions, AUROC {roc_auc_score(right, chances):.4f}")
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (chances >= low) & (chances < low + 0.1 + (low > 0.85))
        if inside.any():
            said, true = chances[inside].mean(), right[inside].mean()
            error += abs(said - true) * inside.mean()
            print(f"  {low:.1f}: {inside.sum():4d} said {said:.2f} true {true:.2f}")
    print(f"  expected calibration error {error:.3f}")
    scaler, line = model.fit(rows, right).named_steps.values()
    raw = line.coef_[0] / scaler.scale_
    constant = float(line.intercept_[0] - (raw * scaler.mean_).sum())
    for field, weight in zip(fields(Evidence), raw, strict=True):
        print(f"  {field.name:10} {weight:+.3f}")
    names = (field.name for field in fields(Evidence))
    weights = {name: round(float(w), 5) for name, w in zip(names, raw, strict=True)}
    return {"weights": weights, "constant": round(constant, 5)}


if __name__ == "__main__":
    main()
