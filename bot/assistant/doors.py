"""Who asks changes the door: which entrance is the asker's, and when a question leads there.

Only questions for a beginning or a contact are led elsewhere, and only from what is not for the
asker: a question about a thing is answered with that thing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from bot.assistant import asker_words
from bot.assistant.asker import mended
from bot.assistant.follow_words import GLUE, PEOPLE, PERSON, THING
from bot.assistant.lookup import Door, Lookup
from bot.assistant.understanding import Understood
from bot.knowledge.model import AnyEntry, Role, Service
from bot.matching.decision import Verdict
from bot.matching.subjects import Subjects
from bot.matching.text import words
from bot.reply import Audience

AS_GOOD = 0.3
"""Share of the likeliest entry's score from which an entry for the asker stands in for it."""
_BEGINNING = re.compile(
    r"\b(?:kontakt\w*|henvend\w*|i gang|igang|start\w*|begynd\w*|samarbejd\w*|fat i|opstart\w*"
    r"|hvem (?:skal|kan|boer|maa|taler|snakker|skriver|ringer|spoerger|goer)|tale med|snakke med"
    r"|contact\w*|get in touch|started|begin\w*|collaborat\w*|cooperat\w*|talk to|speak (?:to|with)"
    r"|talk with|reach|turn to|write to|who (?:do|should|can|could|to)|whom|team up|partner up"
    r"|hvor gaar|door|indgang\w*)\b"
)
_BARE = frozenset(
    words(
        "gang igang starte start begynde begynder komme kommer tale taler snakke snakker "
        "skrive skriver kontakte kontakter kontakt henvende henvender spoerge spoerger "
        "samarbejde samarbejder fat hjaelpe hjaelper hjaelp hos jer noget projekt aiprojekt "
        "ide intelligens kunstig bruge talk speak contact started getting begin "
        "collaborate with work help helps project idea use using artificial intelligence "
        "reach turn write ask person right rette rigtige skal boer maa should want wants need "
        "would like vil gerne hvem who her here sygehus sygehuset hospital hospitalet "
        "afdeling afdelingen department and og as som er am are im i my mit min vores our "
        "have har product produkt loesning solution"
    )
)
"""What a question for a beginning may hold beside who asks, and name no subject."""


def asks_to_begin(text: str) -> bool:
    """Whether a text asks for a beginning, a contact or to work together."""
    return _BEGINNING.search(mended(text)) is not None


def excludes(entry: AnyEntry, audience: Audience) -> bool:
    """Whether an entry is for others than this audience."""
    if not isinstance(entry, Role | Service) or Audience.ANYONE in entry.audience:
        return False
    return audience not in entry.audience


class Doors:
    """The entrances of one knowledge base."""

    def __init__(self, lookup: Lookup, subjects: Subjects) -> None:
        self._lookup = lookup
        self._houses = subjects.houses.of
        self._bodies = frozenset(self._houses.values())

    def instead(self, text: str, understood: Understood, audience: Audience) -> AnyEntry | None:
        """The entry that the asker is led to instead of what was understood, if any."""
        door = self._lookup.doors.get(audience)
        led_away = understood.talk or understood.wish is not None or understood.match.named.people
        if door is None or led_away or not asks_to_begin(text):
            return None
        if _bare(text):
            return door
        if not self._may_enter(door, understood, audience):
            return None
        found = [self._lookup.entries[one.label] for one in understood.candidates]
        if understood.verdict is Verdict.ANSWER and len(found) == 1:
            return self._for_one(found[0], door, understood, audience)
        return door if _only_door(found, door, audience) else None

    def others(self, entry: AnyEntry, audience: Audience | None) -> list[Door]:
        """The entrances to name beside an entry: those that may be the asker's instead of it."""
        doors = self._lookup.doors
        if audience is not None:
            own = doors.get(audience)
            return [own] if own and own != entry and excludes(entry, audience) else []
        if entry not in doors.values():
            return []
        return [door for door in once(doors.values()) if door != entry]

    def _may_enter(self, door: Door, understood: Understood, audience: Audience) -> bool:
        """Whether the door is of the house that was named, if one was.

        Those of the region may at OUH be clinicians, who are CAI-X's too; a company is neither.
        """
        named = understood.match.called & self._bodies
        return not named or self._houses.get(door.id) in named or audience is Audience.COMPANY

    def _for_one(
        self, entry: AnyEntry, door: Door, understood: Understood, audience: Audience
    ) -> AnyEntry | None:
        if not excludes(entry, audience):
            return None
        if entry in self._lookup.doors.values():
            return door
        return self._counterpart(entry, understood, audience)

    def _counterpart(
        self, entry: AnyEntry, understood: Understood, audience: Audience
    ) -> AnyEntry | None:
        """The likeliest entry that is for the asker, if it fits nearly as well."""
        scores = {one.label: one.score for one in understood.match.reading.ranked}
        least = AS_GOOD * scores.get(entry.id, 1.0)
        for label, score in scores.items():
            other = self._lookup.entries.get(label)
            if score >= least and isinstance(other, Role | Service) and audience in other.audience:
                return other
        return None


def once(doors: Iterable[Door]) -> list[Door]:
    """Each door once, in order."""
    return list({door.id: door for door in doors}.values())


def _only_door(found: Sequence[AnyEntry], door: Door, audience: Audience) -> bool:
    """Whether of what was found nothing but the door is a contact or help for the asker."""
    offers = [entry for entry in found if isinstance(entry, Role | Service)]
    open_to = [entry for entry in offers if not excludes(entry, audience)]
    begins = bool(found) and isinstance(found[0], Role | Service) and found[0].entrance
    return open_to == [door] or begins


def _bare(text: str) -> bool:
    """Whether nothing is said but who asks and that they want to begin."""
    return _said_by_beginners().issuperset(mended(text).split())


@cache
def _said_by_beginners() -> frozenset[str]:
    """What tells who asks, where they are, and that they want to begin."""
    known = GLUE | PERSON | PEOPLE | THING | _BARE | asker_words.BETWEEN | asker_words.COMPANY
    known |= asker_words.SELLER | asker_words.RESEARCHER | asker_words.STAFF_ENDINGS
    places = f"{asker_words.HOSPITALS}|{asker_words.TOWNS}|{asker_words.UNIVERSITY}".replace(
        " ", "|"
    )
    return known | frozenset(places.split("|"))
