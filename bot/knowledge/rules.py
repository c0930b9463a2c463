"""What has to hold within one entry beyond the form of its fields."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import Problem
from bot.knowledge.items import Item
from bot.knowledge.model import DEFAULT_ZONE
from bot.knowledge.offsets import Offset, parse_offset
from bot.knowledge.scalars import Value
from bot.knowledge.spelling import nearest, shown, slug

_NAMES = {"da": "Danish", "en": "English"}


def broken(item: Item) -> Iterator[Problem]:
    """Every rule that the entry breaks; fields of a wrong form are left to the model."""
    yield from _languages(item)
    match item.key:
        case "events":
            yield from _event(item)
        case "people":
            yield from _person(item)
        case "roles":
            yield from _role(item)
        case "sources":
            yield from _source(item)
        case "heard":
            yield from _heard(item)


def _languages(item: Item) -> Iterator[Problem]:
    for field in ("ask", "points", "steps"):
        value = item.data.get(field)
        if not isinstance(value, dict):
            continue
        counts = {language: _count(value.get(language, ())) for language in _NAMES}
        for language, count in counts.items():
            if count == 0 and any(counts.values()):
                wrong = f"`{field}` says nothing in {_NAMES[language]}."
                mend = f"Fill in `{language}:` below it, or leave `{field}` out."
                yield item.place.problem(wrong, mend, field)
        if field != "ask" and all(counts.values()) and counts["da"] != counts["en"]:
            wrong = f"`{field}` has {counts['da']} in Danish, but {counts['en']} in English."
            yield item.place.problem(wrong, "Write the same ones in both languages.", field)


def _count(value: Value) -> int | None:
    """How many there are; None where this is no list."""
    return len(value) if isinstance(value, tuple) else None


def _event(item: Item) -> Iterator[Problem]:
    yield from _offsets(item)
    yield from _order(item)
    yield from _zone(item)
    yield from _reminders(item)
    yield from _tags(item)
    if item.data.get("place") is None and item.data.get("online") in (None, False):
        wrong = "The event has no place and is not online."
        yield item.place.problem(wrong, "Write `place:` in both languages, or `online: true`.")


def _offsets(item: Item) -> Iterator[Problem]:
    for field in ("starts", "ends", "register_by"):
        moment = item.data.get(field)
        if isinstance(moment, datetime) and moment.tzinfo:
            local = moment.replace(tzinfo=None).isoformat(timespec="minutes")
            wrong = f"`{field}` has an offset, as if times were not local."
            mend = f"Write the time on the wall at that place, such as {local}; `zone` tells where."
            yield item.place.problem(wrong, mend, field)


def _order(item: Item) -> Iterator[Problem]:
    starts, ends = item.data.get("starts"), item.data.get("ends")
    if not (isinstance(starts, date) and isinstance(ends, date)):
        return
    if isinstance(starts, datetime) != isinstance(ends, datetime):
        wrong = "Of `starts` and `ends`, one has a time of day and the other has none."
        yield item.place.problem(wrong, "Write the time in both, or in neither.", "ends")
    elif _before(ends, starts):
        wrong = f"The event ends ({ends}) before it starts ({starts})."
        yield item.place.problem(wrong, "Correct the one that is wrong.", "ends")
    deadline = item.data.get("register_by")
    if isinstance(deadline, date) and _before(starts, deadline):
        wrong = f"Registration ends ({deadline}) after the event starts ({starts})."
        yield item.place.problem(wrong, "Correct the one that is wrong.", "register_by")


def _before(one: date, other: date) -> bool:
    """By the clock where both have a time, by the day otherwise."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return _day(one) < _day(other)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _zone(item: Item) -> Iterator[Problem]:
    zone = item.data.get("zone", DEFAULT_ZONE)
    if isinstance(zone, str) and not _is_zone(zone):
        meant = nearest(zone, available_timezones()) or DEFAULT_ZONE
        wrong = f"There is no time zone {shown(zone)}."
        yield item.place.problem(wrong, f"Did you mean `{meant}`?", "zone")


@cache
def _is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _reminders(item: Item) -> Iterator[Problem]:
    if "reminders" in item.data and item.data["reminders"] is None:
        mend = "Write `[]` if nobody is to be reminded, or delete the line for the usual ones."
        yield item.place.problem("`reminders` has nothing after the colon.", mend, "reminders")
    starts = item.data.get("starts")
    whole_days = isinstance(starts, date) and not isinstance(starts, datetime)
    earlier: dict[tuple[bool, timedelta], str] = {}
    for number, written, offset in _read_reminders(item):
        measure = (offset.calendar, offset.span)
        if measure in earlier:
            wrong = f"`reminders` says {shown(written)}, which {shown(earlier[measure])} says too."
            yield item.place.problem(wrong, "Delete one of them.", "reminders", number)
        earlier[measure] = written
        if whole_days and not offset.calendar:
            wrong = f"{shown(written)} is no whole day, but the event has no time of day."
            mend = "Write days or weeks, or give `starts` and `ends` a time."
            yield item.place.problem(wrong, mend, "reminders", number)


def _read_reminders(item: Item) -> Iterator[tuple[int, str, Offset]]:
    """Those that can be read: position, as written, and what that means."""
    listed = item.data.get("reminders")
    for number, written in enumerate(listed if isinstance(listed, tuple) else ()):
        if isinstance(written, str):
            with suppress(ValueError):
                yield number, written, parse_offset(written)


def _tags(item: Item) -> Iterator[Problem]:
    listed = item.data.get("tags")
    seen: set[str] = set()
    for number, tag in enumerate(listed if isinstance(listed, tuple) else ()):
        words = tag.get("da") if isinstance(tag, dict) else None
        key = slug(words) if isinstance(words, str) else ""
        if key and key in seen:
            wrong = f"`tags` names {shown(words)} twice."
            yield item.place.problem(wrong, "Delete one of them.", "tags", number)
        seen.add(key)


def _person(item: Item) -> Iterator[Problem]:
    if item.data.get("email") is None and item.data.get("reach") is None:
        wrong = "The person has neither `email` nor `reach`."
        mend = "Write the address, or tell in `reach` (da and en) how to get in touch."
        yield item.place.problem(wrong, mend)


def _role(item: Item) -> Iterator[Problem]:
    alone = not item.data.get("people") and item.data.get("fallback") is None
    if alone and item.data.get("entrance") is not True:
        wrong = "The role names nobody and no other role to turn to."
        yield item.place.problem(wrong, "Fill in `people`, or `fallback` with a role's id.")


def _heard(item: Item) -> Iterator[Problem]:
    if not any(item.data.get(language) for language in _NAMES):
        wrong = "No question stands here."
        yield item.place.problem(wrong, "Write `da: |` or `en: |`, and one question a line below.")


def _source(item: Item) -> Iterator[Problem]:
    span = item.data.get("published")
    if not isinstance(span, dict):
        return
    first, last = span.get("first"), span.get("last")
    if isinstance(first, date) and isinstance(last, date) and _before(last, first):
        wrong = f"`published` ends ({last}) before it starts ({first})."
        yield item.place.problem(wrong, "Correct the one that is wrong.", "published", "last")
