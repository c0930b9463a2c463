"""Recognises what somebody asks of reminders: "påmind mig om WHINN", "stop reminding us".

Strict on purpose: only a request to the bot counts. Who merely speaks of reminders ("can AI
remind patients?") or has forgotten something ("remind me who runs PEACE") asks something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.events.event_words import EVENT
from bot.reminders import asking_grammar as grammar
from bot.reminders import asking_words as known
from bot.reminders.asking_text import Said
from bot.reply import Language

_LONGEST = 400
_REMIND_ALL = re.compile(rf"\b(?:{known.REMIND}|{known.MIND}) alle\b")


class Doing(StrEnum):
    """What is asked of reminders."""

    START = "start"
    STOP = "stop"
    LIST = "list"


class Whom(StrEnum):
    """Who is to be reminded, as far as it is said."""

    ME = "me"
    HERE = "here"  # "us", "here": the channel where there is one
    CHANNEL = "channel"  # named as such


@dataclass(frozen=True, slots=True)
class ReminderWish:
    """What somebody asks of reminders.

    ``about`` is the rest of the text, as typed, that says of which events; empty where it does
    not. Unless ``sure`` the words could mean something else, where ``about`` names nothing known.
    ``language`` is that of the request; what it is about may well be named in the other one.
    """

    doing: Doing
    whom: Whom | None = None
    about: str = ""
    sure: bool = True
    language: Language | None = None


def wish_in(text: str) -> ReminderWish | None:
    """What a text typed to the bot asks of reminders; None where it asks something else."""
    said = Said.of(text) if len(text) <= _LONGEST else None
    if said is None:
        return None
    if said.plain.strip() in known.BARE_STOP:
        return ReminderWish(Doing.STOP, sure=False)
    for doing, sure, patterns in _requests():
        for match in filter(None, (one.fullmatch(said.plain) for one in patterns)):
            if wish := _wish(said, match, doing, sure):
                return wish
    return _listing(said) if _lists(said.plain) else None


def command_in(text: str) -> ReminderWish:
    """What follows a command about reminders asks: it is about nothing else, so all is read."""
    said = Said.of(text[:_LONGEST])
    if said is None:
        return ReminderWish(Doing.LIST)
    if _lists_behind_command(said.plain):
        return _listing(said)
    if wish := wish_in(text):
        return replace(wish, sure=True)
    match = grammar.command().fullmatch(said.plain)
    if match is None:  # not met so far: the rest takes any words
        return _listing(said)
    doing = Doing.STOP if match["off"] or match["off_behind"] else Doing.START
    request = said.request(match)
    return ReminderWish(doing, _whom(request.plain), said.rest(match), language=request.language)


def _requests() -> Iterator[tuple[Doing, bool, tuple[re.Pattern[str], ...]]]:
    """What is asked, whether the words are surely meant so, and how they stand."""
    yield Doing.STOP, True, grammar.stops()
    yield Doing.STOP, False, grammar.stops_of_notices()
    yield Doing.START, True, grammar.starts()
    yield Doing.START, False, grammar.starts_of_notices()


def _listing(said: Said) -> ReminderWish:
    return ReminderWish(Doing.LIST, _whom(said.plain), language=said.language)


def _wish(said: Said, match: re.Match[str], doing: Doing, sure: bool) -> ReminderWish | None:
    request = said.request(match)
    whom, language = _whom(request.plain), request.language
    if not match["rest"]:
        return ReminderWish(doing, whom, language=language)
    if not _eventful(match):
        return None
    # "Remind me of the strategy" may be the wish to be told.
    of_it = match.string[: match.start("rest")].endswith(" of ")
    sure = (sure and not of_it) or bool(EVENT.search(match["rest"]))
    return ReminderWish(doing, whom, said.rest(match), sure, language)


def _eventful(match: re.Match[str]) -> bool:
    """Whether the rest can name events, rather than something to do or to be told."""
    rest, behind = match["rest"].split(), match.string[match.end("rest") :].split()
    lead = match.string[: match.start("rest")].split()
    told = known.QUESTION_WORDS | known.OF_PEOPLE
    if rest[0] in known.LINKING or not told.isdisjoint(rest):
        return False
    if behind and _noun(behind[0]):  # "WHINN reminders", but no "app for reminders"
        return known.LINKING.isdisjoint(rest)
    return not (rest[-1] in known.IS and not {"naar", "when"}.isdisjoint(lead))


def _whom(said: str) -> Whom | None:
    words = frozenset(said.split())
    if words & known.CHANNEL:
        return Whom.CHANNEL
    if words & known.ME:
        return Whom.ME
    return Whom.HERE if words & known.US or _REMIND_ALL.search(said) else None


def _lists(plain: str) -> bool:
    """Whether a text asks for the list: nothing but words that do, and one of reminding."""
    words = plain.split()
    of_reminding = [word for word in words if word in known.REMINDING or _noun(word)]
    return bool(of_reminding) and known.LISTING.issuperset({*words} - {*of_reminding})


def _lists_behind_command(plain: str) -> bool:
    words = frozenset(word for word in plain.split() if not _noun(word))
    others = known.CHANNEL | known.ME | known.US | known.BETWEEN_LISTING
    asking = words & known.ASKING_FOR_LIST
    return not words or (bool(asking) and words <= known.ASKING_FOR_LIST | others)


def _noun(word: str) -> bool:
    return grammar.noun().fullmatch(word) is not None
