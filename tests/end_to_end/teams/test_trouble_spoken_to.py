"""Whom the bot answers: who means it, and is no bot."""

from dataclasses import replace
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
MEETING = Spot("groupChat", "19:meeting_MjdhNjM4YzUtYzExZi00@thread.v2")


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
