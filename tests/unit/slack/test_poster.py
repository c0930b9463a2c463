"""Posting of the bot's own accord, against a Slack that takes it, refuses it, or fails."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.errors import HeldBackError, NotSentError, PostingError, RefusedError, UncertainError
from bot.reply import Address, AddressKind, Language, Outcome, Reply, StopReminding
from bot.slack.poster import SlackPoster
from bot.slack.tokens import OneToken
from tests.fakes.responder import said
from tests.fakes.slack_server import BOT_TOKEN, TEAM, Answer, SlackServer
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT, buttons, shown

HELP = Address("slack", TEAM, AddressKind.CHANNEL, CHANNEL)
SOMEBODY = Address("slack", TEAM, AddressKind.PERSON, ANNA)
KEY = "summer-day:1:7d:slack:channel:C0HELP"
PATIENCE = 0.3


@pytest.fixture
async def poster(server: SlackServer) -> AsyncIterator[SlackPoster]:
    async with SlackPoster(OneToken(BOT_TOKEN), f"{server.url}/api/") as poster:
        yield poster


@pytest.fixture
async def impatient(server: SlackServer) -> AsyncIterator[SlackPoster]:
    async with SlackPoster(OneToken(BOT_TOKEN), f"{server.url}/api/", limit=PATIENCE) as poster:
        yield poster


async def test_a_reminder_stands_in_the_channel(server: SlackServer, poster: SlackPoster) -> None:
    receipt = await poster.post(HELP, said("Summer day & more, <!channel>"), KEY)
    post = await server.next_post()
    assert receipt == f"{CHANNEL}:{post.ts}"
    assert (post.channel, post.thread) == (CHANNEL, "")
    assert "Summer day & more, <!channel>" in shown(post)
    assert "LIVE" not in shown(post)


async def test_a_reminder_reaches_a_person(server: SlackServer, poster: SlackPoster) -> None:
    receipt = await poster.post(SOMEBODY, said("Summer day"), KEY)
    post = await server.next_post()
    assert (post.channel, post.thread) == (DIRECT, "")
    assert receipt == f"{DIRECT}:{post.ts}"
    assert server.called("chat.postMessage")[0].body["channel"] == ANNA


async def test_a_reminder_is_drawn_as_answers_are(server: SlackServer, poster: SlackPoster) -> None:
    parts = said("Sommerdag").parts
    stop = StopReminding("Ikke flere", "summer-day")
    await poster.post(HELP, Reply(Outcome.ANSWER, Language.DANISH, parts, (stop,)), KEY)
    (button,) = buttons(await server.next_post())
    assert (button["action_id"], button["value"]) == ("stop-0", "da:summer-day")


async def test_a_reminder_carries_its_key_and_draws_no_previews(
    server: SlackServer, poster: SlackPoster
) -> None:
    await poster.post(HELP, said("https://example.org"), KEY)
    (call,) = server.called("chat.postMessage")
    assert call.token == BOT_TOKEN
    assert call.body["metadata"] == {"event_type": "rain_reminder", "event_payload": {"key": KEY}}
    asked = {name: call.body[name] for name in ("parse", "mrkdwn", "unfurl_links", "unfurl_media")}
    assert asked == {"parse": "none", "mrkdwn": False, "unfurl_links": False, "unfurl_media": False}
    assert "thread_ts" not in call.body


# Outcomes: each after exactly one request


def busy(seconds: str = "") -> Answer:
    headers = {"Retry-After": seconds} if seconds else {}
    return Answer(429, {"ok": False, "error": "ratelimited"}, headers)


def refusal(code: str, status: int = 200) -> Answer:
    return Answer(status, {"ok": False, "error": code})


async def failing(poster: SlackPoster, server: SlackServer, answer: Answer) -> PostingError:
    """How a post ends to which Slack answers so; it is tried once."""
    server.answers["chat.postMessage"].append(answer)
    with pytest.raises(PostingError) as raised:
        await poster.post(HELP, said("Summer day"), KEY)
    assert len(server.called("chat.postMessage")) == 1
    return raised.value


@pytest.mark.parametrize(
    "code",
    [
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_not_found",
        "account_inactive",
        "invalid_auth",
        "messages_tab_disabled",
    ],
)
async def test_a_refusal(server: SlackServer, poster: SlackPoster, code: str) -> None:
    ended = await failing(poster, server, refusal(code))
    assert isinstance(ended, RefusedError)
    assert ended.reason == code


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (busy("30"), 30),
        (busy("0"), 1),
        (busy(), 1),
        (Answer(429, headers={"Retry-After": "7"}, text="<html>slow down"), 7),
        (Answer(429, headers={"Retry-After": "7"}, text="slow", content_type="text/plain"), 7),
        (refusal("rate_limited"), 1),
    ],
    ids=["30", "0", "unsaid", "unreadable", "text", "200"],
)
async def test_being_held_back(
    server: SlackServer, poster: SlackPoster, answer: Answer, seconds: float
) -> None:
    ended = await failing(poster, server, answer)
    assert isinstance(ended, HeldBackError)
    assert ended.seconds == seconds
    assert await server.more_posts(within=0) == []


@pytest.mark.parametrize(
    "answer",
    [
        refusal("internal_error"),
        refusal("fatal_error"),
        refusal("service_unavailable"),
        refusal("request_timeout"),
        refusal("internal_error", 500),
        refusal("not_in_channel", 503),
        Answer(502, text="<html>Bad gateway", content_type="text/html"),
        Answer(403, text="<html>Your proxy says no", content_type="text/html"),
        Answer(404, text=""),
        Answer(text=""),
        Answer(text="{"),
        Answer(text="[]"),
        Answer(text="[1]"),
        Answer(text="7"),
        Answer(text="[" * 100_000),
        Answer(text="ok", content_type="text/plain"),
        Answer(text="ok", content_type="application/gzip"),
        Answer(text="<html>Please log in", content_type="text/html"),
        Answer(body={"ok": True}),
        Answer(body={"ok": True, "channel": CHANNEL, "ts": 5}),
        Answer(drop=True),
    ],
    ids=lambda answer: f"{answer.status} {answer.text or answer.body}"[:40],
)
@pytest.mark.parametrize("records", [False, True], ids=["lost", "recorded"])
async def test_it_may_have_arrived(
    server: SlackServer, poster: SlackPoster, answer: Answer, records: bool
) -> None:
    varied = Answer(**{**vars(answer), "records": records})
    assert isinstance(await failing(poster, server, varied), UncertainError)
    assert len(await server.more_posts(within=0)) == records


@pytest.mark.parametrize("records", [False, True], ids=["lost", "recorded"])
async def test_an_answer_that_takes_too_long(
    server: SlackServer, impatient: SlackPoster, records: bool
) -> None:
    begun = time.monotonic()
    ended = await failing(impatient, server, Answer(after=1, records=records))
    assert isinstance(ended, UncertainError)
    assert ended.reason == "TimeoutError"
    assert PATIENCE <= time.monotonic() - begun < 1


@asynccontextmanager
async def answering(sent: bytes) -> AsyncIterator[str]:
    """A server that answers everything with these bytes and hangs up."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as listening:
        yield "http://{}:{}/api/".format(*listening.sockets[0].getsockname())


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"ok":',
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n\xff\xfe",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nno",
    ],
)
async def test_an_answer_that_is_none(sent: bytes) -> None:
    async with answering(sent) as url, SlackPoster(OneToken(BOT_TOKEN), url, limit=5) as poster:
        with pytest.raises(UncertainError):
            await poster.post(HELP, said("Summer day"), KEY)


@pytest.fixture
def deaf() -> Iterator[str]:
    """An address where connections are neither taken nor refused."""
    with socket.socket() as listening, socket.socket() as first, socket.socket() as second:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield "http://{}:{}/api/".format(*listening.getsockname())


async def test_a_connection_that_is_never_made(deaf: str) -> None:
    async with SlackPoster(OneToken(BOT_TOKEN), deaf, limit=1) as poster:
        with pytest.raises(NotSentError, match="ConnectionTimeoutError"):
            await poster.post(HELP, said("Summer day"), KEY)


async def test_a_refused_connection() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = "http://{}:{}/api/".format(*closed.getsockname())
        async with SlackPoster(OneToken(BOT_TOKEN), url) as poster:
            with pytest.raises(NotSentError):
                await poster.post(HELP, said("Summer day"), KEY)


async def test_a_server_without_encryption(server: SlackServer) -> None:
    async with SlackPoster(
        OneToken(BOT_TOKEN), f"{server.url}/api/".replace("http", "https")
    ) as poster:
        with pytest.raises(NotSentError):
            await poster.post(HELP, said("Summer day"), KEY)
    assert server.calls == []


async def test_a_failure_harms_no_later_post(server: SlackServer, poster: SlackPoster) -> None:
    await failing(poster, server, Answer(drop=True))
    await poster.post(HELP, said("Summer day"), KEY)
    assert "Summer day" in shown(await server.next_post())


async def test_many_at_once_are_all_posted(server: SlackServer, poster: SlackPoster) -> None:
    posts = [poster.post(HELP, said(f"Number {n}"), f"key {n}") for n in range(200)]
    assert len(set(await asyncio.gather(*posts))) == 200
    assert len(await server.more_posts(within=0)) == 200


async def test_nothing_of_a_post_is_logged_or_told(
    server: SlackServer, poster: SlackPoster, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(1)
    ended = await failing(poster, server, refusal("not <!channel> a code"))
    told = caplog.text + repr(poster) + repr(ended) + repr(ended.__cause__)
    assert [
        secret for secret in (BOT_TOKEN, "Summer day", CHANNEL, "<!channel>") if secret in told
    ] == []
