"""Questions for who holds an office: "who is head of radiology?".

An organisation's name in such a question says nothing of who directs it, so an entry that does
not speak of the office itself is no answer, however well the rest fits.
"""

from bot.matching.index import Reading
from bot.matching.lists import listed

_ASKING = frozenset(
    {"hvem", "hvad", "navn", "navnet", "mail", "mailen", "email", "mailadresse", "kontakt", "fat"}
    | {"who", "whom", "whos", "name", "contact", "reach"}
)
_ONES_OWN = frozenset(
    ["jeg", "min", "mit", "mine", "vores", "som", "i", "im", "my", "our", "am", "being"]
)
_NEAR = 5


def asks_for_office(reading: Reading, own: frozenset[str]) -> bool:
    """Whether an office is asked for that the stems ``own`` of an entry do not speak of."""
    said = [word.text for word in reading.words]
    for place, word in enumerate(reading.words):
        if word.text in listed("offices.txt") and word.stem not in own:
            before = said[max(0, place - _NEAR) : place]
            if not _ASKING.isdisjoint(before) and _ONES_OWN.isdisjoint(before):
                return True
    return False
