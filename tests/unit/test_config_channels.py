"""Channels in settings that are in Teams: pasted links, ids, and what is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import ChannelSetting, OwnersSetting, settings
from bot.config.channels import channel_in
from bot.errors import SettingsError
from bot.reply import Language

CLIENT = "11111111-2222-4333-8444-555555555555"
TENANT = "99999999-2222-4333-8444-555555555555"
OTHER = "88888888-2222-4333-8444-555555555555"
GROUP = "77777777-2222-4333-8444-555555555555"
CONNECTED = {
    "TEAMS_CLIENT_ID": CLIENT,
    "TEAMS_TENANT_ID": TENANT,
    "TEAMS_CLIENT_SECRET": "hush-hush",
}
MANY = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hush",
    "SLACK_SIGNING_SECRET": "hush",
    "RAIN_PUBLIC_URL": "https://rain.example.org",
}
ID = "19:fK3d_9-Xy@thread.tacv2"
QUOTED = "19%3AfK3d_9-Xy%40thread.tacv2"
LINK = (
    f"https://teams.microsoft.com/l/channel/{QUOTED}/S%C3%B8ndag%2C%20AI?"
    f"groupId={GROUP}&tenantId={TENANT}"
)
NEW_LINK = LINK.replace("teams.microsoft.com", "teams.cloud.microsoft") + "&ngc=true"
DA, EN = Language.DANISH, Language.ENGLISH


def refusal(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        settings(environ)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"teams:{ID}", DA),
        (f"teams:{ID}:en", EN),
        (f" teams : {ID} : da ", DA),
        (f"teams:{QUOTED}:en", EN),
        (f"teams:{QUOTED.lower().replace('fk3d_9-xy', 'fK3d_9-Xy')}", DA),
        (LINK, DA),
        (f"{LINK}:en", EN),
        (f"teams:{LINK}", DA),
        (NEW_LINK, DA),
        (LINK.partition("?")[0], DA),
        (LINK.replace(TENANT, TENANT.upper()), DA),
    ],
)
def test_a_channel_is_named_by_its_link_or_its_id(text: str, language: Language) -> None:
    found = settings(CONNECTED | {"RAIN_CHANNELS": text, "RAIN_OWNERS": f"law = {text}"})
    assert found.channels == (ChannelSetting("teams", ID, language, TENANT),)
    assert found.owners == (OwnersSetting("law", "teams", TENANT, ID, language),)


def test_the_channel_all_start_with_and_chats_have_other_ids() -> None:
    for id_ in ("19:abc@thread.skype", "19:meeting_abc@thread.v2"):
        assert settings(CONNECTED | {"RAIN_CHANNELS": f"teams:{id_}"}).channels[0].id == id_


def test_both_platforms_stand_in_one_list() -> None:
    given = CONNECTED | {
        "RAIN_CHANNELS": f"slack:C1:en, {LINK}:en,teams:19:z@thread.tacv2",
        "RAIN_OWNERS": f"slack:C1, {LINK}, law=slack:C2, law=teams:{ID}:en",
    }
    found = settings(given)
    assert [(one.platform, one.id, one.language) for one in found.channels] == [
        ("slack", "C1", EN),
        ("teams", ID, EN),
        ("teams", "19:z@thread.tacv2", DA),
    ]
    assert [(one.area, one.platform, one.workspace) for one in found.owners] == [
        ("", "slack", ""),
        ("", "teams", TENANT),
        ("law", "slack", ""),
        ("law", "teams", TENANT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        ID,  # a platform has to be named, or a link given
        "teams:C1",
        "teams:General",
        "teams:19:x@example.org",
        f"teams:{ID};messageid=17",
        f"teams:{ID}:de",
        f"slack:{ID}",
        LINK.replace("teams.microsoft.com", "teams.microsoft.com.example.org"),
        LINK.replace("https:", "http:"),
        LINK.replace("/l/channel/", "/l/team/"),
        LINK.replace("19%3A", "18%3A"),
        LINK.replace(TENANT, "somewhere"),
        "https://[",
        "https://teams.microsoft.com",
    ],
)
@pytest.mark.parametrize("name", ["RAIN_CHANNELS", "RAIN_OWNERS"])
def test_what_is_no_channel_is_told_with_what_to_paste(name: str, text: str) -> None:
    sentence = refusal(CONNECTED | {name: text})
    assert sentence.startswith(f"{name} holds {text!r}: give a channel's id")
    assert '"Get link to channel"' in sentence
    assert "teams:19:…@thread.tacv2" in sentence


@pytest.mark.parametrize("name", ["RAIN_CHANNELS", "RAIN_OWNERS"])
def test_a_channel_of_another_tenant_is_refused(name: str) -> None:
    sentence = refusal(CONNECTED | {name: LINK.replace(TENANT, OTHER)})
    assert sentence.startswith(f"{name} holds a link to a channel of the tenant {OTHER}")
    assert TENANT in sentence


@pytest.mark.parametrize("name", ["RAIN_CHANNELS", "RAIN_OWNERS"])
def test_without_teams_its_channels_cannot_be_reached(name: str) -> None:
    sentence = refusal({name: f"teams:{ID}"})
    assert sentence.startswith(f"{name} names a channel in Teams, which is not connected: ")
    assert all(variable in sentence for variable in CONNECTED)


def test_in_the_playground_there_may_be_no_tenant() -> None:
    found = settings({"RAIN_TEAMS_PLAYGROUND": "on", "RAIN_CHANNELS": f"teams:{ID}"})
    assert found.channels == (ChannelSetting("teams", ID, DA, ""),)


def test_a_channel_in_teams_needs_no_workspace_where_slack_has_several() -> None:
    both = CONNECTED | MANY
    found = settings(both | {"RAIN_CHANNELS": f"T1/C1, teams:{ID}", "RAIN_OWNERS": LINK})
    assert [one.workspace for one in found.channels] == ["T1", TENANT]
    assert found.owners[0].workspace == TENANT
    lost = refusal(both | {"RAIN_CHANNELS": f"teams:{ID}, C2"})
    assert "C2 without its workspace" in lost


def test_a_channel_is_named_once_however_it_is_named() -> None:
    sentence = refusal(CONNECTED | {"RAIN_CHANNELS": f"teams:{ID}, {LINK}:en"})
    assert sentence == f"RAIN_CHANNELS names {ID} twice: leave one out."
    sentence = refusal(CONNECTED | {"RAIN_OWNERS": f"law=teams:{ID}, law=teams:19:z@thread.v2"})
    assert sentence == "RAIN_OWNERS names law twice: leave one out."


@given(st.text())
def test_any_text_is_a_channel_or_none(text: str) -> None:
    for whole in (text, f"teams:{text}", f"https://teams.microsoft.com/l/channel/{text}"):
        found = channel_in(whole)
        assert found is None or (found.id and not set(found.id) & {" ", ";", "\n", "/"})
