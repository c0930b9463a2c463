"""One attempt to deliver one message, and what its outcome means."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import SystemRandom

from bot.delivery.model import Delivery, Result, State
from bot.delivery.ports import Poster
from bot.errors import (
    CannotTellError,
    HeldBackError,
    NotSentError,
    PostingError,
    RefusedError,
    StoreError,
    UncertainError,
)
from bot.ports import Clock
from bot.reply import Reply

log = logging.getLogger(__name__)
_CLOCKS_APART = timedelta(minutes=1)
"""How far the platform's clock may be behind ours."""
_UNSERVED = timedelta(minutes=10)
_LONGEST_BACKOFF = 300.0
_chance = SystemRandom()

Message = Callable[[Delivery, datetime], Awaitable[Reply | None]]
"""What a delivery says at a moment; None where there is nothing true to say any more.

It may raise `StoreError`; then it is asked again later.
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long things are waited for.

    ``lease`` is how long a claim lasts, ``timeout`` the most that posting may take, ``settle`` how
    long after it the platform may take to show in its history what it has taken. An attempt begins
    only while ``timeout`` and ``settle`` fit into its lease, so that nobody looks before all that
    it did can be seen. ``at_once`` bounds the attempts under way, ``poll`` is how often a resting
    worker looks for work.
    """

    lease: timedelta = timedelta(seconds=40)
    timeout: timedelta = timedelta(seconds=10)
    settle: timedelta = timedelta(seconds=15)
    poll: timedelta = timedelta(seconds=1)
    at_once: int = 600


class Delivering:
    """Attempts deliveries. ``posters`` are by platform."""

    def __init__(
        self, posters: Mapping[str, Poster], message: Message, clock: Clock, timing: Timing
    ) -> None:
        self._posters = posters
        self._message = message
        self._clock = clock
        self._timing = timing

    async def attempt(self, delivery: Delivery) -> Result:
        """Deliver it, unless it was delivered before or is of no use any more. Never raises."""
        poster = self._posters.get(delivery.address.platform)
        if poster is None:
            return self._again(delivery, _UNSERVED, "no such platform here")
        if delivery.early:
            return self._again(delivery, self._backoff(delivery), "nothing to stand below yet")
        if delivery.below:
            thread = poster.thread(delivery.below)
            delivery = replace(delivery, address=replace(delivery.address, thread=thread))
        before = await self._looked_for(poster, delivery) if delivery.unclear else None
        return before or await self._sent(poster, delivery)

    async def _looked_for(self, poster: Poster, delivery: Delivery) -> Result | None:
        """What is known of earlier attempts; None where they certainly did not arrive."""
        since = delivery.since - _CLOCKS_APART
        try:
            receipt = await poster.posted(delivery.address, delivery.key, since)
        except PostingError as error:
            return self._looked_in_vain(poster, delivery, error)
        except Exception as error:  # noqa: BLE001 - one failure must not stop other deliveries
            return self._looked_in_vain(poster, delivery, _unforeseen(error))
        return None if receipt is None else Result(delivery, State.SENT, receipt=receipt)

    async def _sent(self, poster: Poster, delivery: Delivery) -> Result:
        if delivery.stale:
            return Result(delivery, State.CANCELLED, reason="overtaken by a change")
        now = self._clock.now()
        if delivery.useless <= now:
            return Result(delivery, State.MISSED, reason="too late")
        reply = await self._worded(delivery, now)
        if isinstance(reply, Result):
            return reply
        now = self._clock.now()
        if delivery.until - now < self._timing.timeout + self._timing.settle:
            return Result(delivery, State.PENDING, again=now, reason="the claim ran out")
        return await self._posted(poster, delivery, reply)

    async def _worded(self, delivery: Delivery, now: datetime) -> Reply | Result:
        """What there is to say, or how the attempt ends without a word."""
        try:
            reply = await self._message(delivery, now)
        except StoreError:
            return self._again(delivery, self._backoff(delivery), "the store is away")
        except Exception as error:  # noqa: BLE001 - one failure must not stop other deliveries
            return Result(delivery, State.PARKED, reason=_unforeseen(error).reason)
        return reply or Result(delivery, State.CANCELLED, reason="nothing left to say")

    async def _posted(self, poster: Poster, delivery: Delivery, reply: Reply) -> Result:
        try:
            receipt = await poster.post(delivery.address, reply, delivery.key)
        except PostingError as error:
            return self._not_posted(delivery, error)
        except Exception as error:  # noqa: BLE001 - one failure must not stop other deliveries
            return self._not_posted(delivery, _unforeseen(error))
        return Result(delivery, State.SENT, receipt=receipt)

    def _not_posted(self, delivery: Delivery, error: PostingError) -> Result:
        match error:
            case RefusedError():
                return Result(delivery, State.PARKED, reason=error.reason)
            case HeldBackError():
                until = self._clock.now() + timedelta(seconds=error.seconds)
                return Result(delivery, State.PENDING, until, pause=until, reason=error.reason)
            case NotSentError():
                return self._again(delivery, self._backoff(delivery), error.reason)
            case _:
                return self._later(delivery, error.reason)

    def _looked_in_vain(self, poster: Poster, delivery: Delivery, error: PostingError) -> Result:
        match error:
            case CannotTellError() if poster.repeats:
                return Result(delivery, State.PENDING, self._clock.now(), reason=error.reason)
            case CannotTellError():
                return Result(delivery, State.PARKED, reason=f"uncertain: {error.reason}")
            case HeldBackError():
                # Looking is held back, not posting: the channel stays open to others.
                until = self._clock.now() + timedelta(seconds=error.seconds)
                return Result(delivery, State.SENDING, until, reason=error.reason)
            case _:
                again = self._clock.now() + self._backoff(delivery)
                return Result(delivery, State.SENDING, again, reason=error.reason)

    def _later(self, delivery: Delivery, reason: str) -> Result:
        """It may have arrived: nobody looks before that would show."""
        shown = self._clock.now() + self._timing.settle
        return Result(delivery, State.SENDING, max(delivery.until, shown), reason=reason)

    def _again(self, delivery: Delivery, after: timedelta, reason: str) -> Result:
        return Result(delivery, State.PENDING, self._clock.now() + after, reason=reason)

    def _backoff(self, delivery: Delivery) -> timedelta:
        seconds = min(_LONGEST_BACKOFF, 2.0 ** min(delivery.tries, 10))
        return timedelta(seconds=seconds * _chance.uniform(0.5, 1.0))


def _unforeseen(error: Exception) -> PostingError:
    """An error of a kind that nobody thought of; its words may hold secrets and are left out."""
    log.error("A delivery failed in an unforeseen way: %s", type(error).__name__)
    return UncertainError(type(error).__name__)
