"""What people fill in: boxes, menus and whole forms."""

from collections.abc import Iterator
from typing import assert_never

from bot.reply import (
    TICKED,
    AskBox,
    Field,
    Form,
    Intent,
    Option,
    PickField,
    Press,
    Setting,
    TextField,
    TickField,
)
from bot.teams import rich
from bot.teams.offers import label
from bot.teams.pen import Element, Pen, field_id
from bot.teams.pressing import LONGEST_TEXT
from bot.teams.text import inert, unmarked
from bot.wording.teams import SAVE, TO_FILL_IN, YES

LONGEST_QUESTION = 1000
LONGEST_LABEL, LONGEST_HINT, LONGEST_OPTION = 200, 300, 75
_PRIMARY: Element = {"style": "positive"}


def ask_box(box: AskBox, pen: Pen) -> Iterator[Element]:
    """A box to type into, and the button that sends it."""
    name = pen.box()
    yield {
        "type": "Input.Text",
        "id": field_id(name),
        "label": inert(box.label, LONGEST_LABEL),
        "placeholder": inert(box.placeholder, LONGEST_LABEL),
        "maxLength": LONGEST_QUESTION,
    }
    sends = pen.sending(label(box.button), Press(Intent.ASK), name)
    yield {"type": "ActionSet", "actions": [sends | _PRIMARY]}


def setting(one: Setting, pen: Pen) -> Iterator[Element]:
    """A menu, and the button that saves what is picked."""
    name = pen.box()
    yield _menu(name, one.label, one.options, one.chosen)
    saves = pen.sending(SAVE.say(pen.language), Press(Intent.SETTING, one.name), name)
    yield {"type": "ActionSet", "actions": [saves], "spacing": "Small"}


def fields(form: Form, pen: Pen) -> Iterator[Element]:
    """What a form asks for."""
    for field in form.fields:
        yield from _field(field, pen)


def submit(form: Form, pen: Pen) -> Element:
    """The button that sends a form."""
    return pen.sending(label(form.submit), Press(form.intent, form.entry)) | _PRIMARY


def _field(field: Field, pen: Pen) -> Iterator[Element]:
    match field:
        case TextField(hint=hint):
            yield _text(field, pen)
            yield from _hint(hint)
        case PickField(name, said, options, chosen):
            yield _menu(name, said, options, chosen)
        case TickField(hint=hint):
            yield from _tick(field, pen)
            yield from _hint(hint)
        case _:
            assert_never(field)


def _text(field: TextField, pen: Pen) -> Element:
    longest = min(field.longest, LONGEST_TEXT)
    return {
        "type": "Input.Text",
        "id": field_id(field.name),
        "label": inert(field.label, LONGEST_LABEL),
        "isMultiline": True,
        "maxLength": longest,
        "value": field.value[:longest],
        "isRequired": True,
        "errorMessage": TO_FILL_IN.say(pen.language),
    }


def _menu(name: str, said: str, options: tuple[Option, ...], chosen: str) -> Element:
    choices = [
        {"title": inert(option.label, LONGEST_OPTION) or "…", "value": option.value}
        for option in options
    ]
    begun = {"value": chosen} if any(option.value == chosen for option in options) else {}
    return {
        "type": "Input.ChoiceSet",
        "id": field_id(name),
        "label": inert(said, LONGEST_LABEL),
        "choices": choices,
        **begun,
    }


def _tick(field: TickField, pen: Pen) -> Iterator[Element]:
    """A box to tick. Some clients read Markdown in what stands beside it, see `bot.teams.text`."""
    said = inert(field.label, LONGEST_LABEL)
    if not unmarked(said):
        yield from rich.block(rich.run(said))
    yield {
        "type": "Input.Toggle",
        "id": field_id(field.name),
        "title": said if unmarked(said) else YES.say(pen.language),
        "valueOn": TICKED,
        "valueOff": "",
        "wrap": True,
    }


def _hint(text: str) -> Iterator[Element]:
    yield from rich.block(rich.run(inert(text, LONGEST_HINT), rich.SMALL), "None")
