"""What a reply offers to do, as buttons, links, boxes and menus."""

from collections.abc import Iterator, Sequence

from bot.adapting.layout import judges
from bot.adapting.text import mail_link
from bot.reply import (
    Action,
    AskBox,
    Intent,
    OpenLink,
    Press,
    Pressable,
    Setting,
    WriteMail,
)
from bot.slack import buttons, kit, rich
from bot.slack.kit import Block, Element
from bot.slack.pen import Pen

LONGEST_LABEL = 75
MOST_BUTTONS = 25
ASK_BOX = "ask-box"
"""The id of the box that questions are typed into, and the beginning of its button's."""
LONGEST_QUESTION = 1000


def draw(actions: Sequence[Action], pen: Pen) -> Iterator[Block]:
    """The blocks of all that is offered; what cannot be a button is said in words.

    Mails are links in rich text, the form Slack itself gives to addresses: whether it takes
    ``mailto:`` in a button is not documented, and one refused button loses the whole message.
    """
    pressable = [action for action in actions if buttons.fits(action)][:MOST_BUTTONS]
    spoken = rich.lines(*(_spoken(action) for action in actions if action not in pressable))
    if spoken:
        yield kit.rich_text(rich.section(spoken))
    judging = [action for action in pressable if judges(action)]
    for row in ([action for action in pressable if action not in judging], judging):
        if row:
            yield kit.actions(_button(action, pen) for action in row)


def _spoken(action: Action) -> rich.Run:
    if isinstance(action, WriteMail):
        return rich.link(mail_link(action.address, action.subject), action.label)
    return rich.plain(action.label)


def _button(action: Action, pen: Pen) -> Element:
    press = action.press if isinstance(action, Pressable) else None
    return kit.button(
        kit.plain(action.label, LONGEST_LABEL),
        buttons.action_id(action, pen.number()),
        value=buttons.value(press, pen.language) if press else None,
        url=action.url if isinstance(action, OpenLink) else None,
    )


def ask_box(box: AskBox, pen: Pen) -> Iterator[Block]:
    """A box to type into; the return key sends, and so does the button below."""
    typed = kit.text_input(
        ASK_BOX,
        LONGEST_QUESTION,
        placeholder=kit.plain(box.placeholder, 150),
        dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]},
    )
    yield kit.field(ASK_BOX, kit.plain(box.label, 150), typed, dispatch_action=True)
    sends = kit.button(
        kit.plain(box.button, LONGEST_LABEL),
        f"{ASK_BOX}-{pen.number()}",
        value=f"{pen.language}:",
        style="primary",
    )
    yield kit.actions([sends])


def setting(one: Setting, pen: Pen) -> Iterator[Block]:
    """A menu beside its label."""
    options = [
        kit.option(
            kit.plain(option.label, LONGEST_LABEL),
            buttons.value(Press(Intent.SETTING, one.name, option.value), pen.language),
        )
        for option in one.options
    ]
    chosen = [n for n, option in enumerate(one.options) if option.value == one.chosen]
    menu = kit.menu(
        buttons.press_id(Intent.SETTING, pen.number()),
        options,
        options[chosen[0]] if chosen else None,
    )
    yield kit.section(kit.plain(one.label, 3000), menu)
