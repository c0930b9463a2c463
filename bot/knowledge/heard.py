"""Questions that people have asked, in their own words."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from bot.knowledge.forms import Line, Part, Slug


def _questions(value: object) -> object:
    """The lines of a text in which something stands; a list is taken as it is."""
    if isinstance(value, str):
        return tuple(line for line in value.splitlines() if line.strip())
    return value


Questions = Annotated[tuple[Line, ...], BeforeValidator(_questions)]
"""One a line, as in a YAML text that begins with `|`, where no sign has to be quoted."""


class Heard(Part):
    """How people ask for an entry when they use none of its words: whole questions.

    They are learnt from and never shown. ``entry`` names any entry but a person, since people
    are found by their names alone; where there is none of that id any more, they say nothing.
    """

    kind: ClassVar[str] = "list of questions"
    entry: Slug
    da: Questions = ()
    en: Questions = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """All of them."""
        return self.da + self.en
