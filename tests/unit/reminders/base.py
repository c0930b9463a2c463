"""Events, plans and people to remind, for the tests of reminding."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from pydantic import AnyHttpUrl

from bot.assistant.lookup import Lookup
from bot.knowledge.forms import Link, Text
from bot.knowledge.model import Event, Knowledge, Source
from bot.knowledge.offsets import Offset, Unit, parse_offset
from bot.reminders.model import EVERYTHING, EventPlan, Scope, Subscription
from bot.reminders.plan import Rules, plan
from bot.reply import Address, AddressKind, Language
from tests.unit.events.making import event, wall

HOME = ZoneInfo("Europe/Copenhagen")
RULES = Rules()
SIGN_UP = AnyHttpUrl("https://example.org/tilmelding")
PAGE = Link(title=Text(da="Program", en="Programme"), url=AnyHttpUrl("https://example.org/page"))
SOURCE = Source(id="letter", title=Text(da="Brevet", en="The letter"), published=date(2023, 6, 1))
MOVED_CLOCKS = (date(2023, 3, 26), date(2023, 10, 29), date(2024, 3, 31), date(2024, 10, 27))
ZONES = (
    "Europe/Copenhagen",
    "America/New_York",
    "Asia/Tokyo",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "America/Los_Angeles",
)


def at(*parts: int, zone: ZoneInfo = HOME) -> datetime:
    """An instant by the clock at home, or in another zone; in UTC."""
    return datetime(*parts, tzinfo=zone).astimezone(UTC)


def offsets(*written: str) -> tuple[Offset, ...]:
    """Offsets as the files write them."""
    return tuple(parse_offset(one) for one in written)


def planned(rules: Rules = RULES, **fields: Any) -> EventPlan:  # noqa: ANN401 - as a file has it
    """The plan of an event."""
    return plan(event(**fields), rules)


def local(plan: EventPlan) -> dict[str, str]:
    """When each occurrence is due by the clock at home, by its name, in order."""
    return {
        one.name: one.due.astimezone(HOME).strftime("%Y-%m-%d %H:%M") for one in plan.occurrences
    }


def lookup(*events: Event) -> Lookup:
    """A knowledge base of these events alone."""
    return Lookup(Knowledge(version="1", sources=(SOURCE,), events=events))


def subscribed(
    who: str, scope: Scope = EVERYTHING, language: Language = Language.DANISH
) -> Subscription:
    """A channel's subscription."""
    address = Address("slack", "T1", AddressKind.CHANNEL, who)
    return Subscription(address, scope, language, at(2023, 1, 1))


# --- any event, any rules

_AROUND = st.dates(date(2022, 12, 25), date(2025, 1, 5)) | st.sampled_from(MOVED_CLOCKS)
OFFSETS = st.builds(Offset, st.integers(1, 50), st.sampled_from(Unit))
ANY_RULES = st.builds(
    Rules,
    before=st.lists(OFFSETS, max_size=5).map(tuple),
    before_deadline=st.lists(OFFSETS, max_size=3).map(tuple),
    at=st.times(),
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event that the knowledge base takes, often on a day on which clocks change."""
    first = draw(_AROUND)
    last = first if draw(st.booleans()) else date.fromordinal(first.toordinal() + 2)
    deadline: Any = draw(st.none() | st.integers(0, 30))
    fields: dict[str, Any] = {"starts": first, "ends": last, "registration": SIGN_UP}
    if deadline is not None:
        fields["register_by"] = date.fromordinal(first.toordinal() - deadline)
    if draw(st.booleans()):
        clock = draw(st.times())
        fields["starts"], fields["ends"] = (datetime.combine(day, clock) for day in (first, last))
        if deadline and draw(st.booleans()):
            fields["register_by"] = datetime.combine(fields["register_by"], draw(st.times()))
    if draw(st.booleans()):
        fields["reminders"] = tuple(draw(st.lists(OFFSETS, max_size=4)))
    return event(zone=draw(st.sampled_from(ZONES)), **fields)


__all__ = ["event", "wall"]
