"""The whole bot, as it is put together, asked over Slack's protocol."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.app.server import application
from bot.config import settings
from tests.fakes.responder import FixedClock
from tests.fakes.slack_server import SlackServer
from tests.fakes.slack_workspace import APP_TOKEN, BOT_TOKEN, SECRET, Workspace, buttons, shown

HOLDERS = (
    "Sune Welling Hansen",
    "swh@rsyd.dk",
    "Anders Wang Maarbjerg",
    "Anders.Maarbjerg@rsyd.dk",
    "Kristian Kvist",
    "kgk@rsyd.dk",
)


@asynccontextmanager
async def wired(
    server: SlackServer,
    transport: str,
    folders: tuple[Path, Path, Path],
    clock: FixedClock | None = None,
    **more: str,
) -> AsyncIterator[Workspace]:
    """The bot with its ``folders`` for knowledge, cache and store, and ``more`` settings."""
    knowledge, cache, store = folders
    way = (
        {"SLACK_SIGNING_SECRET": SECRET} if transport == "http" else {"SLACK_APP_TOKEN": APP_TOKEN}
    )
    environ = {
        "RAIN_KNOWLEDGE": str(knowledge),
        "RAIN_CACHE": str(cache),
        "RAIN_SEMANTIC": "off",
        "RAIN_STORE": str(store / "rain.sqlite3"),
        "RAIN_SLACK_API_URL": f"{server.url}/api/",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        **way,
        **more,
    }
    workspace = Workspace(server, transport)
    app = application(settings(environ), clock or FixedClock())
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    workspace.url = "http://{}:{}/slack/events".format(*runner.addresses[0][:2])
    try:
        if transport == "socket":
            await server.connected()
        yield workspace
    finally:
        await runner.cleanup()


@pytest.fixture(params=["http", "socket"])
async def slack(
    request: pytest.FixtureRequest,
    server: SlackServer,
    shipped: Path,
    fitted_cache: Path,
    tmp_path: Path,
) -> AsyncIterator[Workspace]:
    async with wired(server, request.param, (shipped, fitted_cache, tmp_path)) as workspace:
        yield workspace


async def test_historical_data_has_three_people(slack: Workspace) -> None:
    post = await slack.ask("hvem har styr på historiske data?")
    text = shown(post)
    assert all(part in text for part in HOLDERS)


async def test_nobody_is_head_of_radiology(slack: Workspace) -> None:
    text = shown(await slack.ask("who is head of radiology?"))
    assert "I do not know that" in text


async def test_a_first_name_is_chosen_between_and_the_choice_answered(slack: Workspace) -> None:
    post = await slack.ask("Kristian?")
    labels = [button["text"]["text"] for button in buttons(post)]
    assert {"Kristian Kvist", "Kristian Fjordside Nielsen"} <= set(labels)
    await slack.deliver("action", slack.press(post, "Kristian Kvist"))
    assert "kgk@rsyd.dk" in shown(await slack.server.next_post())


async def test_a_cpr_number_is_not_sent_back(slack: Workspace) -> None:
    text = shown(await slack.ask("patienten 010190-1234, hvem kan hjælpe?"))
    assert "010190" not in text
    assert "CPR" in text
