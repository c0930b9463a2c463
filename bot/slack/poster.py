"""Writing of the bot's own accord, and looking whether it arrived. Needs no running adapter."""

import asyncio
from collections.abc import Awaitable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapting.reading import text
from bot.delivery.ports import Poster
from bot.errors import CannotTellError, NotSentError, RefusedError, UncertainError
from bot.reply import Address, AddressKind, Reply
from bot.slack.client import web_client
from bot.slack.outcome import outcome
from bot.slack.punctual import DEADLINE, punctual_session
from bot.slack.render import Message, message
from bot.slack.send import write
from bot.slack.tokens import NOT_INSTALLED, Tokens

KEPT_AS = "rain_reminder"
"""Slack's ``event_type`` of what is hidden in a posted message."""
LIMIT = 10.0
PAGE, MOST_PAGES = 200, 10
_NEVER_TOLD = frozenset(
    {
        "access_denied",
        "cannot_dm_bot",
        "channel_not_found",
        "method_not_supported_for_channel_type",
        "missing_scope",
        "no_permission",
        "not_in_channel",
        NOT_INSTALLED,
        "user_disabled",
        "user_not_found",
        "user_not_visible",
    }
)
T = TypeVar("T")


class SlackPoster(Poster):
    """Writes to channels and people of workspaces, as long as its context is entered.

    ``api_url`` is the Web API's base address where it is not slack.com. ``limit`` is how many
    seconds a post, or a search, may take from its beginning to its end.
    """

    def __init__(self, tokens: Tokens, api_url: str | None = None, limit: float = LIMIT) -> None:
        self._tokens = tokens
        self._api_url = api_url
        self._clients: dict[str, AsyncWebClient] = {}
        self._session: aiohttp.ClientSession | None = None
        self._limit = limit

    async def __aenter__(self) -> Self:
        """Be ready to write."""
        # Giving up on a connection early leaves no doubt that nothing was sent over it.
        patience = aiohttp.ClientTimeout(total=None, connect=self._limit / 2)
        self._session = punctual_session(patience)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connections; what is under way ends as uncertain."""
        if self._session is not None:
            await self._session.close()

    async def post(self, address: Address, reply: Reply, key: str) -> str:
        """As `Poster.post`: the receipt is the channel and Slack's stamp of the message."""
        began = asyncio.get_running_loop().time()
        return await self._within_limit(self._write(address, message(reply), key), began)

    async def posted(self, address: Address, key: str, since: datetime) -> str | None:
        """As `Poster.posted`.

        Raises `HeldBackError`, `CannotTellError` where Slack never tells or too much was written
        since, and `UncertainError` for any other trouble: it may be asked again.
        """
        try:
            began = asyncio.get_running_loop().time()
            return await self._within_limit(self._found(address, key, since), began)
        except RefusedError as error:
            never = error.reason in _NEVER_TOLD
            raise (CannotTellError if never else UncertainError)(error.reason) from None
        except NotSentError as error:
            raise UncertainError(error.reason) from None

    def thread(self, receipt: str) -> str:
        """As `Poster.thread`: the stamp of the message."""
        return receipt.rpartition(":")[2]

    async def _within_limit(self, call: Awaitable[T], began: float) -> T:
        """The call's result, within the limit from when it ``began`` by the loop's time."""
        DEADLINE.set(began + self._limit / 2)
        try:
            async with asyncio.timeout_at(began + self._limit):
                return await call
        except Exception as error:  # noqa: BLE001 - after an odd answer the library raises anything
            raise outcome(error) from None

    async def _write(self, address: Address, drawn: Message, key: str) -> str:
        hidden = {"event_type": KEPT_AS, "event_payload": {"key": key}}
        client = await self._client(address.workspace)
        thread = address.thread
        answer = await write(client, address.id, drawn, thread=thread, metadata=hidden)
        return _receipt(answer.get("channel"), answer.get("ts"))

    async def _client(self, workspace: str) -> AsyncWebClient:
        token = await self._tokens.of(workspace)
        client = self._clients.get(workspace)
        if client is None:
            client = web_client(None, self._api_url, retry_handlers=())
            client.session = self._session
            self._clients[workspace] = client
        client.token = token
        return client

    async def _found(self, address: Address, key: str, since: datetime) -> str | None:
        client = await self._client(address.workspace)
        channel, cursor = await self._channel(client, address), ""
        for _ in range(MOST_PAGES):
            page = await _page(client, channel, address.thread, since, cursor)
            for written in _messages(page):
                if _key(written) == key:
                    return _receipt(channel, written.get("ts"))
            cursor = text(_part(page.get("response_metadata")), "next_cursor")
            if not cursor:
                return None
        raise CannotTellError("history_too_long")

    async def _channel(self, client: AsyncWebClient, address: Address) -> str:
        """Where messages to the address stand: for a person, their conversation with the bot."""
        if address.kind is AddressKind.CHANNEL:
            return address.id
        opened = await client.conversations_open(users=address.id)
        channel = text(_part(opened.get("channel")), "id")
        if not channel:
            raise UncertainError("no_channel")
        return channel


async def _page(
    client: AsyncWebClient, channel: str, thread: str, since: datetime, cursor: str
) -> AsyncSlackResponse:
    """A page of what was written in the channel, or in a thread there."""
    asked: dict[str, Any] = {
        "channel": channel,
        "oldest": f"{since.timestamp():.6f}",
        "inclusive": True,
        "include_all_metadata": True,
        "limit": PAGE,
        "cursor": cursor or None,
    }
    if thread:
        return await client.conversations_replies(ts=thread, **asked)
    return await client.conversations_history(**asked)


def _messages(page: AsyncSlackResponse) -> list[Mapping[str, object]]:
    messages = page.get("messages")
    if not isinstance(messages, list):
        raise UncertainError("no_messages")  # not the same as an empty list of them
    return [_part(written) for written in messages]


def _key(written: Mapping[str, object]) -> str | None:
    hidden = _part(written.get("metadata"))
    if hidden.get("event_type") != KEPT_AS:
        return None
    return text(_part(hidden.get("event_payload")), "key")


def _receipt(channel: object, stamp: object) -> str:
    if not isinstance(channel, str) or not isinstance(stamp, str):
        raise UncertainError("no_receipt")
    return f"{channel}:{stamp}"


def _part(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
