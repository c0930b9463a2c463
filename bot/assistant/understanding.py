"""What a question is about: matching, event wishes and several needs at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.assistant.lookup import Lookup
from bot.events.wish import Wish
from bot.events.wishing import wish
from bot.knowledge.model import DEFAULT_ZONE
from bot.matching.decision import Candidate, Verdict
from bot.matching.index import Index
from bot.matching.matcher import Match, Matcher

_SPLIT = re.compile(r"[?;\n]|\b(?:og|samt|and|plus)\b|\.\s", re.IGNORECASE)
_MOST_PARTS = 3
_OWN_WORDS = 4


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

    def explanation(self) -> tuple[str, ...]:
        """How the question was understood, a line a step, for whoever tends the knowledge."""
        return explain(self.match, self.wish)


class Understanding:
    """Understands questions with one version of the knowledge base."""

    def __init__(self, lookup: Lookup, index: Index) -> None:
        self._lookup = lookup
        self._matcher = Matcher(index, families(lookup), names(lookup))
        self._places = known_places(lookup)

    def wish(self, text: str, at: datetime) -> Wish:
        """What a text asks of the events, seen from the day of ``at`` in Denmark."""
        return wish(text, at.astimezone(ZoneInfo(DEFAULT_ZONE)).date(), self._places)

    def understand(self, text: str, at: datetime) -> Understood:
        """What a text is about."""
        match = self._matcher.match(text)
        if match.talk and match.decision.verdict is Verdict.UNKNOWN:
            return Understood(Verdict.UNKNOWN, (), match, talk=match.talk)
        decision = match.decision
        return Understood(decision.verdict, decision.candidates, match)


def families(lookup: Lookup) -> dict[str, str]:
    """Each entry's family: the entry it is part of, at the top of the line but organisations."""
    found = {}
    for entry in lookup.knowledge.entries():
        top = entry
        while top.part_of and (above := lookup.entries.get(top.part_of)):
            if above.kind == "organisation" and above.part_of is None:
                break
            top = above
        found[entry.id] = top.id
    return found


def names(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    """Each person's names."""
    return {person.id: (person.name, *person.aliases) for person in lookup.knowledge.people}


def known_places(lookup: Lookup) -> frozenset[str]:
    """The places that events name."""
    return frozenset(
        text for event in lookup.knowledge.events if event.place
        for text in (event.place.da, event.place.en)
    )


def explain(match: Match, wish: Wish | None) -> tuple[str, ...]:
    """The words with what they matched, the evidence for the first labels, names and wishes."""
    lines = [
        f"{word.text} ({word.weight:.2f}): "
        + (", ".join(f"{s.stem} {s.weight:.2f} {s.how}" for s in word.senses) or "nothing known")
        for word in match.reading.words
    ]
    lines += [
        f"{ranked.label}: {ranked.score:.3f}, covers {ranked.coverage:.2f}"
        for ranked in match.reading.ranked[:5]
    ]
    lines.append(f"elsewhere: {match.reading.elsewhere:.3f}, known {match.reading.covered:.2f}")
    if match.named.people or match.named.stranger:
        lines.append(f"names: {', '.join(match.named.people) or 'a stranger'}")
    if wish:
        lines.append(f"events: {wish}")
    return tuple(lines)
