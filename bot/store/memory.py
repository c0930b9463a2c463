"""What one process remembers while it runs."""

from collections import OrderedDict
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.ports import Askers, Belongings, Clock, Memory, SeenDeliveries
from bot.reminders.model import Scope, Subscription
from bot.reminders.ports import Subscriptions
from bot.reply import Address, Audience

MOST = 10_000
MINUTES = timedelta(minutes=10)
"""How long a conversation can be gone on with."""
MONTH = timedelta(days=30)
"""How long it is remembered who somebody said they are."""

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
        self._kept = _Kept[tuple[str, ...]](clock, MINUTES, most)

    async def recall(self, conversation: str) -> tuple[str, ...]:
        """The entries that were kept last, unless that is ten minutes ago."""
        return self._kept.get(conversation) or ()

    async def keep(self, conversation: str, entries: tuple[str, ...]) -> None:
        """Remember these entries instead of those before."""
        self._kept.put(conversation, entries)

    async def forget(self, conversation: str) -> None:
        """Remember nothing of the conversation."""
        self._kept.drop(conversation)

    def forget_all(self, beginning: str) -> None:
        """Remember nothing under keys that begin like this."""
        self._kept.drop_all(beginning)


class MemoryOfAskers(Askers):
    """Remembers the latest askers of this process, each for thirty days."""

    def __init__(self, clock: Clock, most: int = MOST) -> None:
        self._kept = _Kept[Audience](clock, MONTH, most)

    async def recall(self, asker: str) -> Audience | None:
        """What the person said in the last thirty days, or None."""
        return self._kept.get(asker)

    async def keep(self, asker: str, audience: Audience) -> None:
        """Remember this instead of what they said before."""
        self._kept.put(asker, audience)

    async def forget(self, asker: str) -> None:
        """Remember nothing of the person."""
        self._kept.drop(asker)

    def forget_all(self, beginning: str) -> None:
        """Remember nothing under keys that begin like this."""
        self._kept.drop_all(beginning)


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
class MemoryBelongings(Belongings):
    """What one process holds of workspaces."""

    conversations: MemoryOfConversations
    askers: MemoryOfAskers
    subscriptions: MemorySubscriptions

    async def forget(self, platform: str, workspace: str) -> None:
        """Delete what belongs to the workspace, and nothing of any other."""
        if workspace:
            self.conversations.forget_all(f"{platform}:{workspace}:")
            self.askers.forget_all(f"{platform}:{workspace}:")
            self.subscriptions.forget_all(platform, workspace)


class _Kept(Generic[T]):
    """The latest values by key, each until its time is over; what is over is dropped."""

    def __init__(self, clock: Clock, lifetime: timedelta, most: int) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._most = most
        self._values: OrderedDict[str, tuple[datetime, T]] = OrderedDict()

    def get(self, key: str) -> T | None:
        self._drop_old()
        kept = self._values.get(key)
        return kept[1] if kept else None

    def put(self, key: str, value: T) -> None:
        self._values[key] = (self._clock.now() + self._lifetime, value)
        self._values.move_to_end(key)
        self._drop_old()

    def drop(self, key: str) -> None:
        self._values.pop(key, None)

    def drop_all(self, beginning: str) -> None:
        for key in [key for key in self._values if key.startswith(beginning)]:
            del self._values[key]

    def _drop_old(self) -> None:
        """The oldest stand first: all live equally long."""
        now = self._clock.now()
        while self._values:
            oldest, (ends, _) = next(iter(self._values.items()))
            if ends > now and len(self._values) <= self._most:
                return
            del self._values[oldest]
