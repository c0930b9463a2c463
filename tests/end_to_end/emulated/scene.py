"""The whole bot in the emulated workspace, with people in it, and what went on line by line."""

import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from tests.end_to_end.emulated.emulator import ANNA, CHANNELS, JOHN
from tests.end_to_end.emulated.events import uninstalled
from tests.end_to_end.emulated.front import Front
from tests.end_to_end.emulated.installing import install
from tests.end_to_end.emulated.people import Person
from tests.end_to_end.slack.test_real_answers import wired
from tests.fakes.responder import FixedClock
from tests.fakes.slack_server import Post
from tests.fakes.slack_workspace import Receipt, Workspace, shown

Json = dict[str, Any]
Folders = tuple[Path, Path, Path]
ROOT = Path(__file__).resolve().parents[3]
MANIFEST: Json = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
SCOPES = frozenset(MANIFEST["oauth_config"]["scopes"]["bot"])
SUBSCRIBED = frozenset(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
log = logging.getLogger("emulated")


class Scene:
    """A workspace with two channels, the bot in the first of them, and two people."""

    def __init__(self, front: Front, workspace: Workspace, clock: FixedClock) -> None:
        self.front = front
        self.workspace = workspace
        self.clock = clock
        self.anna = Person(ANNA, front, workspace)
        self.john = Person(JOHN, front, workspace)
        self.channel = ""
        self.elsewhere = ""

    async def begin(self) -> None:
        """Let everybody log in, and the bot be invited."""
        self.front.deliver = self.deliver
        listed = (await self.front.emulated.ask("conversations.list"))["channels"]
        ids = {channel["name"]: channel["id"] for channel in listed}
        self.channel, self.elsewhere = (ids[name] for name in CHANNELS)
        for person in (self.anna, self.john):
            await person.log_in()
        await self.anna.invites_the_bot(self.channel)

    async def deliver(self, payload: Json) -> Receipt:
        """Deliver an event, as it is."""
        return await self.workspace.deliver("event", payload)

    async def take_out_the_app(self) -> list[Receipt]:
        """Let the app be taken out of the workspace; what the bot said to the news of it."""
        self.front.revoke()
        news = uninstalled(self.front.new_stamp())
        heard = [told for told in news if told["event"]["type"] in self.front.subscribed]
        return [await self.deliver(told) for told in heard]

    def move_to(self, moment: datetime) -> None:
        """Let it be another time for the bot; the emulator's clock is the real one."""
        self.clock.move(moment - self.clock.now())


@asynccontextmanager
async def scene(
    transport: str,
    folders: Folders,
    clock: FixedClock,
    scopes: Iterable[str] = SCOPES,
    **more: str,
) -> AsyncIterator[Scene]:
    """The bot, installed with these ``scopes``.

    ``folders`` are those of knowledge, cache and store, ``more`` is further settings.
    """
    async with Front(SUBSCRIBED).running() as front:
        token = await install(front, scopes)
        settings = {"SLACK_BOT_TOKEN": token, **more}
        async with wired(front, transport, folders, clock, **settings) as workspace:
            there = Scene(front, workspace, clock)
            await there.begin()
            yield there
            await front.deliver_no_more()


class Story:
    """What went on, to be read afterwards in ``file``."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", "utf-8")

    def tell(self, step: str, *lines: str) -> None:
        """Add a step and what was seen of it."""
        told = [step, *(f"    {line}" for text in lines for line in text.splitlines())]
        with self._file.open("a", encoding="utf-8") as file:
            file.write("\n".join(told) + "\n")

    def show(self, step: str, post: Post) -> None:
        """Add a step and what a person saw of it."""
        self.tell(step, shown(post))
