from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web import health


async def test_it_is_well_under_any_name() -> None:
    app = web.Application()
    health.mount(app)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(health.PATH, headers={"Host": "watcher.example"})
        assert answer.status == 200
        assert await answer.json() == {"status": "ok"}
