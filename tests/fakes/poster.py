"""A platform that takes messages as it is told to."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.ports import Poster
from bot.reply import Address, Reply


@dataclass(frozen=True)
class Posted:
    """A message that arrived."""

    address: Address
    reply: Reply
    key: str


class FakePoster(Poster):
    """Takes everything, unless ``troubles`` says what happens next.

    A trouble raised ``after`` arrives all the same. ``looks`` counts the looks at the history.
    """

    def __init__(self) -> None:
        self.posts: list[Posted] = []
        self.troubles: deque[tuple[Exception, bool]] = deque()
        self.blind: deque[Exception] = deque()
        self.looks: list[tuple[str, datetime]] = []
        self.before: Callable[[], None] = lambda: None
        self.twice_rather_than_never = False

    def will_fail(self, error: Exception, *, after: bool = False) -> None:
        """The next post fails; ``after`` it was taken or instead."""
        self.troubles.append((error, after))

    async def post(self, address: Address, reply: Reply, key: str) -> str:
        self.before()
        error, after = self.troubles.popleft() if self.troubles else (None, True)
        if after:
            self.posts.append(Posted(address, reply, key))
        if error:
            raise error
        return f"receipt-{len(self.posts)}"

    async def posted(self, address: Address, key: str, since: datetime) -> str | None:
        self.looks.append((key, since))
        if self.blind:
            raise self.blind.popleft()
        found = (n for n, p in enumerate(self.posts, 1) if p.key == key and p.address == address)
        return next((f"receipt-{number}" for number in found), None)

    def thread(self, receipt: str) -> str:
        return f"below {receipt}"

    @property
    def repeats(self) -> bool:
        return self.twice_rather_than_never

    @property
    def keys(self) -> list[str]:
        """The keys of what arrived, in order."""
        return [post.key for post in self.posts]
