"""Slack's Web API, as every part of the adapter speaks to it."""

from collections.abc import Sequence

from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.discretion import library_logger

DEFAULT_API_URL = "https://slack.com/api/"


def web_client(
    token: str, api_url: str | None, retry_handlers: Sequence[AsyncRetryHandler]
) -> AsyncWebClient:
    """A client that repeats a call only as told.

    The library's own choice is to repeat after a lost connection, which posts twice where the
    first call had arrived.
    """
    return AsyncWebClient(
        token=token,
        base_url=api_url or DEFAULT_API_URL,
        logger=library_logger(),
        retry_handlers=[*retry_handlers],
    )
