"""What a reply offers to do, as buttons, links, boxes and menus."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
)

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
from bot.slack import buttons, rich
from bot.slack.pen import Pen
from bot.slack.text import inert

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
        yield rich.block(rich.section(spoken))
    judging = [action for action in pressable if judges(action)]
    for row in ([action for action in pressable if action not in judging], judging):
        if row:
            yield ActionsBlock(elements=[_button(action, pen) for action in row])


def _spoken(action: Action) -> rich.Run:
    if isinstance(action, WriteMail):
        return rich.link(mail_link(action.address, action.subject), action.label)
    return rich.plain(action.label)


def _button(action: Action, pen: Pen) -> ButtonElement:
    press = action.press if isinstance(action, Pressable) else None
    return ButtonElement(
        text=plain(action.label, LONGEST_LABEL),
        action_id=buttons.action_id(action, pen.number()),
        value=buttons.value(press, pen.language) if press else None,
        url=action.url if isinstance(action, OpenLink) else None,
    )


def ask_box(box: AskBox, pen: Pen) -> Iterator[Block]:
    """A box to type into; the return key sends, and so does the button below."""
    typed = PlainTextInputElement(
        action_id=ASK_BOX,
        placeholder=plain(box.placeholder, 150),
        max_length=LONGEST_QUESTION,
        dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]},
    )
    yield InputBlock(
        block_id=ASK_BOX, label=plain(box.label, 150), element=typed, dispatch_action=True
    )
    sends = ButtonElement(
        text=plain(box.button, LONGEST_LABEL),
        action_id=f"{ASK_BOX}-{pen.number()}",
        value=f"{pen.language}:",
        style="primary",
    )
    yield ActionsBlock(elements=[sends])


def setting(one: Setting, pen: Pen) -> Iterator[Block]:
    """A menu beside its label."""
    options = [
        Option(
            text=plain(option.label, LONGEST_LABEL),
            value=buttons.value(Press(Intent.SETTING, one.name, option.value), pen.language),
        )
        for option in one.options
    ]
    chosen = [n for n, option in enumerate(one.options) if option.value == one.chosen]
    menu = StaticSelectElement(
        action_id=buttons.press_id(Intent.SETTING, pen.number()),
        options=options,
        initial_option=options[chosen[0]] if chosen else None,
    )
    yield SectionBlock(text=plain(one.label, 3000), accessory=menu)


def plain(text: str, limit: int) -> PlainTextObject:
    """Text that is never empty, for where Slack wants some."""
    return PlainTextObject(text=inert(text, limit) or "…", emoji=False)
