"""The whole bot in the emulated workspace, with people in it."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from tests.end_to_end.emulated.emulator import (
    ANNA,
    CHANNELS,
    CLIENT_ID,
    CLIENT_SECRET,
    JOHN,
    OWNER,
    PUBLIC,
    TEAM,
)
from tests.end_to_end.emulated.events import uninstalled
from tests.end_to_end.emulated.front import Front
from tests.end_to_end.emulated.installing import install
from tests.end_to_end.emulated.people import Person
from tests.end_to_end.emulated.serving import Folders, Serving
from tests.fakes.responder import FixedClock
from tests.fakes.slack_workspace import Receipt

Json = dict[str, Any]
ROOT = Path(__file__).resolve().parents[3]
OWNERS = "rain-svarer"
"""The channel of those who answer what the bot cannot; Ole alone is in it."""
MANIFEST: Json = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
SCOPES = frozenset(MANIFEST["oauth_config"]["scopes"]["bot"])
SUBSCRIBED = frozenset(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


class Scene:
    """A workspace with two channels, the bot in the first of them, and three people.

    The third of them, Ole, answers what the bot cannot, in a channel of his own.
    """

    def __init__(self, front: Front, serving: Serving, clock: FixedClock, owners: str) -> None:
        self.front = front
        self.serving = serving
        self.workspace = serving.workspace
        self.clock = clock
        self.anna = Person(ANNA, front, self.workspace)
        self.john = Person(JOHN, front, self.workspace)
        self.ole = Person(OWNER, front, self.workspace)
        self.channel = ""
        self.elsewhere = ""
        self.owners = owners

    async def begin(self) -> None:
        """Let everybody log in, and the bot be invited."""
        self.front.deliver = self.deliver
        listed = (await self.front.emulated.ask("conversations.list"))["channels"]
        ids = {channel["name"]: channel["id"] for channel in listed}
        self.channel, self.elsewhere = (ids[name] for name in CHANNELS)
        for person in (self.anna, self.john, self.ole):
            await person.log_in()
        await self.anna.invites_the_bot(self.channel)
        await self.ole.invites_the_bot(self.owners)

    async def deliver(self, payload: Json) -> Receipt:
        """Deliver an event, as it is."""
        return await self.workspace.deliver("event", payload)

    async def take_out_the_app(self) -> list[Receipt]:
        """Let the app be taken out of the workspace; what the bot said to the news of it."""
        self.front.revoke()
        news = uninstalled(self.front.new_stamp())
        heard = [told for told in news if told["event"]["type"] in self.front.subscribed]
        return [await self.deliver(told) for told in heard]

    async def restart(self) -> None:
        """Let the bot be stopped and started anew."""
        await self.serving.stop()
        await self.serving.start()

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
    """The bot, installed with these ``scopes`` by the token that its settings hold.

    ``folders`` are those of knowledge, cache and store, ``more`` is further settings.
    """
    async with Front(SUBSCRIBED).running() as front:
        owners = await _owners(front)
        settings = {"SLACK_BOT_TOKEN": await install(front, scopes)}
        settings |= {"RAIN_OWNERS": f"slack:{owners}", **more}
        there = Scene(front, Serving(front, transport, folders, clock, settings), clock, owners)
        await there.serving.start()
        async with _ending(there):
            await there.begin()
            yield there


@asynccontextmanager
async def uninstalled_scene(folders: Folders, clock: FixedClock) -> AsyncIterator[Scene]:
    """The bot for many workspaces, over HTTP, before any installed it; nobody is there yet."""
    async with Front(SUBSCRIBED).running() as front:
        owners = await _owners(front)
        settings = {
            "SLACK_BOT_TOKEN": "",
            "SLACK_CLIENT_ID": CLIENT_ID,
            "SLACK_CLIENT_SECRET": CLIENT_SECRET,
            "RAIN_PUBLIC_URL": PUBLIC,
            "RAIN_OWNERS": f"slack:{TEAM}/{owners}",
        }
        there = Scene(front, Serving(front, "http", folders, clock, settings), clock, owners)
        await there.serving.start()
        async with _ending(there):
            yield there


@asynccontextmanager
async def _ending(there: Scene) -> AsyncIterator[None]:
    try:
        yield
        await there.front.deliver_no_more()
    finally:
        await there.serving.stop()


async def _owners(front: Front) -> str:
    """The id of a channel that Ole makes, before the bot learns of it from its settings."""
    made = await front.emulated.ask("conversations.create", OWNER.token, name=OWNERS)
    return str(made["channel"]["id"])
