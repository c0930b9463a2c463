"""What speaks for a label being what was meant: the numbers the confidence rests on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from math import exp, log
from operator import attrgetter

from bot.matching.features import Word
from bot.matching.index import ELSEWHERE, Ranked, Reading
from bot.matching.lists import listed
from bot.matching.sentences import SMALLTALK

_TINY = 1e-4
CLOSE = 3.0
"""Log odds beyond which a lead says no more of who is right."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The labels called by their names in a text, and whether it names a stranger.

    ``bodies`` are labels that much is said about beyond what is known here: a hospital's name in
    a question tells less of what is asked than a project's. ``contacts`` are the labels that
    name people, ``happenings`` those that are events.
    """

    called: frozenset[str] = frozenset()
    bodies: Collection[str] = ()
    strange: bool = False
    contacts: Collection[str] = ()
    happenings: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence for one ranked label; each number is about between -10 and 10."""

    score: float
    """Log odds of the label's own model."""
    lead: float
    """Log odds ahead of the best label outside its family."""
    ahead: float
    """Log odds ahead of the best other label."""
    elsewhere: float
    """Log odds of being about nothing of ours."""
    talk: float
    """Log odds of the likeliest small talk."""
    coverage: float
    """Share of the question's weight in the label's own words."""
    known: float
    """Share of the question's weight in any words of ours."""
    family: float
    """Log of the summed scores of its family."""
    unknown: float
    """Weight of the heaviest word nobody here uses."""
    uncovered: float
    """Weight of the heaviest word that the label does not use."""
    abroad: float
    """1 when a part of the country is named that the label does not speak of."""
    key: float
    """Weight of the heaviest word that the label uses."""
    mass: float
    """Summed weight of the words that the label uses, up to 3."""
    rest: float
    """Summed weight of the words that the label does not use, up to 5."""
    called: float
    """Weight of the label's heaviest word when it is called by its name, and is no body."""
    body: float
    """1 when the label is a body, such as a hospital, and is called by its name."""
    other: float
    """1 when only other labels are called by their names."""
    strange: float
    """1 when a word reads as a name that is nobody's here."""
    near: float
    """Likeness to the label's nearest phrases."""
    nothing: float
    """Likeness to the nearest sentence that is about nothing of ours."""
    clearer: float
    """By how much the label accounts for more of the question than the most preferred other one."""
    theme: float
    """How much a word of the question marks what is ours at all."""
    contact: float
    """1 when the label names whom to turn to."""
    happening: float
    """1 when the label is an event."""
    apart: float = 0.0
    """By how much the ordering prefers the label to the best one that names none of its people."""
    contact_near: float = 0.0
    """``near`` where the label names whom to turn to, else 0."""
    contact_coverage: float = 0.0
    """``coverage`` where the label names whom to turn to, else 0."""
    outdone: float = 0.0
    """By how much what is about nothing of ours is nearer than the label's phrases, else 0."""
    close: float = 0.0
    """``apart`` as far as `CLOSE` either way: who is far ahead is no surer for being farther."""
    opinion: float = 0.0
    """Log odds of the label in the second opinion; 0 here and below where there is none."""
    opinion_lead: float = 0.0
    """By how much the second opinion prefers the label to the best other one."""
    opinion_elsewhere: float = 0.0
    """The log of its chance, in the second opinion, of being about nothing of ours."""
    agrees: float = 0.0
    """1 when the label comes first in the second opinion too."""

    def numbers(self) -> tuple[float, ...]:
        """The evidence in a fixed order, for a linear model."""
        numbers: tuple[float, ...] = _NUMBERS(self)
        return numbers


_NUMBERS = attrgetter(*(field.name for field in fields(Evidence)))


def evidence(
    reading: Reading,
    ranked: Ranked,
    own: frozenset[str],
    families: Mapping[str, str],
    naming: Naming,
) -> Evidence:
    """The evidence that ``ranked``, whose own stems are ``own``, is what the text is about."""
    family = families.get(ranked.label, ranked.label)
    entries = [r for r in reading.ranked if not r.label.startswith(SMALLTALK)]
    others = [r.score for r in entries if r.label != ranked.label]
    outside = [r.score for r in entries if families.get(r.label, r.label) != family]
    mass = sum(r.score for r in entries if families.get(r.label, r.label) == family)
    smalltalk = (r.score for r in reading.ranked if r.label.startswith(SMALLTALK))
    found = [(word.weight, word.hit(own)) for word in reading.words]
    missed = [weight for weight, hit in found if not hit]
    hits = [hit for _, hit in found if hit]
    named = ranked.label in naming.called
    return Evidence(
        score=_logit(ranked.score),
        lead=_logit(ranked.score) - _logit(max(outside, default=0.0)),
        ahead=_logit(ranked.score) - _logit(max(others, default=0.0)),
        elsewhere=_logit(reading.elsewhere),
        talk=_logit(max(smalltalk, default=0.0)),
        coverage=ranked.coverage,
        known=reading.covered,
        family=log(mass + _TINY),
        unknown=_heaviest(word for word in reading.words if not word.senses),
        uncovered=max(missed, default=0.0),
        abroad=_abroad(reading, own),
        key=max(hits, default=0.0),
        mass=min(3.0, sum(hits)),
        rest=min(5.0, sum(missed)),
        called=max(hits, default=0.0) if named and ranked.label not in naming.bodies else 0.0,
        body=float(named and ranked.label in naming.bodies),
        other=float(bool(naming.called) and not named),
        strange=float(naming.strange),
        near=ranked.near,
        nothing=reading.nothing,
        clearer=0.0,
        theme=reading.theme,
        contact=float(ranked.label in naming.contacts),
        happening=float(ranked.label in naming.happenings),
        contact_near=ranked.near * (ranked.label in naming.contacts),
        contact_coverage=ranked.coverage * (ranked.label in naming.contacts),
        outdone=max(0.0, reading.nothing - ranked.near),
    )


def favoured(
    label: str,
    weighed: Mapping[str, Evidence],
    preferred: Mapping[str, float],
    shown: Mapping[str, frozenset[str]],
) -> Evidence:
    """The evidence for ``label`` among all that was ``weighed``, given how all are ``preferred``.

    ``shown`` are the people that the answer of each label names.
    """
    people = shown.get(label, frozenset[str]())
    others = {other: value for other, value in preferred.items() if other != label}
    apart = (v for other, v in others.items() if people.isdisjoint(shown.get(other, ())))
    rival = max(others, key=lambda other: others[other], default="")
    ahead = _ahead(preferred[label], apart)
    return replace(
        weighed[label],
        clearer=weighed[label].coverage - (weighed[rival].coverage if rival else 0.0),
        apart=ahead,
        close=max(-CLOSE, min(CLOSE, ahead)),
    )


def _ahead(own: float, others: Iterable[float]) -> float:
    """How far ahead of all others, within bounds."""
    return max(-10.0, min(10.0, own - max(others, default=own - 10.0)))


def seconded(given: Evidence, label: str, opinion: Mapping[str, float]) -> Evidence:
    """The evidence for ``label`` with what a second opinion, in logs of chances, says of it."""
    own = opinion.get(label, log(_TINY))
    others = (v for other, v in opinion.items() if other != label and not other.startswith("~"))
    lead = own - max(others, default=log(_TINY))
    return replace(
        given,
        opinion=_logit(exp(own)),
        opinion_lead=max(-10.0, min(10.0, lead)),
        opinion_elsewhere=max(-10.0, opinion.get(ELSEWHERE, log(_TINY))),
        agrees=float(lead > 0),
    )


def _abroad(reading: Reading, own: frozenset[str]) -> float:
    others = (word for word in reading.words if word.text in listed("abroad.txt"))
    return float(any(word.stem not in own for word in others))


def _heaviest(found: Iterable[Word]) -> float:
    return max((word.weight for word in found), default=0.0)


def _logit(probability: float) -> float:
    kept = min(1 - _TINY, max(_TINY, probability))
    return log(kept / (1 - kept))
