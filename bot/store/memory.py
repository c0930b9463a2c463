"""What one process remembers while it runs."""

from collections import OrderedDict
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.ports import Askers, Clock, Known, Memory, SeenDeliveries
from bot.reminders.model import Scope, Subscription
from bot.reminders.ports import Subscriptions
from bot.reply import Address, Audience, Language

MOST = 10_000
MINUTES = timedelta(minutes=10)
"""How long a conversation can be gone on with."""

T = TypeVar("T")


class MemorySeen(SeenDeliveries):
    """Remembers the latest deliveries of this process; several processes need a shared store."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._seen: OrderedDict[str, None] = OrderedDict()

    async def first_time(self, key: str) -> bool:
        """Whether the key is new among the latest; from now on it is not."""
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return True


class MemoryOfConversations(Memory):
    """Remembers the latest conversations of this process, each for ten minutes."""

    def __init__(self, clock: Clock, most: int = MOST) -> None:
        self._kept = _Kept[tuple[str, ...]](clock, most)

    async def recall(self, conversation: str) -> tuple[str, ...]:
        """The entries that were kept last, unless that is ten minutes ago."""
        kept = self._kept.get(conversation)
        return kept.value if kept else ()

    async def keep(self, conversation: str, entries: tuple[str, ...]) -> None:
        """Remember these entries instead of those before."""
        self._kept.put(conversation, entries, MINUTES)

    async def forget(self, conversation: str) -> None:
        """Remember nothing of the conversation."""
        self._kept.drop(conversation)

    def forget_all(self, beginning: str) -> None:
        """Remember nothing under keys that begin like this."""
        self._kept.drop_all(beginning)


class MemoryOfAskers(Askers):
    """Remembers the latest askers of this process, each for as long as is asked for."""

    def __init__(self, clock: Clock, most: int = MOST) -> None:
        self._clock = clock
        self._audiences = _Kept[Audience](clock, most)
        self._languages = _Kept[Language](clock, most)

    async def recall(self, asker: str) -> Known:
        """What is remembered of the person."""
        audience, language = self._audiences.get(asker), self._languages.get(asker)
        return Known(
            audience.value if audience else None,
            audience.until if audience else None,
            language.value if language else None,
            language.until if language else None,
        )

    async def keep_audience(
        self, asker: str, audience: Audience | None, lasting: timedelta
    ) -> None:
        """Remember this instead of the audience before; the same for no shorter than before."""
        before = self._audiences.get(asker)
        if before and before.value is audience:
            lasting = max(lasting, before.until - self._clock.now())
        self._audiences.put(asker, audience, lasting)

    async def keep_language(
        self, asker: str, language: Language | None, lasting: timedelta
    ) -> None:
        """Remember this instead of the language before."""
        self._languages.put(asker, language, lasting)

    async def forget(self, asker: str) -> None:
        """Remember nothing of the person."""
        self._audiences.drop(asker)
        self._languages.drop(asker)

    def forget_all(self, beginning: str) -> None:
        """Remember nothing under keys that begin like this."""
        self._audiences.drop_all(beginning)
        self._languages.drop_all(beginning)


class MemorySubscriptions(Subscriptions):
    """Remembers subscriptions for as long as the process runs."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Scope], Subscription] = {}

    async def add(self, subscription: Subscription) -> bool:
        """Keep it; False where the address has the scope already (its language is renewed)."""
        one = subscription.address.key, subscription.scope
        if known := self._kept.get(one):
            self._kept[one] = replace(known, language=subscription.language)
            return False
        self._kept[one] = subscription
        return True

    async def end(self, address: Address, scope: Scope | None = None) -> int:
        """End the address's subscription to the scope, or all it has; how many ended."""
        ending = [(key, of) for key, of in self._kept if key == address.key]
        ending = [one for one in ending if scope is None or one[1] == scope]
        for one in ending:
            del self._kept[one]
        return len(ending)

    async def of(self, address: Address) -> tuple[Subscription, ...]:
        """Those of an address, oldest first."""
        return tuple(kept for (key, _), kept in self._kept.items() if key == address.key)

    async def everyone(self) -> AsyncIterator[Subscription]:
        """All there are."""
        for kept in list(self._kept.values()):
            yield kept

    def forget_all(self, platform: str, workspace: str) -> None:
        """End all of a workspace."""
        for one, kept in list(self._kept.items()):
            if (kept.address.platform, kept.address.workspace) == (platform, workspace):
                del self._kept[one]


@dataclass(frozen=True, slots=True)
class _Value(Generic[T]):
    """Something that is kept until a moment."""

    value: T
    until: datetime


class _Kept(Generic[T]):
    """The latest values by key, each until its time is over."""

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._values: OrderedDict[str, _Value[T]] = OrderedDict()

    def get(self, key: str) -> _Value[T] | None:
        self._drop_old()
        kept = self._values.get(key)
        return kept if kept and kept.until > self._clock.now() else None

    def put(self, key: str, value: T | None, lasting: timedelta) -> None:
        """Keep the value; None keeps nothing."""
        self.drop(key)
        if value is not None:
            self._values[key] = _Value(value, self._clock.now() + lasting)
            self._drop_old()

    def drop(self, key: str) -> None:
        self._values.pop(key, None)

    def drop_all(self, beginning: str) -> None:
        for key in [key for key in self._values if key.startswith(beginning)]:
            del self._values[key]

    def _drop_old(self) -> None:
        """The longest unchanged stand first, and few of them outlive those behind them."""
        now = self._clock.now()
        while self._values:
            oldest, kept = next(iter(self._values.items()))
            if kept.until > now and len(self._values) <= self._most:
                return
            del self._values[oldest]
