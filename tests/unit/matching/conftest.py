import pytest

from bot.matching.index import Index
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import ELSEWHERE, PHRASES, phrases


@pytest.fixture(scope="session")
def index() -> Index:
    return Index.fit(phrases(), ELSEWHERE)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.of(list(PHRASES.values()), ELSEWHERE)
