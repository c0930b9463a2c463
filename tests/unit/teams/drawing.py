"""What tests of cards share: a reply drawn, looked at and pressed."""

from typing import Any

from bot.reply import (
    Action,
    EventCard,
    Form,
    Language,
    Outcome,
    Part,
    Reply,
)
from bot.teams.card import Drawn, draw, message
from bot.teams.pressing import Marks, Pressed, read
from tests.fakes.responder import NOON
from tests.fakes.teams_cards import elements, pressed, shown
from tests.fakes.teams_schema import wrong_with

MARKS = Marks("stamp")
LONG = "ord " * 5000
MARKUP = (
    "**fed** _skrå_ `kode` ~~væk~~ [et](https://a.dk) ![to](https://a.dk/b)",
    "# Titel",
    "1. punkt",
    "- punkt",
    "+ punkt",
    "* punkt",
    "> citat",
    "    kode",
    "---",
    "a | b",
    "a\\*b",
    "&lt;b&gt; &amp; <b>fed</b> <at>Bo</at> <script>alert(1)</script>",
    "https://a.dk www.a.dk a@b.dk <https://a.dk>",
    "{{DATE(2017-02-14T06:00:00Z, SHORT)}} ${navn} {navn}",
    "{{TIME(2017-02-14T06:00:00Z)}}",
)


def reply(*parts: Part, actions: tuple[Action, ...] = (), form: Form | None = None) -> Reply:
    return Reply(Outcome.ANSWER, Language.DANISH, parts, actions, form=form)


def drawn(
    *parts: Part,
    actions: tuple[Action, ...] = (),
    form: Form | None = None,
    marks: Marks = MARKS,
) -> Drawn:
    made = draw(reply(*parts, actions=actions, form=form), marks)
    assert wrong_with(message(made)) == []
    return made


def body(made: Drawn) -> list[dict[str, Any]]:
    return list(elements(made.card))


def kinds(made: Drawn) -> list[str]:
    return [element["type"] for element in body(made)]


def told(*parts: Part, actions: tuple[Action, ...] = ()) -> str:
    return shown(drawn(*parts, actions=actions).card)


def rows(made: Drawn) -> list[list[str]]:
    return [
        [action["title"] for action in element["actions"]]
        for element in body(made)
        if element["type"] == "ActionSet"
    ]


def event(title: str = "Temadag", **more: Any) -> EventCard:  # noqa: ANN401 - an EventCard's
    return EventCard("temadag", title, "21. juni, 09:00–17:00", "Odense", NOON, NOON, **more)


def pressing(made: Drawn, title: str, filled: dict[str, str] | None = None) -> Pressed:
    found = read(pressed(made.card, title, filled or {}))
    assert found is not None
    return found
