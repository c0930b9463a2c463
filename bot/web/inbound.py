"""What a visitor sends, read strictly into a `Question`, or refused with a worded reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.adapting.html import pressing
from bot.adapting.serving import RefusedError
from bot.knowledge.model import DEFAULT_ZONE
from bot.reply import Address, AddressKind, Intent, Language, Question
from bot.wording.web import BAD_DAY, NOT_UNDERSTOOD

ZONE = ZoneInfo(DEFAULT_ZONE)
YEARS = range(1970, 2200)
"""Years a visitor may set; further away, time zones overflow."""
LONGEST_PASSAGE = timedelta(days=3653)
"""Of more time that passes at once, the last ten years are looked at."""

Tab = Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9-]{16,64})?$")]
"""The key of a browser tab, which its page makes up: long enough that nobody guesses another's."""

_Body = TypeVar("_Body", bound=BaseModel)
_PRESSED = ("entry", "remind", "stop", "press")
"""The names of buttons; an empty value of most of them means nothing."""
MOST_ENTRIES = 10
MOST_PAGES = 1000


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    text: str = ""
    intent: Intent = Intent.ASK
    entry: str = ""
    entries: Annotated[tuple[str, ...], Field(strict=False, max_length=MOST_ENTRIES)] = ()
    page: Annotated[int, Field(ge=0, le=MOST_PAGES)] = 0
    lang: Language | None = None
    at: str | None = None
    tab: Tab = ""


class _Passed(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    since: str | None
    until: str | None
    lang: Language | None = None
    tab: Tab = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Time that a visitor let pass on their page's clock, both ends in Copenhagen.

    ``mine`` is where they are reminded, None where they cannot be told from others; ``language``
    is the page's, where it tells.
    """

    mine: Address | None
    since: datetime
    until: datetime
    language: Language | None

    @property
    def forward(self) -> bool:
        """Whether time passed at all, rather than being turned back."""
        return self.since.astimezone(UTC) < self.until.astimezone(UTC)


def from_json(body: bytes, now: datetime) -> Question:
    """The question in a JSON body; ``now`` is aware. Raises `RefusedError`."""
    asked = _read(_Asked, body)
    at = moment(asked.at, now)
    # A visitor without a login is whoever sits before the tab.
    tab = f"web:{asked.tab}" if asked.tab else ""
    return Question(
        text=asked.text,
        at=at,
        intent=asked.intent,
        entry=asked.entry,
        entries=asked.entries,
        page=asked.page,
        locale=asked.lang,
        asker=tab,
        conversation=tab,
        mine=_mine(asked.tab),
    )


def passage(body: bytes, now: datetime) -> Passage:
    """The time that passed, in a JSON body; ``now`` is aware. Raises `RefusedError`."""
    passed = _read(_Passed, body)
    since, until = moment(passed.since, now), moment(passed.until, now)
    return Passage(_mine(passed.tab), max(since, until - LONGEST_PASSAGE), until, passed.lang)


def from_query(query: Mapping[str, str], now: datetime) -> Question | None:
    """The question in a page's address, or None where it holds none. Raises `RefusedError`.

    This is how the page works without scripts: its forms put their fields into the address, and
    every question stands alone.
    """
    at, locale = moment(query.get("at"), now), language(query)
    for name in _PRESSED:
        value = query.get(name)
        if value or (name == "stop" and value is not None):  # of all
            return _pressed(name, value, at, locale)
    if (intent := query.get("intent")) in {Intent.EVENTS, Intent.HELP}:
        return Question("", at, Intent(intent), locale=locale)
    text = query.get("q", "").strip()
    return Question(text, at, locale=locale) if text else None


def _pressed(name: str, value: str, at: datetime, locale: Language) -> Question | None:
    press = pressing.read(name, value)
    if press is None:
        return None
    entries = press.entries[:MOST_ENTRIES]
    return Question(
        press.text, at, press.intent, press.entry, locale, entries=entries, page=press.page
    )


def language(query: Mapping[str, str]) -> Language:
    """The page's language: Danish unless its address says English."""
    return Language.ENGLISH if query.get("lang") == Language.ENGLISH else Language.DANISH


def moment(at: str | None, now: datetime) -> datetime:
    """The moment a visitor set, in Copenhagen; the present one where nothing is set.

    A date alone takes the present time of day. Raises `RefusedError` for what is no date.
    """
    present = now.astimezone(ZONE)
    if not at:
        return present
    try:
        return _within(_parse(at, present))
    except (ValueError, OverflowError):
        raise RefusedError(400, BAD_DAY) from None


def _read(form: type[_Body], body: bytes) -> _Body:
    try:
        return form.model_validate_json(body)
    except ValidationError:
        # Without its cause, which quotes the body.
        raise RefusedError(400, NOT_UNDERSTOOD) from None


def _mine(tab: str) -> Address | None:
    """Where the visitor is reminded: in the tab, for as long as it is there."""
    return Address("web", "", AddressKind.PERSON, tab) if tab else None


def _parse(at: str, present: datetime) -> datetime:
    if len(at) == len("YYYY-MM-DD"):
        return datetime.combine(date.fromisoformat(at), present.timetz())
    parsed = datetime.fromisoformat(at)
    return parsed.replace(tzinfo=ZONE) if parsed.tzinfo is None else parsed.astimezone(ZONE)


def _within(parsed: datetime) -> datetime:
    if parsed.year not in YEARS:
        raise ValueError(parsed.year)
    return parsed
