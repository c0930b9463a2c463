"""What a matcher knows of the things its labels stand for, beside the words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from bot.matching.houses import NO_HOUSES, Houses


@dataclass(frozen=True)
class Subjects:
    """What the labels stand for.

    ``families`` gives each label's family: labels under one roof are near misses of each other,
    not rivals. ``people`` gives each person's label and names; ``contacts`` are the labels that
    name people, where a wrong answer costs most; ``houses`` tells who offers what, and ``titles``
    what each label but people is called; ``bodies`` are the organisations, ``above`` the labels
    that others are part of, ``happenings`` the events. ``shown`` are the people that each
    label's answer names; ``general`` are the labels that name whom to turn to with anything,
    where a wrong answer leads nobody astray. ``areas`` are the labels of what each person takes
    care of, ``seats`` what the organisation of each is called, and
    ``posted`` are those who sit elsewhere than in the house for which they take care of it.
    ``told`` are the stems of all that each label's answer says, such as its points, beside the
    words that it is found by.
    """

    families: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Iterable[str]] = field(default_factory=dict)
    contacts: Collection[str] = ()
    houses: Houses = NO_HOUSES
    titles: Mapping[str, Iterable[str]] = field(default_factory=dict)
    bodies: Collection[str] = ()
    above: Collection[str] = ()
    happenings: Collection[str] = ()
    shown: Mapping[str, frozenset[str]] = field(default_factory=dict)
    general: Collection[str] = ()
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seats: Mapping[str, Iterable[str]] = field(default_factory=dict)
    posted: Collection[str] = ()
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)


NOTHING_KNOWN = Subjects()
