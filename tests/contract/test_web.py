"""The web chat keeps the contract of every adapter."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.reply import Question
from tests.contract.adapter_suite import AdapterSuite
from tests.fakes.responder import FakeResponder, FixedClock
from tests.unit.web.drawn import Drawn
from tests.unit.web.fakes import TAB, served

INTENTS = {"data-entry": "choice", "data-remind": "remind", "data-stop": "stop-reminding"}


class WebHarness:
    """A visitor in Danish, who speaks to the site as its page's script does."""

    supports_redelivery = False
    supports_forms = False

    def __init__(self, responder: FakeResponder, client: TestClient[Any, Any]) -> None:
        self.responder = responder
        self._client = client
        self._buttons: dict[str, dict[str, str]] = {}

    @property
    def questions(self) -> list[Question]:
        return self.responder.questions

    async def say(self, text: str) -> str:
        return await self._send({"intent": "ask", "text": text})

    async def say_next(self, text: str) -> str:
        return await self.say(text)

    async def press(self, label: str) -> str:
        button = self._buttons[label]
        for attribute, intent in INTENTS.items():
            if attribute in button:
                return await self._send({"intent": intent, "entry": button[attribute]})
        if "data-press" in button:
            return await self._send(json.loads(button["data-press"]))
        return await self._send({"intent": "ask", "text": button["data-q"]})

    async def fill(self, fields: Mapping[str, str], times: int = 1) -> str:
        raise NotImplementedError(fields, times)

    async def say_twice_same_delivery(self, text: str) -> list[str]:
        raise NotImplementedError(text)

    async def _send(self, asked: dict[str, Any]) -> str:
        async with self._client.post(
            "/api/ask", json={**asked, "lang": "da", "tab": TAB}
        ) as response:
            answer = await response.json()
        if "error" in answer:
            return answer["error"]
        drawn = Drawn(answer["html"])
        self._buttons = drawn.buttons
        return drawn.shown


@pytest.fixture
async def adapter() -> AsyncIterator[WebHarness]:
    responder = FakeResponder()
    async with TestClient(served(responder, FixedClock())) as client:
        yield WebHarness(responder, client)


class TestWeb(AdapterSuite):
    """The suite, bound."""
