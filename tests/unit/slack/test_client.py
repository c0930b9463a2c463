"""Clients for answering: one pace for all, and what they wrote is told."""

import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from bot.slack.client import Clients, web_client
from tests.fakes.slack_oauth import CLIENT_ID, CLIENT_SECRET
from tests.fakes.slack_server import BOT_TOKEN, Answer, SlackServer
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT

GAP = 0.5


class Told:
    def __init__(self) -> None:
        self.channels: list[str] = []

    def __call__(self, channel: str, began: float) -> None:
        assert began <= asyncio.get_running_loop().time()
        self.channels.append(channel)


async def test_what_was_posted_is_told_with_the_channel_it_stands_in(server: SlackServer) -> None:
    told = Told()
    client = Clients(f"{server.url}/api/", 0, told).make(BOT_TOKEN)
    await client.chat_postMessage(channel=CHANNEL, text="x")
    await client.chat_postMessage(channel=ANNA, text="x")
    await client.users_info(user=ANNA)
    server.answers["chat.postMessage"].append(Answer(body={"ok": False, "error": "is_archived"}))
    with pytest.raises(SlackApiError):
        await client.chat_postMessage(channel=CHANNEL, text="x")
    assert told.channels == [CHANNEL, DIRECT]


async def test_all_clients_keep_one_pace_and_only_for_messages(server: SlackServer) -> None:
    clients = Clients(f"{server.url}/api/", GAP, Told())
    one, other = clients.make(BOT_TOKEN), clients.make(BOT_TOKEN)
    began = asyncio.get_running_loop().time()
    posts = [client.chat_postMessage(channel=CHANNEL, text="x") for client in (one, other) * 2]
    async with aiohttp.ClientSession() as session:
        clients.share(session)
        await asyncio.gather(*posts, *(one.users_info(user=ANNA) for _ in range(8)))
    last = server.called("chat.postMessage")[-1]
    assert last.at - began >= GAP, "the fourth is one more than a burst"
    assert all(call.at < last.at for call in server.called("users.info"))


async def test_connections_are_shared_with_clients_made_before_and_after(
    server: SlackServer,
) -> None:
    clients = Clients(f"{server.url}/api/", 0, Told())
    before = clients.make(BOT_TOKEN)
    async with aiohttp.ClientSession() as session:
        clients.share(session)
        assert before.session is clients.make(None).session is session


async def test_id_and_secret_are_given_as_slack_wants_them(server: SlackServer) -> None:
    client = web_client(None, f"{server.url}/api/", ())
    code = server.oauth.code("T1")
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        await client.oauth_v2_access(client_id=CLIENT_ID, client_secret=CLIENT_ID, code=code)
    given = await client.oauth_v2_access(
        client_id=CLIENT_ID, client_secret=CLIENT_SECRET, code=code
    )
    assert given["access_token"] == server.oauth.token_of("T1")
