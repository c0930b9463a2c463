"""Parts put so that nothing is said twice, and that every card has its title where titles are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.reply import Events, Heading, Paragraph, Part, People


def laid_out(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts in their order, with the title of each card said once.

    An event that no heading announces has its own title for one; a person whom the heading names
    is not named again.
    """
    before: Part | None = None
    announced = False
    for part in parts:
        match part:
            case Events((event,)) if event.title.strip() and not announced:
                yield Heading(event.title)
                yield Events((replace(event, title=""),))
            case People((person,)) if before == Heading(person.name):
                yield People((replace(person, name=""),))
            case _:
                yield part
        # Sentences may stand between a heading and what it announces.
        announced = isinstance(part, Heading) or (announced and isinstance(part, Paragraph))
        before = part
