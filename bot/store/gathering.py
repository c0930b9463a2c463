"""Work that is wanted piece by piece and costs as much for many pieces as for one.

A transaction on SQLite is one wait for the disk, whatever is written in it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

MOST = 200
"""How many pieces are done in one go, so that none waits for long."""

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], Awaitable[Sequence[R]]]
"""Does all pieces or none, and gives a result for each."""


class Gathered(Generic[T, R]):
    """Does at once what is wanted while nothing is being done, and the rest together after that.

    Nobody waits for others to come; the busier it is, the more is done in one go. For one event
    loop. Who is called off while waiting does not hold up the others, whose piece is done with his.
    """

    def __init__(self, work: Work[T, R], most: int = MOST) -> None:
        self._work = work
        self._most = most
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._doing: asyncio.Task[None] | None = None

    async def do(self, piece: T, *, alone: bool = False) -> R:
        """The result for a piece. Raises what the work raises, as it does for all done with it.

        What might not be doable is done ``alone``, so that it is nobody else's trouble.
        """
        if alone:
            return (await self._work([piece]))[0]
        result: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((piece, result))
        if self._doing is None or self._doing.done():
            self._doing = asyncio.create_task(self._do_all())
        return await result

    async def _do_all(self) -> None:
        while self._waiting:
            some, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            await self._do([one for one in some if not one[1].done()])

    async def _do(self, some: Sequence[tuple[T, asyncio.Future[R]]]) -> None:
        try:
            results = await self._work([piece for piece, _ in some]) if some else ()
        except asyncio.CancelledError:
            for _, result in (*some, *self._waiting):
                result.cancel()
            self._waiting.clear()
            raise
        except Exception as error:  # noqa: BLE001 - it is raised where each piece is waited for
            for _, result in some:
                if not result.done():
                    result.set_exception(error)
        else:
            for (_, result), found in zip(some, results, strict=True):
                if not result.done():
                    result.set_result(found)


def odd(*texts: str) -> bool:
    """Whether a database might refuse one of them, so that it is better kept alone."""
    return not all(text.isascii() and text.isprintable() for text in texts)
