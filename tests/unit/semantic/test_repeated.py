from concurrent.futures import ThreadPoolExecutor

import numpy as np

from bot.semantic.repeated import Repeated
from tests.fakes.embedder import FakeEmbedder


def test_it_says_what_the_embedder_says() -> None:
    texts = ["jura", "gpu", "jura"]
    given = FakeEmbedder()
    assert Repeated(given).name == given.name
    assert np.array_equal(Repeated(given).embed(texts), given.embed(texts))


def test_a_text_that_comes_again_is_looked_at_once() -> None:
    given = FakeEmbedder()
    repeated = Repeated(given)
    for _ in range(1000):
        repeated.embed(["jura"])
    assert given.asked == ["jura"]


def test_only_the_latest_are_held() -> None:
    given = FakeEmbedder()
    repeated = Repeated(given, most=2)
    for text in ("jura", "gpu", "jura", "sol", "jura", "gpu"):
        repeated.embed([text])
    assert given.asked == ["jura", "gpu", "sol", "gpu"]
    assert len(repeated._latest) == 2


def test_the_texts_themselves_are_not_held() -> None:
    repeated = Repeated(FakeEmbedder())
    repeated.embed(["jura for 010190-1234"])
    assert "010190" not in repr(vars(repeated))


def test_several_may_ask_at_a_time() -> None:
    given = FakeEmbedder()
    repeated = Repeated(given, most=3)
    texts = [f"jura {n % 7}" for n in range(400)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: repeated.embed([text]), texts))
    assert np.array_equal(np.concatenate(found), given.embed(texts))
    assert len(repeated._latest) == 3
