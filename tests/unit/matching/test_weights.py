import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.columns import Columns
from bot.matching.fitting import matrix_of
from bot.matching.weights import Weights

NUMBERS = st.floats(-50, 50)


def weights(*rows: dict[str, float], bias: tuple[float, ...]) -> Weights:
    return Weights(Columns.of(matrix_of(rows)[0]), np.array(bias, dtype=np.float32))


@given(NUMBERS, NUMBERS, NUMBERS, st.floats(0, 3))
@settings(deadline=None)
def test_a_score_is_between_nought_and_one(
    one: float, other: float, bias: float, value: float
) -> None:
    scores = weights({"wa": one}, {"wa": other, "wb": one}, bias=(bias, -bias)).scores(
        {"wa": value, "wb": value}
    )
    assert scores.shape == (2,)
    assert ((scores >= 0) & (scores <= 1)).all()


def test_what_speaks_for_a_label_and_against_another() -> None:
    both = weights({"wa": 2.0}, {"wa": -2.0}, bias=(0.0, 0.0))
    told, little, nothing = (both.scores(one) for one in ({"wa": 1.0}, {"wa": 0.1}, {"wb": 1.0}))
    assert told[0] > little[0] > nothing[0] == 0.5 == nothing[1] > little[1] > told[1]
    assert told.sum() == pytest.approx(1.0)


def test_where_nothing_speaks_the_bias_does() -> None:
    scores = weights({"wa": 1.0}, {"wb": 1.0}, bias=(-3.0, 3.0)).scores({})
    assert scores.tolist() == pytest.approx([0.0474, 0.9526], abs=1e-4)


@pytest.mark.parametrize("bias", [(), (0.0,), (0.0, 0.0, 0.0)])
def test_there_is_one_bias_a_label(bias: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="sizes"):
        weights({"wa": 1.0}, {"wb": 1.0}, bias=bias)
