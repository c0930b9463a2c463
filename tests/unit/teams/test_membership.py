"""Who is in a channel or chat, asked of a Teams that may say anything."""

import time

import pytest

from bot.errors import HeldBackError, NotSentError, PostingError, RefusedError, UncertainError
from bot.reply import Address, AddressKind
from bot.teams.client import Client
from bot.teams.inbound import message
from bot.teams.membership import PATIENCE, TeamsMembership
from bot.teams.references import Kept
from tests.fakes.references import AwayReferences, MemoryReferences
from tests.fakes.teams_people import ANNA, BO, CY, HELP, STRANGER, Person
from tests.fakes.teams_server import TENANT, Answer, Json, TeamsServer, refusal, throttled

OWNERS = Address("teams", TENANT, AddressKind.CHANNEL, HELP.id)


def address(person: Person) -> Address:
    return Address("teams", TENANT, AddressKind.PERSON, person.user)


@pytest.fixture
async def kept(server: TeamsServer) -> Kept:
    kept = Kept(MemoryReferences())
    told = message(BO.at(server.service).message(HELP, "hej"))
    assert told is not None
    await kept.renew(told)
    return kept


@pytest.fixture
def membership(server: TeamsServer, client: Client, kept: Kept) -> TeamsMembership:
    # Teams takes either id of a person.
    known = {BO.account: BO.as_member(), ANNA.user: ANNA.as_member()}
    server.members[HELP.id] = known
    return TeamsMembership(client, kept)


async def test_members_are_told_from_others(membership: TeamsMembership) -> None:
    assert await membership.member(address(BO), OWNERS)
    assert not await membership.member(address(CY), OWNERS)


async def test_who_never_wrote_is_known_by_the_directorys_id(membership: TeamsMembership) -> None:
    assert await membership.member(address(ANNA), OWNERS)


async def test_a_member_is_asked_for_once(membership: TeamsMembership, server: TeamsServer) -> None:
    for _ in range(5):
        assert await membership.member(address(BO), OWNERS)
    assert len(server.called("member")) == 1


async def test_who_joins_is_a_member_at_once(
    membership: TeamsMembership, server: TeamsServer
) -> None:
    assert not await membership.member(address(CY), OWNERS)
    server.members[HELP.id][CY.user] = CY.as_member()
    assert await membership.member(address(CY), OWNERS)


@pytest.mark.parametrize(
    "told",
    [
        BO.as_member("guest"),
        BO.as_member("Guest"),
        BO.as_member("anonymous"),
        BO.as_member() | {"tenantId": STRANGER.tenant},
        BO.as_member() | {"userPrincipalName": "bo_example.org#EXT#@rsyd.example"},
    ],
    ids=str,
)
async def test_guests_are_no_members(
    membership: TeamsMembership, server: TeamsServer, told: Json
) -> None:
    server.members[HELP.id][BO.account] = told
    assert not await membership.member(address(BO), OWNERS)


async def test_a_channel_that_nobody_has_heard_of_cannot_be_asked_about(
    membership: TeamsMembership, server: TeamsServer
) -> None:
    unknown = Address("teams", TENANT, AddressKind.CHANNEL, "19:nowhere@thread.tacv2")
    with pytest.raises(RefusedError, match="never_met"):
        await membership.member(address(BO), unknown)
    assert server.calls == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal(403, "BotNotInConversationRoster"), RefusedError),
        (refusal(404, "ConversationNotFound"), RefusedError),
        (Answer(404), RefusedError),
        (Answer(500), UncertainError),
        (Answer(200, body={}), UncertainError),
        (Answer(200, body=ANNA.as_member()), UncertainError),
        (Answer(200, text="<html>", content_type="text/html"), UncertainError),
        (Answer(200, text="[]"), UncertainError),
        (throttled("30"), HeldBackError),
    ],
)
async def test_trouble_is_no_membership(
    membership: TeamsMembership, server: TeamsServer, answer: Answer, error: type[PostingError]
) -> None:
    server.answers["member"].append(answer)
    with pytest.raises(error):
        await membership.member(address(BO), OWNERS)
    assert await membership.member(address(BO), OWNERS), "and is not remembered"


async def test_nobody_waits_for_long(membership: TeamsMembership, server: TeamsServer) -> None:
    server.answers["member"].append(Answer(after=PATIENCE + 2))
    began = time.monotonic()
    with pytest.raises(PostingError):
        await membership.member(address(BO), OWNERS)
    assert time.monotonic() - began < PATIENCE + 1


async def test_a_store_that_is_away_is_no_membership(client: Client) -> None:
    with pytest.raises(NotSentError):
        await TeamsMembership(client, Kept(AwayReferences())).member(address(BO), OWNERS)
