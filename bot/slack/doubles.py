"""Double clicks: whoever presses a button twice in a moment means it once."""

import asyncio
from collections import OrderedDict

from bot.adapting.reading import Body, first, part, text
from bot.slack.whose import workspace

WITHIN = 1.0
"""Seconds between two clicks that are one. Slack shows no sign of life before the answer comes."""


class Doubles:
    """Remembers what was pressed a moment ago, for as long as that.

    Clicks on one button may reach several processes: then they are told apart no more, and what
    they do has to be the same when it is done twice, as it has to be anyway.
    """

    def __init__(self, within: float = WITHIN) -> None:
        self._within = within
        self._pressed: OrderedDict[tuple[str, ...], float] = OrderedDict()

    def again(self, body: Body) -> bool:
        """Whether the same person pressed the same a moment ago; from now on they did."""
        key = _key(body)
        if key is None:
            return False
        now = asyncio.get_running_loop().time()
        self._forget(now - self._within)
        again = self._pressed.pop(key, None) is not None
        self._pressed[key] = now
        return again

    def _forget(self, before: float) -> None:
        while self._pressed and next(iter(self._pressed.values())) < before:
            self._pressed.popitem(last=False)


def _key(body: Body) -> tuple[str, ...] | None:
    """What was pressed, where and by whom; None where that is not told, as in menus."""
    action, container = first(body, "actions"), part(body, "container")
    where = text(container, "view_id") or text(container, "message_ts")
    value = text(action, "value")
    if not where or not value:
        return None
    channel = text(container, "channel_id")
    user = text(part(body, "user"), "id")
    return workspace(body), user, channel, where, text(action, "action_id"), value
