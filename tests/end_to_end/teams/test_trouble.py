"""What people and platforms should not write to the bot, and do."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import pytest

from tests.end_to_end.teams.whole import PRIVATE, QUESTION, Bot
from tests.fakes.teams_cards import shown
from tests.fakes.teams_people import ANNA, GROUP, HELP, Spot
from tests.fakes.teams_server import BOT

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
Change = Callable[[Json], Json]


# Activities that are no questions


KINDS = [
    "messageUpdate",
    "messageDelete",
    "messageReaction",
    "typing",
    "conversationUpdate",
    "endOfConversation",
    "event",
    "trace",
    "command",
    "handoff",
    "contactRelationUpdate",
    "Message",
    "novelty",
    "x" * 10_000,
]


@pytest.mark.parametrize("where", [ANNA.direct, HELP, GROUP], ids=lambda where: where.kind)
async def test_an_activity_that_asks_nothing_is_not_answered(whole_bot: Bot, where: Spot) -> None:
    asked = f"{QUESTION} {PRIVATE}"
    kinds = (whole_bot.message(ANNA, where, asked, type=kind) for kind in KINDS)
    await whole_bot.silent(*kinds)


async def test_an_edited_question_is_not_answered_again(whole_bot: Bot) -> None:
    asked = whole_bot.message(ANNA, ANNA.direct, QUESTION)
    await whole_bot.answered(asked)
    edit = {"channelData": asked["channelData"] | {"eventType": "editMessage"}}
    gone = {"channelData": asked["channelData"] | {"eventType": "softDeleteMessage"}}
    back = {"channelData": asked["channelData"] | {"eventType": "undeleteMessage"}}
    await whole_bot.silent(
        asked | edit | {"type": "messageUpdate", "text": PRIVATE},
        asked | gone | {"type": "messageDelete"},
        asked | back | {"type": "messageUpdate"},
    )


async def test_who_comes_and_goes_is_no_question(whole_bot: Bot) -> None:
    there = ANNA.at(whole_bot.server.service)
    await whole_bot.silent(
        *(there.join(where) for where in (ANNA.direct, GROUP, HELP)),
        there.join(HELP, "29:another", "29:third"),
        there.join(HELP, "29:another", left=True),
        *(
            there.join(HELP) | {"channelData": {"eventType": event, "team": {"id": HELP.team}}}
            for event in ("channelCreated", "channelRenamed", "teamRenamed", "teamArchived", "odd")
        ),
        there.join(GROUP) | {"membersAdded": [None, 5, {"id": ["29"]}], "topicName": PRIVATE},
        there.join(GROUP) | {"membersAdded": {"id": BOT}},
    )


async def test_who_adds_the_bot_twice_is_greeted_once(whole_bot: Bot) -> None:
    for where in (ANNA.direct, GROUP, HELP):
        added = ANNA.at(whole_bot.server.service).install(where)
        greeting = await whole_bot.answered(added, added)
        assert "Det kan jeg hjælpe med" in shown(greeting.card)


# Messages of an odd kind

ODD: dict[str, Change] = {
    "only attachments": lambda body: (
        body | {"text": "", "attachments": [{"contentType": "image/png", "name": PRIVATE}]}
    ),
    "no text": lambda body: {name: body[name] for name in body if name != "text"},
    "text null": lambda body: body | {"text": None},
    "text a list": lambda body: body | {"text": [PRIVATE]},
    "text an object": lambda body: body | {"text": {PRIVATE: 1}},
    "value of another bot": lambda body: body | {"text": "", "value": {"verb": PRIVATE}},
    "value a list": lambda body: body | {"text": "", "value": [PRIVATE]},
    "blanks": lambda body: body | {"text": " \u200b\xa0&nbsp;\n"},
    "entities odd": lambda body: (
        body | {"text": "", "entities": [None, 1, {"type": "mention"}, {"mentioned": 5}]}
    ),
}


@pytest.mark.parametrize("odd", ODD)
async def test_a_message_without_words_is_told_what_can_be_asked(whole_bot: Bot, odd: str) -> None:
    body = ODD[odd](whole_bot.message(ANNA, ANNA.direct, "x"))
    post = await whole_bot.answered(body)
    assert "spørg" in shown(post.card).lower()
    assert PRIVATE not in shown(post.card)


@pytest.mark.parametrize("odd", ODD)
async def test_in_a_channel_it_is_nobodys_affair(whole_bot: Bot, odd: str) -> None:
    body = ANNA.at(whole_bot.server.service).message(HELP, "x", mention=False)
    await whole_bot.silent(ODD[odd](body))


@pytest.mark.parametrize(
    "changed",
    [
        {"id": None},
        {"id": 5},
        {"from": None},
        {"from": {"id": 5}},
        {"conversation": None},
        {"conversation": {"id": ""}},
        {"conversation": {"id": ["a:1"]}},
    ],
    ids=str,
)
async def test_who_or_where_is_missing(whole_bot: Bot, changed: Json) -> None:
    body = whole_bot.message(ANNA, ANNA.direct, f"{QUESTION} {PRIVATE}") | changed
    await (whole_bot.answered(body) if "id" in changed else whole_bot.silent(body))


FILLERS = {
    "words": lambda size: "ord " * (size // 4),
    "one word": lambda size: "x" * size,
    "mentions that never end": lambda size: "<at>" * (size // 4),
    "mentions": lambda size: "<at>x</at>" * (size // 10),
    "beginnings": lambda size: "<at " * (size // 4),
    "references": lambda size: "&amp;" * (size // 5),
    "a number that no computer reads": lambda size: f"&#{'9' * (size - 3)};",
    "digits": lambda size: "1 " * (size // 2),
    "blanks": lambda size: " " * size,
    "lines": lambda size: "\n" * size,
    "brackets": lambda size: "[" * size,
}


@pytest.mark.parametrize("filler", FILLERS)
async def test_a_message_of_100_000_characters_holds_nobody_up(whole_bot: Bot, filler: str) -> None:
    body = whole_bot.message(ANNA, ANNA.direct, "x", text=FILLERS[filler](100_000))
    began = perf_counter()
    assert (await whole_bot.tell(body)).status == 200
    assert perf_counter() - began < 1
    await whole_bot.answered()
