"""Keys are fetched seldom, one fetch at a time, and nobody waits for them who need not."""

import asyncio
from collections.abc import AsyncIterator

import jwt
import pytest

from bot.teams.keyring import FRESH, OLDEST, PAUSE, PAUSE_AFTER_FAILURE, Keyring, Known
from tests.fakes.teams_keys import FIRST, SECOND, Keys


class Ticking:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Ticking:
    return Ticking()


@pytest.fixture
async def keys() -> AsyncIterator[Keys]:
    async with Keys().running() as keys:
        yield keys


@pytest.fixture
def ring(keys: Keys, time: Ticking) -> Keyring:
    return Keyring(keys.url, time)


async def test_a_key_is_fetched_once(ring: Keyring, keys: Keys) -> None:
    assert [await ring.known(FIRST) for _ in range(5)] == [Known.YES] * 5
    assert keys.asked == 1
    assert ring.get_signing_key(FIRST).key_id == FIRST


async def test_all_who_come_at_once_wait_for_one_fetch(ring: Keyring, keys: Keys) -> None:
    keys.delay = 0.2
    found = await asyncio.gather(*(ring.known(FIRST) for _ in range(50)))
    assert found == [Known.YES] * 50
    assert keys.asked == 1


async def test_a_flood_of_unknown_keys_is_not_passed_on(
    ring: Keyring, keys: Keys, time: Ticking
) -> None:
    found = await asyncio.gather(*(ring.known(f"made-up-{n}") for n in range(200)))
    assert found == [Known.NO] * 200
    time.seconds += PAUSE - 1
    assert await ring.known("made-up") is Known.NO
    assert keys.asked == 1
    assert await ring.known(FIRST) is Known.YES


async def test_a_new_key_is_found_after_the_pause(ring: Keyring, keys: Keys, time: Ticking) -> None:
    await ring.known(FIRST)
    keys.published = [FIRST, SECOND]
    time.seconds += PAUSE
    assert await ring.known(SECOND) is Known.YES
    assert await ring.known(FIRST) is Known.YES
    assert keys.asked == 2


async def test_old_keys_are_renewed_beside_the_work(
    ring: Keyring, keys: Keys, time: Ticking
) -> None:
    await ring.known(FIRST)
    keys.published, keys.delay = [SECOND], 0.1
    time.seconds += FRESH + 1
    assert await ring.known(FIRST) is Known.YES  # without waiting
    assert keys.asked == 1
    await asyncio.sleep(0.5)
    assert keys.asked == 2
    assert await ring.known(SECOND) is Known.YES
    assert await ring.known(FIRST) is Known.NO  # it was withdrawn
    assert keys.asked == 2
    with pytest.raises(jwt.PyJWKClientError):
        ring.get_signing_key(FIRST)


async def test_while_the_key_server_is_broken_keys_are_used_for_a_day(
    ring: Keyring, keys: Keys, time: Ticking, caplog: pytest.LogCaptureFixture
) -> None:
    await ring.known(FIRST)
    keys.broken = True
    time.seconds += OLDEST - 1
    assert await ring.known(FIRST) is Known.YES
    await asyncio.sleep(0.5)
    time.seconds += 2
    assert await ring.known(FIRST) is Known.CANNOT_TELL
    assert "The keys of Teams' tokens cannot be had: ClientResponseError" in caplog.text
    keys.broken = False
    time.seconds += PAUSE_AFTER_FAILURE
    assert await ring.known(FIRST) is Known.YES


async def test_a_broken_key_server_is_left_alone_for_a_while(
    ring: Keyring, keys: Keys, time: Ticking
) -> None:
    keys.broken = True
    assert [await ring.known(f"{n}") for n in range(20)] == [Known.CANNOT_TELL] * 20
    assert keys.asked == 1
    time.seconds += PAUSE_AFTER_FAILURE
    assert await ring.known(FIRST) is Known.CANNOT_TELL
    assert keys.asked == 2


async def test_nobody_waits_forever(keys: Keys, time: Ticking) -> None:
    ring = Keyring(keys.url, time, patience=0.1)
    keys.delay = 0.5
    assert await ring.known(FIRST) is Known.CANNOT_TELL
    await asyncio.sleep(0.7)
    assert await ring.known(FIRST) is Known.YES  # the fetch went on
    assert keys.asked == 1


async def test_nobody_there_is_no_refusal(time: Ticking) -> None:
    async with Keys().running() as keys:
        url = keys.url
    assert await Keyring(url, time).known(FIRST) is Known.CANNOT_TELL


@pytest.mark.parametrize(
    "answer", ["", "[]", "{}", '{"keys": 5}', '{"keys": [5]}', '{"keys": []}', "5", "<html>"]
)
async def test_an_answer_without_keys_is_a_failure(answer: str, ring: Keyring, keys: Keys) -> None:
    keys.answer = answer
    assert await ring.known(FIRST) is Known.CANNOT_TELL


async def test_a_redirection_is_not_followed(ring: Keyring, keys: Keys) -> None:
    keys.moved = True
    assert await ring.known(FIRST) is Known.CANNOT_TELL
    assert keys.asked == 1


async def test_keys_that_do_not_sign_are_none(ring: Keyring, keys: Keys) -> None:
    keys.use = "enc"
    assert await ring.known(FIRST) is Known.CANNOT_TELL
