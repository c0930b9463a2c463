"""How fast messages go out: Slack takes about one a second to a channel, and bursts of a few."""

import asyncio

GAP = 1.0
"""Seconds between messages to one channel, once a burst is used up."""
BURST = 3
MOST_CHANNELS = 1000
"""How many channels are remembered before those that have rested are looked for."""


class Pace:
    """Tells whoever wants to write when it is their turn, each channel for itself.

    Who came first goes first, and nobody waits for another channel.
    """

    def __init__(self, gap: float = GAP, burst: int = BURST) -> None:
        self._gap = gap
        self._early = (burst - 1) * gap
        self._rested: dict[str, float] = {}
        """By channel, the loop's time from when on it takes a whole burst again."""
        self._room = MOST_CHANNELS

    async def turn(self, channel: str) -> None:
        """Return when it is this message's turn."""
        now = asyncio.get_running_loop().time()
        due = max(self._rested.get(channel, now), now)
        self._rested[channel] = due + self._gap
        if len(self._rested) > self._room:
            self._drop_rested(now)
        if (wait := due - self._early - now) > 0:
            await asyncio.sleep(wait)

    def _drop_rested(self, now: float) -> None:
        for channel in [channel for channel, at in self._rested.items() if at <= now]:
            del self._rested[channel]
        # Where most are busy, nearly all stay: looking again at every message would find no others.
        self._room = max(MOST_CHANNELS, 2 * len(self._rested))
