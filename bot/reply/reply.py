"""What goes out: a `Reply`."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.reply.actions import Action
from bot.reply.forms import Form
from bot.reply.parts import Part
from bot.reply.people import Language


class Outcome(StrEnum):
    """How a question ended."""

    ANSWER = "answer"
    CHOOSE = "choose"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry of the knowledge base that a reply rests on; ``score`` is between 0 and 1."""

    id: str
    kind: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over. ``media`` is its media type."""

    name: str
    media: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says, ready to be drawn.

    ``confidence`` is between 0 and 1: the calibrated chance that ``entries`` are what was meant.
    ``choices`` of a `Outcome.CHOOSE` stand in ``entries`` too. ``others`` are the ids of entries
    that came second, likeliest first. ``form`` is to be filled in, ``files`` are handed over.
    ``private`` is whether it is for the eyes of the asker alone, where the platform can do that;
    ``home`` whether it is the bot's own page.
    ``explanation`` is English, a line a step, for whoever tends the knowledge base, and empty
    unless `Question.explain` asked for it.
    """

    outcome: Outcome
    language: Language
    parts: tuple[Part, ...]
    actions: tuple[Action, ...] = ()
    entries: tuple[EntryRef, ...] = ()
    confidence: float = 0.0
    explanation: tuple[str, ...] = field(default=(), compare=False)
    others: tuple[str, ...] = ()
    form: Form | None = None
    files: tuple[File, ...] = ()
    private: bool = False
    home: bool = False
