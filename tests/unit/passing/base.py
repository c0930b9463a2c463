"""A small knowledge base, somebody who asks, and people who answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from bot.assistant.lookup import Lookup
from bot.passing.asking import Asking
from bot.passing.model import Channel, Passed
from bot.passing.owners import Owners
from bot.passing.passing import Passing
from bot.passing.ports import Nearest
from bot.passing.responding import Responding
from bot.passing.rights import Rights
from bot.plain_text import plain_text
from bot.reply import (
    Address,
    AddressKind,
    Form,
    Forward,
    Intent,
    Language,
    Outcome,
    Paragraph,
    Pressable,
    Question,
    Reply,
)
from tests.fakes.passed import FakeMembership, MemoryPassedOn
from tests.fakes.responder import NOON, FakeResponder, FixedClock
from tests.unit.assistant.base import LOOKUP

ANNA = Address("slack", "T1", AddressKind.PERSON, "U1")
BO = Address("slack", "T1", AddressKind.PERSON, "U2")
CY = Address("slack", "T1", AddressKind.PERSON, "U3")
HERE = Address("slack", "T1", AddressKind.CHANNEL, "C1")
THREAD = replace(HERE, thread="1700.1")
DESK = Channel("", Address("slack", "T1", AddressKind.CHANNEL, "C8"), Language.DANISH)
LAW = Channel("legal", Address("slack", "T1", AddressKind.CHANNEL, "C9"), Language.ENGLISH)
NAMES = {ANNA: "Anna Ærlig", BO: "Bo Bo", CY: "Cy"}
ASKED = "Hvem må se data om forsøget?"
ANSWERED = "Det må alle, der er med i projektet."
CPR = "Det gælder 010190-1234."
UNKNOWN = Reply(Outcome.UNKNOWN, Language.DANISH, (Paragraph("Det ved jeg ikke."),))


class Likeliest(Nearest):
    """Thinks of the legal role whatever is asked."""

    def __call__(self, text: str, at: datetime) -> tuple[str, ...]:
        assert at.tzinfo
        return ("gone", "anna-hansen", "legal")


@dataclass
class Company:
    """Everybody around one store, with what they press and fill in."""

    owners: Owners = field(default_factory=lambda: Owners([DESK, LAW]))
    members: FakeMembership = field(default_factory=lambda: FakeMembership("U2", "U3"))
    clock: FixedClock = field(default_factory=FixedClock)
    inner: FakeResponder = field(default_factory=lambda: FakeResponder(UNKNOWN))
    passed: MemoryPassedOn = field(init=False)
    lookup: Lookup = LOOKUP

    def __post_init__(self) -> None:
        self.passed = MemoryPassedOn(self.clock)
        self._tokens = (f"token{number}" for number in count(1))

    async def answer(self, question: Question) -> Reply:
        asking = Asking(
            self.passed, self.owners, lambda: self.lookup, Likeliest(), lambda: next(self._tokens)
        )
        responding = Responding(
            self.passed, Rights(dict.fromkeys(("slack", "teams"), self.members))
        )
        return await Passing(self.inner, asking, responding, self.passed).answer(question)

    def question(self, who: Address | None, **fields: object) -> Question:
        """Something that somebody does, in the thread unless told otherwise."""
        given: dict[str, object] = {
            "text": "",
            "at": self.clock.now(),
            "locale": Language.DANISH,
            "mine": who,
            "here": HERE,
            "there": THREAD,
            "name": NAMES.get(who, "") if who else "",
        }
        return Question(**(given | fields))  # type: ignore[arg-type]

    async def asks(self, text: str = ASKED, **fields: object) -> Reply:
        return await self.answer(self.question(ANNA, text=text, **fields))

    async def presses(
        self, action: Pressable, who: Address | None = ANNA, **fields: object
    ) -> Reply:
        press = action.press
        given = {"intent": press.intent, "entry": press.entry, "text": press.text}
        return await self.answer(self.question(who, **(given | fields)))

    async def fills_in(
        self, form: Form | None, who: Address, filled: Mapping[str, str], **fields: object
    ) -> Reply:
        assert form is not None
        given = {"intent": form.intent, "entry": form.entry, "fields": filled}
        return await self.answer(self.question(who, **(given | fields)))

    async def form(self, text: str = ASKED, area: str = "legal", **fields: object) -> Reply:
        """What is shown to who wants a question passed on."""
        return await self.presses(Forward("Send", text, area), **fields)

    async def sends(self, text: str = ASKED, area: str = "legal", **fields: object) -> Passed:
        """The question as it is kept after the form was filled in."""
        form = (await self.form(text, area, **fields)).form
        before = set(self.passed.kept)
        await self.fills_in(form, ANNA, {"text": text, "area": area or "-"}, **fields)
        (new,) = set(self.passed.kept) - before
        return self.passed.kept[new]

    def at_owners(self, channel: Channel = LAW) -> dict[str, object]:
        """Where a button below an owners' message is pressed."""
        address = channel.address
        return {"here": address, "there": replace(address, thread="1800.1")}


def said(reply: Reply) -> str:
    return plain_text(reply)


def forward(reply: Reply) -> Forward | None:
    """The offer to pass the question on, where there is one."""
    return next((one for one in reply.actions if isinstance(one, Forward)), None)


__all__ = ["NOON", "Intent"]
