"""What a platform told, believed for a while instead of asking again."""

import asyncio
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Believed(Generic[K, V]):
    """Holds each thing for ``lasting`` seconds by the event loop's time, the latest ``most``."""

    def __init__(self, most: int, lasting: float) -> None:
        self._most = most
        self._lasting = lasting
        self._held: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def recall(self, key: K) -> V | None:
        """What is held, None where that is nothing or its time is over."""
        until, value = self._held.get(key, (0.0, None))
        return value if until > asyncio.get_running_loop().time() else None

    def hold(self, key: K, value: V, since: float | None = None) -> None:
        """Hold this instead of what was held before, from now on or ``since`` it was asked for."""
        begun = asyncio.get_running_loop().time() if since is None else since
        self._held[key] = begun + self._lasting, value
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
