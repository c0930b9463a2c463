"""What is kept in order to write later, and that it is read back without trust."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Address, AddressKind
from bot.teams.asked import Asked, PlaceKind
from bot.teams.inbound import message
from bot.teams.references import Kept, Reference
from tests.fakes.references import MemoryReferences
from tests.fakes.teams_people import ANNA, BO, GENERAL, GROUP, HELP, Person, Spot
from tests.fakes.teams_server import BOT, TENANT

MINE = Address("teams", TENANT, AddressKind.PERSON, ANNA.user)
HERE = Address("teams", TENANT, AddressKind.CHANNEL, HELP.id)


def asked(person: Person, where: Spot) -> Asked:
    found = message(person.message(where, "hej"))
    assert found is not None
    return found


@pytest.fixture
def references() -> MemoryReferences:
    return MemoryReferences()


@pytest.fixture
def kept(references: MemoryReferences) -> Kept:
    return Kept(references)


async def test_a_person_who_writes_to_the_bot_can_be_written_to(kept: Kept) -> None:
    await kept.renew(asked(ANNA, ANNA.direct))
    known = await kept.of(MINE)
    assert known == Reference(
        ANNA.service, PlaceKind.PERSONAL, ANNA.direct.id, ANNA.account, bot=BOT
    )
    assert not known.threaded


async def test_a_channel_is_known_with_its_team_and_so_is_who_asked(kept: Kept) -> None:
    await kept.renew(asked(ANNA, HELP.below("1700")))
    assert await kept.of(HERE) == Reference(
        ANNA.service, PlaceKind.CHANNEL, HELP.id, team=HELP.team, bot=BOT
    )
    known = await kept.of(MINE)
    assert known is not None
    assert (known.conversation, known.account) == ("", ANNA.account)


async def test_what_a_channel_does_not_tell_of_a_person_stays_known(kept: Kept) -> None:
    await kept.renew(asked(ANNA, ANNA.direct))
    await kept.renew(asked(ANNA.at("https://smba.trafficmanager.net/uk/"), HELP))
    known = await kept.of(MINE)
    assert known is not None
    assert known.conversation == ANNA.direct.id
    assert known.service == "https://smba.trafficmanager.net/uk/"


async def test_only_what_changed_is_written(kept: Kept, references: MemoryReferences) -> None:
    for _ in range(5):
        await kept.renew(asked(ANNA, ANNA.direct))
        await kept.renew(asked(ANNA, HELP))
    assert references.kept_times == 2
    await kept.renew(asked(ANNA.at("https://smba.trafficmanager.net/uk/"), ANNA.direct))
    assert references.kept_times == 3


async def test_who_is_gone_is_kept_again_when_they_come_back(
    kept: Kept, references: MemoryReferences
) -> None:
    await kept.renew(asked(ANNA, ANNA.direct))
    await references.forget(MINE)
    assert await kept.of(MINE) is None
    await kept.renew(asked(ANNA, ANNA.direct))
    assert await kept.of(MINE) is not None


async def test_the_channels_of_a_team(kept: Kept) -> None:
    elsewhere = replace(HELP, id="19:elsewhere@thread.tacv2", team="19:other@thread.tacv2")
    for where in (HELP, GENERAL, GROUP, elsewhere):
        await kept.renew(asked(BO, where))
    found = [address.id async for address in kept.channels(TENANT, HELP.team)]
    assert sorted(found) == sorted([HELP.id, GENERAL.id])


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"service": "https://smba.trafficmanager.net/emea/"},
        {"service": 5, "kind": "personal"},
        {"service": "https://smba.trafficmanager.net/emea/", "kind": "meeting"},
        {"service": ["x"], "kind": ["personal"]},
        {"kind": "personal"},
    ],
    ids=str,
)
async def test_what_cannot_be_read_is_not_known(
    kept: Kept, references: MemoryReferences, odd: dict[str, object]
) -> None:
    await references.keep(MINE, odd)
    assert await kept.of(MINE) is None
    await kept.renew(asked(ANNA, ANNA.direct))
    assert await kept.of(MINE) is not None


@given(
    st.builds(
        Reference,
        st.text(min_size=1),
        st.sampled_from(PlaceKind),
        st.text(),
        st.text(),
        st.text(),
        st.text(),
    )
)
async def test_whatever_is_kept_is_read_back(reference: Reference) -> None:
    kept = Kept(MemoryReferences())
    await kept.keep(MINE, reference)
    assert await kept.of(MINE) == reference
