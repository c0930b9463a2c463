"""What a reply offers to do, as buttons and links."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, PlainTextObject

from bot.reply import Action, Language, OpenLink, WriteMail
from bot.slack import buttons, rich
from bot.slack.text import inert, mail_link

LONGEST_LABEL = 75
MOST_BUTTONS = 25


def draw(actions: Sequence[Action], language: Language) -> Iterator[Block]:
    """The blocks of all that is offered; what cannot be a button is said in words.

    Mails are links in rich text, the form Slack itself gives to addresses: whether it takes
    ``mailto:`` in a button is not documented, and one refused button loses the whole message.
    """
    pressable = [action for action in actions if buttons.fits(action)][:MOST_BUTTONS]
    spoken = rich.lines(*(_spoken(action) for action in actions if action not in pressable))
    if spoken:
        yield rich.block(rich.section(spoken))
    if pressable:
        numbered = enumerate(pressable)
        yield ActionsBlock(elements=[_button(action, n, language) for n, action in numbered])


def _spoken(action: Action) -> rich.Run:
    if isinstance(action, WriteMail):
        return rich.link(mail_link(action.address, action.subject), action.label)
    return rich.plain(action.label)


def _button(action: Action, number: int, language: Language) -> ButtonElement:
    carried = buttons.value(action, language) if isinstance(action, buttons.Pressable) else None
    return ButtonElement(
        text=PlainTextObject(text=inert(action.label, LONGEST_LABEL) or "…", emoji=False),
        action_id=buttons.action_id(action, number),
        value=carried,
        url=action.url if isinstance(action, OpenLink) else None,
    )
