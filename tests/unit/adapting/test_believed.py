import asyncio

from bot.adapting.believed import Believed


async def test_it_is_believed_for_its_time_and_no_longer() -> None:
    believed = Believed[str, str](10, 0.05)
    assert believed.recall("anna") is None
    believed.hold("anna", "U1")
    assert believed.recall("anna") == "U1"
    await asyncio.sleep(0.06)
    assert believed.recall("anna") is None


async def test_what_is_held_anew_is_held_from_then_on() -> None:
    believed = Believed[str, str](10, 60)
    believed.hold("anna", "U1")
    believed.hold("anna", "")
    assert believed.recall("anna") == "", "which is not the same as nothing"


async def test_the_latest_stay_where_there_are_too_many() -> None:
    believed = Believed[int, int](3, 60)
    for number in (1, 2, 3, 1, 4):
        believed.hold(number, number)
    assert [number for number in range(1, 5) if believed.recall(number)] == [1, 3, 4]


async def test_its_time_may_begin_when_it_was_asked_for() -> None:
    believed = Believed[str, str](10, 60)
    now = asyncio.get_running_loop().time()
    believed.hold("anna", "U1", since=now - 59)
    believed.hold("bo", "U2", since=now - 61)
    assert (believed.recall("anna"), believed.recall("bo")) == ("U1", None)
