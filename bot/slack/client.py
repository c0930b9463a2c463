"""Slack's Web API, as every part of the adapter speaks to it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import aiohttp
from aiohttp import encode_basic_auth
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack.discretion import library_logger
from bot.slack.pace import Pace

DEFAULT_API_URL = "https://slack.com/api/"
_POSTING = "chat.postMessage"
Wrote = Callable[[str, float], None]
"""Is told the channel of a message that was posted, and the loop's time at which that began."""


class WebClient(AsyncWebClient):
    """The library's, which gives client id and secret in a way that aiohttp is about to end."""

    async def api_call(
        self,
        api_method: str,
        *,
        auth: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        **arguments: Any,  # noqa: ANN401 - the library's own
    ) -> AsyncSlackResponse:
        """As the library's."""
        sent = dict(headers or {})
        if auth:
            sent["Authorization"] = encode_basic_auth(auth["client_id"], auth["client_secret"])
        return await super().api_call(api_method, headers=sent, **arguments)


class PacedClient(WebClient):
    """Posts no faster than Slack takes it, whoever posts, and says what it posted.

    ``pace`` is set by whoever makes it, and so is ``wrote``.
    """

    pace: Pace
    wrote: Wrote

    async def api_call(self, api_method: str, **arguments: Any) -> AsyncSlackResponse:  # noqa: ANN401 - the library's own
        """As the library's; a message waits for its channel's turn first."""
        if api_method != _POSTING:
            return await super().api_call(api_method, **arguments)
        message = arguments.get("json") or arguments.get("params") or {}
        await self.pace.turn(str(message.get("channel")))
        began = asyncio.get_running_loop().time()
        posted = await super().api_call(api_method, **arguments)
        self.wrote(str(posted.get("channel")), began)
        return posted


class Clients:
    """Makes clients for answering, which share their connections and their pace."""

    def __init__(self, api_url: str | None, gap: float, wrote: Wrote) -> None:
        self._api_url = api_url
        self._wrote = wrote
        self._pace = Pace(gap)
        self._early: list[PacedClient] = []
        self._session: aiohttp.ClientSession | None = None

    def make(self, token: str | None) -> PacedClient:
        """A client; without a token it is given one before it posts."""
        made = PacedClient(
            token=token,
            base_url=self._api_url or DEFAULT_API_URL,
            logger=library_logger(),
            retry_handlers=[*rate_limit_only()],
        )
        made.pace, made.wrote, made.session = self._pace, self._wrote, self._session
        if self._session is None:
            self._early.append(made)
        return made

    def share(self, session: aiohttp.ClientSession) -> None:
        """Let all use this session, whether they were made before or will be."""
        self._session = session
        for made in self._early:
            made.session = session


def rate_limit_only() -> list[AsyncRateLimitErrorRetryHandler]:
    """Retry where Slack asks to wait, and never after a lost connection: that could double."""
    return [AsyncRateLimitErrorRetryHandler(max_retry_count=2)]


def web_client(
    token: str | None, api_url: str | None, retry_handlers: Sequence[AsyncRetryHandler]
) -> AsyncWebClient:
    """A client that repeats a call only as told.

    The library's own choice is to repeat after a lost connection, which posts twice where the
    first call had arrived.
    """
    return WebClient(
        token=token,
        base_url=api_url or DEFAULT_API_URL,
        logger=library_logger(),
        retry_handlers=[*retry_handlers],
    )
