"""Whose channel a question may go to."""

import pytest

from bot.passing.model import Channel
from bot.passing.owners import Owners, called, nearest, unknown_areas
from bot.reply import Address, AddressKind, Language
from tests.unit.assistant.base import LOOKUP


def channel(name: str, area: str = "", workspace: str = "", platform: str = "slack") -> Channel:
    address = Address(platform, workspace, AddressKind.CHANNEL, name)
    return Channel(area, address, Language.DANISH)


def asker(workspace: str = "T1", platform: str = "slack") -> Address:
    return Address(platform, workspace, AddressKind.PERSON, "U1")


def found(owners: Owners, who: Address) -> list[tuple[str, str]]:
    return [(one.address.id, one.address.workspace) for one in owners.of(who)]


def test_in_the_only_workspace_no_name_is_needed() -> None:
    owners = Owners([channel("C1"), channel("C2", "legal")])
    assert found(owners, asker("T1")) == [("C1", "T1"), ("C2", "T1")]


def test_a_workspace_has_its_own_owners_and_sees_no_others() -> None:
    owners = Owners([channel("C1", workspace="T1"), channel("C2", workspace="T2"), channel("C3")])
    assert found(owners, asker("T1")) == [("C1", "T1")]
    assert found(owners, asker("T2")) == [("C2", "T2")]
    assert found(owners, asker("T3")) == [], "nobody knows whose the nameless one is"
    assert found(owners, asker("")) == []


TEAMS = {"platform": "teams", "workspace": "tenant"}
IN_SLACK, IN_TEAMS = asker("T1"), asker("tenant", "teams")


def test_where_only_slack_has_owners_questions_from_teams_go_there() -> None:
    assert found(Owners([channel("C1"), channel("C2", "legal")]), IN_TEAMS) == [
        ("C1", ""),
        ("C2", ""),
    ]
    assert found(Owners([channel("C1", workspace="T1")]), IN_TEAMS) == [("C1", "T1")]


def test_where_only_teams_has_owners_questions_from_slack_go_there() -> None:
    owners = Owners([channel("19:x", **TEAMS), channel("19:y", "legal", **TEAMS)])
    for who in (IN_SLACK, asker("T2"), asker("")):
        assert found(owners, who) == [("19:x", "tenant"), ("19:y", "tenant")]


def test_of_several_workspaces_elsewhere_nobody_knows_whose_it_would_be() -> None:
    owners = [channel("C1", workspace="T1"), channel("C2", workspace="T2")]
    assert found(Owners(owners), IN_TEAMS) == []
    assert found(Owners([*owners, channel("19:x", **TEAMS)]), IN_TEAMS) == [("19:x", "tenant")]


def test_the_own_platform_comes_first() -> None:
    owners = Owners([channel("C1"), channel("19:x", **TEAMS)])
    assert found(owners, IN_TEAMS) == [("19:x", "tenant")]
    assert found(owners, IN_SLACK) == [("C1", "T1")]


def test_areas_that_it_leaves_open_are_asked_about_elsewhere() -> None:
    owners = Owners([channel("C1"), channel("C2", "data"), channel("19:y", "legal", **TEAMS)])
    assert found(owners, IN_SLACK) == [("C1", "T1"), ("C2", "T1"), ("19:y", "tenant")]
    assert nearest(owners.of(IN_SLACK), "legal").address.platform == "teams"
    assert found(owners, IN_TEAMS) == [("19:y", "tenant"), ("C1", ""), ("C2", "")]
    assert nearest(owners.of(IN_TEAMS), "front-desk").address.id == "C1"


def test_a_workspace_without_owners_among_those_that_have_some_asks_nowhere_else() -> None:
    owners = Owners([channel("C1", workspace="T1"), channel("19:x", **TEAMS)])
    assert found(owners, asker("T2")) == []
    assert found(owners, asker("T1")) == [("C1", "T1")]


@pytest.mark.parametrize(
    ("area", "name"), [("legal", "C2"), ("front-desk", "C1"), ("", "C1"), ("gone", "C1")]
)
def test_the_nearest_channel_is_that_of_the_area_or_of_all_others(area: str, name: str) -> None:
    assert nearest([channel("C2", "legal"), channel("C1")], area).address.id == name


def test_where_there_is_none_for_all_others_the_first_is_the_nearest() -> None:
    channels = [channel("C2", "legal"), channel("C3", "deputy")]
    assert nearest(channels, "front-desk").address.id == "C2"


def test_channels_are_called_after_their_areas() -> None:
    channels = [channel("C1"), channel("C2", "legal"), channel("C3", "gone")]
    names = [called(one, channels, LOOKUP, Language.ENGLISH) for one in channels]
    assert names == ["All other subjects", "Law", "All other subjects"]
    alone = called(channels[0], channels[:1], LOOKUP, Language.DANISH)
    assert alone == "dem, der svarer på spørgsmål her"


def test_areas_that_no_role_stands_for_are_told() -> None:
    channels = [channel("C1"), channel("C2", "legal"), channel("C3", "gone"), channel("C4", "gone")]
    assert unknown_areas(channels, LOOKUP) == ("gone",)
