from dataclasses import dataclass, fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from bot.matching.columns import PLACES, Columns, Floats, place
from bot.matching.features import features, read
from bot.matching.fitting import (
    INVERSE_PENALTY,
    MISTAKEN,
    MOST_OTHERS,
    NEAREST,
    NEGLIGIBLE,
    TOLERANCE,
    _matrix,
    _mistaken,
    _telling,
    fit,
    matrix_of,
)
from bot.matching.style import TERMS
from bot.matching.vocabulary import Vocabulary
from bot.matching.weights import Weights
from tests.unit.matching.base import PHRASES

SYLLABLES = [f"{first}{last}" for first in "bdfgklmnprstv" for last in "aio"]
LABELS = [f"label-{number:02}" for number in range(24)]
EACH = 80
NAMES = st.text("aiwxyz", min_size=1, max_size=5)


@dataclass(frozen=True)
class Base:
    """A made-up base: phrases of a word that two labels share, or one's own, and two of all's."""

    given: list[tuple[str, str]]
    asked: list[tuple[str, str]]
    vocabulary: Vocabulary

    def features(self, text: str) -> dict[str, float]:
        return features(read(text, self.vocabulary), self.vocabulary, TERMS)

    def rows(self) -> list[dict[str, float]]:
        return [self.features(text) for _, text in self.given]

    def labels(self) -> list[str]:
        return [label for label, _ in self.given]

    def scores(self, weights: Weights) -> Floats:
        return np.array([weights.scores(self.features(text)) for _, text in self.asked])


@pytest.fixture(scope="module")
def many() -> Base:
    random = np.random.default_rng(7)

    def word() -> str:
        return "".join(random.choice(SYLLABLES, 3)) + str(random.choice([*"bdfgkmnprst"]))

    common = [word() for _ in range(30)]
    shared = [word() for _ in LABELS]
    own = {
        label: [word(), word(), shared[number], shared[number - 1]]
        for number, label in enumerate(LABELS)
    }

    def phrase(label: str) -> str:
        return " ".join([*random.choice(own[label], 2), *random.choice(common, 2)])

    def slip(text: str) -> str:
        at = int(random.integers(1, 6))
        return text[:at] + text[at + 1 :]

    given_ = [(label, phrase(label)) for label in LABELS for _ in range(EACH)]
    asked = [(label, slip(phrase(label))) for label in LABELS for _ in range(10)]
    texts = [[text for label, text in given_ if label == one] for one in LABELS]
    return Base(given_, asked, Vocabulary.of(texts, ()))


def fitted_to_all(base: Base) -> Weights:
    """What `fit` gives where no phrase is left out."""
    matrix, used = _matrix(base.rows())
    told = np.array(base.labels())
    whole, bias = sparse.lil_matrix((len(LABELS), PLACES)), []
    for number, label in enumerate(LABELS):
        solver = LogisticRegression(
            C=INVERSE_PENALTY, solver="liblinear", dual=True, tol=TOLERANCE, random_state=0
        ).fit(matrix, told == label)
        whole[number, used] = solver.coef_[0]
        bias.append(solver.intercept_[0])
    return Weights(Columns.of(whole.tocsc()), np.array(bias, dtype=np.float32))


def test_some_of_many_phrases_tell_as_much_as_all(many: Base) -> None:
    assert len(many.given) - EACH > MOST_OTHERS
    ordered, some = fit(many.rows(), many.labels())
    assert ordered == LABELS
    meant = np.array([LABELS.index(label) for label, _ in many.asked])
    of_some, of_all = many.scores(some), many.scores(fitted_to_all(many))
    right_of_some, right_of_all = (
        float((scores.argmax(axis=1) == meant).mean()) for scores in (of_some, of_all)
    )
    assert 0.8 < right_of_all < 1.0  # hard enough to tell
    assert right_of_some >= right_of_all - 0.01
    assert np.abs(of_some - of_all).mean() < 0.01
    assert (of_some.argmax(axis=1) == of_all.argmax(axis=1)).mean() > 0.97


def test_of_many_others_the_nearest_are_taken_and_some_of_the_rest(many: Base) -> None:
    matrix, _ = matrix_of(many.rows())
    own = np.array(many.labels()) == LABELS[3]
    chosen = _telling(matrix, own)
    assert not (chosen & own).any()
    assert chosen.sum() == MOST_OTHERS
    assert MOST_OTHERS / 2 < NEAREST < MOST_OTHERS
    likeness = np.asarray(matrix @ np.asarray(matrix[own].sum(axis=0)).ravel())
    left_out = likeness[~chosen & ~own]
    assert (likeness[chosen] > left_out.max()).sum() >= NEAREST - 1
    assert (likeness[chosen] < np.median(left_out)).any()


def test_of_few_others_all_are_taken(many: Base) -> None:
    matrix, _ = matrix_of(many.rows()[: MOST_OTHERS + 5])
    own = np.arange(matrix.shape[0]) < 5
    assert (_telling(matrix, own) == ~own).all()
    assert (_telling(matrix, own[::-1]) == ~own[::-1]).all()


def test_what_is_mistaken_for_the_labels_own_is_fitted_on_though_it_was_left_out() -> None:
    """A hundred others say "own" beside what the label never says, far from its centre."""
    own = [{"wown": 1.0, "wmine": 1.0}] * 5
    near = [{"wmine": 1.0, f"wnear{n}": 1.0} for n in range(MOST_OTHERS)]
    far = [{"wown": 0.4, f"wfar{n % 7}": 4.0, f"wfar{n % 5 + 7}": 4.0} for n in range(100)]
    rows = [*own, *near, *far]
    labels = ["a"] * len(own) + ["b"] * len(near) + ["c"] * len(far)
    matrix, _ = matrix_of(rows)
    first = _telling(matrix, np.array(labels) == "a")
    assert not first[-len(far) :].all()
    ordered, weights = fit(rows, labels)
    assert all(weights.scores(row)[ordered.index("a")] < 0.05 for row in far)
    assert all(weights.scores(row)[ordered.index("a")] > 0.5 for row in own)


def test_nothing_is_mistaken_where_all_is_told_apart() -> None:
    matrix, _ = matrix_of([{"wone": 1.0}, {"wtwo": 1.0}, {"wthree": 1.0}])
    chosen = np.array([True, True, False])
    weights = np.zeros(PLACES)
    assert not _mistaken(matrix, (weights, MISTAKEN), chosen).any()
    weights[place("wthree")] = 0.1
    assert _mistaken(matrix, (weights, MISTAKEN), chosen).tolist() == [False, False, True]


def test_what_counts_more_tells_more() -> None:
    rows = [{"wword": 1.0}, {"wword": 1.0}, {"wother": 1.0}]
    (_, even), (_, uneven) = fit(rows, ["a", "b", "b"]), fit(rows, ["a", "b", "b"], [2.0, 1.0, 1.0])
    word = {"wword": 1.0}
    assert uneven.scores(word)[0] > even.scores(word)[0]


@pytest.fixture(scope="module")
def little(vocabulary: Vocabulary) -> tuple[list[dict[str, float]], list[str]]:
    given_ = [(label, text) for label, texts in PHRASES.items() for text in texts]
    rows = [features(read(text, vocabulary), vocabulary, TERMS) for _, text in given_]
    return rows, [label for label, _ in given_]


def test_every_phrase_speaks_most_for_its_own_label(
    little: tuple[list[dict[str, float]], list[str]],
) -> None:
    rows, labels = little
    ordered, weights = fit(rows, labels)
    assert ordered == sorted(PHRASES)
    for row, label in zip(rows, labels, strict=True):
        assert ordered[int(weights.scores(row).argmax())] == label


def test_fitting_again_gives_the_same(little: tuple[list[dict[str, float]], list[str]]) -> None:
    (_, one), (_, other) = fit(*little), fit(iter(little[0]), little[1])
    assert one.bias.tolist() == other.bias.tolist()
    for at in (field.name for field in fields(Columns) if field.init):
        assert np.array_equal(getattr(one.columns, at), getattr(other.columns, at))


def test_what_tells_next_to_nothing_is_dropped(
    little: tuple[list[dict[str, float]], list[str]],
) -> None:
    _, weights = fit(*little)
    assert np.abs(weights.columns.values).min() >= np.float16(NEGLIGIBLE)


def test_letters_of_one_phrase_alone_are_dropped_but_not_its_words() -> None:
    rows = [{"wone": 1.0, "ione": 1.0, "iall": 1.0}, {"wtwo": 1.0, "itwo": 1.0, "iall": 1.0}]
    matrix, used = _matrix(rows)
    assert sorted(used) == sorted(place(name) for name in ("wone", "wtwo", "iall"))
    assert matrix.shape == (2, 3)
    _, weights = fit(rows, ["a", "b"])
    assert place("ione") not in weights.columns.places
    assert place("wone") in weights.columns.places


def test_with_one_label_there_is_nothing_to_tell_it_from() -> None:
    ordered, weights = fit([{"wone": 1.0}, {"wtwo": 1.0}], ["a", "a"])
    assert ordered == ["a"]
    assert weights.scores({"wone": 1.0}).tolist() == [0.5]


@given(st.lists(st.dictionaries(NAMES, st.floats(0.02, 4.0), max_size=6), max_size=6))
@settings(deadline=None)
def test_a_matrix_has_what_the_rows_say(rows: list[dict[str, float]]) -> None:
    matrix, words = matrix_of(iter(rows))
    assert matrix.shape == (len(rows), PLACES)
    assert set(words) == {place(name) for row in rows for name in row if name[0] == "w"}
    for number, row in enumerate(rows):
        expected: dict[int, float] = {}
        for name, value in row.items():
            expected[place(name)] = expected.get(place(name), 0.0) + value
        found = matrix[[number]].toarray()[0]
        assert {int(at): found[at] for at in np.flatnonzero(found)} == pytest.approx(expected)
