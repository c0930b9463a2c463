"""A reply as Block Kit, with a text alternative for notifications and screen readers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

from slack_sdk.models.blocks import Block

from bot.plain_text import plain_text
from bot.reply import Language, Note, Part, Reply
from bot.slack import offers, parts
from bot.slack.text import cut, escape
from bot.wording.slack import SHORTENED

LONGEST_ALTERNATIVE = 3000
MOST_BLOCKS = 50
MOST_CHARACTERS = 10_000
"""Of all strings in the blocks together: Slack refuses messages from about 11,000 on."""

Drawn = dict[str, Any]
"""A block as Slack's JSON."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: blocks, and the escaped text that stands in for them."""

    text: str
    blocks: tuple[Drawn, ...] = ()


def sentence(text: str) -> Message:
    """A message of one sentence."""
    return Message(escape(text))


def message(reply: Reply) -> Message:
    """The whole reply; the small print comes last, after what it offers to do."""
    end = _end_of_text(reply.parts)
    blocks = chain(
        _drawn(reply.parts[:end], reply.language),
        offers.draw(reply.actions, reply.language),
        _drawn(reply.parts[end:], reply.language),
    )
    alternative = escape(cut(plain_text(reply), LONGEST_ALTERNATIVE))
    return Message(alternative, _fitting([block.to_dict() for block in blocks], reply.language))


def _end_of_text(drawn: Sequence[Part]) -> int:
    end = len(drawn)
    while end and isinstance(drawn[end - 1], Note):
        end -= 1
    return end


def _drawn(some: Sequence[Part], language: Language) -> Iterator[Block]:
    return chain.from_iterable(parts.draw(part, language) for part in some)


def _fitting(blocks: Sequence[Drawn], language: Language) -> tuple[Drawn, ...]:
    """As many blocks as one message holds, and a word where some had to go."""
    sizes = accumulate(map(_characters, blocks))
    fitting = sum(size <= MOST_CHARACTERS for size in sizes)
    if fitting == len(blocks) <= MOST_BLOCKS:
        return tuple(blocks)
    word = parts.note(SHORTENED.say(language)).to_dict()
    return (*blocks[: min(fitting, MOST_BLOCKS - 1)], word)


def _characters(drawn: object) -> int:
    if isinstance(drawn, str):
        return len(drawn)
    if isinstance(drawn, dict):
        return sum(map(_characters, drawn.values()))
    return sum(map(_characters, drawn)) if isinstance(drawn, list) else 0
