"""The web chat keeps the contract of every adapter."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, ClassVar

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

    async def overhear(self, text: str) -> list[str]:
        raise NotImplementedError(text)

    async def press_damaged(self, label: str) -> str:
        return await self._send({"intent": f"{label}!"})

    async def files(self) -> list[str]:
        raise NotImplementedError

    async def greeted(self) -> str:
        raise NotImplementedError

    async def open_page(self) -> str:
        return await self.say("min side")

    async def ask_on_page(self, text: str) -> str:
        raise NotImplementedError(text)

    async def choose_on_page(self, label: str) -> str:
        return await self.press(label)

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

    lacks: ClassVar = {
        "test_a_file_can_be_had": "the card of an event leads to its file",
        "test_a_message_delivered_twice_is_answered_once": "a browser sends once",
        "test_a_form_is_filled_in_and_comes_back": "nothing is passed on from here",
        "test_a_form_submitted_twice_is_one": "nothing is passed on from here",
        "test_what_is_said_to_others_is_not_answered": "there is nobody else here",
        "test_who_meets_the_bot_is_told_what_to_ask": "the page itself says it",
        "test_a_question_is_asked_on_the_page": "the chat's own box is there for that",
    }
