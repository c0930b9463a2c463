"""Whether Slack is still heard: a socket can stay open, answer pings, and deliver nothing.

All times are the event loop's, in seconds, so that no clock that is set stands in the way.
"""

import asyncio
from collections.abc import Callable, Mapping

PATIENCE = 60.0
"""Seconds within which something that is due has to come."""
SILENCE = 1800.0
"""Seconds without anything after which a socket is replaced as a precaution."""
PROBATION = 600.0
"""Seconds for which a new socket is not trusted after one that had gone deaf."""
_DEAF = (
    "Slack delivered nothing over the socket though something was due, and a new one was opened."
)
_CLOSED = "The socket to Slack is closed."
_DIRECT = "D"
"""How ids of direct messages begin."""


def _loops_time() -> float:
    return asyncio.get_running_loop().time()


class Hearing:
    """What was last heard of Slack, and what there is reason to expect.

    After the bot wrote a direct message, Slack delivers that message to it like any other, an echo:
    if nothing at all comes within ``patience`` seconds, the socket has gone deaf. That counts once
    an echo was heard, so that it does no harm where Slack delivers none. ``silence`` is after how
    many seconds without anything the socket is not believed any more even so, for a bot that hears
    nothing writes nothing.
    """

    def __init__(
        self,
        patience: float = PATIENCE,
        silence: float = SILENCE,
        now: Callable[[], float] = _loops_time,
    ) -> None:
        self._patience = patience
        self._silence = silence
        self._now = now
        self._heard: float | None = None
        self._echoes = False
        self._due: float | None = None
        self._opened: float | None = None
        self._doubted: float | None = None
        self.open: bool | None = None
        """Whether the socket is; None where there is none to be."""

    def heard(self, *, echo: bool = False) -> None:
        """Something was delivered; an ``echo`` is what the bot wrote itself in a direct message."""
        self._echoes = self._echoes or echo
        self._heard = self._now()
        self._due = self._doubted = None

    def opened(self) -> None:
        """A socket was opened, of which nothing is expected yet."""
        self._opened, self._due = self._now(), None

    def wrote(self, channel: str, began: float) -> None:
        """The bot wrote to a channel; it ``began`` to at that time."""
        unheard = self._heard is None or self._heard < began
        expected = self._echoes and channel.startswith(_DIRECT)
        if expected and unheard and self._due is None:
            self._due = self._now() + self._patience

    @property
    def deaf(self) -> bool:
        """Whether something is overdue."""
        return self._due is not None and self._now() >= self._due

    @property
    def silent(self) -> bool:
        """Whether nothing has come for so long that a new socket is the surer way."""
        last = max((at for at in (self._heard, self._opened) if at is not None), default=None)
        return last is not None and self._now() - last >= self._silence

    def doubt(self) -> None:
        """It is about to be replaced; where it was deaf, the next one is not trusted yet."""
        if self.deaf:
            self._doubted = self._now()

    async def health(self) -> Mapping[str, object]:
        """How it is, in words and numbers that tell nothing of anybody."""
        state: dict[str, object] = {"well": not (trouble := self._trouble())}
        if trouble:
            state["trouble"] = trouble
        if self.open is not None:
            state["socket"] = "open" if self.open else "closed"
        heard = self._heard
        state["seconds_since_delivery"] = None if heard is None else round(self._now() - heard)
        return state

    def _trouble(self) -> str:
        if self.open is False:
            return _CLOSED
        doubted = self._doubted is not None and self._now() - self._doubted < PROBATION
        return _DEAF if doubted else ""
