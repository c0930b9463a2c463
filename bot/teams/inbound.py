"""What people do in Teams, read into what was asked, by whom, and where to answer.

The bodies are activities as Teams writes them, after `bot.teams.guard` has looked at who sent them.
Fields that are missing or of an odd type read as empty.
"""

import html
import re
from collections.abc import Iterator
from enum import StrEnum

from bot.adapting.reading import Body, keys, objects, part, text
from bot.reply import Intent, Language, Press
from bot.teams.asked import PLATFORM, Asked, Person, Place, PlaceKind
from bot.teams.names import BOT
from bot.teams.pressing import KEY, Pressed, read

_LANGUAGES = {"da": Language.DANISH, "en": Language.ENGLISH}
_THREAD = ";messageid="
_MENTION = re.compile(r"<at(?:\s[^<>]*)?>([^<]*)</at>", re.IGNORECASE)
"""A name in it is written as HTML is, so nothing more is looked for behind the next ``<``."""
_BOTS = frozenset({"bot", "skill"})
"""Roles of senders who are no people."""
_ADDED = frozenset({"add", "add-upgrade"})
_CARD, _EXTENSION = "adaptiveCard/action", "composeExtension/"


class Kind(StrEnum):
    """What arrived."""

    MESSAGE = "message"  # somebody wrote
    PRESS = "press"  # somebody pressed something in a card, and waits for the next card
    SUBMIT = "submit"  # the same, in a client that shows cards in the old way
    ADDED = "added"  # the bot was added to a conversation
    EXTENSION = "extension"  # something about the box in which people search for cards
    INVOKE = "invoke"  # some other thing that waits for an answer
    OTHER = "other"  # nothing for us: reactions, edits, who came and went


def kind(body: Body) -> Kind:
    """What arrived."""
    match text(body, "type"):
        case "message":
            return Kind.SUBMIT if KEY in part(body, "value") else Kind.MESSAGE
        case "invoke":
            return _invoked(text(body, "name"))
        case "installationUpdate" if text(body, "action") in _ADDED:
            return Kind.ADDED
        case _:
            return Kind.OTHER


def _invoked(name: str) -> Kind:
    if name == _CARD:
        return Kind.PRESS
    return Kind.EXTENSION if name.startswith(_EXTENSION) else Kind.INVOKE


def message(body: Body) -> Asked | None:
    """What a message asks; None where nobody asked the bot.

    Where others read along, it is asked by being mentioned.
    """
    asked = _asked(body, Press(Intent.ASK, text=_readable(body)))
    return asked if asked and (asked.place.direct or _mentions_bot(body)) else None


def pressed(body: Body) -> Asked | None:
    """What somebody pressed; with no ``press`` where that cannot be read.

    None where it is not known who or where.
    """
    value = part(body, "value")
    data = part(value, "action", "data") if text(body, "type") == "invoke" else value
    found = read(data)
    if found is None:
        return _asked(body, None)
    return _asked(body, found.press, found)


def added(body: Body) -> Asked | None:
    """The greeting that who added the bot has earned: what it can do."""
    return _asked(body, Press(Intent.HELP))


def place(body: Body) -> Place | None:
    """Where it happened; None where that is not told."""
    said, channel = part(body, "conversation"), part(body, "channelData")
    whole, _, root = text(said, "id").partition(_THREAD)
    service = text(body, "serviceUrl")
    if not whole or not service:
        return None
    found = _place_kind(text(said, "conversationType"), whole)
    if found is not PlaceKind.CHANNEL:
        return Place(found, whole, service)
    written = text(body, "type") == "message"
    thread = root or (text(body, "replyToId") or text(body, "id") if written else "")
    return Place(found, whole, service, thread, text(part(channel, "team"), "id"))


def _place_kind(told: str, conversation: str) -> PlaceKind:
    if told in list(PlaceKind):
        return PlaceKind(told)
    # Whatever is not known to be with one person alone is read by others.
    return PlaceKind.PERSONAL if conversation.startswith("a:") else PlaceKind.GROUP


def tenant(body: Body) -> str:
    """The id of the organisation in which it happened."""
    told = text(part(body, "channelData", "tenant"), "id")
    return (told or text(part(body, "conversation"), "tenantId")).lower()


def language(body: Body) -> Language | None:
    """The language in which Teams shows itself to the person, if it is one of ours."""
    return _LANGUAGES.get(text(body, "locale")[:2].lower())


def _asked(body: Body, press: Press | None, found: Pressed | None = None) -> Asked | None:
    where, sender = place(body), part(body, "from")
    account = text(sender, "id")
    if where is None or not account or _is_bot(body, sender):
        return None
    user = text(sender, "aadObjectId").lower() or account
    person = Person(account, user, text(sender, "name"))
    return Asked(
        tenant(body),
        person,
        where,
        _deliveries(body, where, found),
        press,
        found.language if found else None,
        language(body),
        found.fields if found else {},
        found.trail if found else (),
        _own(body),
    )


def _own(body: Body) -> str:
    """Teams' id of the bot itself; empty where it is not told."""
    return text(part(body, "recipient"), "id")


def _is_bot(body: Body, sender: Body) -> bool:
    """Whether the sender is no person: two bots that answer each other never stop."""
    account = text(sender, "id")
    return (
        account == _own(body)
        or account.lower().startswith(BOT)
        or text(sender, "role").lower() in _BOTS
    )


def _deliveries(body: Body, where: Place, found: Pressed | None) -> tuple[str, ...]:
    """A message is known by its id, which Teams repeats when it tries again; a form by its card.

    Where cards are shown in the old way, several people see one form, and each may fill it in.
    """
    if found and found.fields and found.stamp:
        sender = text(part(body, "from"), "id")
        return keys(PLATFORM, form=f"{found.stamp}:{sender}")
    named = text(body, "id")
    return keys(PLATFORM, message=f"{where.conversation}:{named}" if named else "")


def _mentions_bot(body: Body) -> bool:
    return any(_mentions(body))


def _mentions(body: Body) -> Iterator[Body]:
    """Where the bot is mentioned."""
    own = _own(body)
    for one in objects(body, "entities"):
        if own and text(one, "type") == "mention" and text(part(one, "mentioned"), "id") == own:
            yield one


def _readable(body: Body) -> str:
    """The text as its author saw it, without mentions of the bot.

    Teams writes what people type as HTML does, ampersands and all.
    """
    written = text(body, "text")
    for mention in _mentions(body):
        said = text(mention, "text")
        written = written.replace(said, " ") if said else written
    unmarked = _MENTION.sub(lambda found: found[1], written)
    return _unescaped(unmarked).replace("\xa0", " ").strip()


def _unescaped(written: str) -> str:
    try:
        return html.unescape(written)
    except ValueError:  # a character's number of thousands of digits
        return written
