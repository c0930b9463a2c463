"""What Slack delivers, read into what was asked, by whom, and where to answer.

The bodies are Slack's JSON after its signature was verified, or from the socket. Fields that
are missing or of an odd type read as empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.reply import Address, AddressKind, Intent
from bot.slack import buttons, whose
from bot.slack.text import readable

Body = Mapping[str, Any]

COMMANDS = {"/rain": Intent.ASK, "/events": Intent.EVENTS}
"""The slash commands, as the manifest declares them."""
EVENTS = ("app_mention", "message")
"""The event types that are answered; the manifest subscribes to them, ``message`` as im."""
_HELP = frozenset({"", "help", "hjælp"})
_REMINDERS = frozenset({"remind", "reminders", "påmind", "påmindelser"})
_PLATFORM = "slack"
_CHANNELS = ("C", "G")
"""How ids of channels begin, public and private; those of direct messages begin otherwise."""
_WRITTEN = frozenset({"", "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote; the rest are edits, joins and the like."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answer goes: a channel and maybe a thread, or the asker alone.

    ``response_url`` is Slack's address for answers only the asker sees; with it the rest is
    only a name for the conversation.
    """

    channel: str
    thread: str = ""
    response_url: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked.

    ``team`` is the workspace for which the bot received it, which in a channel that organisations
    share need not be the person's own: ``foreign`` says that it is not. ``deliveries`` are the keys
    under which this may arrive again. ``press`` is set where a button was pressed, ``intent`` where
    a command says it.
    """

    team: str
    user: str
    place: Place
    text: str
    deliveries: tuple[str, ...]
    intent: Intent = Intent.ASK
    press: buttons.Press | None = None
    foreign: bool = False

    @property
    def asker(self) -> str:
        """The key of the person, unique across workspaces."""
        return f"slack:{self.team}:{self.user}"

    @property
    def conversation(self) -> str:
        """The key of the conversation: the thread, or the channel where there is none.

        What only one person sees is theirs alone: nobody else goes on with it.
        """
        alone = f":{self.user}" if self.place.response_url else ""
        return f"slack:{self.team}:{self.place.channel}:{self.place.thread}{alone}"

    @property
    def mine(self) -> Address | None:
        """Where the person can be written to."""
        return self._address(AddressKind.PERSON, self.user) if self.user else None

    @property
    def here(self) -> Address | None:
        """The channel this is asked in; None in direct messages."""
        channel = self.place.channel
        named = channel.startswith(_CHANNELS)
        return self._address(AddressKind.CHANNEL, channel) if named else None

    def _address(self, kind: AddressKind, named: str) -> Address:
        return Address(_PLATFORM, self.team, kind, named)


def own_id(body: Body) -> str:
    """The bot's user id as the delivery tells it, or nothing."""
    first = _first(body, "authorizations")
    return _text(first, "user_id") if first.get("is_bot") else ""


def message(body: Body, own: str) -> Asked | None:
    """What a mention or a direct message asks; None where nobody asked the bot ``own``."""
    event = _part(body, "event")
    if not _written_by_a_person(event, own) or not _addressed(event):
        return None
    team, channel, stamp = whose.workspace(body), _text(event, "channel"), _text(event, "ts")
    thread = _text(event, "thread_ts")
    if not thread and _text(event, "type") == "app_mention":
        thread = stamp
    # An edited mention is a new event about the same message.
    same = f"{team}:{channel}:{stamp}" if stamp else ""
    deliveries = _keys(event=_text(body, "event_id"), message=same)
    text = readable(_text(event, "text"), own)
    user, foreign = _text(event, "user"), whose.is_foreign(body)
    return Asked(team, user, Place(channel, thread), text, deliveries, foreign=foreign)


def _written_by_a_person(event: Body, own: str) -> bool:
    user = _text(event, "user")
    by_bot = event.get("bot_id") or event.get("bot_profile") or user in ("", own, "USLACKBOT")
    return not by_bot and _text(event, "subtype") in _WRITTEN and not event.get("hidden")


def _addressed(event: Body) -> bool:
    return _text(event, "type") == "app_mention" or _text(event, "channel_type") == "im"


def command(body: Body) -> Asked:
    """What a slash command asks; the answer is for the asker alone."""
    text = readable(_text(body, "text")).strip()
    intent = COMMANDS.get(_text(body, "command"), Intent.ASK)
    if intent is Intent.ASK:
        intent, text = _meant(text)
    place = Place(_text(body, "channel_id"), "", _text(body, "response_url"))
    deliveries = _keys(trigger=_text(body, "trigger_id"))
    user, team = _text(body, "user_id"), whose.workspace(body)
    return Asked(team, user, place, text, deliveries, intent)


def _meant(text: str) -> tuple[Intent, str]:
    """What the text of a command that takes questions means, and what is left of it."""
    if text.casefold() in _HELP:
        return Intent.HELP, ""
    first, *rest = text.split(maxsplit=1)
    if first.casefold() in _REMINDERS:
        return Intent.REMINDERS, "".join(rest)
    return Intent.ASK, text


def pressed(body: Body) -> Asked | None:
    """What a pressed button asks; None where it only opened an address.

    A button that cannot be read gives a question without a ``press``.
    """
    action = _first(body, "actions")
    pressed_id = _text(action, "action_id")
    if buttons.only_opens(pressed_id):
        return None
    press = buttons.read(pressed_id, _text(action, "value"))
    team, user = whose.workspace(body), _text(_part(body, "user"), "id")
    deliveries = _keys(trigger=_text(body, "trigger_id"))
    own = press is not None and press.intent is Intent.REMIND
    place = _pressed_in(body, own=own)
    text, foreign = press.text if press else "", whose.is_foreign(body)
    return Asked(team, user, place, text, deliveries, press=press, foreign=foreign)


def _pressed_in(body: Body, *, own: bool) -> Place:
    """Where the answer belongs; what is somebody's ``own`` affair is told to them."""
    container, shown = _part(body, "container"), _part(body, "message")
    channel = _text(_part(body, "channel"), "id") or _text(container, "channel_id")
    thread = _text(shown, "thread_ts") or _text(container, "thread_ts")
    direct = channel.startswith("D")
    if container.get("is_ephemeral") or (own and not direct):
        return Place(channel, thread, _text(body, "response_url"))
    return Place(channel, thread or ("" if direct else _text(shown, "ts")))


def _keys(**parts: str) -> tuple[str, ...]:
    return tuple(f"slack:{kind}:{value}" for kind, value in parts.items() if value)


def _part(body: Body, name: str) -> Body:
    value = body.get(name)
    return value if isinstance(value, dict) else {}


def _first(body: Body, name: str) -> Body:
    value = body.get(name)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""
