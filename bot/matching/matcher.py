"""From a text to a decision: the index, the names and the confidence together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.matching.abroad import places_asked
from bot.matching.confidence import fitted
from bot.matching.decision import (
    A_FACT,
    A_PERSON,
    AKIN,
    Candidate,
    Decision,
    Mistake,
    Verdict,
    decide,
)
from bot.matching.evidence import Evidence, Naming
from bot.matching.features import Word
from bot.matching.index import Index, Ranked, Reading
from bot.matching.names import Named, Names
from bot.matching.offices import asks_for_office
from bot.matching.opinion import Second
from bot.matching.ordering import Ordering
from bot.matching.particulars import particulars_asked
from bot.matching.sentences import SMALLTALK, said_as_small_talk
from bot.matching.subjects import NOTHING_KNOWN, Subjects
from bot.matching.text import babble, code, words
from bot.matching.titles import Titles
from bot.matching.untold import untold_asked
from bot.matching.whom import NAMED, Whom

MOST_CHOICES = 3
"""How many entries are offered where none is sure enough to be the answer."""
FEW_WORDS = 5
"""Words up to which likely small talk is nothing but that."""
_TALK = 0.5
_WORTH_OFFERING = 0.1
"""Share of the first label's score from which a third is offered beside it, unasked."""
_WORTH_SHOWING = 0.02
"""The same for whoever asks what else there is."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a text was understood as, and all that led there.

    ``talk`` is the kind of small talk where it is nothing but that, else empty; ``beyond`` tells
    that it is about what nobody here speaks of, however well the words fit; ``called`` are the
    labels whose names stand in it, ``weighed`` those that were put in order, by their evidence.
    """

    decision: Decision
    reading: Reading
    named: Named
    talk: str
    evidence: tuple[tuple[str, Evidence], ...] = ()
    beyond: bool = False
    called: frozenset[str] = frozenset()
    weighed: Mapping[str, Evidence] = field(default_factory=dict, compare=False)

    @property
    def others(self) -> tuple[str, ...]:
        """The labels that came behind the first and are not out of the question."""
        weighed = {label for label, _ in self.evidence}
        ranked = [one for one in self.reading.ranked if one.label in weighed]
        least = _WORTH_SHOWING * ranked[0].score if ranked else 0.0
        return tuple(one.label for one in ranked[1:] if one.score >= least)


class Matcher:
    """Understands texts with one fitted index, knowing what its labels stand for."""

    def __init__(
        self, index: Index, subjects: Subjects = NOTHING_KNOWN, second: Second | None = None
    ) -> None:
        self.index = index
        self._second = second
        self._confidence = fitted(seconded=second is not None)
        self._subjects = subjects
        self._ordering = Ordering(index, subjects, self._confidence.order)
        self._titles = Titles(subjects.titles)
        self._names = Names(subjects.people, subjects.seats)
        self._whom = Whom(subjects)

    def match(self, text: str) -> Match:
        """What a text is about."""
        named = self._names.read(text)
        asked = _without(text, named)
        reading = self.index.read(asked)
        called = self._titles.named(reading)
        if called.difference(one.label for one in reading.ranked):
            reading = self.index.read(asked, called)
        speaking = self._titles.speaking(called, self.index.stems)
        ranked = self._subjects.houses.ordered(reading, called, speaking)
        opinion = self._second.about(reading.text) if self._second and reading.words else {}
        about = self._subjects
        naming = Naming(called, about.bodies, named.stranger, about.contacts, about.happenings)
        ordered = self._ordering.ordered(replace(reading, ranked=ranked), naming, opinion)
        told = self._ordering.told(ordered, MOST_CHOICES)
        reading = ordered.reading
        to_the_word = said_as_small_talk(reading.text)
        talk = to_the_word or _likely_talk(reading)
        only_talk = bool(to_the_word) or (bool(talk) and len(reading.words) <= FEW_WORDS)
        nothing_said = code(reading.text) or babble([word.text for word in reading.words])
        beyond = only_talk or nothing_said or self._lacking(reading, told)
        decision = self._decision(ordered.entries, told)
        if named.people:
            mass = told[0][1].mass if told else 0.0
            decision = self._whom.decided(named, reading, decision, mass)
        elif sitting := self._whom.seated(named):
            decision = sitting
        elif beyond or (talk and decision.verdict is not Verdict.ANSWER):
            decision = Decision(Verdict.UNKNOWN, ())
        elif itself := self._titles.itself(reading, called):
            decision = Decision(Verdict.ANSWER, (Candidate(itself, NAMED),))
        return Match(decision, reading, named, talk, told, beyond, called, ordered.weighed)

    def _decision(
        self, entries: Sequence[Ranked], told: Sequence[tuple[str, Evidence]]
    ) -> Decision:
        if not told:
            return Decision(Verdict.UNKNOWN, ())
        label, best = told[0]
        first, among = self._confidence.first.chance(best), self._confidence.among.chance(best)
        least = _WORTH_OFFERING * entries[0].score
        offered = [r for i, r in enumerate(entries[: len(told)]) if i < 2 or r.score >= least]
        rest = max(0.0, among - first) / max(1, len(offered) - 1)
        candidates = [Candidate(label, first)]
        candidates += [Candidate(r.label, rest) for r in offered[1:]]
        return decide(candidates, among, self._mistake(label, offered[1:]))

    def _mistake(self, label: str, rivals: Sequence[Ranked]) -> Mistake:
        about = self._subjects
        if label not in about.contacts or label in about.general:
            return A_FACT
        rival = about.shown.get(rivals[0].label, frozenset()) if rivals else frozenset[str]()
        return AKIN if rival & about.shown.get(label, frozenset()) else A_PERSON

    def _lacking(self, reading: Reading, told: Sequence[tuple[str, Evidence]]) -> bool:
        """Whether an office, a particular or a place is asked for that the entry does not tell.

        The likeliest entry is meant. An event is told for all particulars: whoever arranges it,
        whom its answer names, knows more.
        """
        label = told[0][0] if told else ""
        own = self.index.stems.get(label, frozenset())
        if label not in self._subjects.happenings and self.lacks(label, reading):
            return True
        return asks_for_office(reading, own) or bool(self.away(label, reading))

    def lacks(self, label: str, reading: Reading) -> tuple[Word, ...]:
        """The words that ask for a particular of which an entry does not speak."""
        own = self._speaks(label)
        return (*particulars_asked(reading, own), *untold_asked(reading, own))

    def away(self, label: str, reading: Reading) -> tuple[str, ...]:
        """The places asked about of which an entry does not speak."""
        return places_asked(reading, self._speaks(label))

    def _speaks(self, label: str) -> frozenset[str]:
        """The stems of all that an entry is found by, and of all that its answer tells."""
        own = self.index.stems.get(label, frozenset[str]())
        return own | self._subjects.told.get(label, frozenset[str]())


def _likely_talk(reading: Reading) -> str:
    first = reading.ranked[0] if reading.ranked else None
    if first and first.label.startswith(SMALLTALK) and first.score >= _TALK:
        return first.label.removeprefix(SMALLTALK)
    return ""


def _without(text: str, named: Named) -> str:
    """The text without the names in it, so that only the rest is matched."""
    if not named.words:
        return text
    return " ".join(word for word in words(text) if word not in named.words)
