"""What people press, choose and fill in, read into what was asked.

As in `bot.slack.inbound`, fields that are missing or of an odd type read as empty.
"""

from bot.adapting.reading import Body, first, keys, part, text
from bot.reply import TICKED, Intent, Press
from bot.slack import buttons
from bot.slack.asked import PLATFORM, Asked, Place, View, ViewKind
from bot.slack.offers import ASK_BOX
from bot.slack.text import readable
from bot.slack.views import Kept
from bot.slack.whose import is_foreign, workspace


def pressed(body: Body) -> Asked | None:
    """What a pressed button asks; None where it only opened an address.

    A button that cannot be read gives a question without a ``press``.
    """
    action = first(body, "actions")
    pressed_id = text(action, "action_id")
    if buttons.only_opens(pressed_id):
        return None
    typed = pressed_id.startswith(ASK_BOX)
    read = None if typed else _read(pressed_id, action)
    press = read.press if read else None
    # A menu or a box may be used again in the same view, which a trigger alone tells.
    return Asked(
        workspace(body),
        text(part(body, "user"), "id"),
        _place(body),
        keys(PLATFORM, trigger=text(body, "trigger_id")),
        Press(Intent.ASK, text=_typed(body, action)) if typed else press,
        read.language if read else None,
        trigger=text(body, "trigger_id"),
        view=_view(body),
        foreign=is_foreign(body),
    )


def _read(pressed_id: str, action: Body) -> buttons.Pressed | None:
    chosen = text(part(action, "selected_option"), "value")
    return buttons.read(pressed_id, chosen or text(action, "value"))


def _typed(body: Body, action: Body) -> str:
    """What was typed into the box, sent by the return key or by the button below."""
    box = part(body, "view", "state", "values", ASK_BOX, ASK_BOX)
    own = text(action, "value") if text(action, "type") == "plain_text_input" else ""
    return own or text(box, "value")


def submitted(body: Body) -> Asked | None:
    """What a filled-in form says; None where it is none of ours."""
    view, kept = part(body, "view"), kept_in(body)
    if kept is None or kept.intent is None:
        return None
    # Submitted twice it has the same hash; corrected and submitted again, another.
    once = f"{text(view, 'id')}:{text(view, 'hash')}"
    return Asked(
        workspace(body),
        text(part(body, "user"), "id"),
        Place(kept.channel, kept.thread, alone=kept.alone),
        keys(PLATFORM, submission=once),
        Press(kept.intent, kept.entry),
        kept.language,
        view=View(ViewKind.MODAL, text(view, "id")),
        fields=_fields(part(view, "state", "values")),
        foreign=is_foreign(body),
    )


def kept_in(body: Body) -> Kept | None:
    """What the window remembers that something was done in, where it is one of ours."""
    return Kept.read(text(part(body, "view"), "private_metadata"))


def _fields(values: Body) -> dict[str, str]:
    """What was filled in by the fields' names, which are the blocks' ids."""
    found: dict[str, str] = {}
    for name in values:
        for filled in part(values, name).values():
            if isinstance(filled, dict):
                found[name] = _filled(filled)
    return found


def _filled(filled: Body) -> str:
    if text(filled, "type") == "checkboxes":
        return TICKED if filled.get("selected_options") else ""
    return text(filled, "value") or text(part(filled, "selected_option"), "value")


def shortcut(body: Body) -> Asked:
    """What asking about a message asks: its text. The answer is for the asker alone."""
    shown = part(body, "message")
    channel = text(part(body, "channel"), "id")
    thread = text(shown, "thread_ts")
    return Asked(
        workspace(body),
        text(part(body, "user"), "id"),
        Place(channel, thread, text(body, "response_url"), alone=True),
        keys(PLATFORM, trigger=text(body, "trigger_id")),
        Press(Intent.ASK, text=readable(text(shown, "text"))),
        trigger=text(body, "trigger_id"),
        foreign=is_foreign(body),
    )


def _view(body: Body) -> View | None:
    view = part(body, "view")
    kind = text(view, "type")
    return View(ViewKind(kind), text(view, "id")) if kind in list(ViewKind) else None


def _place(body: Body) -> Place:
    """Where the answer belongs."""
    container, shown = part(body, "container"), part(body, "message")
    if _view(body):
        kept = kept_in(body)
        return Place(kept.channel, kept.thread, alone=kept.alone) if kept else Place()
    channel = text(part(body, "channel"), "id") or text(container, "channel_id")
    thread = text(shown, "thread_ts") or text(container, "thread_ts")
    url = text(body, "response_url")
    if container.get("is_ephemeral"):
        return Place(channel, thread, url, alone=True)
    return Place(channel, thread or text(shown, "ts"), url)
