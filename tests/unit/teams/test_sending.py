"""Answers are tried again where they were certainly not taken, and nowhere else."""

import asyncio
import time

import pytest

from bot.errors import HeldBackError, NotSentError, PostingError, RefusedError, UncertainError
from bot.reply import Language
from bot.teams.asked import Place, PlaceKind
from bot.teams.card import sentence
from bot.teams.client import Client
from bot.teams.sending import PATIENCE, PAUSES, send
from tests.fakes.teams_people import ANNA, HELP
from tests.fakes.teams_server import Answer, TeamsServer, refusal, throttled

DRAWN = sentence("Sommerdagen er den 5. juni.", Language.DANISH)
SOON = (0.01, 0.02, 0.03)


@pytest.fixture
def place(server: TeamsServer) -> Place:
    return Place(PlaceKind.CHANNEL, HELP.id, server.service, "1700", HELP.team)


async def test_an_answer_stands_in_the_thread_it_was_asked_in(
    server: TeamsServer, client: Client, place: Place
) -> None:
    named = await send(client, place, DRAWN)
    post = await server.next_post()
    assert (post.conversation, post.thread, post.id) == (HELP.id, "1700", named)
    assert "Sommerdagen" in post.summary
    assert post.card == DRAWN.card


async def test_an_answer_to_one_person_stands_in_their_chat(
    server: TeamsServer, client: Client
) -> None:
    await send(client, Place(PlaceKind.PERSONAL, ANNA.direct.id, server.service), DRAWN)
    post = await server.next_post()
    assert (post.conversation, post.thread) == (ANNA.direct.id, "")


@pytest.mark.parametrize(
    "busy",
    [
        throttled(),
        refusal(412, "PreconditionFailed"),
        refusal(503, "ServiceUnavailable"),
        refusal(401, "Unauthorized"),
    ],
    ids=lambda answer: str(answer.status),
)
async def test_what_was_not_taken_is_tried_again(
    server: TeamsServer, client: Client, place: Place, busy: Answer
) -> None:
    server.answers["send"] += [busy] if busy.status == 429 else [busy, busy, busy]
    await send(client, place, DRAWN, SOON)
    assert len(await server.more_posts()) == 1


async def test_in_the_end_it_is_given_up(server: TeamsServer, client: Client, place: Place) -> None:
    server.answers["send"] += [refusal(412, "PreconditionFailed")] * 9
    with pytest.raises(NotSentError):
        await send(client, place, DRAWN, SOON)
    assert len(server.called("send")) == len(SOON) + 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(500), UncertainError),
        (Answer(502), UncertainError),
        (Answer(503), UncertainError),
        (Answer(504), UncertainError),
        (Answer(drop=True), UncertainError),
        (Answer(drop=True, records=True), UncertainError),
        (Answer(500, records=True), UncertainError),
        (refusal(403, "BotNotInConversationRoster"), RefusedError),
    ],
    ids=repr,
)
async def test_what_may_stand_there_is_never_written_twice(
    server: TeamsServer, client: Client, place: Place, answer: Answer, error: type[PostingError]
) -> None:
    server.answers["send"].append(answer)
    with pytest.raises(error):
        await send(client, place, DRAWN, SOON)
    assert len(server.called("send")) == 1
    assert len(await server.more_posts()) == answer.records


async def test_teams_says_how_long_to_wait(
    server: TeamsServer, client: Client, place: Place
) -> None:
    server.answers["send"].append(throttled("1.5"))
    began = time.monotonic()
    await send(client, place, DRAWN, SOON)
    assert time.monotonic() - began > 1.4


async def test_nobody_waits_for_longer_than_they_would(
    server: TeamsServer, client: Client, place: Place
) -> None:
    server.answers["send"].append(throttled(str(PATIENCE + 1)))
    began = time.monotonic()
    with pytest.raises(HeldBackError):
        await send(client, place, DRAWN, SOON)
    assert time.monotonic() - began < 1
    assert sum(PAUSES) < PATIENCE


async def test_several_wait_without_holding_each_other_up(
    server: TeamsServer, client: Client, place: Place
) -> None:
    server.answers["send"] += [throttled("1")] * 20
    began = time.monotonic()
    await asyncio.gather(*(send(client, place, DRAWN, SOON) for _ in range(20)))
    assert time.monotonic() - began < 5
    assert len(await server.more_posts()) == 20
