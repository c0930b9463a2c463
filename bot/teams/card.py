"""A reply as an Adaptive Card, with a text that stands in for it where no card is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.adapting.layout import beside, laid_out, small_print
from bot.adapting.text import clean, cut
from bot.plain_text import plain_text
from bot.reply import Form, Heading, Language, Outcome, Paragraph, Part, Reply
from bot.teams import inputs, offers, parts
from bot.teams.fitting import LARGEST, Body, size
from bot.teams.pen import Element, Pen, execute
from bot.teams.pressing import Marks, back
from bot.wording.teams import BACK, NAME, TOO_OLD

VERSION = "1.5"
CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
LONGEST_SUMMARY = 1000

_UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as JSON, and what it says in plain text, in short."""

    card: dict[str, Any]
    summary: str


def draw(reply: Reply, marks: Marks) -> Drawn:
    """The whole reply; the small print comes last, after what it offers to do."""
    pen = Pen.of(reply, marks)
    whole = _announced(reply)
    said, small = small_print(tuple(laid_out(whole.parts)))
    body = Body(
        list(_apart(_drawn(said, pen)) if reply.home else _drawn(said, pen)),
        list(offers.draw(beside(reply), pen)),
        list(_pressed_last(reply.form, pen)),
        list(_drawn(small, pen)),
    )
    summary = cut(clean(plain_text(whole)).strip(), LONGEST_SUMMARY) or NAME.say(reply.language)
    empty = Drawn(_card((), reply.language), summary)
    room = LARGEST - size(message(empty))
    return Drawn(_card(body.fitting(room, reply.language), reply.language), summary)


def sentence(text: str, language: Language, marks: Marks = _UNMARKED) -> Drawn:
    """A card of one sentence."""
    return draw(Reply(Outcome.HELP, language, (Paragraph(text),)), marks)


def message(drawn: Drawn) -> dict[str, Any]:
    """The activity's content. It has no text, which Teams would show beside the card."""
    attachment = {"contentType": CONTENT_TYPE, "content": drawn.card}
    return {"type": "message", "summary": drawn.summary, "attachments": [attachment]}


def _card(body: Sequence[Element], language: Language) -> dict[str, Any]:
    return {
        "type": "AdaptiveCard",
        "version": VERSION,
        "lang": language,
        "fallbackText": TOO_OLD.say(language),
        "body": [*body],
    }


def _announced(reply: Reply) -> Reply:
    """The reply below the title of its form."""
    title = Heading(reply.form.title) if reply.form else None
    if title is None or title in reply.parts[:1]:
        return reply
    return replace(reply, parts=(title, *reply.parts))


def _drawn(some: Iterable[Part], pen: Pen) -> Iterator[Element]:
    for part in some:
        yield from parts.draw(part, pen)


def _apart(drawn: Iterable[Element]) -> Iterator[Element]:
    """The elements of the bot's own page, with a line above each of its headings but the first."""
    for number, element in enumerate(drawn):
        heads = number and element.get("style") == "heading"
        yield element | {"separator": True, "spacing": "Large"} if heads else element


def _pressed_last(form: Form | None, pen: Pen) -> Iterator[Element]:
    """The form, and the way back to the card in whose place this one stands."""
    sends = []
    if form:
        yield from inputs.fields(form, pen)
        sends.append(inputs.submit(form, pen))
    if way := back(pen.language, pen.marks):
        sends.append(execute(BACK.say(pen.language), way) | {"associatedInputs": "none"})
    yield from offers.rows(sends)
