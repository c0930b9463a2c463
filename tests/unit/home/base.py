"""A small base, somebody who opens the page, and stores in memory."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from bot.assistant.lookup import Lookup
from bot.home.welcoming import Keepers, Welcoming
from bot.knowledge.loader import load
from bot.plain_text import plain_text
from bot.ports import Askers
from bot.reminders.model import Scope, Subscription
from bot.reminders.plan import Rules
from bot.reply import Address, AddressKind, Intent, Language, Part, Question, Reply
from bot.store.feedback import MemoryVerdicts
from bot.store.memory import MemoryOfAskers, MemorySubscriptions
from tests.fakes.responder import FakeResponder, FixedClock
from tests.unit.assistant.base import MORE, SOON

FORMS = """\
  - id: form
    source: letter
    checked: 2023-05-01
    title: {da: Blanketten, en: The form}
    provided_by: unit
    summary: {da: Udfyld den., en: Fill it in.}
    audience: [researcher]
    entrance: true
    links:
      - title: {da: Blanket, en: Form}
        url: https://example.dk/blanket
"""
STAFF = """\
  - id: staff
    source: letter
    checked: 2023-06-01
    title: {da: Holdet, en: The team}
    people: [anna-hansen, bo-berg]
    organisation: unit
    summary: {da: Alle., en: Everybody.}
    area: false
  - id: helpers
    source: letter
    checked: 2023-06-01
    title: {da: Hjælperne, en: The helpers}
    people: [anna-hansen]
    organisation: unit
    audience: [employee]
    summary: {da: De hjælper., en: They help.}
"""
BASE = MORE.replace("projects:\n", f"{FORMS}projects:\n").replace(
    "services:\n", f"{STAFF}services:\n"
)
LOOKUP = Lookup(load({"all.yaml": BASE.encode()}))
ME = Address("slack", "T1", AddressKind.PERSON, "U1")
YEAR = timedelta(days=365)
OTHERWISE = "Somebody else's answer."
P = TypeVar("P", bound=Part)


@dataclass
class Visit:
    """Somebody who opens the page at a moment (aware)."""

    lookup: Lookup = LOOKUP
    now: datetime = SOON
    locale: Language | None = Language.DANISH
    asker: str = "anna"
    mine: Address | None = ME
    inner: FakeResponder = field(default_factory=FakeResponder)
    keepers: Keepers = field(
        default_factory=lambda: Keepers(
            MemoryOfAskers(FixedClock(SOON)),
            MemorySubscriptions(),
            MemoryVerdicts(FixedClock(SOON)),
        )
    )

    @property
    def askers(self) -> Askers:
        return self.keepers.askers

    async def asks(self, intent: Intent, entry: str = "", text: str = "") -> Reply:
        welcoming = Welcoming(self.inner, self.keepers, lambda: self.lookup, Rules())
        return await welcoming.answer(
            Question(text, self.now, intent, entry, self.locale, asker=self.asker, mine=self.mine)
        )

    async def opens(self) -> Reply:
        """The page."""
        return await self.asks(Intent.HOME)

    async def sets(self, name: str, value: str) -> Reply:
        """The page after something was set."""
        return await self.asks(Intent.SETTING, name, value)

    async def has(self, *scopes: Scope) -> None:
        """Let the person have reminders."""
        for scope in scopes:
            await self.keepers.subscriptions.add(Subscription(ME, scope, Language.DANISH, self.now))


def text(reply: Reply) -> str:
    return plain_text(reply)


def parts(reply: Reply, kind: type[P]) -> list[P]:
    return [part for part in reply.parts if isinstance(part, kind)]


def after(reply: Reply, part: Part) -> Part:
    """What stands right below a part."""
    return reply.parts[reply.parts.index(part) + 1]
