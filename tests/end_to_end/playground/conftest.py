from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from tests.end_to_end.playground.scene import Scene, scene
from tests.fakes.responder import RunningClock


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def teams(
    shipped: Path,
    fitted_cache: Path,
    tmp_path_factory: pytest.TempPathFactory,
    early_june: datetime,
) -> AsyncIterator[Scene]:
    """One for all tests of a module: it takes seconds until it is there."""
    folders = shipped, fitted_cache, tmp_path_factory.mktemp("playground")
    async with scene(folders, RunningClock(early_june.astimezone(UTC))) as there:
        yield there
