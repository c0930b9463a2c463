"""A reply as Block Kit, with a text alternative for notifications and screen readers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from bot.adapting.layout import beside, laid_out, small_print
from bot.adapting.text import cut
from bot.plain_text import plain_text
from bot.reply import Language, Part, Reply
from bot.slack import offers, parts
from bot.slack.kit import Block
from bot.slack.pen import NOBODY, Pen
from bot.slack.text import escape
from bot.wording.slack import SHORTENED

LONGEST_ALTERNATIVE = 3000
MOST_BLOCKS = 50
MOST_CHARACTERS = 10_000
"""Of all strings in the blocks together: Slack refuses messages from about 11,000 on."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: blocks, and the escaped text that stands in for them."""

    text: str
    blocks: tuple[Block, ...] = ()


def sentence(text: str) -> Message:
    """A message of one sentence."""
    return Message(escape(text))


def message(reply: Reply, members: Mapping[str, str] = NOBODY) -> Message:
    """The whole reply; the small print comes last, after what it offers to do.

    ``members`` are those to mention, see `Pen`.
    """
    alternative = escape(cut(plain_text(reply), LONGEST_ALTERNATIVE))
    drawn = blocks(reply, Pen.of(reply, members))
    return Message(alternative, fitting(drawn, reply.language, MOST_BLOCKS))


def blocks(reply: Reply, pen: Pen) -> list[Block]:
    """All its blocks, however many."""
    said, small = small_print(tuple(laid_out(reply.parts)))
    return [*_drawn(said, pen), *offers.draw(beside(reply), pen), *_drawn(small, pen)]


def _drawn(some: Sequence[Part], pen: Pen) -> Iterator[Block]:
    return chain.from_iterable(parts.draw(part, pen) for part in some)


def fitting(blocks: Sequence[Block], language: Language, most: int) -> tuple[Block, ...]:
    """As many blocks as one message or view holds, and a word where some had to go."""
    sizes = accumulate(map(_characters, blocks))
    room = sum(size <= MOST_CHARACTERS for size in sizes)
    if room == len(blocks) <= most:
        return tuple(blocks)
    word = parts.note(SHORTENED.say(language))
    return (*blocks[: min(room, most - 1)], word)


def _characters(drawn: object) -> int:
    if isinstance(drawn, str):
        return len(drawn)
    if isinstance(drawn, dict):
        return sum(map(_characters, drawn.values()))
    return sum(map(_characters, drawn)) if isinstance(drawn, list) else 0
