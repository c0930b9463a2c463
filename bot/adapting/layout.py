"""What stands where: nothing twice, every title where titles are, small print last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.reply import (
    Action,
    Events,
    Heading,
    Intent,
    Note,
    Paragraph,
    Part,
    People,
    Pressable,
    Reply,
    WriteMail,
)

_JUDGING = frozenset({Intent.RIGHT, Intent.WRONG, Intent.OTHERS})


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


def small_print(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]]:
    """The parts, and the small print at their end, which stands below what is offered."""
    end = len(parts)
    while end and isinstance(parts[end - 1], Note):
        end -= 1
    return parts[:end], parts[end:]


def beside(reply: Reply) -> list[Action]:
    """What is offered and does not stand in the text: the address of a person shown does."""
    shown = {p.email for part in reply.parts if isinstance(part, People) for p in part.people}
    return [a for a in reply.actions if not (isinstance(a, WriteMail) and a.address in shown)]


def judges(action: Action) -> bool:
    """Whether it is about the answer rather than a way on from it; such stand in a row below."""
    return isinstance(action, Pressable) and action.press.intent in _JUDGING
