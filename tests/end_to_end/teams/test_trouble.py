"""What people and platforms should not write to the bot, and do."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from tests.end_to_end.teams.whole import HOLDER, PRIVATE, QUESTION, Bot
from tests.fakes.teams_cards import LIVE, shown
from tests.fakes.teams_people import ANNA, GROUP, HELP, Person, Spot
from tests.fakes.teams_server import BOT

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
Change = Callable[[Json], Json]
MEETING = Spot("groupChat", "19:meeting_MjdhNjM4YzUtYzExZi00@thread.v2")


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


# Who is spoken to


async def test_html_is_text(whole_bot: Bot) -> None:
    live = f'<b>{QUESTION}</b> <script>alert("{PRIVATE}")</script> [x](https://evil.example) @Alle'
    post = await whole_bot.ask(ANNA, ANNA.direct, live)
    assert LIVE[:5] not in shown(post.card)
    assert HOLDER in shown(post.card)
    assert "<script>" not in post.summary


def mentioning_bo(body: Json, own: str = "") -> Json:
    other = {
        "type": "mention",
        "text": "<at>Bo &lt;b&gt;</at>",
        "mentioned": {"id": "29:bo", "name": "Bo"},
    }
    ours = {"type": "mention", "text": "<at>RAIN</at>", "mentioned": {"id": own}}
    entities = [other, *([ours] if own else [])]
    text = f"<at>Bo &lt;b&gt;</at> {'<at>RAIN</at> ' if own else ''}{QUESTION}"
    return body | {"text": text, "entities": entities}


@pytest.mark.parametrize("where", [HELP, GROUP, MEETING], ids=lambda where: where.id[:12])
async def test_who_mentions_somebody_else_does_not_ask_the_bot(whole_bot: Bot, where: Spot) -> None:
    body = whole_bot.message(ANNA, where, "x")
    await whole_bot.silent(mentioning_bo(body))
    post = await whole_bot.answered(mentioning_bo(body | {"id": "1"}, BOT))
    assert HOLDER in shown(post.card)


async def test_a_mention_of_nobody_is_none_of_the_bot(whole_bot: Bot) -> None:
    body = whole_bot.message(ANNA, HELP, "x", recipient=None, entities=[{"type": "mention"}])
    await whole_bot.silent(body)


async def test_between_two_a_mention_of_somebody_else_is_part_of_the_question(
    whole_bot: Bot,
) -> None:
    body = whole_bot.message(ANNA, ANNA.direct, "x")
    post = await whole_bot.answered(mentioning_bo(body))
    assert HOLDER in shown(post.card)


@pytest.mark.parametrize("told", ["", "meeting", "Personal", "x" * 1000, 5, None], ids=repr)
async def test_an_unknown_kind_of_conversation_counts_as_one_that_others_read(
    whole_bot: Bot, told: object
) -> None:
    unmentioned = ANNA.at(whole_bot.server.service).message(GROUP, QUESTION, mention=False)
    mentioned = whole_bot.message(ANNA, GROUP, QUESTION)
    for body in (unmentioned, mentioned):
        body["conversation"]["conversationType"] = told
    await whole_bot.silent(unmentioned)
    post = await whole_bot.answered(mentioned)
    assert HOLDER in shown(post.card)


ANOTHER = replace(ANNA, account="28:7d1f2a33-0000-4000-8000-000000000000", user="")
SENDERS: dict[str, tuple[Person, Json]] = {
    "another bot": (ANOTHER, {}),
    "in capitals": (replace(ANOTHER, account=ANOTHER.account.upper()), {}),
    "one whose role says so": (ANNA, {"role": "bot"}),
    "a skill": (ANNA, {"role": "skill"}),
    "the bot itself": (replace(ANNA, account=BOT), {}),
}


@pytest.mark.parametrize("where", [ANNA.direct, HELP, GROUP], ids=lambda where: where.kind)
@pytest.mark.parametrize("sender", SENDERS)
async def test_bots_do_not_keep_each_other_busy(whole_bot: Bot, sender: str, where: Spot) -> None:
    person, told = SENDERS[sender]
    here = person.at(whole_bot.server.service)
    bodies = [here.message(where, QUESTION), here.install(where)]
    for body in bodies:
        body["from"] |= told
    without = {name: bodies[0][name] for name in bodies[0] if name != "recipient"}
    await whole_bot.silent(*bodies, without | {"id": "another"})


async def test_in_a_meeting_it_answers_who_mentions_it(whole_bot: Bot) -> None:
    body = whole_bot.message(ANNA, MEETING, QUESTION)
    body["channelData"] |= {"meeting": {"id": "MCMxOTptZWV0aW5nIzA="}}
    post = await whole_bot.answered(body)
    assert HOLDER in shown(post.card)
    assert post.conversation == MEETING.id


@pytest.mark.parametrize("where", [ANNA.direct, HELP, GROUP], ids=lambda where: where.kind)
async def test_a_message_that_comes_again_is_answered_once(whole_bot: Bot, where: Spot) -> None:
    body = whole_bot.message(ANNA, where, QUESTION)
    await whole_bot.answered(body, body, body)
