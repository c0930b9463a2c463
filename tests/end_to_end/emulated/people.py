"""People in the emulated workspace: each writes with a client of their own, and presses things."""

import json
from itertools import count
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from tests.end_to_end.emulated import events, interactions
from tests.end_to_end.emulated.emulator import Member
from tests.end_to_end.emulated.front import Front
from tests.end_to_end.emulated.interactions import read
from tests.fakes.slack_server import BOT_USER, Post
from tests.fakes.slack_workspace import Receipt, Workspace, buttons

Json = dict[str, Any]
_NUMBERS = count(1)


class Person:
    """A member with their Slack open."""

    def __init__(self, member: Member, front: Front, workspace: Workspace) -> None:
        self.name = member.real_name
        self.email = member.email
        self.id = ""
        self.direct = ""
        self._front = front
        self._workspace = workspace
        self._client = AsyncWebClient(token=member.token, base_url=f"{front.url}/api/")

    async def log_in(self) -> None:
        """Learn the own id, and the conversation with the bot."""
        self.id = (await self._client.auth_test())["user_id"]
        opened = await self._client.conversations_open(users=BOT_USER)
        self.direct = opened["channel"]["id"]

    # Writing

    async def writes(self, text: str, channel: str = "") -> str:
        """Write into a channel, or to the bot; the message's stamp."""
        written = await self._client.chat_postMessage(channel=channel or self.direct, text=text)
        return str(written["ts"])

    async def mentions(self, text: str, channel: str, thread: str = "") -> str:
        """Mention the bot; the message's stamp."""
        written = await self._client.chat_postMessage(
            channel=channel, text=f"<@{BOT_USER}> {text}", thread_ts=thread or None
        )
        return str(written["ts"])

    async def invites_the_bot(self, channel: str) -> None:
        """Take the bot into a channel."""
        await self._client.conversations_invite(channel=channel, users=BOT_USER)

    # Reading

    async def thread(self, channel: str, stamp: str) -> list[Post]:
        """The answers to a message, oldest first."""
        page = await self._client.conversations_replies(channel=channel, ts=stamp)
        return [read(channel, message) for message in page["messages"] if message["ts"] != stamp]

    async def answers(self, channel: str, stamp: str) -> list[Post]:
        """What the bot wrote after a message, in its thread or beside it."""
        beside = [post for post in await self.history(channel) if post.ts > stamp]
        return beside + [
            post for post in await self.thread(channel, stamp) if post.body["user"] == BOT_USER
        ]

    async def history(self, channel: str = "", *, hidden: bool = False) -> list[Post]:
        """What the bot wrote into a channel, or to this person; oldest first."""
        channel = channel or self.direct
        page = await self._client.conversations_history(
            channel=channel, include_all_metadata=hidden
        )
        own = [message for message in page["messages"] if message["user"] == BOT_USER]
        return [read(channel, message) for message in reversed(own)]

    async def last_of(self, person: "Person", channel: str) -> Post:
        """The last message that somebody wrote into a channel."""
        page = await self._client.conversations_history(channel=channel)
        written = [message for message in page["messages"] if message["user"] == person.id]
        return read(channel, written[0])

    async def files(self) -> list[Json]:
        """The files that the bot put into the conversation with this person."""
        return [file for post in await self.history() for file in post.body.get("files", ())]

    async def reads(self, file: Json) -> str:
        """What stands in a file."""
        address = file["url_private"].replace("//localhost:", "//127.0.0.1:")
        headers = {"Authorization": f"Bearer {self._client.token}"}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.get(address) as response,
        ):
            assert response.status == 200, await response.text()
            return await response.text()

    # Pressing

    async def commands(self, name: str, text: str, channel: str = "") -> Receipt:
        """Give a slash command, in a channel or to the bot."""
        where = channel or self.direct
        told = interactions.command(name, text, self.id, where, await self._reach())
        return await self._delivered("command", told)

    async def presses(self, post: Post, label: str, channel: str = "") -> Receipt:
        """Press a button of a message; what only they saw stood in ``channel``."""
        button = next(found for found in buttons(post) if found["text"]["text"] == label)
        where = channel or post.channel
        told = interactions.press(button, post, self.id, where, await self._reach())
        return await self._delivered("action", told)

    async def presses_in(self, view: Json, element: Json, filled: Json | None = None) -> Receipt:
        """Press something in a Home or a modal, with what is ``filled`` in there until then."""
        reach = await self._reach(view)
        told = interactions.press_in_view(element, view, self.id, reach, filled or {})
        return await self._delivered("action", told)

    async def submits(self, view: Json, filled: Json) -> Json:
        """Send a modal off with what is ``filled`` in, by block and action.

        What the bot says to that at once is done and returned: another view in place of this one,
        or errors beside what was filled in. Without either, the modal is closed.
        """
        told = interactions.submission(view, filled, self.id, await self._reach(view))
        async with self._front.windows.submitting:
            receipt = await self._delivered("action", told)
            said: Json = (json.loads(receipt.body) if receipt.body else None) or {}
            if said.get("response_action") != "errors":
                await self._front.replace(view, said.get("view"))
        return said

    async def uses_shortcut(self, callback: str, post: Post) -> Receipt:
        """Choose something in a message's menu."""
        told = interactions.shortcut(callback, post, self.id, await self._reach())
        return await self._delivered("action", told)

    async def opens_home(self, tab: str = "home") -> Receipt:
        """Open the app's Home, or its messages."""
        assert "app_home_opened" in self._front.subscribed, "Slack would tell nobody"
        opened = events.home_opened(self.id, self.direct, tab, self._front.new_stamp())
        return await self._delivered("event", opened)

    async def _delivered(self, kind: str, told: Json) -> Receipt:
        receipt = await self._workspace.deliver(kind, told)
        assert receipt.status == 200, receipt
        assert receipt.seconds < 3, "Slack would have shown an error"
        return receipt

    async def _reach(self, view: Json | None = None) -> Json:
        """How what they do can be answered; the emulator gives the trigger."""
        of_view = {"view_id": view["id"]} if view else {}
        given = await self._front.emulated.ask(
            "views.generateTriggerId", self._front.bot_token, user_id=self.id, **of_view
        )
        number = next(_NUMBERS)
        return {
            "trigger_id": given["trigger_id"],
            "response_url": f"{self._front.url}/response/{number}",
        }
