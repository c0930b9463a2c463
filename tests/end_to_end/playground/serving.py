"""The bot as a process that can be stopped and started again, with the store it keeps."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path

from aiohttp import web

from bot.app.server import application
from bot.config import settings
from tests.end_to_end.playground.tenant import TENANT
from tests.end_to_end.playground.wire import ACTIVITIES, Wire
from tests.fakes.responder import FixedClock
from tests.fakes.stored import rows_of

Folders = tuple[Path, Path, Path]


class Serving:
    """The whole bot as ``serve`` puts it together, at the end of the ``wire``.

    ``folders`` are those of knowledge, cache and store, ``more`` is further settings.
    """

    def __init__(
        self, wire: Wire, folders: Folders, clock: FixedClock, more: Mapping[str, str]
    ) -> None:
        knowledge, cache, store = folders
        self.store = store / "rain.sqlite3"
        self.url = ""
        self._environ = {
            "RAIN_KNOWLEDGE": str(knowledge),
            "RAIN_CACHE": str(cache),
            "RAIN_SEMANTIC": "off",
            "RAIN_STORE": str(self.store),
            "RAIN_TEAMS_PLAYGROUND": "on",
            **more,
        }
        self._wire = wire
        self._clock = clock
        self._running = AsyncExitStack()

    async def start(self) -> None:
        """Let the bot begin, and hear."""
        read = settings(self._environ)
        app = application(read, self._clock)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        self._running.push_async_callback(runner.cleanup)
        await runner.setup()
        await web.TCPSite(runner, read.host, 0).start()
        self.url = "http://{}:{}".format(*runner.addresses[0][:2])
        self._wire.bot = self.url + ACTIVITIES

    async def stop(self) -> None:
        """Let the bot end, as when it is deployed anew."""
        await self._running.aclose()

    async def belongings(self) -> dict[str, int]:
        """How many rows there are in each table that holds something of the organisation."""
        return await rows_of(self.store, "teams", TENANT)

    def kept(self) -> bytes:
        """All that stands in the store's files, also what was deleted and not overwritten yet."""
        files = self.store.parent.glob(f"{self.store.name}*")
        return b"".join(file.read_bytes() for file in files)
