"""What is measured with few phrases a label, and how it is told."""

from pathlib import Path

import pytest

from bench import few_shot
from bench.datasets import Data, as_written
from bench.few_shot import Score, scored, scores, tables
from bench.peers import Answer, Fitted
from bench.systems import SYSTEMS, with_background
from bot.matching.index import Phrase


class Parrot(Fitted):
    """Says that everything is about its first word, the more surely the longer it is."""

    def answer(self, question: str) -> Answer:
        return Answer(question.split(maxsplit=1)[0], len(question))


DATA = Data(
    "made",
    (),
    (Phrase("cat", "cat on a long warm mat"), Phrase("dog", "a dog")),
    ("rain", "storm is near"),
)


def test_accuracy_and_auroc() -> None:
    score = scored(Parrot(), DATA, as_written, 0, ("parrot", "plain"))
    assert score == Score("parrot", "plain", 0.5, 0.75)


def test_without_questions_from_outside_there_is_no_auroc() -> None:
    data = Data("made", (), DATA.questions)
    assert scored(Parrot(), data, as_written, 0, ("parrot", "plain")).auroc is None


def test_the_questions_are_typed_the_same_way_inside_and_outside() -> None:
    seen = []

    def typed(texts: object, seed: int) -> list[str]:
        seen.append((texts, seed))
        return ["x"] * 4

    scored(Parrot(), DATA, typed, 7, ("parrot", "typed"))
    assert seen == [(["cat on a long warm mat", "a dog", "rain", "storm is near"], 7)]


@pytest.mark.parametrize("background", [False, True])
def test_every_usable_system_is_scored_in_every_column(folder: Path, *, background: bool) -> None:
    experiment = few_shot.experiments(folder)[1]
    said: list[str] = []
    found = list(scores(experiment, 0, background=background, say=said.append))
    kinds = (few_shot.GENERAL, few_shot.OWN) if background else (few_shot.GENERAL,)
    more = [system for kind in kinds for system in with_background(["x"], kind)]
    names = [system.name for system in (*SYSTEMS, *more) if system.usable]
    assert [score.system for score in found[::2]] == names
    assert len({score.column for score in found}) == 2
    assert len(said) == len(names)


def test_no_background_no_rows_for_it(folder: Path) -> None:
    danish = few_shot.experiments(folder)[2]
    found = list(scores(danish, 0, background=True, say=lambda _: None))
    assert not [score for score in found if few_shot.OWN in score.system]


def test_the_tables() -> None:
    found = [
        Score("a", "five", 0.5, 0.9),
        Score("a", "five", 0.7, 0.9),
        Score("a", "Danish", 1.0, None),
        Score("b", "five", 0.25, 0.75),
    ]
    accuracy, auroc = (part for part in tables(found).split("\n\n") if part.startswith("|"))
    assert accuracy.splitlines()[0] == "|  | five | Danish |"
    assert accuracy.splitlines()[2] == "| a | .600 ± .141 | 1.000 |"
    assert accuracy.splitlines()[3] == "| b | .250 | – |"
    assert auroc.splitlines()[0] == "|  | five |"
