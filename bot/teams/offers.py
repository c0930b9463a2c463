"""What a reply offers to do, as buttons."""

from collections.abc import Iterator, Sequence

from bot.adapting.layout import judges
from bot.adapting.text import is_link, mail_link
from bot.reply import Action, Intent, OpenLink, Pressable, WriteMail
from bot.teams import rich
from bot.teams.pen import Element, Pen
from bot.teams.pressing import read
from bot.teams.text import inert

LONGEST_LABEL = 75
MOST_BUTTONS = 25
MOST_IN_A_ROW = 6
"""Teams shows no more; the others would hide behind dots."""
WIDEST_ROW = 48
"""Characters on the buttons of a row; beyond that Teams cuts what stands on them."""
_OF_AN_ENTRY = frozenset({Intent.CHOICE, Intent.REMIND, Intent.CALENDAR})


def draw(actions: Sequence[Action], pen: Pen) -> Iterator[Element]:
    """The elements of all that is offered; what cannot be a button is said in words."""
    made = [(action, _button(action, pen)) for action in actions]
    buttons = [(action, button) for action, button in made if button][:MOST_BUTTONS]
    kept = {id(action) for action, _ in buttons}
    for action in actions:
        if id(action) not in kept:
            yield from rich.block(rich.run(action.label))
    yield from rows([button for action, button in buttons if button and not judges(action)])
    yield from rows([button for action, button in buttons if button and judges(action)])


def rows(buttons: Sequence[Element]) -> Iterator[Element]:
    """Buttons beside each other, each in the first row in which it is shown whole."""
    made: list[list[Element]] = []
    for button in buttons:
        roomy = (row for row in made if _has_room(row, button))
        if (row := next(roomy, None)) is None:
            made.append(row := [])
        row.append(button)
    for row in made:
        yield {"type": "ActionSet", "actions": row}


def _has_room(row: Sequence[Element], button: Element) -> bool:
    wide = sum(len(other["title"]) for other in (*row, button))
    return wide <= WIDEST_ROW and len(row) < MOST_IN_A_ROW


def label(text: str) -> str:
    """What stands on a button, which is never empty."""
    return inert(text, LONGEST_LABEL).strip() or "…"


def _button(action: Action, pen: Pen) -> Element | None:
    """The button; None where it would do nothing."""
    match action:
        case OpenLink(said, url):
            return opening(said, url)
        case WriteMail(said, address, subject):
            return opening(said, mail_link(address, subject))
        case Pressable():
            return _pressing(action, pen)
    return None


def opening(said: str, url: str) -> Element | None:
    """A button that opens an address; None where that is not safe."""
    return {"type": "Action.OpenUrl", "title": label(said), "url": url} if is_link(url) else None


def _pressing(action: Pressable, pen: Pen) -> Element | None:
    press = action.press
    if press.intent in _OF_AN_ENTRY and not press.entry:
        return None
    if press.intent is Intent.ASK and not press.text.strip():
        return None
    button = pen.button(label(action.label), press)
    return button if read(button["data"]) else None
