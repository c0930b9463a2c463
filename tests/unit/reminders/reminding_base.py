"""A few events, a store in memory, and somebody who asks for reminders of them."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from bot.assistant.lookup import Lookup
from bot.errors import StoreError
from bot.knowledge.forms import Text
from bot.knowledge.model import Status
from bot.plain_text import plain_text
from bot.reminders.model import EVERYTHING, Scope, ScopeKind, Subscription
from bot.reminders.ports import Subscriptions
from bot.reminders.reminding import Reminding
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_subject import Naming
from bot.reply import Action, Address, AddressKind, Ask, Intent, Language, Question, Reply
from bot.store.memory import MemorySubscriptions
from tests.fakes.responder import FakeResponder, said
from tests.unit.events.making import event, wall
from tests.unit.reminders.base import HOME, RULES, SIGN_UP, at, lookup

CONFERENCE = Text(da="konference", en="conference")
FAIR = event(
    "fair",
    title=Text(da="Den store messe", en="The great fair"),
    starts=date(2023, 11, 8),
    ends=date(2023, 11, 9),
    tags=(CONFERENCE,),
)
MEET = event(
    "meet",
    title=Text(da="Nordisk træf", en="Nordic meet"),
    starts=date(2023, 10, 2),
    place=Text(da="København", en="Copenhagen"),
    tags=(CONFERENCE,),
)
TALK = event(
    "talk",
    title=Text(da="Hvad kan store modeller?", en="What can large models do?"),
    starts=wall(2023, 6, 21, 15, 15),
    ends=wall(2023, 6, 21, 16, 45),
    place=None,
    online=True,
    registration=SIGN_UP,
    register_by=date(2023, 6, 10),
)
OFF = event("off", title=Text(da="Det aflyste", en="The cancelled one"), status=Status.CANCELLED)
LOOKUP = lookup(FAIR, MEET, TALK, OFF)
EARLY = datetime(2023, 6, 1, 9, tzinfo=HOME)
ME = Address("slack", "T1", AddressKind.PERSON, "U1")
HERE = Address("slack", "T1", AddressKind.CHANNEL, "C1")
INNER = said("Somebody else's answer.")


def single(id_: str) -> Scope:
    return Scope(ScopeKind.EVENT, id_)


def place(name: str) -> Scope:
    return Scope(ScopeKind.PLACE, name)


CONFERENCES = Scope(ScopeKind.TAG, "konference")


class Named(Naming):
    """Knows events by a word each."""

    WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
        {
            "messen": ("fair",),
            "fair": ("fair",),
            "træffet": ("meet",),
            "foredraget": ("talk",),
            "talk": ("talk",),
            "næste arrangement": ("talk",),
            "det aflyste": ("off",),
            "noget nordisk": ("meet", "fair"),
            "det forsvundne": ("nowhere",),
        }
    )

    def __call__(self, text: str, at: datetime) -> tuple[str, ...]:
        assert at.tzinfo
        return self.WORDS.get(text, ())


class BrokenSubscriptions(Subscriptions):
    """A store that cannot be reached."""

    async def add(self, subscription: Subscription) -> bool:
        raise StoreError("the database is away")

    async def end(self, address: Address, scope: Scope | None = None) -> int:
        raise StoreError("the database is away")

    async def of(self, address: Address) -> tuple[Subscription, ...]:
        raise StoreError("the database is away")

    async def everyone(self) -> AsyncIterator[Subscription]:
        raise StoreError("the database is away")
        yield


class ReadOnlySubscriptions(MemorySubscriptions):
    """A store that cannot be written to."""

    async def add(self, subscription: Subscription) -> bool:
        raise StoreError("the disk is full")

    async def end(self, address: Address, scope: Scope | None = None) -> int:
        raise StoreError("the disk is full")


@dataclass
class Person:
    """Somebody who asks, in a channel or alone, at a moment (aware)."""

    subscriptions: Subscriptions = field(default_factory=MemorySubscriptions)
    mine: Address | None = ME
    here: Address | None = None
    now: datetime = EARLY
    locale: Language | None = None
    about: tuple[str, ...] = ()
    lookup: Lookup = LOOKUP
    inner: FakeResponder = field(default_factory=lambda: FakeResponder(INNER))

    async def asks(self, text: str, intent: Intent = Intent.ASK, entry: str = "") -> Reply:
        """The reply to what is typed or pressed."""
        reminding = Reminding(self.inner, self.subscriptions, lambda: self.lookup, Named(), RULES)
        return await reminding.answer(
            Question(
                text,
                self.now,
                intent,
                entry,
                self.locale,
                about=self.about,
                mine=self.mine,
                here=self.here,
            )
        )

    async def presses_remind(self, entry: str) -> Reply:
        return await self.asks("", Intent.REMIND, entry)

    async def presses_stop(self, entry: str = "") -> Reply:
        return await self.asks("", Intent.STOP_REMINDING, entry)

    async def commands(self, text: str) -> Reply:
        return await self.asks(text, Intent.REMINDERS)

    async def presses(self, action: Action) -> Reply:
        """The reply to an offered question."""
        assert isinstance(action, Ask)
        return await self.asks(action.text)

    async def has(self, *scopes: Scope, address: Address = ME) -> None:
        """Let an address have subscriptions."""
        for scope in scopes:
            await self.subscriptions.add(Subscription(address, scope, Language.DANISH, EARLY))

    async def kept(self, address: Address = ME) -> list[Scope]:
        """The scopes an address has asked for."""
        return [one.scope for one in await self.subscriptions.of(address)]


def coming(now: datetime = EARLY) -> Coming:
    return Coming(LOOKUP, RULES, now)


def text(reply: Reply) -> str:
    return plain_text(reply)


def offered(reply: Reply, label: str) -> Action:
    """The action with this label."""
    return next(action for action in reply.actions if action.label == label)


__all__ = ["EVERYTHING", "at", "event", "lookup"]
