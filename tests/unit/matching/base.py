"""A little base of our own to match against, and ways to make what the matcher passes around."""

from collections.abc import Iterable
from functools import cache

from bot.matching.features import Word, read
from bot.matching.index import ELSEWHERE as NOTHING
from bot.matching.index import Phrase, Ranked, Reading
from bot.matching.opinion import Opinion, Second
from bot.matching.text import stem, words
from bot.matching.vocabulary import Vocabulary
from tests.fakes.embedder import FakeEmbedder

PHRASES: dict[str, tuple[str, ...]] = {
    "compute": (
        "GPU'er og regnekraft",
        "adgang til GPU",
        "GPU access and compute",
        "regnekraft til træning af modeller",
        "compute cluster",
        "train a model",
    ),
    "storage": (
        "lagerplads til forskningsdata",
        "datalagring",
        "storage for research data",
        "disk space",
    ),
    "law": (
        "jura og GDPR",
        "databehandleraftale",
        "data processing agreement",
        "legal advice on data protection",
        "juridisk rådgivning",
    ),
    "ethics": (
        "etisk godkendelse",
        "videnskabsetisk komité",
        "ethics approval",
        "research ethics committee",
    ),
    "xray": (
        "AI til røntgenbilleder",
        "knoglebrud på røntgen",
        "fracture detection on x-ray images",
        "radiologi",
    ),
    "course": (
        "kursus i kunstig intelligens",
        "introduktionskursus for klinikere",
        "course in artificial intelligence for clinicians",
        "undervisning",
    ),
    "sepsis": (
        "forudsigelse af sepsis",
        "blodforgiftning",
        "sepsis prediction",
        "early warning for sepsis",
    ),
    "meeting": (
        "netværksmøde for klinisk AI",
        "network meeting on clinical AI",
        "mødekreds",
        "meetup",
    ),
}
TALK: dict[str, tuple[str, ...]] = {
    "~greeting": ("hej", "goddag", "godmorgen", "hello", "good morning", "hi there"),
    "~thanks": ("tak", "mange tak", "tak for svaret", "thanks", "thank you", "thanks a lot"),
}
ELSEWHERE = (
    "hvordan bliver vejret i weekenden",
    "hvad skal vi spise i aften",
    "hvor parkerer man ved stranden",
    "hvem vandt fodboldkampen",
    "kan du anbefale en god film",
    "hvad tid lukker svømmehallen",
    "will it rain on sunday",
    "a recipe for pancakes",
    "who won the football match",
    "what time does the bakery open",
    "where do I park near the beach",
    "recommend a good film",
)


def phrases() -> list[Phrase]:
    """All phrases of the little base, its small talk among them."""
    both = {**PHRASES, **TALK}
    return [Phrase(label, text) for label, texts in both.items() for text in texts]


def stems(*texts: str) -> frozenset[str]:
    """The stems of some texts, as an entry's own stems are given."""
    return frozenset(stem(word) for text in texts for word in words(text))


def reading(
    text: str, vocabulary: Vocabulary, ranked: Iterable[Ranked] = (), elsewhere: float = 0.1
) -> Reading:
    """A text as read, with a ranking of one's own choice."""
    found: list[Word] = read(text, vocabulary)
    return Reading(text, tuple(found), tuple(ranked), elsewhere, covered=0.5)


@cache
def second() -> Second:
    """A second opinion on the little base."""
    given = [(one.label, one.text) for one in phrases()]
    given += [(NOTHING, text) for text in ELSEWHERE]
    embedder = FakeEmbedder()
    vectors = embedder.embed([text for _, text in given])
    return Second(Opinion.fit([label for label, _ in given], vectors), embedder)
