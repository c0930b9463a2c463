"""The whole bot in Teams, one for all tests of a module: they differ in what they say to it."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.end_to_end.teams.whole import PRIVATE, Bot, whole
from tests.fakes.teams_people import HELP


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def whole_bot(
    shipped: Path, fitted_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Bot]:
    """With a channel of owners, whose tests need not share what they write with others."""
    store = tmp_path_factory.mktemp("store")
    async with whole(shipped, fitted_cache, store, RAIN_OWNERS=f"teams:{HELP.id}") as bot:
        yield bot


@pytest.fixture
def discreet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever happens, the log holds no stack trace, and nothing that anybody wrote."""
    caplog.set_level(logging.INFO)
    yield
    assert not [record for record in caplog.records if record.exc_info]
    assert PRIVATE not in caplog.text
