"""Where askers tell their own name, which is nobody they ask for: "I am Kim and need storage"."""

from collections.abc import Collection, Sequence

from bot.matching.name_words import Token, beside, given_names, like_a_surname

_BEFORE = tuple(
    tuple(words.split())
    for words in (
        "jeg hedder",
        "jeg er",
        "mit navn er",
        "my name is",
        "i am",
        "i m",
        "im",
        "i am called",
    )
)
_NAMING = frozenset({"hedder", "navn", "name", "mit", "my", "called", "hilsen", "regards", "mvh"})
"""Words that say nothing but that a name follows."""
_GREETING = frozenset({"hilsen", "hilsner", "mvh", "vh", "kh", "regards", "sincerely", "cheers"})
"""Words before the name that ends a letter."""


def introduced(said: Sequence[Token], known: Collection[str]) -> frozenset[int]:
    """The places of an asker's own name and of the words that say so.

    ``known`` are the parts of the names of people here.
    """
    found: set[int] = set()
    for place in range(1, len(said)):
        if _told(said, place) or said[place - 1].text in _GREETING:
            end = _end(said, place, known)
            if end == place:
                continue
            last = said[end - 1].text
            theirs = said[end - 1].genitive or (last not in known and last[:-1] in known)
            closing = end == len(said) or said[place - 1].text not in _GREETING
            if closing and not theirs:
                saying = (one for one in (place - 3, place - 2, place - 1) if one >= 0)
                found.update(one for one in saying if said[one].text in _NAMING)
                found.update(range(place, end))
    return frozenset(found)


def _told(said: Sequence[Token], place: int) -> bool:
    return any(
        tuple(token.text for token in said[max(0, place - len(words)) : place]) == words
        for words in _BEFORE
    )


def _end(said: Sequence[Token], place: int, known: Collection[str]) -> int:
    """Where a name that begins at a place ends; there too where no name does."""
    end = place
    while end < len(said) and (end == place or beside(said[end - 1], said[end])):
        token = said[end]
        name = token.text in given_names() or token.text in known or like_a_surname(token.text)
        given = token.text in given_names()
        if not (token.capital and (name or end > place)) and not (given and end == place):
            break
        end += 1
    return end
