from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.end_to_end.emulated.scene import Scene, scene
from tests.end_to_end.emulated.serving import Folders
from tests.fakes.responder import FixedClock, RunningClock


@pytest.fixture
def clock(early_june: datetime) -> FixedClock:
    return RunningClock(early_june.astimezone(UTC))


@pytest.fixture
def folders(shipped: Path, fitted_cache: Path, tmp_path: Path) -> Folders:
    return shipped, fitted_cache, tmp_path


@pytest.fixture(params=["http", "socket"])
async def slack(
    request: pytest.FixtureRequest, folders: Folders, clock: FixedClock
) -> AsyncIterator[Scene]:
    async with scene(request.param, folders, clock) as there:
        yield there


@pytest.fixture
async def over_http(folders: Folders, clock: FixedClock) -> AsyncIterator[Scene]:
    async with scene("http", folders, clock) as there:
        yield there
