"""What a question that names people is answered with: them, those beside them, or neither."""

from collections.abc import Sequence
from dataclasses import replace

from bot.matching.decision import Candidate, Decision, Verdict
from bot.matching.index import Reading
from bot.matching.names import Named
from bot.matching.particulars import asks_for_particular
from bot.matching.relations import Relation, details
from bot.matching.subjects import Subjects
from bot.matching.text import stem

MOST_ANSWERED = 3
MOST_PEOPLE = 4
WEIGHTY = 1.0
"""Summed weight of matched words from which a question is about more than whom it names."""
TELLING = 0.5
"""The same where it names one of two people: what else it says tells more than that."""
NAMED = 0.97
"""Confidence in what the question names: a person in full, or an entry and nothing beside."""
HALF_NAMED = 0.9
"""Confidence in the only person with a common first name."""
STRANGE = 0.6
"""Weight of an unknown word from which a common first name alone is not enough."""
NOTHING = Decision(Verdict.UNKNOWN, ())


class Whom:
    """Decides on questions that name people, knowing what those take care of."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects

    def decided(self, named: Named, reading: Reading, decision: Decision, mass: float) -> Decision:
        """The decision on a question, where the rest of it led to ``decision``.

        Whom a question names is what it is about, unless the rest is surely about more; ``mass``
        is the summed weight of the words of that rest which the likeliest entry speaks of.
        """
        if self._untold(named, reading) or asks_for_particular(reading, frozenset()):
            return NOTHING
        if named.alone and any(w.weight >= STRANGE and not w.senses for w in reading.words):
            # "Anne from the payroll office": a name that many have, and words that nobody here has.
            return NOTHING
        beside = _beside(decision, mass, TELLING if named.either else WEIGHTY)
        if named.relation is Relation.OTHERS:
            several = named.alone and len(named.people) > 1
            return _with_people(named, ()) if several else self._others(named, beside)
        if named.either and beside:
            # "Kristian's slides": the rest tells which one it is, or needs nobody.
            shown = self._subjects.shown.get(beside[0].label, frozenset())
            people = tuple(one for one in named.people if one in shown)
            if people:
                named = replace(named, people=people)
            elif named.alone and not named.which:
                named = replace(named, people=())
            else:
                beside = ()
        return _with_people(named, beside)

    def _untold(self, named: Named, reading: Reading) -> bool:
        """Whether a thing of a person is asked for that is no work contact, nor told of them.

        Of a PhD student is told that they are one: "what is Kim doing a PhD on" asks for Kim.
        """
        if named.relation is not Relation.DETAIL:
            return named.relation is Relation.UNTOLD
        said = details(" ".join(word.text for word in reading.words))
        told = (self._subjects.told.get(one, frozenset()) for one in named.people)
        return frozenset(map(stem, said)).isdisjoint(frozenset[str]().union(*told))

    def seated(self, named: Named) -> Decision | None:
        """Those who sit where a question that names nobody asks who of the staff does."""
        sure = [Candidate(one, NAMED) for one in named.seated if one in self._subjects.posted]
        return Decision(Verdict.ANSWER, tuple(sure)) if 0 < len(sure) <= MOST_ANSWERED else None

    def _others(self, named: Named, beside: Sequence[Candidate]) -> Decision:
        """What the people named take care of, which tells who does it beside them.

        What else is asked for counts where others take care of it: "who but Kim knows the law?".
        """
        areas = dict.fromkeys(
            area for person in named.people for area in self._subjects.areas.get(person, ())
        )
        theirs = {one for area in areas for one in self._subjects.shown.get(area, ())}
        elsewhere = [
            one for one in beside if theirs.isdisjoint(self._subjects.shown.get(one.label, ()))
        ]
        sure = HALF_NAMED if named.alone else NAMED
        found = elsewhere or [Candidate(area, sure) for area in areas]
        return Decision(Verdict.ANSWER, tuple(found[:MOST_ANSWERED])) if found else NOTHING


def _beside(decision: Decision, mass: float, least: float) -> tuple[Candidate, ...]:
    """The entry that a question is about beside the people it names, if that is sure."""
    sure = mass >= least and decision.verdict is Verdict.ANSWER
    return decision.candidates if sure else ()


def _with_people(named: Named, beside: tuple[Candidate, ...]) -> Decision:
    if len(named.people) > 1 and named.alone:
        chance = 1 / len(named.people)
        offered = tuple(Candidate(label, chance) for label in named.people[:MOST_PEOPLE])
        return Decision(Verdict.CHOOSE, offered)
    sure = HALF_NAMED if named.alone else NAMED
    people = tuple(Candidate(label, sure) for label in named.people[:MOST_ANSWERED])
    return Decision(Verdict.ANSWER, (*people, *beside)[:MOST_ANSWERED])
