"""Which words of a text are parts of the names of people here, misspelt or not."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from bot.matching.name_words import WORD, Token, beside, given_names, like_a_surname
from bot.matching.rarity import zipf
from bot.matching.text import fold

_EVERYDAY = 4.0
"""Zipf frequency from which a lower-case word is not taken for a name."""
_ALSO_WORDS = frozenset("bo dan frank line lis mark mille palle per rosa sten tim tom vera".split())  # noqa: SIM905 — read as a list of words
"""Given names that are words as well, and so are no names in lower case."""
_COMMONEST = 4.3
"""Zipf frequency from which a lower-case word is no name even where one is spelt like it."""
_IN_EVERY_TEXT = 5.5
"""The same for a word with a capital that begins a sentence."""
_MONTHS = frozenset({"maj", "may", "april", "june", "august"})
_IN = frozenset(
    {"i", "in", "during", "ultimo", "primo", "medio", "siden", "inden", "since", "next"}
)
"""Words before a month that nobody says before a person."""
_ARTICLES = frozenset({"en", "et", "den", "det", "a", "an", "the"})


class Parts:
    """The parts of people's names, by the person's id."""

    def __init__(self, people: Mapping[str, Iterable[str]]) -> None:
        called = {id_: tuple(names) for id_, names in people.items()}
        self._people = {id_: _parts(names) for id_, names in called.items()}
        self._in_full = {id_: _parts(names[:1]) for id_, names in called.items()}
        self.owners: dict[str, list[str]] = {}
        for id_, parts in self._people.items():
            for part in parts:
                self.owners.setdefault(part, []).append(id_)

    def read(self, said: Sequence[Token]) -> list[str | None]:
        """The part of a name that each token is, or None."""
        parts = [
            self._part(token, said[place - 1] if place else None)
            for place, token in enumerate(said)
        ]
        # Words too common for names are such beside another part of the same name: "Just Vinholt".
        for place, token in enumerate(said):
            if not parts[place] and token.text in self.owners:
                near = [n for n in (place - 1, place + 1) if 0 <= n < len(said)]
                if any(self._of_one(token, said[n], parts[n], place - n) for n in near):
                    parts[place] = token.text
        return parts

    def begun(
        self, people: Iterable[str], letters: Collection[str], known: Collection[str]
    ) -> list[str]:
        """Those whose full name has, beside the parts ``known``, parts with these first letters."""
        return [
            id_
            for id_ in people
            if all(
                any(part.startswith(letter) for part in self._in_full[id_] if part not in known)
                for letter in letters
            )
        ]

    def alike(self, name: str, people: Iterable[str]) -> bool:
        """Whether a name is one that somebody has, spelt another way: "Katrine"."""
        return any(
            name[0] == own[0] and OSA.distance(name, own, score_cutoff=1) <= 1
            for owner in people
            for own in self._people[owner]
        )

    def _of_one(self, token: Token, other: Token, part: str | None, side: int) -> bool:
        near = beside(other, token) if side > 0 else beside(token, other)
        shared = set(self.owners[token.text]).intersection(self.owners.get(part or "", ()))
        return near and bool(shared)

    def _part(self, token: Token, before: Token | None) -> str | None:
        forms = [token.text]
        if token.text.endswith("s") and len(token.text) > 3:
            forms.append(token.text[:-1])
        for form in forms:
            if form in self.owners:
                return form if _meant(token, form, before) else None
        if len(token.text) < 4 or (zipf(token.text) >= _EVERYDAY and not token.capital):
            return None
        return self._nearest(token, forms)

    def _nearest(self, token: Token, forms: Sequence[str]) -> str | None:
        allowed = 1 if len(token.text) < 7 else 2
        best: tuple[int, str] | None = None
        for form in forms:
            for part in self.owners:
                if len(part) < 4 or part[0] != form[0]:
                    continue
                distance = int(OSA.distance(form, part, score_cutoff=allowed))
                if distance <= allowed and (best is None or distance < best[0]):
                    best = (distance, part)
        return best[1] if best else None


def _meant(token: Token, form: str, before: Token | None) -> bool:
    """Whether a word that is also a name is meant as one."""
    if form in _MONTHS and (token.dated or (before is not None and before.text in _IN)):
        return False
    common = zipf(form)
    if (form in given_names() and form not in _ALSO_WORDS) or like_a_surname(form):
        return True
    if token.capital:
        return not token.first or common < _IN_EVERY_TEXT
    thing = before is not None and before.text in _ARTICLES and beside(before, token)
    return common < _COMMONEST and not thing


def _parts(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(part) for name in names for part in WORD.findall(name)))
