"""A Bolt app that answers everything with the same words: ``python -m bench.slack.bare SLACK``.

It does what Bolt's documentation shows and no more. With ``--one-session`` it keeps the connection
to Slack open, which Bolt by itself does not.
"""

import asyncio
import re
import sys
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bench.slack.orders import BOT_TOKEN, PATH, SIGNING_SECRET
from bench.slack.processes import served

ANSWER = "Ask the AI competence unit: https://example.org/"
Body = dict[str, Any]


async def written(ack: AsyncAck, event: Body, client: AsyncWebClient) -> None:
    """A mention or a message."""
    await ack()
    thread = event.get("thread_ts") or event["ts"]
    await client.chat_postMessage(channel=event["channel"], thread_ts=thread, text=ANSWER)


async def commanded(ack: AsyncAck, command: Body, client: AsyncWebClient) -> None:
    """A slash command."""
    await ack()
    await client.chat_postMessage(channel=command["channel_id"], text=ANSWER)


async def pressed(ack: AsyncAck, body: Body, client: AsyncWebClient) -> None:
    """A button."""
    await ack()
    channel, thread = body["channel"]["id"], body["message"]["ts"]
    await client.chat_postMessage(channel=channel, thread_ts=thread, text=ANSWER)


def bolt(client: AsyncWebClient) -> AsyncApp:
    """The Bolt app."""
    app = AsyncApp(client=client, signing_secret=SIGNING_SECRET)
    app.event("app_mention")(written)
    app.event("message")(written)
    app.command("/rain")(commanded)
    app.command("/events")(commanded)
    app.action(re.compile(".*"))(pressed)
    return app


async def serve(slack: str, *, one_session: bool) -> None:
    """Answer until the process is ended."""
    client = AsyncWebClient(token=BOT_TOKEN, base_url=f"{slack}/api/")
    if one_session:
        client.session = aiohttp.ClientSession()
    app = bolt(client)

    async def receive(request: web.Request) -> web.StreamResponse:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    site = web.Application()
    site.router.add_post(PATH, receive)
    try:
        await served(web.AppRunner(site, access_log=None))
    finally:
        if client.session:
            await client.session.close()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], one_session="--one-session" in sys.argv))
