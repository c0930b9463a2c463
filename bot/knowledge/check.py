"""What somebody should look at in a knowledge base that can be served."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.errors import Problem
from bot.knowledge.model import AnyEntry, Event, Knowledge
from bot.knowledge.places import Places
from bot.knowledge.rivals import same_names, same_questions, same_words
from bot.knowledge.spelling import shown
from bot.knowledge.unused import unused

_NAMED_AT_ONCE = 8


def findings(knowledge: Knowledge, places: Places, today: date) -> list[Problem]:
    """Every finding, in the order of files and lines.

    All are warnings but the one for a day of checking that lies after ``today``, the current
    day where the bot is at home. ``places`` comes with the knowledge from the loader.
    """
    return sorted(
        [
            *_from_the_future(knowledge, places, today),
            *_stale(knowledge, places, today),
            *unused(knowledge, places),
            *same_names(knowledge, places),
            *same_words(knowledge, places),
            *same_questions(knowledge, places),
        ]
    )


def _from_the_future(knowledge: Knowledge, places: Places, today: date) -> Iterator[Problem]:
    for entry in knowledge.entries():
        if entry.checked > today:
            wrong = f"{shown(entry.id)} was checked on {entry.checked}, which is yet to come."
            mend = "Write the day on which somebody confirmed the entry."
            yield places[entry.id].problem(wrong, mend, "checked")


def _stale(knowledge: Knowledge, places: Places, today: date) -> Iterator[Problem]:
    """One warning a file, since the entries in it mostly age together."""
    by_file: dict[str, list[AnyEntry]] = defaultdict(list)
    for entry in knowledge.entries():
        if _is_stale(entry, today):
            by_file[places[entry.id].file].append(entry)
    for stale in by_file.values():
        oldest = min(stale, key=lambda entry: entry.due)
        many = "An entry is" if len(stale) == 1 else f"{len(stale)} entries are"
        names = _listed(entry.id for entry in stale)
        wrong = f"{many} due for a check, the first since {oldest.due}: {names}."
        mend = "Confirm the facts with those they are about, then set `checked` to that day."
        yield places[oldest.id].warning(wrong, mend, "checked")


def _is_stale(entry: AnyEntry, today: date) -> bool:
    """An event that is over needs no more confirming."""
    over = isinstance(entry, Event) and _day(entry.ends) < today
    return not over and entry.due < today


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    more = len(every) - _NAMED_AT_ONCE
    return ", ".join(every[:_NAMED_AT_ONCE]) + (f" and {more} more" if more > 0 else "")
