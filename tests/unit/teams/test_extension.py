"""The message extension."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk import Desk
from bot.ports import Found, Searching, Sought
from bot.reply import Heading, Language, Outcome, Paragraph, Reply
from bot.teams.extension import LARGEST, MOST, Extension
from tests.contract.adapter_suite import EVERYTHING
from tests.fakes.responder import NOON, FixedClock

DA, EN = Language.DANISH, Language.ENGLISH


class FakeSearching(Searching):
    """Finds what it is given, and records what it was asked."""

    def __init__(self, *found: Found) -> None:
        self.found = found
        self.asked: list[tuple[str, Sought, Language, datetime, int]] = []

    def find(
        self, text: str, sought: Sought, language: Language, at: datetime, most: int
    ) -> tuple[Found, ...]:
        self.asked.append((text, sought, language, at, most))
        return self.found[:most]


def a_found(number: int, text: str = "Something.") -> Found:
    parts = (Heading(f"Person {number}"), Paragraph(text))
    return Found(f"p-{number}", f"Person {number}", "A role", Reply(Outcome.ANSWER, EN, parts))


def value(typed: object = "kri", command: object = "people", **options: object) -> dict[str, Any]:
    return {
        "commandId": command,
        "parameters": [{"name": "search", "value": typed}],
        "queryOptions": options or {"skip": 0, "count": 25},
    }


def answered(searching: Searching, asked: dict[str, Any], locale: Language = DA) -> dict[str, Any]:
    answer = Extension(searching, FixedClock()).answer(asked, locale)
    assert answer.keys() == {"composeExtension"}
    shown: dict[str, Any] = answer["composeExtension"]
    return shown


def types(element: object) -> set[str]:
    """The types of all elements of a card."""
    if isinstance(element, list):
        return set().union(*map(types, element))
    if not isinstance(element, dict):
        return set()
    own = {element["type"]} if isinstance(element.get("type"), str) else set()
    return own.union(*map(types, element.values()))


def test_what_is_found_is_a_list_of_cards_with_previews() -> None:
    searching = FakeSearching(a_found(1), a_found(2))
    shown = answered(searching, value())
    assert (shown["type"], shown["attachmentLayout"]) == ("result", "list")
    assert [one["preview"] for one in shown["attachments"]] == [
        {
            "contentType": "application/vnd.microsoft.card.thumbnail",
            "content": {"title": f"Person {number}", "text": "A role"},
        }
        for number in (1, 2)
    ]
    for one in shown["attachments"]:
        assert one["contentType"] == "application/vnd.microsoft.card.adaptive"
        assert (one["content"]["type"], one["content"]["version"]) == ("AdaptiveCard", "1.5")
    assert searching.asked == [("kri", Sought.PEOPLE, DA, NOON, MOST)]


def test_nothing_in_a_card_can_be_pressed() -> None:
    found = Found("e", "Everything", "", EVERYTHING)
    (one,) = answered(FakeSearching(found), value())["attachments"]
    kinds = types(one["content"])
    assert "Action.OpenUrl" in kinds
    assert not [
        kind for kind in kinds if kind.startswith(("Action.", "Input.")) and "OpenUrl" not in kind
    ]


def test_events_are_asked_for_by_their_command() -> None:
    searching = FakeSearching(a_found(1))
    answered(searching, value("juni", "events"), EN)
    assert searching.asked == [("juni", Sought.EVENTS, EN, NOON, MOST)]


def test_a_box_that_was_only_opened_asks_for_everything() -> None:
    searching = FakeSearching(a_found(1))
    opened = value() | {"parameters": [{"name": "initialRun", "value": "true"}]}
    assert answered(searching, opened)["type"] == "result"
    assert searching.asked[0][0] == ""


def test_the_next_results_come_when_somebody_scrolls() -> None:
    searching = FakeSearching(*map(a_found, range(13)))
    first = answered(searching, value(skip=0, count=25))["attachments"]
    then = answered(searching, value(skip=10, count=25))["attachments"]
    last = answered(searching, value(skip=20, count=25))
    assert [one["preview"]["content"]["title"] for one in (*first, *then)] == [
        f"Person {number}" for number in range(13)
    ]
    assert (last["type"], last["attachments"]) == ("result", [])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (value(), "Jeg kender ingen, der passer på det."),
        (value("x", "events"), "Jeg kender ingen arrangementer, der passer på det."),
        (value("", "events"), "Jeg kender ingen kommende arrangementer"),
    ],
)
def test_nothing_found_is_said(asked: dict[str, Any], words: str) -> None:
    shown = answered(FakeSearching(), asked)
    assert shown["type"] == "message"
    assert shown["text"].startswith(words)


@pytest.mark.parametrize("command", ["", "settings", None, 7, [], "People"])
def test_what_it_is_for_is_said_where_something_else_is_wanted(command: object) -> None:
    searching = FakeSearching(a_found(1))
    shown = answered(searching, value(command=command), EN)
    assert (shown["type"], searching.asked) == ("message", [])
    assert "people to contact and events" in shown["text"]


@pytest.mark.parametrize(
    "broken",
    [
        {"parameters": None},
        {"parameters": "kri"},
        {"parameters": [None, "x", {"name": 1}, {"value": "kri"}]},
        {"parameters": [{"name": "search", "value": {"a": 1}}]},
        {"parameters": [], "queryOptions": None},
        {"queryOptions": {"skip": -5, "count": -1}},
        {"queryOptions": {"skip": "0", "count": 1.5}},
    ],
)
def test_an_odd_value_is_read_as_far_as_it_goes(broken: dict[str, Any]) -> None:
    searching = FakeSearching(a_found(1))
    assert answered(searching, value() | broken)["type"] == "result"


def test_all_results_together_have_room_in_a_message() -> None:
    found = [a_found(number, "æ" * 4000) for number in range(10)]
    answer = Extension(FakeSearching(*found), FixedClock()).answer(value(), DA)
    assert 1 < len(answer["composeExtension"]["attachments"]) < 10
    assert len(json.dumps(answer, ensure_ascii=False).encode()) <= LARGEST


def test_a_preview_holds_no_html() -> None:
    found = Found("p", "<b>A</b>", "<img src=x>{{DATE(x)}}", EVERYTHING)
    (one,) = answered(FakeSearching(found), value())["attachments"]
    shown = one["preview"]["content"]
    assert not {*"<>"} & {*shown["title"], *shown["text"]}
    assert "{{" not in shown["text"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "commandId": st.sampled_from(["people", "events"]) | JSON,
            "parameters": JSON | st.lists(st.fixed_dictionaries({"name": JSON, "value": JSON})),
            "queryOptions": JSON,
        },
    ),
    st.sampled_from(Language),
)
def test_any_value_has_an_answer(asked: dict[str, Any], locale: Language) -> None:
    assert answered(FakeSearching(a_found(1)), asked, locale)["type"] in {"result", "message"}


@pytest.mark.parametrize("command", ["people", "events"])
@pytest.mark.parametrize("locale", Language)
def test_the_shipped_base_can_be_searched(
    desk: Desk, early_june: datetime, command: str, locale: Language
) -> None:
    extension = Extension(desk, FixedClock(early_june))
    answer = extension.answer(value("", command), locale)
    shown = answer["composeExtension"]["attachments"]
    assert len(shown) == {"people": 10, "events": 4}[command]
    assert len(json.dumps(answer, ensure_ascii=False).encode()) <= LARGEST
    for one in shown:
        told = json.dumps(one["content"], ensure_ascii=False)
        assert {DA: "Sidst tjekket", EN: "Checked"}[locale] in told
        assert types(one["content"]).isdisjoint({"Action.Execute", "Action.Submit"})
