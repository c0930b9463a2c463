"""Posting, to a conversation or to the asker alone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.errors import RainError
from bot.slack.asked import Place
from bot.slack.client import rate_limit_only
from bot.slack.outcome import read
from bot.slack.render import Message


class NotPostedError(RainError):
    """A message was not posted; ``code`` is Slack's word or the kind of failure.

    ``certain`` tells that Slack refused it, so that posting something else cannot double it.
    """

    def __init__(self, code: str, *, certain: bool) -> None:
        self.code = code
        self.certain = certain
        super().__init__(code)


async def post(client: AsyncWebClient, place: Place, message: Message) -> None:
    """Post a message. Raises `NotPostedError`."""
    with telling():
        if place.alone:
            await _respond(client, place.response_url, message)
        else:
            await write(client, place.channel, message, thread=place.thread)


async def whisper(client: AsyncWebClient, place: Place, user: str, message: Message) -> None:
    """Show a message in a conversation to one person alone. Raises `NotPostedError`."""
    with telling():
        if place.response_url:
            await _respond(client, place.response_url, message)
        else:
            await client.chat_postEphemeral(
                channel=place.channel,
                user=user,
                thread_ts=place.thread or None,
                text=message.text,
                blocks=message.blocks or None,
                parse="none",
            )


@contextmanager
def telling() -> Iterator[None]:
    """Tell what the library raises as `NotPostedError`."""
    try:
        yield
    except SlackApiError as error:
        raise _refusal(error) from None
    except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
        raise NotPostedError(type(error).__name__, certain=False) from None


async def write(
    client: AsyncWebClient,
    channel: str,
    message: Message,
    *,
    thread: str = "",
    metadata: Mapping[str, object] | None = None,
) -> AsyncSlackResponse:
    """Write into a channel, or to the person whose id is given for one.

    ``metadata`` goes along unseen. Raises what the library raises.
    """
    return await client.chat_postMessage(
        channel=channel,
        thread_ts=thread or None,
        text=message.text,
        blocks=message.blocks or None,
        metadata=dict(metadata) if metadata else None,
        parse="none",
        mrkdwn=False,  # the text only stands in for the blocks, and nothing in it is markup
        unfurl_links=False,
        unfurl_media=False,
    )


async def _respond(client: AsyncWebClient, url: str, message: Message) -> None:
    webhook = AsyncWebhookClient(
        url,
        session=client.session,
        proxy=client.proxy,
        logger=client.logger,
        retry_handlers=[*rate_limit_only()],
    )
    response = await webhook.send(
        text=message.text,
        blocks=message.blocks or None,
        response_type="ephemeral",
        replace_original=False,
        unfurl_links=False,
        unfurl_media=False,
    )
    if response.status_code != 200:
        certain = 400 <= response.status_code < 500
        raise NotPostedError(f"status {response.status_code}", certain=certain)


def _refusal(error: SlackApiError) -> NotPostedError:
    said = read(error)
    return NotPostedError(said.code or f"status {said.status}", certain=said.certain)
