"""The desk: answers from the knowledge base's last good version, and takes over new ones."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from bot.assistant.lookup import Lookup
from bot.assistant.policy import Assistant
from bot.assistant.understanding import Understanding
from bot.assistant.vocabulary import phrases, talk
from bot.events.calendar import calendar_file
from bot.events.listing import find
from bot.knowledge.loader import load, read_folder
from bot.knowledge.model import Event
from bot.last_good import LastGood
from bot.matching.decision import Verdict
from bot.matching.index import Index, fingerprint
from bot.matching.keeping import kept
from bot.matching.sentences import elsewhere
from bot.ports import (
    Calendar,
    Clock,
    Found,
    IndexCache,
    Responder,
    Searching,
    Sought,
)
from bot.reply import Language, Question, Reply
from bot.searching.search import Search
from bot.semantic.seconding import Seconding


@dataclass(frozen=True, slots=True)
class _Built:
    """All that is made of one version of the knowledge base."""

    lookup: Lookup
    index: Index
    assistant: Assistant
    search: Search


class Desk(Responder, Calendar, Searching):
    """Answers from the last good version of the knowledge base.

    ``clock`` stamps calendar files. `Desk.reload` swaps in the folder's present version as one
    step: a question is answered wholly from the old one or wholly from the new.
    """

    def __init__(
        self, folder: Path, cache: IndexCache, clock: Clock, second: Seconding | None = None
    ) -> None:
        self._folder = folder
        self._cache = cache
        self._clock = clock
        self._second = second
        self._learning = Lock()
        self._last_good = LastGood(self._built, lambda built: built.lookup.knowledge.version)

    @property
    def lookup(self) -> Lookup:
        """The knowledge base being answered from."""
        return self._last_good.value.lookup

    def reply(self, question: Question) -> Reply:
        """The reply from the version that is good now."""
        return self._last_good.value.assistant.reply(question)

    def find(
        self, text: str, sought: Sought, language: Language, at: datetime, most: int
    ) -> tuple[Found, ...]:
        """What fits, from the version that is good now."""
        return self._last_good.value.search.find(text, sought, language, at, most)

    def events_named(self, text: str, at: datetime) -> tuple[str, ...]:
        """The ids of the events that a text names at ``at`` (aware); several, if it may be either.

        One alone is sure: what is likely but not certain is not worth a promise.
        """
        now = self._last_good.value
        lookup = now.lookup
        understood = now.assistant.understanding.understand(text, at)
        if understood.wish is not None:
            return tuple(e.id for e in find(lookup.knowledge.events, at, understood.wish).events)
        found = (lookup.entries[one.label] for one in understood.candidates)
        events = tuple(entry.id for entry in found if isinstance(entry, Event))
        unsure = understood.verdict is not Verdict.ANSWER and len(events) == 1
        return () if unsure else events

    def likeliest(self, text: str, at: datetime) -> tuple[str, ...]:
        """The ids of what a text may be about at ``at`` (aware), likeliest first, be it unsure."""
        assistant = self._last_good.value.assistant
        understood = assistant.understanding.understand(text, at)
        sure = (candidate.label for candidate in understood.candidates)
        return tuple(dict.fromkeys((*sure, *(label for label, _ in understood.match.evidence))))

    def ics(self, entry: str | None = None) -> bytes | None:
        """All events, or one, as an iCalendar file; None when there is no such event."""
        events = [e for e in self.lookup.knowledge.events if entry is None or e.id == entry]
        if entry is not None and not events:
            return None
        return calendar_file(events, stamp=self._clock.now())

    def reload(self) -> bool:
        """Take over the folder's present version if it is good; else say why and keep the last."""
        return self._last_good.reload()

    def learn(self) -> bool:
        """Learn second opinions on the present version; whether that was still to be done.

        That may take minutes; answers and edits go on meanwhile.
        """
        with self._learning:
            learnt = self._second is not None and self._second.learn(self._last_good.value.index)
            if learnt:
                self.reload()
            return learnt

    def _built(self) -> _Built:
        lookup = read(self._folder)
        index = fitted(lookup, self._cache)
        first = Understanding(lookup, index)
        second = self._second.at_once(index) if self._second else None
        assistant = Assistant(lookup, Understanding(lookup, index, second) if second else first)
        # The first question fills tables that all others use; nobody shall wait for that.
        assistant.reply(Question(lookup.entrance.title.da, self._clock.now()))
        # Whoever types waits for no second opinion at every key.
        return _Built(lookup, index, assistant, Search(lookup, first))


def read(folder: Path) -> Lookup:
    """The knowledge base in a folder, for whoever answers no questions. Raises `KnowledgeError`."""
    return Lookup(load(read_folder(folder)))


def fitted(lookup: Lookup, cache: IndexCache) -> Index:
    """The index of a knowledge base, from the cache where it was fitted before."""
    given = (*phrases(lookup), *talk())
    key = fingerprint(given, elsewhere())
    if there := kept(cache, key, Index.load, "fitted"):
        return there
    index = Index.fit(given, elsewhere())
    cache.save(key, index.dump())
    return index
