"""The scenes of reminders, as they are posted."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import AnyHttpUrl

from bot.assistant.lookup import Lookup
from bot.delivery.model import Kind as Letter
from bot.knowledge.forms import Text
from bot.knowledge.model import DEFAULT_ZONE, Event, Source, Status
from bot.reminders.message import message as told_of
from scripts.pictures.scene import Told
from scripts.pictures.stage import DANISH, WHINN

EXAMPLE = Source(id="example", title=Text(da="eksempel", en="example"), published=date(2023, 6, 1))
MEETING = Event(
    id="network-meeting",
    source=EXAMPLE.id,
    checked=date(2023, 6, 1),
    title=Text(da="Netværksmøde om billeddata", en="Network meeting on image data"),
    starts=datetime(2023, 6, 22, 13),  # noqa: DTZ001 - the model's are wall-clock times
    ends=datetime(2023, 6, 22, 15, 30),  # noqa: DTZ001
    place=Text(da="OUH, Odense", en="OUH, Odense"),
    register_by=date(2023, 6, 15),
    registration=AnyHttpUrl("https://example.dk/tilmelding"),
)
"""Made up: none of the real events was moved."""
MOVED = MEETING.model_copy(
    update={
        "status": Status.MOVED,
        "starts": datetime(2023, 6, 29, 13),  # noqa: DTZ001
        "ends": datetime(2023, 6, 29, 15, 30),  # noqa: DTZ001
    }
)
_HOME = ZoneInfo(DEFAULT_ZONE)


def reminders(shipped: Lookup) -> Iterator[Told]:
    """A reminder in time, one that comes late, a deadline's, and corrections."""
    knowledge = shipped.knowledge
    cancelled = MEETING.model_copy(update={"status": Status.CANCELLED})
    lookup = Lookup(knowledge.model_copy(update={"sources": (*knowledge.sources, EXAMPLE)}))
    whinn = next(event for event in knowledge.events if event.id == WHINN)
    begins = MEETING.start
    assert isinstance(begins, datetime)  # noqa: S101 - see above
    for name, event, kind, now in (
        ("reminder", whinn, Letter.REMINDER, datetime(2023, 11, 1, 9, tzinfo=_HOME)),
        ("reminder-late", MEETING, Letter.REMINDER, begins - timedelta(minutes=20)),
        ("reminder-deadline", MEETING, Letter.DEADLINE, datetime(2023, 6, 14, 9, tzinfo=_HOME)),
        ("correction-moved", MOVED, Letter.CORRECTION, datetime(2023, 6, 2, 10, tzinfo=_HOME)),
        (
            "correction-cancelled",
            cancelled,
            Letter.CORRECTION,
            datetime(2023, 6, 2, 10, tzinfo=_HOME),
        ),
    ):
        reply = told_of(event, kind, lookup, DANISH, now)
        assert reply is not None  # noqa: S101 - at these moments it is of use
        yield Told(name, reply, clock=f"{now:%H:%M}")
