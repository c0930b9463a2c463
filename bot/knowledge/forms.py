"""What the fields of entries are made of: ids, texts in two languages, links, spans of days."""

from datetime import date
from typing import Annotated

from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, StringConstraints

from bot.reply import Audience, Language

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]


class Part(BaseModel):
    """Common manners: immutable, strict about types, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Text(Part):
    """A text in both languages."""

    da: Line
    en: Line

    def say(self, language: Language) -> str:
        """The text in one language."""
        return self.da if language is Language.DANISH else self.en


class Texts(Part):
    """A list in both languages: points, steps, words people use."""

    da: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()

    def say(self, language: Language) -> tuple[str, ...]:
        """The list in one language."""
        return self.da if language is Language.DANISH else self.en

    def __bool__(self) -> bool:
        return bool(self.da or self.en)


class Link(Part):
    """A link's target, never a newsletter's tracker, and what stands there."""

    title: Text
    url: AnyHttpUrl


class Span(Part):
    """From the first day to the last, both included."""

    first: date
    last: date


Audiences = tuple[Annotated[Audience, Field(strict=False)], ...]
"""Strictness would refuse the words that the files use for these."""
