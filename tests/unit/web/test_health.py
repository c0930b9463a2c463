from collections.abc import Mapping
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web import health


def check(**state: object) -> health.Check:
    async def told() -> Mapping[str, object]:
        return state

    return told


async def told(checks: Mapping[str, health.Check], host: str = "watcher.example") -> Any:  # noqa: ANN401 - JSON
    app = web.Application()
    health.mount(app, checks)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(health.PATH, headers={"Host": host})
        assert answer.status == 200
        return await answer.json()


@pytest.mark.parametrize("host", ["watcher.example", "localhost", "127.0.0.1:8080"])
async def test_it_is_well_under_any_name(host: str) -> None:
    assert await told({}, host) == {"status": "ok"}


async def test_every_part_tells_how_it_is() -> None:
    parts = {"reminders": check(well=True, pending=3), "post": check(well=True)}
    assert await told(parts) == {
        "status": "ok",
        "reminders": {"well": True, "pending": 3},
        "post": {"well": True},
    }


async def test_one_part_that_is_not_well_degrades_the_whole_and_is_told() -> None:
    parts = {"post": check(well=True), "reminders": check(well=False, trouble="No database.")}
    answer = await told(parts)
    assert answer["status"] == "degraded"
    assert answer["reminders"] == {"well": False, "trouble": "No database."}


async def test_a_part_that_joins_later_is_asked_too() -> None:
    """What reminds begins after the addresses are there."""
    app, checks = web.Application(), dict[str, health.Check]()
    health.mount(app, checks)
    async with TestClient(TestServer(app)) as client:
        assert (await (await client.get(health.PATH)).json()) == {"status": "ok"}
        checks["reminders"] = check(well=False)
        assert (await (await client.get(health.PATH)).json())["status"] == "degraded"
