import logging

import pytest

from bot.matching.index import Index, Phrase
from bot.matching.opinion import Second
from bot.semantic.seconding import Learnt, Seconding
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.index_cache import RecordingCache

ELSEWHERE = ["vejret i dag", "regn og sol"]
COMPUTE, LAW = Phrase("compute", "regnekraft og gpu"), Phrase("law", "hvad siger jura og lov")


@pytest.fixture
def cache() -> RecordingCache:
    return RecordingCache()


def made(cache: RecordingCache, shipped: Learnt | None = None, name: str = "fake") -> Seconding:
    return Seconding(FakeEmbedder(name), FakeEmbedder(name), cache, shipped)


def index_of(*phrases: Phrase) -> Index:
    return Index.fit(phrases, ELSEWHERE)


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(COMPUTE, LAW)


@pytest.fixture
def shipped(index: Index) -> Learnt:
    """What was learnt from `index` on another machine."""
    folder = RecordingCache()
    made(folder).learn(index)
    ((key, _),) = folder.kept.items()
    second = made(folder).at_once(index)
    assert second
    return Learnt(key, second.opinion)


def first(second: Second | None, text: str) -> str:
    assert second
    about = second.about(text)
    return max(about, key=lambda label: about[label])


def test_nothing_is_had_at_once_before_it_was_learnt(cache: RecordingCache, index: Index) -> None:
    assert made(cache).at_once(index) is None


def test_what_was_learnt_is_had_at_once(cache: RecordingCache, index: Index) -> None:
    seconding = made(cache)
    assert seconding.learn(index)
    assert first(seconding.at_once(index), "har I muskler?") == "compute"
    assert first(seconding.at_once(index), "paragraffer") == "law"


def test_it_is_learnt_once(cache: RecordingCache, index: Index) -> None:
    seconding = made(cache)
    assert seconding.learn(index)
    assert not seconding.learn(index)
    assert not made(cache).learn(index), "after a second start"


def test_another_model_learns_for_itself(cache: RecordingCache, index: Index) -> None:
    assert made(cache).learn(index)
    assert made(cache, name="other").learn(index)


def test_what_is_shipped_need_not_be_learnt(
    cache: RecordingCache, index: Index, shipped: Learnt
) -> None:
    seconding = made(cache, shipped)
    assert first(seconding.at_once(index), "har I muskler?") == "compute"
    assert not seconding.learn(index)
    assert cache.kept == {}


def test_what_is_shipped_serves_an_edited_text_until_that_was_learnt(
    cache: RecordingCache, shipped: Learnt
) -> None:
    edited = index_of(COMPUTE, Phrase("law", "lov til gpu"))
    seconding = made(cache, shipped)
    second = seconding.at_once(edited)
    assert second
    assert second.opinion.weights.tolist() == shipped.opinion.weights.tolist()
    assert seconding.learn(edited)
    anew = seconding.at_once(edited)
    assert anew
    assert anew.opinion.weights.tolist() != shipped.opinion.weights.tolist()


def test_of_what_is_gone_there_is_no_opinion(cache: RecordingCache, shipped: Learnt) -> None:
    second = made(cache, shipped).at_once(index_of(COMPUTE))
    assert second
    assert set(second.about("jura")) == {"compute", "~elsewhere"}


def test_nothing_is_said_of_a_base_with_something_new(
    cache: RecordingCache, shipped: Learnt
) -> None:
    """It would speak against the new entry, of which it knows nothing."""
    more = index_of(COMPUTE, LAW, Phrase("course", "kursus"))
    seconding = made(cache, shipped)
    assert seconding.at_once(more) is None
    assert seconding.learn(more)
    assert seconding.at_once(more)


def test_what_was_learnt_last_serves_the_next_edit(cache: RecordingCache, shipped: Learnt) -> None:
    course = Phrase("course", "kursus")
    seconding = made(cache, shipped)
    seconding.learn(index_of(COMPUTE, LAW, course))
    assert seconding.at_once(index_of(COMPUTE, Phrase("law", "jurist"), course))


def test_what_is_damaged_is_learnt_again(
    cache: RecordingCache, index: Index, caplog: pytest.LogCaptureFixture
) -> None:
    made(cache).learn(index)
    cache.kept = dict.fromkeys(cache.kept, b"damaged")
    seconding = made(cache)
    with caplog.at_level(logging.WARNING):
        assert seconding.at_once(index) is None
    assert "learnt again" in caplog.text
    assert seconding.learn(index)
    assert made(cache).at_once(index)
