"""A socket that stays open and delivers nothing is found and replaced; health says so."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack_server import Answer, SlackServer
from tests.fakes.slack_workspace import Workspace, shown

REFUSED = Answer(200, {"ok": False, "error": "internal_error"})


@pytest.fixture
async def wary(server: SlackServer) -> AsyncIterator[Workspace]:
    """Wonders after a fifth of a second why what it wrote does not come back, as it did before."""
    server.echoes = True
    async with Workspace(server, "socket", patience=0.2).running() as workspace:
        await workspace.ask("hej")
        await server.echoed()
        server.echoes = False
        yield workspace


async def test_a_deaf_socket_is_replaced_and_health_says_so(
    wary: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    assert (await wary.hearing.health())["well"]
    await wary.ask("hej")
    await wary.server.connected(times=2)
    await asyncio.sleep(0.1)
    state = await wary.hearing.health()
    assert (state["well"], state["socket"]) == (False, "open")
    assert "delivered nothing over the socket" in str(state["trouble"])
    assert "delivers nothing" in caplog.text
    wary.server.echoes = True
    assert "An answer." in shown(await wary.ask("hej igen"))
    assert (await wary.hearing.health())["well"]


async def test_a_socket_that_delivers_is_left_alone(wary: Workspace) -> None:
    wary.server.echoes = True
    for _ in range(3):
        await wary.ask("hej")
        await asyncio.sleep(0.25)
    assert wary.server.sockets_opened == 1
    assert (await wary.hearing.health())["well"]


async def test_where_slack_never_sends_an_echo_none_is_missed(server: SlackServer) -> None:
    async with Workspace(server, "socket", patience=0.2).running() as slack:
        await slack.ask("hej")
        await asyncio.sleep(0.5)
        assert server.sockets_opened == 1


async def test_nothing_is_expected_of_what_stands_in_channels(wary: Workspace) -> None:
    await wary.deliver("event", wary.mention("hej"))
    await wary.server.next_post()
    await asyncio.sleep(0.5)
    assert wary.server.sockets_opened == 1


async def test_replacing_is_tried_until_slack_gives_an_address(wary: Workspace) -> None:
    wary.server.answers["apps.connections.open"].extend([REFUSED, REFUSED])
    await wary.ask("hej")
    await wary.server.connected(times=2)
    wary.server.echoes = True
    assert "An answer." in shown(await wary.ask("hej igen"))
    assert len(wary.server.called("apps.connections.open")) == 4


async def test_unanswered_pings_have_the_socket_replaced(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers_pings = False
    async with Workspace(server, "socket").running() as slack:
        await server.connected(times=2)
        server.answers_pings = True
        await server.connected(times=server.sockets_opened + 1)
        assert "An answer." in shown(await slack.ask("hej"))
    assert "a-secret" not in caplog.text


async def test_a_long_silence_has_the_socket_replaced_as_a_precaution(server: SlackServer) -> None:
    async with Workspace(server, "socket", silence=0.3).running() as slack:
        await server.connected(times=2)
        assert (await slack.hearing.health())["well"]
        assert "An answer." in shown(await slack.ask("hej"))


async def test_a_closed_socket_is_told(server: SlackServer) -> None:
    server.socket_path = "/gone"
    async with Workspace(server, "socket").running(wait=False) as slack:
        await server.socket_asked_for.wait()
        assert (await slack.hearing.health())["socket"] == "closed"
        server.socket_path = "/socket"
        await server.connected()
        await asyncio.sleep(0.15)
        assert (await slack.hearing.health())["socket"] == "open"


async def test_over_http_the_last_delivery_is_told(over_http: Workspace) -> None:
    before = await over_http.hearing.health()
    assert before == {"well": True, "seconds_since_delivery": None}
    await over_http.ask("hej")
    assert (await over_http.hearing.health())["seconds_since_delivery"] == 0


async def test_what_is_forged_is_no_delivery(over_http: Workspace) -> None:
    await over_http.post(b"{}", headers={"X-Slack-Signature": "v0=none"})
    assert (await over_http.hearing.health())["seconds_since_delivery"] is None
