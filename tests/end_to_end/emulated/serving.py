"""The bot as a process that can be stopped and started again, with the store it keeps."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path

from tests.end_to_end.emulated.emulator import TEAM
from tests.end_to_end.emulated.front import Front
from tests.end_to_end.slack.test_real_answers import wired
from tests.fakes.responder import FixedClock
from tests.fakes.slack_workspace import Workspace
from tests.fakes.stored import rows_of

Folders = tuple[Path, Path, Path]


class Serving:
    """Serves the ``front`` over ``workspace``'s transport, with further ``settings``.

    ``folders`` are those of knowledge, cache and store; another knowledge base counts from the next
    start on.
    """

    def __init__(
        self,
        front: Front,
        transport: str,
        folders: Folders,
        clock: FixedClock,
        settings: Mapping[str, str],
    ) -> None:
        self.workspace = Workspace(front, transport)
        self.folders = folders
        self._front = front
        self._clock = clock
        self._settings = settings
        self._running = AsyncExitStack()

    async def start(self) -> None:
        """Let the bot begin, and hear."""
        sockets = self._front.sockets_opened
        bot = wired(
            self._front, self.workspace.transport, self.folders, self._clock, **self._settings
        )
        started = await self._running.enter_async_context(bot)
        self.workspace.url = started.url
        if self.workspace.transport == "socket":
            await self._front.connected(sockets + 1)

    async def stop(self) -> None:
        """Let the bot end, as when it is deployed anew."""
        await self._running.aclose()

    @property
    def store(self) -> Path:
        """The file that the bot keeps everything in."""
        return self.folders[2] / "rain.sqlite3"

    async def belongings(self) -> dict[str, int]:
        """How many rows there are in each table that holds something of the workspace."""
        return await rows_of(self.store, "slack", TEAM)
