"""A Teams that does not take what is written: nobody gets two answers, nobody else waits."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import pytest

from tests.end_to_end.teams.whole import HOLDER, PRIVATE, QUESTION, Bot, carried
from tests.fakes.teams_cards import shown
from tests.fakes.teams_people import ANNA, BO, CY, HELP
from tests.fakes.teams_server import Answer, TeamsServer, refusal

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
ASKED = f"{QUESTION} {PRIVATE}"


@pytest.fixture
def nobody() -> str:
    """An address at which nobody is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


@asynccontextmanager
async def failing(answer: Answer) -> AsyncIterator[TeamsServer]:
    """Another Teams, that answers everything like this."""
    async with TeamsServer().running() as server:
        # More than there are answers: on a slow machine each is preceded by a sign of work.
        server.answers["send"].extend([answer] * 300)
        yield server


async def is_answered(bot: Bot) -> None:
    """Somebody else, whose Teams is well, is answered as soon as ever."""
    began = perf_counter()
    assert HOLDER in shown((await bot.ask(CY, CY.direct, QUESTION)).card)
    assert perf_counter() - began < 3


async def said(log: pytest.LogCaptureFixture, words: str, times: int = 1) -> None:
    """Wait until the log has said it so many times."""
    async with asyncio.timeout(40):
        while log.text.count(words) < times:  # noqa: ASYNC110 - a log tells nobody
            await asyncio.sleep(0.1)


async def test_nobody_is_there(
    whole_bot: Bot, nobody: str, caplog: pytest.LogCaptureFixture
) -> None:
    for who in (ANNA, BO):
        assert (await whole_bot.tell(who.at(nobody).message(who.direct, ASKED))).status == 200
    await is_answered(whole_bot)
    pressed = ANNA.at(nobody).press(ANNA.direct, {"data": carried("ask", t=QUESTION)})
    assert HOLDER in shown((await whole_bot.tell(pressed)).card), "a button needs nobody there"
    await said(caplog, "An answer was not posted", times=2)
    assert "ConnectError" in caplog.text
    await is_answered(whole_bot)


@pytest.mark.parametrize(
    ("answer", "reason", "most"),
    [
        (Answer(500), "status_500", 1),
        (Answer(502, text="<html>", content_type="text/html"), "status_502", 1),
        (refusal(503, "ServiceUnavailable"), "ServiceUnavailable", 4),
        (Answer(504), "status_504", 1),
        (Answer(drop=True), "RemoteProtocolError", 1),
        (refusal(403, "BotNotInConversationRoster"), "BotNotInConversationRoster", 1),
        (Answer(200, text="<html>", content_type="text/html"), "no_receipt", 1),
        (Answer(301, headers={"Location": "http://127.0.0.1:1/"}), "status_301", 1),
    ],
    ids=["500", "502", "503", "504", "dropped", "403", "no receipt", "moved"],
)
async def test_it_fails_for_ever(
    whole_bot: Bot, caplog: pytest.LogCaptureFixture, answer: Answer, reason: str, most: int
) -> None:
    async with failing(answer) as server:
        body = ANNA.at(server.service).message(HELP, ASKED)
        assert (await whole_bot.tell(body)).status == 200
        await is_answered(whole_bot)
        await said(caplog, "An answer was not posted")
        assert reason in caplog.text
        assert len(server.called("send")) == most
        assert (await whole_bot.tell(body)).status == 200
        await is_answered(whole_bot)
        assert len(server.called("send")) == most, "delivered again, it is not tried again"


async def test_it_hangs(whole_bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    async with failing(Answer(after=3600)) as server:
        bodies = [ANNA.at(server.service).message(ANNA.direct, ASKED) for _ in range(100)]
        for body in bodies:
            assert (await whole_bot.tell(body)).status == 200
        await is_answered(whole_bot)
        await said(caplog, "An answer was not posted", times=len(bodies))
        assert "TimeoutError" in caplog.text


async def test_it_recovers(whole_bot: Bot) -> None:
    whole_bot.server.answers["send"].append(refusal(503, "ServiceUnavailable"))
    post = await whole_bot.answered(whole_bot.message(ANNA, HELP, QUESTION))
    assert HOLDER in shown(post.card)


@pytest.mark.parametrize(
    "service",
    [
        "https://evil.example/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "x",
        "",
        None,
        5,
    ],
    ids=repr,
)
async def test_it_is_not_teams(whole_bot: Bot, service: object) -> None:
    body = whole_bot.message(ANNA, ANNA.direct, ASKED) | {"serviceUrl": service}
    told = await whole_bot.tell(body)
    assert told.status in {400, 403}
    assert set(told.body) == {"error"}
    await whole_bot.silent()
