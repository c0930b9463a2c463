import asyncio
import json
from collections.abc import AsyncIterator, Mapping

import pytest

from bot.reply import Question
from tests.contract.adapter_suite import AdapterSuite
from tests.fakes.slack_history import wrong_with_metadata
from tests.fakes.slack_server import BOT_USER, Call, Post, Shown, SlackServer
from tests.fakes.slack_workspace import (
    CHANNEL,
    Workspace,
    all_at_once,
    cancelled,
    shown,
    shown_view,
)


class SlackHarness:
    """A person in a channel who mentions the bot."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._last: Post | None = None
        self._window: Shown | None = None
        self._page: Shown | None = None
        self.responder = workspace.responder

    @property
    def questions(self) -> list[Question]:
        return self.responder.questions

    async def say(self, text: str) -> str:
        # Slack escapes what people type.
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        await self._workspace.deliver("event", self._workspace.mention(escaped))
        return await self._next()

    async def say_next(self, text: str) -> str:
        assert self._last is not None
        event = self._workspace.mention(text, thread_ts=self._last.thread)
        await self._workspace.deliver("event", event)
        return await self._next()

    async def press(self, label: str) -> str:
        assert self._last is not None
        await self._workspace.deliver("action", self._workspace.press(self._last, label))
        return await self._next()

    async def overhear(self, text: str) -> list[str]:
        event = self._workspace.mention(text, type="message", channel_type="channel")
        await self._workspace.deliver("event", event)
        return [shown(post) for post in await self._workspace.server.more_posts()]

    async def press_damaged(self, label: str) -> str:
        assert self._last is not None
        pressed = self._workspace.press(self._last, label, value="da:no such thing")
        await self._workspace.deliver("action", pressed)
        return await self._next()

    async def files(self) -> list[str]:
        server, method = self._workspace.server, "files.completeUploadExternal"
        await server.asked(method)
        return [file["title"] for call in server.called(method) for file in _files(call)]

    async def greeted(self) -> str:
        """Slack greets by itself and offers what to ask above the box that people write in."""
        await self._workspace.deliver("event", self._workspace.opened("messages"))
        method = "assistant.threads.setSuggestedPrompts"
        await self._workspace.server.asked(method)
        (call,) = self._workspace.server.called(method)
        return "\n".join(prompt["title"] for prompt in call.body["prompts"])

    async def open_page(self) -> str:
        await self._workspace.deliver("event", self._workspace.opened("home"))
        return await self._next_page()

    async def ask_on_page(self, text: str) -> str:
        assert self._page is not None
        typed = self._workspace.typed(self._page, text, by="box")
        await self._workspace.deliver("action", typed)
        answered = await self._next()
        await self._next_page()
        return answered

    async def choose_on_page(self, label: str) -> str:
        assert self._page is not None
        await self._workspace.deliver("action", self._workspace.pick_in(self._page, label))
        return await self._next_page()

    async def _next_page(self) -> str:
        self._page = await self._workspace.server.next_view()
        assert self._page.method == "views.publish"
        return shown_view(self._page.view)

    async def fill(self, fields: Mapping[str, str], times: int = 1) -> str:
        assert self._window is not None
        filled = self._workspace.submit(self._window, fields)
        for _ in range(times):
            receipt = await self._workspace.deliver("action", filled)
            assert json.loads(receipt.body)["response_action"] == "update"
        window = await self._workspace.server.next_view()
        assert (window.method, window.id) == ("views.update", self._window.id)
        return shown_view(window.view)

    async def say_twice_same_delivery(self, text: str) -> list[str]:
        event = self._workspace.mention(text)
        again = [self._workspace.deliver("event", event, retry=retry) for retry in (0, 1)]
        await all_at_once(*again)
        first = await self._next()
        return [first, *map(shown, await self._workspace.server.more_posts())]

    async def _next(self) -> str:
        """The next message, or the window that was opened instead of one."""
        server = self._workspace.server
        message = asyncio.ensure_future(server.next_post())
        window = asyncio.ensure_future(server.next_view())
        both = message, window
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        await cancelled(*(one for one in both if not one.done()))
        if window in both and window.done() and not window.cancelled():
            self._window = window.result()
            return shown_view(self._window.view)
        self._last = message.result()
        return shown(self._last)


def _files(call: Call) -> list[dict[str, str]]:
    given = call.body["files"]
    found: list[dict[str, str]] = json.loads(given) if isinstance(given, str) else given
    return found


@pytest.fixture(params=["http", "socket"])
async def adapter(request: pytest.FixtureRequest) -> AsyncIterator[SlackHarness]:
    async with (
        SlackServer().running() as server,
        Workspace(server, request.param).running() as workspace,
    ):
        yield SlackHarness(workspace)


class TestSlack(AdapterSuite):
    pass


def test_the_harness_would_notice_live_markup() -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*hi* <!channel>"}}]
    assert shown(Post(CHANNEL, "", "hi", blocks, "", {})).count("LIVE[") == 2
    assert "LIVE[" in shown(Post(CHANNEL, "", f"<@{BOT_USER}>", [], "", {}))
    rich = json.loads('[{"type": "rich_text", "elements": [{"type": "broadcast"}]}]')
    assert "LIVE[" in shown(Post(CHANNEL, "", "hi", rich, "", {}))


@pytest.mark.parametrize(
    ("metadata", "word"),
    [
        ({"event_type": "rain_reminder", "event_payload": {"key": "a key"}}, ""),
        ("rain_reminder", "invalid_metadata_format"),
        ({"event_type": "rain_reminder"}, "invalid_metadata_format"),
        ({"event_type": "rain_reminder", "event_payload": "a key"}, "invalid_metadata_format"),
        ({"event_type": "rain reminder", "event_payload": {}}, "invalid_metadata_schema"),
        ({"event_type": "rain", "event_payload": {"key": None}}, "invalid_metadata_schema"),
        ({"event_type": "rain", "event_payload": {"key": "x" * 9000}}, "metadata_too_large"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_the_server_would_notice_wrong_metadata(metadata: object, word: str) -> None:
    assert wrong_with_metadata(metadata) == word
