"""Who is let in over HTTP, and what they are told."""

import asyncio
import gzip
import itertools
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.adapting.reading import Body
from bot.teams.guard import Guard
from bot.teams.http import LARGEST, Answer, endpoint
from bot.teams.names import MESSAGES
from tests.fakes.teams_keys import CLIENT_ID, FIRST, TENANT, Keys
from tests.unit.teams.deliveries import BODIES, DELIVERIES, Delivery, Raw, activity

CARD = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": {}}


class Bot:
    """A server with that endpoint alone, which keeps what it takes."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.taken: list[Body] = []
        self.answer = Answer()
        self.error: Exception | None = None
        self._url = ""

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Bot"]:
        app = web.Application()
        app.router.add_post(MESSAGES, endpoint(self.guard, self._take))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self._url = f"http://127.0.0.1:{runner.addresses[0][1]}{MESSAGES}"
        try:
            async with aiohttp.ClientSession() as self._session:
                yield self
        finally:
            await runner.cleanup()

    async def post(
        self, body: object, bearer: str = "", **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": "application/json; charset=utf-8", **headers}
        if bearer:
            sent["Authorization"] = bearer
        async with self._session.post(self._url, data=raw, headers=sent) as response:
            return response.status, await response.text(), dict(response.headers)

    async def stream(self, parts: AsyncIterator[bytes], bearer: str) -> int:
        headers = {"Content-Type": "application/json", "Authorization": bearer}
        async with self._session.post(self._url, data=parts, headers=headers) as response:
            return response.status

    async def get(self) -> int:
        async with self._session.get(self._url) as response:
            return response.status

    async def _take(self, body: Body) -> Answer:
        self.taken.append(body)
        if self.error:
            raise self.error
        return self.answer


@pytest.fixture
async def keys() -> AsyncIterator[Keys]:
    async with Keys().running() as keys:
        yield keys


@pytest.fixture
async def bot(keys: Keys) -> AsyncIterator[Bot]:
    async with Bot(Guard(CLIENT_ID, TENANT, cloud=keys.cloud)).running() as bot:
        yield bot


@pytest.mark.parametrize("delivery", DELIVERIES, ids=lambda delivery: delivery.what)
async def test_each_delivery_has_its_status(delivery: Delivery, bot: Bot, keys: Keys) -> None:
    status, text, headers = await bot.post(delivery.body, delivery.header(keys))
    if delivery.refusal is None:
        assert (status, text) == (200, "")
        assert bot.taken == [delivery.body]
    else:
        assert status == delivery.refusal.status
        assert json.loads(text) == {"error": delivery.refusal.reason}
        assert (headers.get("WWW-Authenticate") == "Bearer") == (status == 401)
        assert bot.taken == []


@pytest.mark.parametrize("raw", BODIES, ids=lambda raw: raw.what)
async def test_each_body_that_is_none_has_its_status(raw: Raw, bot: Bot, keys: Keys) -> None:
    status, text, _ = await bot.post(raw.body, keys.bearer(), **{"Content-Type": raw.kind})
    assert (status, json.loads(text)) == (raw.refusal.status, {"error": raw.refusal.reason})
    assert bot.taken == []
    # And the next one is taken.
    assert (await bot.post(activity(), keys.bearer()))[0] == 200


@pytest.mark.parametrize("raw", BODIES, ids=lambda raw: raw.what)
async def test_a_body_of_somebody_unknown_is_not_even_read(raw: Raw, bot: Bot) -> None:
    status, _, _ = await bot.post(raw.body, "Bearer garbage", **{"Content-Type": raw.kind})
    assert status == 401


def exactly(size: int) -> dict[str, Any]:
    """An activity of so many bytes."""
    room = size - len(json.dumps(activity(text="")))
    return activity(text="x" * room)


async def test_the_limit_is_256_kilobytes(bot: Bot, keys: Keys) -> None:
    assert (await bot.post(exactly(LARGEST), keys.bearer()))[0] == 200
    assert (await bot.post(exactly(LARGEST + 1), keys.bearer()))[0] == 413


async def test_a_small_body_that_unpacks_to_a_large_one_is_too_large(bot: Bot, keys: Keys) -> None:
    packed = gzip.compress(json.dumps(activity(text="x" * 50_000_000)).encode())
    assert len(packed) < LARGEST
    packing = {"Content-Encoding": "gzip"}
    assert (await bot.post(packed, keys.bearer(), **packing))[0] == 413
    status, _, _ = await bot.post(b"no such thing", keys.bearer(), **packing)
    assert status == 400


async def test_a_body_without_a_length_has_the_same_limit(bot: Bot, keys: Keys) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in itertools.count():
            yield b"x" * 65_536

    try:
        async with asyncio.timeout(5):
            assert await bot.stream(endless(), keys.bearer()) == 413
    except aiohttp.ClientConnectionError:
        pass  # hung up on before the answer was read
    assert bot.taken == []
    assert (await bot.post(activity(), keys.bearer()))[0] == 200


async def test_only_post_is_answered(bot: Bot) -> None:
    assert await bot.get() == 405


async def test_what_the_answer_says_is_sent(bot: Bot, keys: Keys) -> None:
    bot.answer = Answer(200, CARD)
    status, text, headers = await bot.post(activity(type="invoke"), keys.bearer())
    assert (status, json.loads(text)) == (200, CARD)
    assert headers["Content-Type"].startswith("application/json")
    bot.answer = Answer(501)
    assert (await bot.post(activity(type="invoke"), keys.bearer()))[:2] == (501, "")


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (KeyError("a private question"), Answer()),
        (web.HTTPFound("https://evil.example/?a private question"), Answer()),
        (None, Answer(200, {"no": object()})),
    ],
    ids=["raised", "redirected", "not JSON"],
)
async def test_what_fails_is_answered_with_nothing_and_logged_without_words(
    error: Exception | None,
    answer: Answer,
    bot: Bot,
    keys: Keys,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot.error, bot.answer = error, answer
    status, text, _ = await bot.post(activity(), keys.bearer())
    assert (status, text) == (500, "{}")
    (record,) = (one for one in caplog.records if one.levelno >= logging.WARNING)
    assert record.getMessage().startswith("Taking a delivery failed: ")
    assert "a private question" not in caplog.text
    assert record.exc_info is None


async def test_no_log_holds_what_arrived(
    bot: Bot, keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for delivery in DELIVERIES:
        await bot.post(delivery.body, delivery.header(keys))
    for raw in BODIES:
        await bot.post(raw.body, keys.bearer())
    said = caplog.text
    assert "A delivery was refused: expired" in said
    for secret in ("private", "eyJ", CLIENT_ID, TENANT, "evil.example", "29:anna", "Anna"):
        assert secret not in said


# --- keys that are slow, or away


async def gaps(seconds: float) -> float:
    """The longest time for which nothing else could go on."""
    longest, last, end = 0.0, perf_counter(), perf_counter() + seconds
    while last < end:
        await asyncio.sleep(0.01)
        longest, last = max(longest, perf_counter() - last), perf_counter()
    return longest


async def test_a_slow_key_server_holds_nothing_up(bot: Bot, keys: Keys) -> None:
    keys.delay = 2
    began = perf_counter()
    first = asyncio.create_task(bot.post(activity(), keys.bearer()))
    longest = await gaps(2.5)
    assert (await first)[0] == 200
    assert perf_counter() - began > 2
    assert longest < 0.2


async def test_while_it_is_slow_who_has_a_known_key_is_served(bot: Bot, keys: Keys) -> None:
    assert (await bot.post(activity(), keys.bearer()))[0] == 200
    keys.delay = 2
    # The pause between fetches is over, and a flood of unknown keys begins a new one.
    ring = bot.guard._tokens._keys
    ring._tried = None
    flood = [asyncio.create_task(bot.post({}, keys.bearer("x", kid=f"{n}"))) for n in range(50)]
    await asyncio.sleep(0.2)
    began = perf_counter()
    assert (await bot.post(activity(), keys.bearer()))[0] == 200
    assert perf_counter() - began < 0.5
    assert not any(task.done() for task in flood)
    assert {status for status, _, _ in await asyncio.gather(*flood)} == {401}
    assert keys.asked == 2


async def test_without_keys_teams_is_told_to_try_again(bot: Bot, keys: Keys) -> None:
    keys.broken = True
    status, text, headers = await bot.post(activity(), keys.bearer())
    assert (status, json.loads(text)) == (503, {"error": "keys cannot be had"})
    assert headers["Retry-After"] == "5"
    assert (await bot.post(activity(), "Bearer garbage"))[0] == 401
    assert bot.taken == []


async def test_a_key_server_that_is_not_there_is_no_reason_to_refuse() -> None:
    async with Keys().running() as gone:
        cloud = gone.cloud
    async with Bot(Guard(CLIENT_ID, TENANT, cloud=cloud)).running() as bot:
        assert (await bot.post(activity(), gone.bearer(FIRST)))[0] == 503


async def test_many_at_once_ask_for_keys_once(bot: Bot, keys: Keys) -> None:
    keys.delay = 0.3
    posts = (bot.post(activity(), keys.bearer()) for _ in range(50))
    assert {status for status, _, _ in await asyncio.gather(*posts)} == {200}
    assert keys.asked == 1
    assert len(bot.taken) == 50
