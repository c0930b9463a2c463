"""What a question is about: matching, event wishes and several needs at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.assistant.event_questions import EventQuestions
from bot.assistant.lookup import Lookup
from bot.assistant.needs import MOST_NEEDS, needs, says_both
from bot.assistant.subjects import subjects
from bot.events.wish import Wish, wish
from bot.knowledge.model import DEFAULT_ZONE
from bot.matching.decision import Candidate, Verdict
from bot.matching.features import Word
from bot.matching.index import Index
from bot.matching.matcher import Match, Matcher
from bot.matching.opinion import Second
from bot.matching.whom import STRANGE

_SPOKEN_OF = 0.4
"""Weight of a word from which an entry that uses it speaks of what was asked."""
TORN = 0.35
"""Confidence in a part's entry that is enough where the whole is torn between it and another."""
LIKELY = 0.75
"""Confidence in the first of some entries for a part, all of which name the same people."""
SURE = 0.95
"""Confidence in an entry for the whole from which its parts ask for nothing else."""
EVENT_FOUND = 0.95
"""Confidence in an event found by its day, place or order rather than by its words."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question understood: candidates to answer or offer, an event wish, or small talk."""

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    match: Match
    wish: Wish | None = None
    talk: str = ""

    @property
    def confidence(self) -> float:
        """How sure the first candidate is."""
        return self.candidates[0].confidence if self.candidates else 0.0


class Understanding:
    """Understands questions with one version of the knowledge base."""

    def __init__(self, lookup: Lookup, index: Index, second: Second | None = None) -> None:
        self.index = index
        self.seconded = second is not None
        self._lookup = lookup
        self.subjects = subjects(lookup)
        self._matcher = Matcher(index, self.subjects, second)
        self._event_questions = EventQuestions(lookup, index)
        self._places = known_places(lookup)

    def wish(self, text: str, at: datetime) -> Wish:
        """What a text asks of the events, seen from the day of ``at`` in Denmark."""
        return wish(text, at.astimezone(ZoneInfo(DEFAULT_ZONE)).date(), self._places)

    def speaks(self, label: str, match: Match) -> bool:
        """Whether an entry speaks of what a text asks, and no weighty word of it is strange."""
        own = self._matcher.index.stems.get(label, frozenset())
        asked = match.reading.words
        strange = any(word.weight >= STRANGE and not word.senses for word in asked)
        return not strange and any(word.hit(own) >= _SPOKEN_OF for word in asked)

    def lacking(self, understood: Understood) -> bool:
        """Whether the event that is the answer does not tell the particular that is asked for."""
        labels = [one.label for one in understood.candidates]
        if len(labels) != 1 or labels[0] not in self.subjects.happenings:
            return False
        return bool(self._matcher.lacks(labels[0], understood.match.reading))

    def untold(self, match: Match) -> tuple[tuple[Word, ...], tuple[str, ...]]:
        """The particulars, and the places, asked for that the likeliest entry does not tell."""
        label = match.evidence[0][0] if match.evidence else ""
        return self._matcher.lacks(label, match.reading), self._matcher.away(label, match.reading)

    def understand(self, text: str, at: datetime) -> Understood:
        """What a text is about, at the moment ``at`` (aware)."""
        match = self._matcher.match(text)
        if match.named.people or match.named.seated:
            return _matched(match)
        if several := self._several(text, match, at):
            return Understood(Verdict.ANSWER, several, match)
        if happening := self._happening(text, match, at):
            return happening
        if match.talk and match.decision.verdict is Verdict.UNKNOWN:
            return Understood(Verdict.UNKNOWN, (), match, talk=match.talk)
        return _matched(match)

    def parts(
        self, text: str, whole: Match, at: datetime
    ) -> tuple[tuple[str, Candidate | None], ...]:
        """The parts of a text that may have several needs, each with the entry it asks for."""
        parts = needs(text, covered=_coverage(whole))
        torn = says_both(text) or not _sure(whole)
        likely = frozenset(label for label, _ in whole.evidence) if torn else frozenset[str]()
        return tuple((part, self._need(part, likely, at)) for part in parts)

    def _happening(self, text: str, match: Match, at: datetime) -> Understood | None:
        """The event or the list of events that a text asks for, if it does."""
        wished = self._event_questions.completed(match, self.wish(text, at))
        asked = self._event_questions.answer(match, wished, at)
        if asked is None:
            return self._detail(match)
        if asked.event:
            candidate = Candidate(asked.event.id, EVENT_FOUND)
            return Understood(Verdict.ANSWER, (candidate,), match)
        verdict = Verdict.ANSWER if asked.fits else Verdict.UNKNOWN
        return Understood(verdict, (), match, wish=wished)

    def _detail(self, match: Match) -> Understood | None:
        """The event called by its name of which something is asked that it does not tell."""
        called = sorted(match.called.intersection(self.subjects.happenings))
        if len(called) != 1 or not self._matcher.lacks(called[0], match.reading):
            return None
        return Understood(Verdict.ANSWER, (Candidate(called[0], EVENT_FOUND),), match)

    def _several(self, text: str, whole: Match, at: datetime) -> tuple[Candidate, ...]:
        """An entry a part, where a question has several needs that are each understood.

        Parts that are all about events are one need: "in June and October".
        """
        events = {event.id for event in self._lookup.knowledge.events}
        if len(by_name := sorted(whole.called & events)) > 1:
            return tuple(Candidate(event, EVENT_FOUND) for event in by_name[:MOST_NEEDS])
        found: dict[str, Candidate] = {}
        for _, candidate in self.parts(text, whole, at):
            if candidate and not self._above_or_below(candidate.label, found):
                found.setdefault(candidate.label, candidate)
        if len(found) < 2 or events.issuperset(one.label for one in found.values()):
            return ()
        return tuple(found.values())[:MOST_NEEDS]

    def _above_or_below(self, label: str, found: Iterable[str]) -> bool:
        """Whether one of the entries found is part of this one, or it is part of one of them."""
        entries = self._lookup.entries
        return any(
            entries[label].part_of == other or entries[other].part_of == label for other in found
        )

    def _need(self, part: str, likely: Collection[str], at: datetime) -> Candidate | None:
        """The one entry that a part of a question is answered with.

        Where the whole question is torn between entries that are ``likely``, each of which comes
        first for a part of it, it is torn because it asks for both.
        """
        match = self._matcher.match(part)
        understood = self._happening(part, match, at) or _matched(match)
        if not understood.candidates:
            return None
        first = understood.candidates[0]
        torn = first.label in likely and first.confidence >= TORN
        sure = understood.verdict is Verdict.ANSWER or self._same_people(understood.candidates)
        return first if sure or torn else None

    def _same_people(self, candidates: Sequence[Candidate]) -> bool:
        """Whether a choice is one of words only: likely enough, and all of it names the same."""
        shown = [self.subjects.shown.get(one.label, frozenset()) for one in candidates]
        return candidates[0].confidence >= LIKELY and bool(frozenset.intersection(*shown))


def _matched(match: Match) -> Understood:
    return Understood(match.decision.verdict, match.decision.candidates, match)


def _sure(match: Match) -> bool:
    """Whether the first candidate is all but certain, so that nothing else was meant beside."""
    return any(one.confidence >= SURE for one in match.decision.candidates[:1])


def _coverage(match: Match) -> float:
    """How much of the question the likeliest entry speaks of."""
    return match.evidence[0][1].coverage if match.evidence else 0.0


def known_places(lookup: Lookup) -> frozenset[str]:
    """The places that events name."""
    return frozenset(
        text
        for event in lookup.knowledge.events
        if event.place
        for text in (event.place.da, event.place.en)
    )
