"""Homes and modals as people have them before them."""

import asyncio
import json
from typing import Any

from tests.end_to_end.emulated.asking import Emulated, refusal
from tests.end_to_end.emulated.refusing import wrong_with_view
from tests.fakes.slack_server import PATIENCE

Json = dict[str, Any]


class Windows:
    """What stands in every Home and modal; ``shown`` tells it by their ids.

    What the bot does about a modal while it is ``submitting`` waits for what the receipt says, as
    that reaches Slack first.
    """

    def __init__(self) -> None:
        self.shown: dict[str, Json] = {}
        self.submitting = asyncio.Lock()
        self._new: asyncio.Queue[Json] = asyncio.Queue()
        self._closed: set[str] = set()

    def keep(self, view: Json) -> None:
        """The bot showed this."""
        self.shown[view["id"]] = view
        self._new.put_nowait(view)

    async def next(self) -> Json:
        """The oldest that the bot showed and nobody looked at yet."""
        return await asyncio.wait_for(self._new.get(), PATIENCE)

    async def refusal(self, body: Json) -> Json | None:
        """What Slack would refuse of a view and the emulator would not."""
        if "view_id" in body:
            async with self.submitting:
                pass
        closed = body.get("view_id") in self._closed
        return refusal("not_found") if closed else wrong_with_view(body)

    async def replace(
        self, view: Json, other: Json | None, emulated: Emulated, bot_token: str
    ) -> None:
        """Show another view in place of a modal that was sent off, or close it."""
        if other is None:
            self._closed.add(view["id"])
            return
        assert wrong_with_view({"view": other}) is None
        sent = {"view_id": view["id"], "view": json.dumps(other)}
        answer = await emulated.ask("views.update", bot_token, **sent)
        assert answer["ok"]
        self.shown[view["id"]] = answer["view"]
