"""Starting, stopping, and the socket that comes and goes."""

import asyncio
import logging
import time

import pytest
from aiohttp import web

from bot.errors import SettingsError
from bot.reply import Question, Reply
from bot.slack.adapter import Counter, SlackOptions, mount
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen, said
from tests.fakes.slack_server import APP_TOKEN, BOT_TOKEN, SCOPES, Answer, SlackServer
from tests.fakes.slack_workspace import SECRET, Workspace, shown

NOBODY = "http://127.0.0.1:9/api/"
REFUSED = Answer(200, {"ok": False, "error": "internal_error"})


async def test_the_socket_is_renewed_when_slack_asks(over_socket: Workspace) -> None:
    assert "An answer." in shown(await over_socket.ask("før"))
    await over_socket.server.ask_to_reconnect()
    await over_socket.server.connected(times=2)
    assert "An answer." in shown(await over_socket.ask("efter"))


async def test_a_lost_socket_is_opened_again(over_socket: Workspace) -> None:
    await over_socket.server.drop_socket()
    await over_socket.server.connected(times=2)
    assert "An answer." in shown(await over_socket.ask("efter"))


async def test_slack_is_tried_again_until_it_lets_the_bot_in(server: SlackServer) -> None:
    server.answers["apps.connections.open"].extend([REFUSED, REFUSED])
    async with Workspace(server, "socket").running(wait=False) as slack:
        await server.connected()
        assert "An answer." in shown(await slack.ask("hej"))


async def test_an_address_that_no_longer_works_is_replaced(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.socket_path = "/gone"
    async with Workspace(server, "socket").running(wait=False) as slack:
        await server.socket_asked_for.wait()
        server.socket_path = "/socket"
        await server.connected()
        assert "An answer." in shown(await slack.ask("hej"))
    assert "a-secret" not in caplog.text


@pytest.mark.parametrize("transport", ["http", "socket"])
async def test_the_bot_starts_and_stops_while_slack_cannot_be_reached(
    server: SlackServer, transport: str
) -> None:
    workspace = Workspace(server, transport, api_url=NOBODY)
    async with asyncio.timeout(3), workspace.running(wait=False):
        await asyncio.sleep(0.15)


async def test_both_transports_serve_at_once(server: SlackServer) -> None:
    async with Workspace(server, "socket", signing_secret=SECRET).running() as slack:
        await slack.ask("over the socket")
        slack.transport = "http"
        await slack.ask("over HTTP")
        texts = [question.text for question in slack.responder.questions]
    assert texts == ["over the socket", "over HTTP"]


async def test_an_answer_under_way_is_finished_before_the_bot_stops(server: SlackServer) -> None:
    def slowly(_: Question) -> Reply:
        time.sleep(0.2)
        return said("Just in time.")

    async with Workspace(server, "http").running() as slack:
        slack.responder.will_reply(slowly)
        await slack.deliver("event", slack.direct("hej"))
    (post,) = await server.more_posts(within=0)
    assert "Just in time." in shown(post)


async def test_missing_scopes_are_named(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.scopes = ",".join(
        set(SCOPES.split(",")) - {"groups:history", "chat:write", "users:read"}
    )
    async with Workspace(server, "http").running() as slack:
        await slack.ask("hej")
    assert "missing: chat:write, groups:history, users:read. " in caplog.text


async def test_complete_scopes_are_not_complained_about(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with Workspace(server, "http").running() as slack:
        await slack.ask("hej")
    assert "scope" not in caplog.text


async def test_no_secret_is_ever_shown(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = "xoxb-999-wrong"
    workspace = Workspace(server, "socket", bot_token=wrong, signing_secret=SECRET)
    async with workspace.running() as slack:
        await slack.deliver("event", slack.direct("my private question"))
        await server.more_posts()
    told = caplog.text + repr(workspace.options)
    assert "invalid_auth" in told
    assert [s for s in (wrong, APP_TOKEN, BOT_TOKEN, SECRET, "a-secret") if s in told] == []
    assert "my private question" not in told


async def test_other_settings_in_the_environment_change_nothing(
    server: SlackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_BOT_TOKEN"):
        monkeypatch.setenv(name, "something")
    async with Workspace(server, "http").running() as slack:
        assert "An answer." in shown(await slack.ask("hej"))


def test_a_bot_that_could_hear_nothing_is_refused() -> None:
    counter = Counter(FakeResponder(), MemorySeen(), RecordingBelongings(), FixedClock())
    with pytest.raises(SettingsError, match=r"SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET"):
        mount(web.Application(), SlackOptions("xoxb-1"), counter)
