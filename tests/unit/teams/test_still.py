"""Replies without anything to press."""

from collections.abc import Iterator

from bot.reply import (
    Action,
    Ask,
    AskBox,
    Events,
    Offers,
    OpenLink,
    Option,
    Pressable,
    Reply,
    Setting,
    WriteMail,
)
from bot.teams.still import still
from tests.contract.adapter_suite import EVERYTHING


def actions(reply: Reply) -> Iterator[Action]:
    yield from reply.actions
    for part in reply.parts:
        if isinstance(part, Offers):
            yield from part.actions
        if isinstance(part, Events):
            yield from (action for event in part.events for action in event.actions)


def test_nothing_can_be_pressed_any_more() -> None:
    assert any(isinstance(one, Pressable) for one in actions(EVERYTHING))
    assert not any(isinstance(one, Pressable) for one in actions(still(EVERYTHING)))


def test_links_and_mails_stay() -> None:
    kept = [one for one in EVERYTHING.actions if isinstance(one, OpenLink | WriteMail)]
    assert kept
    assert list(still(EVERYTHING).actions) == kept


def test_what_only_takes_something_in_goes() -> None:
    box = AskBox("Ask", "…", "Ask")
    setting = Setting("language", "Language", (Option("da", "Danish"),), "da")
    empty = Offers((Ask("Ask", "what?"),))
    reply = Reply(EVERYTHING.outcome, EVERYTHING.language, (box, setting, empty))
    assert still(reply).parts == ()


def test_something_can_stand_instead() -> None:
    reply = Reply(EVERYTHING.outcome, EVERYTHING.language, (Offers((Ask("Ask", "what?"),)),))
    link = OpenLink("Ask", "https://example.org/")
    assert still(reply, lambda _: link).parts == (Offers((link,)),)
