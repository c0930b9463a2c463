"""The emulator as whatever stands before it asks it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.end_to_end.emulated.emulator import ADMIN_TOKEN

Json = dict[str, Any]
FORM = "application/x-www-form-urlencoded"


class Emulated:
    """The running emulator at ``address``."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self._address = address

    async def ask(self, method: str, token: str = ADMIN_TOKEN, **asked: object) -> Json:
        """Call a method, as the administrator where no other ``token`` is given."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": FORM}
        return await self.send(method, headers, urlencode(asked).encode())

    async def send(self, method: str, headers: Mapping[str, str], body: bytes) -> Json:
        """Call a method with what somebody else sent."""
        where = f"{self._address}/api/{method}"
        async with self._session.post(where, headers=headers, data=body) as response:
            return await response.json() if response.status != 404 else refusal("unknown_method")

    async def knows_channel(self, channel: str) -> bool:
        """Whether it is a channel of the workspace, and no person or conversation."""
        return bool((await self.ask("conversations.info", channel=channel))["ok"])

    async def is_in(self, user: str, channel: str) -> bool:
        """Whether somebody is in a channel; for conversations of others it cannot be told."""
        answer = await self.ask("conversations.members", channel=channel)
        return user in answer["members"] if answer["ok"] else True

    async def page(self, request: web.Request) -> web.Response:
        """One of the pages on which people install apps, as it is."""
        async with self._session.request(
            request.method,
            self._address + request.path_qs,
            headers={"Content-Type": request.headers.get("Content-Type", FORM)},
            data=await request.read(),
            allow_redirects=False,
        ) as page:
            kept = {name: page.headers[name] for name in ("Location",) if name in page.headers}
            return web.Response(
                text=await page.text(),
                status=page.status,
                headers=kept,
                content_type=page.content_type,
            )


def refusal(error: str, **more: object) -> Json:
    """An answer of Slack's that something is not done."""
    return {"ok": False, "error": error, **more}
