"""Who looks at the page, and what is kept of them."""

from dataclasses import dataclass, field

from bot.feedback.ports import Given
from bot.ports import Known
from bot.reminders.model import Scope
from bot.reply import Language, Question


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a person. ``reminders`` is None for who cannot be reminded.

    ``more`` are lines, worded, about what other parts of the bot keep.
    """

    known: Known = field(default_factory=Known)
    reminders: tuple[Scope, ...] | None = None
    verdicts: Given = field(default_factory=Given)
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks at the page. ``kept`` is None where it could not be reached.

    ``unset`` is whether something was to be set and could not be kept.
    """

    question: Question
    language: Language
    kept: Kept | None
    unset: bool = False
