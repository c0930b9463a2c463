"""How people's clients speak to the Playground."""

from typing import Any
from urllib.parse import quote

import aiohttp

Json = dict[str, Any]


class Client:
    """Speaks to the Playground at ``address``, as its own page does."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self._address = address

    async def post(self, path: str, body: Json) -> Json:
        """What the Playground answers."""
        async with self._session.post(self._address + quote(path), json=body) as answer:
            text = await answer.text()
            assert answer.ok, f"{path}: {answer.status} {text}"
            return await answer.json() if text else {}

    async def template(self, conversation: str, kind: str = "") -> Json:
        """An activity as the Playground fills it in for whoever wants to change and send it."""
        asked = {"conversationId": conversation} | ({"type": kind} if kind else {})
        path = f"{self._address}/_internal/v1/customActivities/template"
        async with self._session.get(path, params=asked) as answer:
            assert answer.ok, f"{path}: {answer.status}"
            found: Json = await answer.json()
            return found
