"""From a text to a decision: the index, the names and the confidence together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.confidence import confidence
from bot.matching.decision import Candidate, Decision, Verdict, decide
from bot.matching.evidence import Evidence, evidence
from bot.matching.index import Index, Ranked, Reading
from bot.matching.names import Named, Names
from bot.matching.sentences import SMALLTALK

MOST_RANKED = 5
_NAMED = 0.97
_HALF_NAMED = 0.9
_TALK = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """What a text was understood as, and all that led there.

    ``talk`` is the kind of small talk where it is nothing but that, else empty.
    """

    decision: Decision
    reading: Reading
    named: Named
    talk: str
    evidence: tuple[tuple[str, Evidence], ...] = ()


class Matcher:
    """Understands texts with one fitted index.

    ``families`` gives each label's family: labels under one roof are near misses of each other,
    not rivals. ``people`` gives each person's label and names.
    """

    def __init__(
        self, index: Index, families: Mapping[str, str], people: Mapping[str, Iterable[str]]
    ) -> None:
        self.index = index
        self._families = families
        self._names = Names(people)

    def match(self, text: str) -> Match:
        """What a text is about."""
        named = self._names.read(text)
        reading = self.index.read(_without(text, named))
        entries = [r for r in reading.ranked if not r.label.startswith(SMALLTALK)]
        told = tuple(
            (r.label, self._evidence(reading, r, named)) for r in entries[:MOST_RANKED]
        )
        talk = self._talk(reading)
        candidates = _shares([Candidate(label, confidence(e)) for label, e in told])
        decision = decide(candidates)
        if named.people:
            decision = self._with_people(named, decision, told)
        elif talk and decision.verdict is not Verdict.ANSWER:
            decision = Decision(Verdict.UNKNOWN, ())
        return Match(decision, reading, named, talk, told)

    def _evidence(self, reading: Reading, ranked: Ranked, named: Named) -> Evidence:
        return evidence(reading, ranked, self._families, strange=named.stranger)

    def _talk(self, reading: Reading) -> str:
        first = reading.ranked[0] if reading.ranked else None
        if first and first.label.startswith(SMALLTALK) and first.score >= _TALK:
            return first.label.removeprefix(SMALLTALK)
        return ""

    def _with_people(
        self, named: Named, decision: Decision, told: Sequence[tuple[str, Evidence]]
    ) -> Decision:
        """Whom a question names is what it is about, unless the rest is surely about more."""
        if len(named.people) > 1 and named.alone:
            offered = tuple(Candidate(id_, 1 / len(named.people)) for id_ in named.people)
            return Decision(Verdict.CHOOSE, offered[:4])
        sure = _HALF_NAMED if named.alone else _NAMED
        people = tuple(Candidate(id_, sure) for id_ in named.people[:3])
        if decision.verdict is Verdict.ANSWER:
            return Decision(Verdict.ANSWER, (*decision.candidates, *people)[:3])
        return Decision(Verdict.ANSWER, people)


def _without(text: str, named: Named) -> str:
    """The text without the names in it, so that only the rest is matched."""
    if not named.words:
        return text
    from bot.matching.text import words  # noqa: PLC0415
    return " ".join(word for word in words(text) if word not in named.words)


def _shares(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with confidences that sum to no more than one."""
    ordered = sorted(candidates, key=lambda c: -c.confidence)
    left = 1.0
    shared = []
    for candidate in ordered:
        share = candidate.confidence * left if shared else candidate.confidence
        shared.append(Candidate(candidate.label, share))
        left -= share
    return shared
