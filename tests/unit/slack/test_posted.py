"""Looking whether a reminder arrived, in the conversation's history."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import CannotTellError, HeldBackError, UncertainError
from bot.reply import Address, AddressKind
from bot.slack.poster import MOST_PAGES, SlackPoster
from bot.slack.tokens import OneToken
from tests.fakes.responder import said
from tests.fakes.slack_server import BOT_TOKEN, SCOPES, TEAM, Answer, SlackServer
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT

HELP = Address("slack", TEAM, AddressKind.CHANNEL, CHANNEL)
SECRETS = Address("slack", TEAM, AddressKind.CHANNEL, "G0SECRETS")
SOMEBODY = Address("slack", TEAM, AddressKind.PERSON, ANNA)
BEFORE = datetime.fromtimestamp(1700000000, UTC)
"""The moment at which the server's clock begins."""


@pytest.fixture
async def poster(server: SlackServer) -> AsyncIterator[SlackPoster]:
    async with SlackPoster(OneToken(BOT_TOKEN), f"{server.url}/api/", limit=2) as poster:
        yield poster


@pytest.mark.parametrize("address", [HELP, SECRETS, SOMEBODY], ids=["C", "G", "U"])
async def test_what_was_posted_is_found(poster: SlackPoster, address: Address) -> None:
    receipt = await poster.post(address, said("Summer day"), "a key")
    await poster.post(address, said("Another day"), "another key")
    assert await poster.posted(address, "a key", BEFORE) == receipt


@pytest.mark.parametrize("address", [HELP, SOMEBODY], ids=["channel", "person"])
async def test_what_arrived_without_an_answer_is_found(
    server: SlackServer, poster: SlackPoster, address: Address
) -> None:
    server.answers["chat.postMessage"].append(Answer(500, records=True))
    with pytest.raises(UncertainError):
        await poster.post(address, said("Summer day"), "a key")
    place = DIRECT if address is SOMEBODY else CHANNEL
    assert (
        await poster.posted(address, "a key", BEFORE) == f"{place}:{(await server.next_post()).ts}"
    )


@pytest.mark.parametrize("address", [HELP, SOMEBODY], ids=["channel", "person"])
async def test_what_was_not_posted_is_not_found(poster: SlackPoster, address: Address) -> None:
    assert await poster.posted(address, "a key", BEFORE) is None
    await poster.post(address, said("a key"), "another key")
    assert await poster.posted(address, "a key", BEFORE) is None


async def test_what_was_posted_elsewhere_is_not_found_here(poster: SlackPoster) -> None:
    await poster.post(SECRETS, said("Summer day"), "a key")
    await poster.post(SOMEBODY, said("Summer day"), "a key")
    assert await poster.posted(HELP, "a key", BEFORE) is None


async def test_the_search_begins_at_a_moment_which_counts(
    server: SlackServer, poster: SlackPoster
) -> None:
    receipt = await poster.post(HELP, said("Summer day"), "a key")
    stamp = receipt.partition(":")[2]
    exactly = datetime.fromtimestamp(int(stamp.partition(".")[0]), UTC) + timedelta(
        microseconds=100
    )
    assert await poster.posted(HELP, "a key", exactly) == receipt
    assert server.called("conversations.history")[0].body["oldest"] == stamp
    assert await poster.posted(HELP, "a key", exactly + timedelta(microseconds=1)) is None


async def test_other_messages_are_read_over(server: SlackServer, poster: SlackPoster) -> None:
    receipt = await poster.post(HELP, said("Summer day"), "a key")
    others: list[object] = [
        {"text": "a key"},
        {"metadata": None},
        {"metadata": {"event_type": "rain_reminder"}},
        {"metadata": {"event_type": "rain_reminder", "event_payload": "a key"}},
        {"metadata": {"event_type": "rain_reminder", "event_payload": {"key": ["a key"]}}},
        {"metadata": {"event_type": "task_created", "event_payload": {"key": "a key"}}},
        {"metadata": "a key"},
    ]
    for other in others:
        server.history.keep(CHANNEL, {"ts": server.new_stamp(), **other})
    assert await poster.posted(HELP, "a key", BEFORE) == receipt


async def test_messages_that_are_none_are_read_over(
    server: SlackServer, poster: SlackPoster
) -> None:
    body = {"ok": True, "messages": [None, 5, "a key", []]}
    server.answers["conversations.history"].append(Answer(body=body))
    assert await poster.posted(HELP, "a key", BEFORE) is None


# Pages


async def test_a_long_history_is_read_to_its_end(server: SlackServer, poster: SlackPoster) -> None:
    server.history.longest = 15
    receipt = await poster.post(HELP, said("Summer day"), "a key")
    for _ in range(40):
        server.history.keep(CHANNEL, {"ts": server.new_stamp(), "text": "chatter"})
    assert await poster.posted(HELP, "a key", BEFORE) == receipt
    assert len(server.called("conversations.history")) == 3


async def test_no_page_is_read_after_the_one_with_the_key(
    server: SlackServer, poster: SlackPoster
) -> None:
    server.history.longest = 15
    for _ in range(40):
        server.history.keep(CHANNEL, {"ts": server.new_stamp(), "text": "chatter"})
    receipt = await poster.post(HELP, said("Summer day"), "a key")
    assert await poster.posted(HELP, "a key", BEFORE) == receipt
    assert len(server.called("conversations.history")) == 1


async def test_what_a_bounded_search_did_not_find_may_be_there_still(
    server: SlackServer, poster: SlackPoster
) -> None:
    server.history.longest = 1
    await poster.post(HELP, said("Summer day"), "a key")
    for _ in range(MOST_PAGES):
        server.history.keep(CHANNEL, {"ts": server.new_stamp(), "text": "chatter"})
    with pytest.raises(CannotTellError, match="history_too_long"):
        await poster.posted(HELP, "a key", BEFORE)
    assert len(server.called("conversations.history")) == MOST_PAGES


async def test_a_search_that_ends_on_the_last_page_is_a_whole_one(
    server: SlackServer, poster: SlackPoster
) -> None:
    server.history.longest = 1
    for _ in range(MOST_PAGES):
        server.history.keep(CHANNEL, {"ts": server.new_stamp(), "text": "chatter"})
    assert await poster.posted(HELP, "a key", BEFORE) is None


# What goes wrong


METHODS = pytest.mark.parametrize(
    ("method", "address"),
    [("conversations.history", HELP), ("conversations.open", SOMEBODY)],
    ids=["history", "open"],
)


@METHODS
async def test_being_held_back(
    server: SlackServer, poster: SlackPoster, method: str, address: Address
) -> None:
    answer = Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "60"})
    server.answers[method].append(answer)
    with pytest.raises(HeldBackError) as raised:
        await poster.posted(address, "a key", BEFORE)
    assert raised.value.seconds == 60
    assert len(server.called(method)) == 1


@pytest.mark.parametrize(
    ("method", "address", "code"),
    [
        ("conversations.history", HELP, "missing_scope"),
        ("conversations.history", HELP, "not_in_channel"),
        ("conversations.history", HELP, "channel_not_found"),
        ("conversations.open", SOMEBODY, "missing_scope"),
        ("conversations.open", SOMEBODY, "user_not_found"),
        ("conversations.open", SOMEBODY, "user_disabled"),
    ],
)
async def test_slack_never_tells(
    server: SlackServer, poster: SlackPoster, method: str, address: Address, code: str
) -> None:
    server.answers[method].append(Answer(body={"ok": False, "error": code}))
    with pytest.raises(CannotTellError) as raised:
        await poster.posted(address, "a key", BEFORE)
    assert raised.value.reason == code


@pytest.mark.parametrize(
    ("address", "missing"),
    [
        (HELP, "channels:history"),
        (SECRETS, "groups:history"),
        (SOMEBODY, "im:history"),
        (SOMEBODY, "im:write"),
    ],
)
async def test_each_scope_is_needed(
    server: SlackServer, poster: SlackPoster, address: Address, missing: str
) -> None:
    await poster.post(address, said("Summer day"), "a key")
    server.scopes = SCOPES.replace(missing, "")
    with pytest.raises(CannotTellError, match="missing_scope"):
        await poster.posted(address, "a key", BEFORE)


@METHODS
@pytest.mark.parametrize(
    "answer",
    [
        Answer(500, {"ok": False, "error": "internal_error"}),
        Answer(200, {"ok": False, "error": "fatal_error"}),
        Answer(200, {"ok": False, "error": "invalid_auth"}),
        Answer(200, {"ok": False, "error": "team_added_to_org"}),
        Answer(200, {"ok": True}),
        Answer(200, {"ok": True, "messages": None, "channel": None}),
        Answer(text="<html>", content_type="text/html"),
        Answer(text="ok", content_type="text/plain"),
        Answer(text="{"),
        Answer(drop=True),
    ],
    ids=lambda answer: f"{answer.status} {answer.text or answer.body}"[:40],
)
async def test_it_may_be_asked_again(
    server: SlackServer, poster: SlackPoster, method: str, address: Address, answer: Answer
) -> None:
    # Reading again after a lost connection is the client's own right: it changes nothing.
    server.answers[method].extend([answer, answer])
    with pytest.raises(UncertainError):
        await poster.posted(address, "a key", BEFORE)
    assert server.called("chat.postMessage") == []


async def test_a_person_whose_conversation_is_not_named(
    server: SlackServer, poster: SlackPoster
) -> None:
    server.answers["conversations.open"].append(Answer(body={"ok": True, "channel": {}}))
    with pytest.raises(UncertainError, match="no_channel"):
        await poster.posted(SOMEBODY, "a key", BEFORE)
    assert server.called("conversations.history") == []


async def test_a_slack_that_is_not_there() -> None:
    async with SlackPoster(OneToken(BOT_TOKEN), "http://127.0.0.1:9/api/") as poster:
        with pytest.raises(UncertainError):
            await poster.posted(HELP, "a key", BEFORE)


async def test_a_search_has_one_limit_for_all_its_pages(server: SlackServer) -> None:
    more = {"ok": True, "messages": [], "response_metadata": {"next_cursor": "more"}}
    server.answers["conversations.history"].extend([Answer(body=more, after=0.1)] * MOST_PAGES)
    begun = time.monotonic()
    async with SlackPoster(OneToken(BOT_TOKEN), f"{server.url}/api/", limit=0.3) as poster:
        with pytest.raises(UncertainError):
            await poster.posted(HELP, "a key", BEFORE)
    assert time.monotonic() - begun < 0.1 * MOST_PAGES


# --- in threads


async def test_what_is_posted_below_a_message_is_found_there_and_not_beside_it(
    server: SlackServer, poster: SlackPoster
) -> None:
    above = await poster.post(HELP, said("Summer day"), "a key")
    below = replace(HELP, thread=poster.thread(above))
    receipt = await poster.post(below, said("And more"), "another key")
    posts = [await server.next_post() for _ in range(2)]
    assert (posts[1].channel, posts[1].thread) == (CHANNEL, posts[0].ts)
    assert await poster.posted(below, "another key", BEFORE) == receipt
    assert await poster.posted(HELP, "another key", BEFORE) is None
    assert await poster.posted(below, "a third key", BEFORE) is None


async def test_a_long_thread_is_read_page_by_page(server: SlackServer, poster: SlackPoster) -> None:
    below = replace(HELP, thread=poster.thread(await poster.post(HELP, said("First"), "0")))
    for number in range(1, 8):
        receipt = await poster.post(below, said("More"), f"{number}")
    server.history.longest = 3
    assert await poster.posted(below, "7", BEFORE) == receipt
    assert len(server.called("conversations.replies")) == 3


async def test_what_arrived_in_a_thread_without_an_answer_is_found(
    server: SlackServer, poster: SlackPoster
) -> None:
    below = replace(HELP, thread=poster.thread(await poster.post(HELP, said("First"), "0")))
    server.answers["chat.postMessage"].append(Answer(500, records=True))
    with pytest.raises(UncertainError):
        await poster.post(below, said("More"), "1")
    assert await poster.posted(below, "1", BEFORE) is not None


async def test_the_receipt_of_a_message_to_a_person_tells_its_thread_too(
    poster: SlackPoster,
) -> None:
    receipt = await poster.post(SOMEBODY, said("Summer day"), "a key")
    assert receipt == f"{DIRECT}:{poster.thread(receipt)}"
