"""Writing to a Teams that takes it, refuses it, or fails; each after exactly one request."""

import asyncio
import logging
import socket
import time
from collections.abc import ItemsView, Iterator
from contextlib import contextmanager

import pytest

from bot.errors import HeldBackError, NotSentError, PostingError, RefusedError, UncertainError
from bot.teams.client import GLOBAL_SERVICE, Client
from bot.teams.punctual import BY
from bot.teams.services import Services
from tests.fakes.teams_people import ANNA, HELP
from tests.fakes.teams_sending import writing_to
from tests.fakes.teams_server import (
    BOT,
    CARD_TYPE,
    LARGEST,
    TENANT,
    Answer,
    Json,
    TeamsServer,
    refusal,
    throttled,
)

PATIENCE = 0.3


def message(text: str = "Sommerdagen kommer.") -> Json:
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": text}]}
    attached = {"contentType": CARD_TYPE, "content": card}
    return {"type": "message", "summary": text, "attachments": [attached]}


async def test_a_message_stands_as_it_was_given(server: TeamsServer, client: Client) -> None:
    odd = message("æøå & <b>, {{TIME()}}")
    odd["attachments"][0]["content"]["msteams"] = {"width": "Full"}
    odd["attachments"][0]["content"]["somethingNew"] = [None, 1.5, {"a": "b"}]
    named = await client.send(server.service, HELP.id, odd)
    post = await server.next_post()
    assert (post.conversation, post.thread, post.id) == (HELP.id, "", named)
    assert {name: post.activity[name] for name in odd} == odd


async def test_a_message_stands_in_its_thread(server: TeamsServer, client: Client) -> None:
    await client.send(server.service, HELP.below("1700").whole, message())
    post = await server.next_post()
    assert (post.conversation, post.thread) == (HELP.id, "1700")


async def test_a_conversation_is_opened(server: TeamsServer, client: Client) -> None:
    opened = await client.open(server.service, ANNA.account, TENANT)
    assert opened == ANNA.direct.id
    (call,) = server.called("open")
    assert call.body["bot"] == {"id": BOT}
    assert call.body["members"] == [{"id": ANNA.account}]


async def test_a_member_is_told_of(server: TeamsServer, client: Client) -> None:
    server.members[HELP.id] = {ANNA.account: ANNA.as_member()}
    told = await client.member(server.service, HELP.id, ANNA.account)
    assert told["objectId"] == ANNA.user
    with pytest.raises(RefusedError, match="MemberNotFoundInConversation"):
        await client.member(server.service, HELP.id, "29:nobody")


async def test_every_request_carries_a_token(server: TeamsServer, client: Client) -> None:
    await client.send(server.service, HELP.id, message())
    await client.open(server.service, ANNA.account, TENANT)
    assert all(call.token.count(".") == 2 for call in server.calls)


# What is not sent at all


async def test_a_service_that_is_not_teams_is_told_nothing(
    server: TeamsServer, client: Client
) -> None:
    for service in (server.url, "https://evil.example/", "", "http://127.0.0.1:1/emea/"):
        with pytest.raises(RefusedError, match="unknown_service"):
            await client.send(service, HELP.id, message())
    assert server.calls == []


def test_the_service_for_places_nobody_heard_of_is_teams_own() -> None:
    assert Services().known(GLOBAL_SERVICE)


async def test_odd_ids_stay_where_they_belong(server: TeamsServer, client: Client) -> None:
    for odd in ("../../x", "a/b", "a?b=c", "a#b", "19:æ ø@thread.v2", "%2e%2e"):
        await client.send(server.service, odd, message())
        assert (await server.next_post()).conversation == odd


async def test_no_conversation_is_none(server: TeamsServer, client: Client) -> None:
    with pytest.raises(RefusedError, match="no_conversation"):
        await client.send(server.service, "", message())


@contextmanager
def nobody_there() -> Iterator[str]:
    """The address of a port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/emea/"


async def test_where_nobody_is_nothing_was_sent(server: TeamsServer) -> None:
    with nobody_there() as address:
        server.url = address.removesuffix("/emea/")
        async with writing_to(server) as client:
            with pytest.raises(NotSentError, match="ConnectError"):
                await client.send(server.service, HELP.id, message())


async def test_where_nobody_answers_the_knock_nothing_was_sent(server: TeamsServer) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        server.url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        knocks = [socket.socket() for _ in range(4)]
        for knock in knocks:
            knock.setblocking(False)
            knock.connect_ex(deaf.getsockname())
        async with writing_to(server, limit=PATIENCE) as client:
            with pytest.raises(NotSentError, match="Timeout"):
                await client.send(server.service, HELP.id, message())
        for knock in knocks:
            knock.close()


# How a request ends


async def failing(server: TeamsServer, client: Client, answer: Answer) -> PostingError:
    server.answers["send"].append(answer)
    with pytest.raises(PostingError) as raised:
        await client.send(server.service, HELP.id, message())
    assert len(server.called("send")) == 1
    return raised.value


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (refusal(403, "BotNotInConversationRoster"), "BotNotInConversationRoster"),
        (refusal(403, "ConversationBlockedByUser"), "ConversationBlockedByUser"),
        (refusal(403, "ForbiddenOperationException"), "ForbiddenOperationException"),
        (refusal(403, "BotDisabledByAdmin"), "BotDisabledByAdmin"),
        (refusal(404, "ConversationNotFound"), "ConversationNotFound"),
        (refusal(400, "BadSyntax"), "BadSyntax"),
        (Answer(403, text="<html>no</html>", content_type="text/html"), "status_403"),
        (Answer(404, text=""), "status_404"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_refusal(server: TeamsServer, client: Client, answer: Answer, reason: str) -> None:
    ended = await failing(server, client, answer)
    assert isinstance(ended, RefusedError)
    assert ended.reason == reason


async def test_too_large_a_message_is_refused(server: TeamsServer, client: Client) -> None:
    with pytest.raises(RefusedError, match="MessageSizeTooBig"):
        await client.send(server.service, HELP.id, message("x" * LARGEST))


async def test_being_held_back(server: TeamsServer, client: Client) -> None:
    ended = await failing(server, client, throttled("30"))
    assert isinstance(ended, HeldBackError)
    assert (ended.reason, ended.seconds) == ("Throttled", 30)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(500),
        refusal(500, "ServiceError"),
        refusal(502, "ServiceError"),
        Answer(503, text="<html>", content_type="text/html"),
        Answer(504),
        Answer(drop=True),
        Answer(drop=True, records=True),
        Answer(200, text="<html>hello", content_type="text/html"),
        Answer(200, text="[1, 2"),
        Answer(200, body={"id": 5}),
        Answer(200, body={}),
        Answer(302, headers={"Location": "/emea/v3/conversations/x/activities"}),
    ],
    ids=repr,
)
async def test_what_may_have_arrived(server: TeamsServer, client: Client, answer: Answer) -> None:
    assert isinstance(await failing(server, client, answer), UncertainError)


async def test_a_redirect_leads_nowhere(server: TeamsServer, client: Client) -> None:
    for status in (301, 302, 303, 307, 308):
        server.answers["send"].append(Answer(status, headers={"Location": f"{server.url}/steal"}))
        with pytest.raises(UncertainError):
            await client.send(server.service, HELP.id, message())
    assert len(server.calls) == 5


async def test_no_answer_in_time_may_have_arrived(server: TeamsServer) -> None:
    async with writing_to(server, limit=PATIENCE) as client:
        began = time.monotonic()
        ended = await failing(server, client, Answer(after=3))
        assert isinstance(ended, UncertainError)
        assert time.monotonic() - began < 4 * PATIENCE
        assert await client.send(server.service, HELP.id, message()), "and the client goes on"


async def test_trouble_of_another_request_is_none_of_the_next(
    server: TeamsServer, client: Client
) -> None:
    for answer in (Answer(drop=True), throttled(), Answer(500)):
        server.answers["send"].append(answer)
        with pytest.raises(PostingError):
            await client.send(server.service, HELP.id, message())
        assert await client.send(server.service, HELP.id, message())


# In time or not at all


async def test_after_its_time_nothing_is_sent(server: TeamsServer, client: Client) -> None:
    loop = asyncio.get_running_loop()
    await client.send(server.service, HELP.id, message())
    BY.set(loop.time() - 1)
    with pytest.raises(NotSentError):
        await client.send(server.service, HELP.id, message())
    assert len(server.calls) == 1


class Slow(dict[str, object]):
    """A message that lets the process stand still while it is written down."""

    def items(self) -> ItemsView[str, object]:
        time.sleep(2 * PATIENCE)
        return super().items()


async def test_what_comes_late_to_its_body_is_not_sent(server: TeamsServer) -> None:
    async with writing_to(server, limit=3 * PATIENCE) as client:
        await client.send(server.service, HELP.id, message())
        with pytest.raises(NotSentError, match="TooLateError"):
            await client.send(server.service, HELP.id, message() | {"channelData": Slow(a="b")})
        assert len(await server.more_posts()) == 1
        assert await client.send(server.service, HELP.id, message())


async def test_a_standstill_sends_nothing_late(server: TeamsServer) -> None:
    async with writing_to(server, limit=PATIENCE) as client:
        await client.send(server.service, HELP.id, message())
        many = [
            asyncio.create_task(client.send(server.service, HELP.id, message())) for _ in range(7)
        ]
        asyncio.get_running_loop().call_soon(time.sleep, 3 * PATIENCE)
        ended = await asyncio.gather(*many, return_exceptions=True)
        assert all(isinstance(error, NotSentError) for error in ended), ended
        assert len(await server.more_posts()) == 1
        assert await client.send(server.service, HELP.id, message())


async def test_many_at_once(server: TeamsServer, client: Client) -> None:
    sending = (client.send(server.service, HELP.id, message(str(n))) for n in range(300))
    assert len(set(await asyncio.gather(*sending))) == 300


# What is told to nobody


async def test_neither_words_nor_ids_nor_tokens_are_logged(
    server: TeamsServer, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await client.send(server.service, HELP.id, message("hemmeligt"))
    for answer in (refusal(403, "Forbidden"), Answer(500), Answer(drop=True), throttled("5")):
        server.answers["send"].append(answer)
        with pytest.raises(PostingError) as raised:
            await client.send(server.service, HELP.id, message("hemmeligt"))
        assert "hemmeligt" not in str(raised.value)
    logged = [record.getMessage() for record in caplog.records if record.name != "aiohttp.server"]
    assert not [line for line in logged if HELP.id in line or "hemmeligt" in line or "eyJ" in line]
    assert "HTTP Request" not in caplog.text
