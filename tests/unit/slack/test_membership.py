"""Who is in a channel, asked of a Slack that may say anything."""

from collections.abc import AsyncIterator

import pytest

from bot.errors import CannotTellError, HeldBackError, PostingError, RefusedError, UncertainError
from bot.reply import Address, AddressKind
from bot.slack.membership import MOST_PAGES, PAGE, SlackMembership
from bot.slack.tokens import OneToken
from tests.fakes.slack_server import BOT_TOKEN, TEAM, Answer, SlackServer

OWNERS = Address("slack", TEAM, AddressKind.CHANNEL, "C0OWN")


def person(name: str) -> Address:
    return Address("slack", TEAM, AddressKind.PERSON, name)


@pytest.fixture
async def server() -> AsyncIterator[SlackServer]:
    async with SlackServer().running() as server:
        server.channels["C0OWN"] = ["U0BO", "U0CY"]
        yield server


@pytest.fixture
def membership(server: SlackServer) -> SlackMembership:
    return SlackMembership(OneToken(BOT_TOKEN), f"{server.url}/api/")


async def test_members_are_told_from_others(membership: SlackMembership) -> None:
    assert await membership.member(person("U0BO"), OWNERS)
    assert not await membership.member(person("U0ANNA"), OWNERS)


async def test_a_member_is_asked_for_once(membership: SlackMembership, server: SlackServer) -> None:
    for _ in range(5):
        assert await membership.member(person("U0BO"), OWNERS)
        assert await membership.member(person("U0CY"), OWNERS)
    assert len(server.called("conversations.members")) == 1


async def test_who_joins_is_a_member_at_once(
    membership: SlackMembership, server: SlackServer
) -> None:
    assert not await membership.member(person("U0ANNA"), OWNERS)
    server.channels["C0OWN"].append("U0ANNA")
    assert await membership.member(person("U0ANNA"), OWNERS)


async def test_every_page_is_read(membership: SlackMembership, server: SlackServer) -> None:
    server.channels["C0OWN"] = [f"U{number}" for number in range(3 * PAGE - 1)]
    assert await membership.member(person(f"U{3 * PAGE - 2}"), OWNERS)
    assert len(server.called("conversations.members")) == 3


async def test_of_too_many_members_it_cannot_be_told(
    membership: SlackMembership, server: SlackServer
) -> None:
    server.channels["C0OWN"] = [f"U{number}" for number in range(MOST_PAGES * PAGE + 1)]
    with pytest.raises(CannotTellError):
        await membership.member(person("U1"), OWNERS)
    assert len(server.called("conversations.members")) == MOST_PAGES


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(body={"ok": False, "error": "channel_not_found"}), RefusedError),
        (Answer(body={"ok": False, "error": "missing_scope"}), RefusedError),
        (Answer(status=500, body={"ok": False}), UncertainError),
        (Answer(body={"ok": True}), UncertainError),
        (Answer(text="<html>", content_type="text/html"), UncertainError),
        (Answer(after=3), UncertainError),
    ],
)
async def test_trouble_is_no_membership(
    membership: SlackMembership, server: SlackServer, answer: Answer, error: type[PostingError]
) -> None:
    server.answers["conversations.members"].append(answer)
    with pytest.raises(error):
        await membership.member(person("U0BO"), OWNERS)
    assert await membership.member(person("U0BO"), OWNERS), "and is not remembered"


async def test_being_told_to_wait_is_no_membership(
    membership: SlackMembership, server: SlackServer
) -> None:
    wait = Answer(status=429, headers={"Retry-After": "30"}, body={"error": "ratelimited"})
    server.answers["conversations.members"].append(wait)
    with pytest.raises((HeldBackError, UncertainError)):
        await membership.member(person("U0BO"), OWNERS)


async def test_without_the_scope_nobody_is_a_member(
    membership: SlackMembership, server: SlackServer
) -> None:
    server.scopes = server.scopes.replace("channels:read,", "")
    with pytest.raises(RefusedError, match="missing_scope"):
        await membership.member(person("U0BO"), OWNERS)
