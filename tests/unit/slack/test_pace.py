"""Messages to one channel are spaced, in the order they came, and nobody else waits for them."""

import asyncio

from bot.slack.pace import MOST_CHANNELS, Pace

GAP = 0.05


async def moment(pace: Pace, channel: str) -> float:
    await pace.turn(channel)
    return asyncio.get_running_loop().time()


async def moments(pace: Pace, channel: str, count: int) -> list[float]:
    began = asyncio.get_running_loop().time()
    return [
        at - began for at in await asyncio.gather(*(moment(pace, channel) for _ in range(count)))
    ]


async def test_a_burst_goes_out_at_once_and_the_rest_is_spaced() -> None:
    waited = await moments(Pace(GAP, burst=3), "C1", 6)
    assert max(waited[:3]) < GAP
    for number, at in enumerate(waited[3:], start=1):
        assert at >= number * GAP - 0.001


async def test_who_came_first_goes_first() -> None:
    waited = await moments(Pace(GAP, burst=1), "C1", 5)
    assert waited == sorted(waited)


async def test_other_channels_do_not_wait() -> None:
    pace = Pace(GAP, burst=1)
    crowd = asyncio.gather(*(pace.turn("C1") for _ in range(20)))
    await asyncio.sleep(0)
    assert (await moments(pace, "C2", 1))[0] < GAP
    crowd.cancel()


async def test_after_a_rest_there_is_a_burst_again() -> None:
    pace = Pace(GAP, burst=2)
    await moments(pace, "C1", 2)
    await asyncio.sleep(2 * GAP)
    assert max(await moments(pace, "C1", 2)) < GAP


async def test_channels_that_rested_are_not_remembered() -> None:
    pace = Pace(gap=0)
    for number in range(MOST_CHANNELS + 50):
        await pace.turn(f"C{number}")
    assert len(pace._rested) <= MOST_CHANNELS


async def test_where_all_are_busy_they_are_not_looked_through_at_every_message() -> None:
    looked = 0

    class Watched(Pace):
        def _drop_rested(self, now: float) -> None:
            nonlocal looked
            looked += 1
            super()._drop_rested(now)

    pace = Watched(gap=60, burst=2)
    for number in range(4 * MOST_CHANNELS):
        await pace.turn(f"C{number}")
    assert 1 <= looked <= 3


async def test_a_crowd_of_channels_that_has_rested_is_forgotten() -> None:
    pace = Pace(GAP, burst=2)
    for number in range(3 * MOST_CHANNELS):
        await pace.turn(f"C{number}")
    await asyncio.sleep(2 * GAP)
    for number in range(3 * MOST_CHANNELS):
        await pace.turn(f"D{number}")
    assert not any(channel.startswith("C") for channel in pace._rested)
