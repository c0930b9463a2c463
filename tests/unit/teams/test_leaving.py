"""Where the bot was taken out nothing more is sent, and nothing is kept in order to."""

from dataclasses import replace

import pytest

from bot.reply import Address, AddressKind
from bot.teams.inbound import message
from bot.teams.leaving import Leaving, is_over
from bot.teams.references import Kept
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.references import MemoryReferences
from tests.fakes.teams_people import ANNA, BO, GENERAL, GROUP, HELP, STRANGER, Person, Spot
from tests.fakes.teams_server import TENANT, Json

AT_ONCE = (0.0, 0.0, 0.0)


def channel(where: Spot) -> Address:
    return Address("teams", TENANT, AddressKind.CHANNEL, where.id)


def person(who: Person) -> Address:
    return Address("teams", TENANT, AddressKind.PERSON, who.user)


@pytest.fixture
def belongings() -> RecordingBelongings:
    return RecordingBelongings()


@pytest.fixture
async def kept() -> Kept:
    kept = Kept(MemoryReferences())
    elsewhere = replace(HELP, id="19:elsewhere@thread.tacv2", team="19:other@thread.tacv2")
    for who, where in ((ANNA, ANNA.direct), (BO, HELP), (BO, GROUP), (BO, elsewhere)):
        told = message(who.message(where, "hej"))
        assert told is not None
        await kept.renew(told)
    return kept


@pytest.fixture
def leaving(belongings: RecordingBelongings, kept: Kept) -> Leaving:
    return Leaving(belongings, kept, AT_ONCE)


async def test_a_person_takes_the_bot_away(
    leaving: Leaving, belongings: RecordingBelongings
) -> None:
    await leaving.removed(ANNA.uninstall(ANNA.direct))
    assert belongings.addresses == [person(ANNA)]


async def test_a_chat_takes_the_bot_away(leaving: Leaving, belongings: RecordingBelongings) -> None:
    for body in (ANNA.uninstall(GROUP), ANNA.join(GROUP, left=True)):
        await leaving.removed(body)
        assert belongings.addresses.pop() == channel(GROUP)
    assert belongings.addresses == []


async def test_a_team_takes_the_bot_away_from_all_its_channels(
    leaving: Leaving, belongings: RecordingBelongings
) -> None:
    await leaving.removed(ANNA.uninstall(HELP))
    assert set(belongings.addresses) == {channel(HELP), channel(GENERAL)}
    assert len(belongings.addresses) == 2
    assert belongings.forgotten == []


async def test_a_channel_is_deleted_and_the_others_stay(
    leaving: Leaving, belongings: RecordingBelongings
) -> None:
    body = ANNA.join(GENERAL, ANNA.account)
    body["channelData"] |= {"eventType": "channelDeleted", "channel": {"id": HELP.id}}
    await leaving.removed(body)
    assert belongings.addresses == [channel(HELP)]


async def test_whoever_was_never_heard_of_leaves_nothing(
    leaving: Leaving, belongings: RecordingBelongings
) -> None:
    await leaving.removed(STRANGER.uninstall(STRANGER.direct))
    (forgotten,) = belongings.addresses
    assert forgotten.workspace == STRANGER.tenant
    assert forgotten.id == STRANGER.user


def odd(**changes: object) -> Json:
    return ANNA.uninstall(ANNA.direct) | changes


@pytest.mark.parametrize(
    "body",
    [
        {},
        ANNA.install(HELP),
        ANNA.install(ANNA.direct, "add-upgrade"),
        ANNA.join(HELP),
        ANNA.join(HELP, BO.account, left=True),
        ANNA.message(ANNA.direct, "remove"),
        odd(action="Remove"),
        odd(action=None),
        odd(conversation=None),
        odd(serviceUrl=""),
        {**odd(channelData={}), "conversation": {"id": "a:1", "conversationType": "personal"}},
        odd(**{"from": "somebody"}),
        {**ANNA.join(HELP, left=True), "recipient": {}, "membersRemoved": [{"id": ""}]},
        {**ANNA.join(HELP, left=True), "membersRemoved": "28:all"},
    ],
    ids=lambda body: str(body.get("type")),
)
async def test_what_does_not_say_so_forgets_nobody(
    leaving: Leaving, belongings: RecordingBelongings, body: Json
) -> None:
    await leaving.removed(body)
    assert belongings.addresses == []


def test_it_is_known_in_each_of_teams_ways() -> None:
    assert is_over(ANNA.uninstall(HELP))
    assert is_over(ANNA.install(HELP, "remove-upgrade"))
    assert is_over(ANNA.join(HELP, left=True))
    assert not is_over(ANNA.join(HELP))


async def test_a_store_that_is_away_is_tried_again(
    leaving: Leaving, belongings: RecordingBelongings
) -> None:
    belongings.failures = 2
    await leaving.removed(ANNA.uninstall(ANNA.direct))
    assert belongings.addresses == [person(ANNA)]


async def test_and_in_the_end_the_log_says_that_something_is_left(
    leaving: Leaving, belongings: RecordingBelongings, caplog: pytest.LogCaptureFixture
) -> None:
    belongings.failures = 3
    await leaving.removed(ANNA.uninstall(ANNA.direct))
    assert belongings.addresses == []
    assert "was not deleted" in caplog.text
    assert ANNA.user not in caplog.text
