"""The public data sets, few phrases of them, and questions typed worse than they were written.

Everything random is drawn from a seed, so that the same seed gives the same figures.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase

import numpy as np

from bot.errors import UsageError
from bot.matching.index import Phrase

CLINC = Path("clinc150") / "data_full.json"
XSID_SOURCE = Path("xsid-da") / "da.valid.conll"
XSID_TEST = Path("xsid-da") / "da.test.conll"

MISSPELT = 0.3
"""The share of the longer words that get a typo."""
LONGER = 5
"""Letters from which a word counts as a longer one."""
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})

_CASE = re.compile(r"/|(?<=[a-z])(?=[A-Z])")
"""Where a label such as "weather/checkSunrise" is taken apart."""

Random = np.random.Generator


@dataclass(frozen=True, slots=True)
class Data:
    """A data set: phrases to draw from, questions with their labels, and what has no label.

    ``outside`` are questions that no label answers, ``background`` others of that kind to fit on.
    """

    name: str
    source: tuple[Phrase, ...]
    questions: tuple[Phrase, ...]
    outside: tuple[str, ...] = ()
    background: tuple[str, ...] = ()


def clinc(folder: Path) -> Data:
    """CLINC150: 150 intents in English. Raises `UsageError` where it is not in the folder."""
    rows = json.loads(_text(folder / CLINC))
    return Data(
        "CLINC150",
        tuple(Phrase(label, text) for text, label in rows["train"]),
        tuple(Phrase(label, text) for text, label in rows["test"]),
        tuple(text for text, _ in rows["oos_test"]),
        tuple(text for text, _ in rows["oos_train"]),
    )


def xsid(folder: Path) -> Data:
    """The Danish part of xSID. Raises `UsageError` where it is not in the folder.

    Questions whose intent has no phrase in the source are left out: nobody can know it.
    """
    source = tuple(conll(_text(folder / XSID_SOURCE)))
    known = {phrase.label for phrase in source}
    questions = conll(_text(folder / XSID_TEST))
    return Data("xSID Danish", source, tuple(q for q in questions if q.label in known))


def conll(text: str) -> Iterator[Phrase]:
    """The texts and intents of the comments in a CoNLL file."""
    sentence = ""
    for line in text.splitlines():
        name, _, value = line.removeprefix("#").strip().partition(" = ")
        if line.startswith("#") and name == "text":
            sentence = value.strip()
        elif line.startswith("#") and name == "intent":
            yield Phrase(value.strip(), sentence)


def few(source: Iterable[Phrase], count: int, seed: int) -> list[Phrase]:
    """So many phrases of each label, or all of one that has fewer."""
    drawn = np.random.default_rng(seed)
    groups: dict[str, list[Phrase]] = {}
    for phrase in source:
        groups.setdefault(phrase.label, []).append(phrase)
    return [
        groups[label][place]
        for label in sorted(groups)
        for place in drawn.permutation(len(groups[label]))[:count]
    ]


def names(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Each label's name as one more phrase of it, as an entry's title is."""
    labels = dict.fromkeys(phrase.label for phrase in phrases)
    return [Phrase(label, _CASE.sub(" ", label.replace("_", " "))) for label in labels]


def as_written(texts: Sequence[str], seed: int) -> list[str]:
    """The texts as they are."""
    del seed
    return list(texts)


def with_typos(texts: Sequence[str], seed: int) -> list[str]:
    """The texts with one random edit in some of the longer words."""
    drawn = np.random.default_rng(seed)
    return [" ".join(_maybe_slip(word, drawn) for word in text.split(" ")) for text in texts]


def without_danish_letters(texts: Sequence[str], seed: int) -> list[str]:
    """The texts typed on a foreign keyboard."""
    del seed
    return [text.translate(_ASCII) for text in texts]


def _maybe_slip(word: str, drawn: Random) -> str:
    return slip(word, drawn) if len(word) >= LONGER and drawn.random() < MISSPELT else word


def slip(word: str, drawn: Random) -> str:
    """The word with a letter left out, put in, or replaced, or two of them swapped."""
    while (slipped := _edited(word, drawn)) == word:  # two of the same swapped are no slip
        continue
    return slipped


def _edited(word: str, drawn: Random) -> str:
    place = int(drawn.integers(len(word)))
    before, here, after = word[:place], word[place], word[place + 1 :]
    letter = ascii_lowercase[int(drawn.integers(len(ascii_lowercase)))]
    match int(drawn.integers(4)):
        case 0:
            return before + after
        case 1:
            return before + letter + here + after
        case 2:
            return before + letter + after
        case _:
            return before + after[:1] + here + after[1:]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        raise UsageError(f"{path} is missing: name the folder that holds the data.") from None
