"""Replies without anything to press, for where nothing that is pressed reaches the bot."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.reply import (
    Action,
    AskBox,
    Events,
    Offers,
    Part,
    Pressable,
    Reply,
    Setting,
)

Instead = Callable[[Pressable], Action | None]
"""What is offered in place of something to press, if anything."""


def _nothing(_: Pressable) -> None:
    return None


def still(reply: Reply, instead: Instead = _nothing, *, settings: bool = False) -> Reply:
    """The reply with its links and mails, and with what is offered ``instead`` of the rest.

    ``settings`` is whether what a person can set stays.
    """
    found = (part for part in reply.parts if settings or not isinstance(part, Setting))
    parts = tuple(drawn for part in found if (drawn := _part(part, instead)))
    return replace(reply, parts=parts, actions=_actions(reply.actions, instead), form=None)


def _part(part: Part, instead: Instead) -> Part | None:
    match part:
        case AskBox():
            return None
        case Offers(actions):
            kept = _actions(actions, instead)
            return Offers(kept) if kept else None
        case Events(events):
            return Events(
                tuple(replace(one, actions=_actions(one.actions, instead)) for one in events)
            )
        case _:
            return part


def _actions(actions: Iterable[Action], instead: Instead) -> tuple[Action, ...]:
    return tuple(_left(actions, instead))


def _left(actions: Iterable[Action], instead: Instead) -> Iterator[Action]:
    for action in actions:
        if not isinstance(action, Pressable):
            yield action
        elif other := instead(action):
            yield other
