"""Buttons that carry what they should not, and everything else that waits for an answer."""

from typing import Any

import pytest

from bot.reply import Intent
from bot.teams.pressing import FIELD, KEY, LONGEST_TEXT
from bot.wording.adapting import FAILED
from tests.end_to_end.teams.whole import PRIVATE, QUESTION, Bot, carried
from tests.fakes.teams_cards import LIVE, shown
from tests.fakes.teams_people import ANNA, BO, GROUP, HELP, Spot

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
LOST = "Den knap kan jeg ikke længere læse"
FAULT = FAILED.da.partition(".")[0]


def nested(deep: int) -> Json:
    inner: Json = {}
    for _ in range(deep):
        inner = {KEY: inner}
    return inner


VALUES: dict[str, object] = {
    "null": None,
    "a list": [PRIVATE],
    "a number": 5,
    "a text": PRIVATE,
    "empty": {},
    "an action of null": {"action": None},
    "a list of actions": {"action": [{"data": carried("help")}]},
    "data of null": {"action": {"data": None}},
    "data of a list": {"action": {"data": [carried("help")]}},
    "data of a number": {"action": {"data": 1e308}},
    "data that nest": {"action": {"data": nested(150)}},
    "nothing of ours": {"action": {"verb": "other", "data": {"id": PRIVATE}}},
}


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("where", [ANNA.direct, HELP], ids=lambda where: where.kind)
async def test_who_pressed_what_cannot_be_read_is_told(
    whole_bot: Bot, value: str, where: Spot
) -> None:
    activity = ANNA.at(whole_bot.server.service).press(where, {})
    told = await whole_bot.tell(activity | {"value": VALUES[value]})
    assert LOST in shown(told.card)


async def test_who_pressed_something_without_a_value_is_told(whole_bot: Bot) -> None:
    activity = ANNA.at(whole_bot.server.service).press(ANNA.direct, {})
    del activity["value"]
    assert LOST in shown((await whole_bot.tell(activity)).card)


async def test_what_is_pressed_by_nobody_is_refused_in_words(whole_bot: Bot) -> None:
    activity = ANNA.at(whole_bot.server.service).press(ANNA.direct, {}) | {"from": None}
    told = await whole_bot.tell(activity)
    assert (told.status, told.body["statusCode"]) == (400, 400)
    assert LOST in told.body["value"]["message"]


async def test_too_much_is_too_much(whole_bot: Bot) -> None:
    told = await whole_bot.invoke(ANNA, ANNA.direct, carried("ask", t="x" * 300_000))
    assert (told.status, told.body) == (413, {"error": "too large"})


@pytest.mark.parametrize(
    "name", ["task/fetch", "signin/verifyState", "fileConsent/invoke", "adaptiveCard/", "", 5, None]
)
@pytest.mark.parametrize("value", VALUES)
async def test_what_the_bot_does_not_do_it_says_so(
    whole_bot: Bot, name: object, value: str
) -> None:
    activity = ANNA.at(whole_bot.server.service).press(ANNA.direct, {})
    told = await whole_bot.tell(activity | {"name": name, "value": VALUES[value]})
    assert (told.status, told.text) == (501, "")


SOUGHT: dict[str, object] = {
    **VALUES,
    "parameters odd": {"commandId": "people", "parameters": [None, 5, {"value": [1]}]},
    "options odd": {"commandId": "events", "queryOptions": {"skip": -1e9, "count": True}},
    "far away": {"commandId": "people", "queryOptions": {"skip": 10**30, "count": 10**30}},
    "much": {
        "commandId": "people",
        "parameters": [{"name": "search", "value": "a " * 50_000}],
    },
}


@pytest.mark.parametrize("value", SOUGHT)
@pytest.mark.parametrize("name", ["query", "selectItem", "fetchTask", ""])
async def test_a_search_for_something_odd_is_answered(
    whole_bot: Bot, value: str, name: str
) -> None:
    activity = ANNA.at(whole_bot.server.service).query(ANNA.direct, "people", "x")
    odd = {"name": f"composeExtension/{name}", "value": SOUGHT[value]}
    told = await whole_bot.tell(activity | odd)
    assert told.status == 200
    assert told.body["composeExtension"]["type"] in {"message", "result"}
    assert PRIVATE not in told.text


# Forged data

UNREADABLE: dict[str, Json] = {
    "an intent there is not": carried("delete-everything"),
    "an intent that is a list": carried("help") | {KEY: {"i": ["help"], "l": "da"}},
    "a language there is not": {KEY: {"i": "help", "l": "xx"}},
    "a page below nothing": carried("events", p=-1),
    "a page far away": carried("events", p=10**20),
    "entries that are paths": carried("others", n=["../../etc/passwd"]),
    "too many entries": carried("others", n=["entry"] * 11),
    "too long a text": carried("ask", t="x" * (LONGEST_TEXT + 1)),
    "too long an entry": carried("choice", e="x" * 201),
    "something more": carried("help", asker="teams:other:person"),
    "a way back to nowhere": carried("help", b=[{"i": "none"}]),
    "a long way back": carried("help", b=[{"i": "help"}] * 4),
    "a list": {KEY: [1, 2]},
    "null": {KEY: None},
    "nested": {KEY: nested(100)},
}


@pytest.mark.parametrize("forged", UNREADABLE)
async def test_what_no_card_of_ours_carries_is_not_read(whole_bot: Bot, forged: str) -> None:
    told = await whole_bot.invoke(ANNA, ANNA.direct, UNREADABLE[forged])
    assert LOST in shown(told.card)
    activity = ANNA.at(whole_bot.server.service).submit(ANNA.direct, {"data": UNREADABLE[forged]})
    assert LOST in shown((await whole_bot.answered(activity)).card)


ENTRIES = [
    "",
    "../../../etc/passwd",
    "gone-from-the-knowledge-base",
    "'; DROP TABLE passed; --",
    "<b>x</b>",
    "\x00",
    "é" * 200,
    "%s{0}",
]


@pytest.mark.parametrize("intent", list(Intent))
@pytest.mark.parametrize("where", [ANNA.direct, HELP], ids=lambda where: where.kind)
async def test_whatever_a_button_names_there_is_an_answer(
    whole_bot: Bot, caplog: pytest.LogCaptureFixture, intent: Intent, where: Spot
) -> None:
    fields = {FIELD + name: PRIVATE for name in ("typed", "answer", "area", "")}
    for entry in ENTRIES:
        data = carried(
            intent, e=entry, t=f"{PRIVATE} {QUESTION}", n=["gone"], s=f"{intent} {entry}"
        )
        told = await whole_bot.invoke(ANNA, where, data | fields)
        text = shown(told.card)
        assert text.strip()
        assert LIVE[:5] not in text
        assert FAULT not in text
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
    assert [
        post for post in await whole_bot.server.more_posts() if post.conversation != HELP.id
    ] == []


async def test_an_entry_that_is_gone_is_said_to_be(whole_bot: Bot) -> None:
    for intent in ("choice", "others", "calendar"):
        told = await whole_bot.invoke(ANNA, ANNA.direct, carried(intent, e="gone", n=["gone"]))
        assert "står ikke længere i videnbasen" in shown(told.card)


@pytest.mark.parametrize("size", [2001, 100_000])
async def test_fields_that_are_too_long_are_cut_or_refused(whole_bot: Bot, size: int) -> None:
    long = "x" * size
    sent = carried("forwarded", e=f"token{size}", s=f"long{size}") | {f"{FIELD}text": long}
    assert "Det er for langt" in shown((await whole_bot.invoke(ANNA, ANNA.direct, sent)).card)
    for more in ({"i": "ask"}, {"i": "setting", "e": "language"}, {"i": "command"}):
        data = {KEY: {"l": "da", "f": "typed", **more}, f"{FIELD}typed": long}
        card = (await whole_bot.invoke(ANNA, ANNA.direct, data)).card
        assert FAULT not in shown(card)
        assert long[: LONGEST_TEXT + 1] not in str(card)


async def test_nobody_sets_anything_for_somebody_else(whole_bot: Bot) -> None:
    for entry in ("language", "audience", ANNA.user, f"teams:{ANNA.tenant}:{ANNA.user}"):
        for text in ("en", "employee", ANNA.user):
            told = await whole_bot.invoke(
                BO, BO.direct, carried("setting", e=entry, t=text, asker=ANNA.user)
            )
            assert LOST in shown(told.card)
            data = carried("setting", e=entry, t=text) | {"from": {"aadObjectId": ANNA.user}}
            assert (await whole_bot.invoke(BO, BO.direct, data)).status == 200
    assert "Settings" in shown((await whole_bot.invoke(BO, BO.direct, carried("home"))).card)
    assert "Indstillinger" in shown(
        (await whole_bot.invoke(ANNA, ANNA.direct, carried("home"))).card
    )


@pytest.mark.parametrize("where", [HELP, GROUP], ids=lambda where: where.kind)
async def test_nobodys_page_is_shown_where_others_read(whole_bot: Bot, where: Spot) -> None:
    told = await whole_bot.invoke(ANNA, where, carried("home"))
    assert "Indstillinger" not in shown(told.card)
