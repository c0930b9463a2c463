"""Every entry is run against the whole base: which words would another one answer to."""

from collections.abc import Iterator

from bot.assistant.lookup import Lookup
from bot.assistant.subjects import subjects
from bot.errors import Problem
from bot.knowledge.model import AnyEntry, Person
from bot.knowledge.places import Places
from bot.matching.index import Index
from bot.matching.matcher import Matcher
from bot.matching.ordering import entries
from bot.reply import Language


def stolen(lookup: Lookup, index: Index, places: Places) -> Iterator[Problem]:
    """Words by which another entry is found, and entries that their own words never find.

    People are left out: they are found by their names, not by the index. Words that the index
    alone gives to another entry are not stolen where the entries' order (`bot.matching.ordering`)
    puts that right.
    """
    matcher = Matcher(index, subjects(lookup))
    for entry in lookup.knowledge.entries():
        if not isinstance(entry, Person):
            yield from _of(entry, matcher, places)


def _of(entry: AnyEntry, matcher: Matcher, places: Places) -> Iterator[Problem]:
    place = places[entry.id]
    own = 0
    lost: list[Problem] = []
    for language in Language:
        for number, phrase in enumerate(entry.ask.say(language)):
            winner = _winner(phrase, entry.id, matcher)
            if winner == entry.id:
                own += 1
                continue
            wrong = f"“{phrase}” under {entry.id} finds {winner or 'nothing'} instead."
            mend = "Say more closely what sets the entry apart, or leave these words out."
            lost.append(place.warning(wrong, mend, "ask", language.value, number))
    if own or not lost:
        yield from lost
        return
    wrong = f"None of the words of {entry.id} finds it."
    yield place.warning(wrong, "Give it words that no other entry answers to.", "ask")


def _winner(phrase: str, own: str, matcher: Matcher) -> str:
    """The entry that comes first for a phrase."""
    quickly = next((one.label for one in entries(matcher.index.read(phrase))), "")
    if quickly == own:
        return own
    return next((label for label, _ in matcher.match(phrase).evidence), "")
