from collections.abc import Mapping
from datetime import time
from pathlib import Path

import pytest

from bot.config import ChannelSetting, OwnersSetting, Secret, Settings, port_number, settings
from bot.errors import SettingsError
from bot.knowledge.offsets import parse_offset
from bot.reply import Language

BOT = {"SLACK_BOT_TOKEN": "xoxb-1-secret"}
SOCKET = BOT | {"SLACK_APP_TOKEN": "xapp-1-secret"}
DATABASE = "postgresql://anna:sesame@db.example.org/rain"
HTTP = BOT | {"SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5"}


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "knowledge").mkdir()
    monkeypatch.chdir(tmp_path)


def refusal(environ: Mapping[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        settings(environ)
    return str(caught.value)


def test_nothing_set_is_a_chat_on_this_machine() -> None:
    found = settings({})
    assert (found.host, found.port, found.log_level) == ("127.0.0.1", 8080, "info")
    assert found.knowledge == Path.cwd() / "knowledge"
    assert found.cache.is_absolute()
    assert found.web_chat
    assert found.slack is None


def test_empty_and_blank_count_as_unset() -> None:
    blank = dict.fromkeys(("RAIN_HOST", "RAIN_PORT", "RAIN_KNOWLEDGE", "SLACK_BOT_TOKEN"), "  ")
    assert settings(blank) == settings({})


def test_variables_of_other_programs_are_left_alone() -> None:
    assert settings({"PATH": "/bin", "SLACK_TEAM": "x", "TRAIN_TRACK": "9"}) == settings({})


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("RAIN_KNOWLEGDE", "RAIN_KNOWLEDGE"),
        ("RAIN_PROT", "RAIN_PORT"),
        ("RAIN_LOGLEVEL", "RAIN_LOG_LEVEL"),
        ("RAIN_SLACK_URL", "RAIN_SLACK_API_URL"),
    ],
)
def test_a_misspelt_variable_is_named_with_the_nearest_one(wrong: str, near: str) -> None:
    sentence = refusal({wrong: "x"})
    assert sentence.startswith(wrong)
    assert sentence.endswith(f"{near}.")


def test_the_knowledge_folder_can_be_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    assert settings({"RAIN_KNOWLEDGE": "ours"}).knowledge == tmp_path / "ours"


def test_a_knowledge_folder_that_is_not_there_is_refused() -> None:
    assert refusal({"RAIN_KNOWLEDGE": "nowhere"}).startswith("RAIN_KNOWLEDGE is nowhere")


def test_outside_a_checkout_the_knowledge_beside_the_package_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert settings({}).knowledge == Path(__file__).resolve().parents[2] / "knowledge"


def test_the_cache_folder_need_not_exist_yet(tmp_path: Path) -> None:
    assert settings({"RAIN_CACHE": "later"}).cache == tmp_path / "later"


def test_our_own_port_wins_over_the_hosts() -> None:
    assert settings({"PORT": "5000"}).port == 5000
    assert settings({"PORT": "5000", "RAIN_PORT": "6000"}).port == 6000


@pytest.mark.parametrize("port", ["http", "-1", "65536", "80.0", "٨٠", "1_000", "9" * 5000])
def test_a_port_that_is_none_is_named(port: str) -> None:
    assert refusal({"PORT": port}).startswith("PORT is ")
    with pytest.raises(SettingsError, match=r"^--port is "):
        port_number(port, "--port")


def test_the_log_level_is_one_of_four() -> None:
    assert settings({"RAIN_LOG_LEVEL": "DEBUG"}).log_level == "debug"
    assert "debug, info, warning, error" in refusal({"RAIN_LOG_LEVEL": "loud"})


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_loopback_is_open_to_the_chat_page(host: str) -> None:
    assert settings({"RAIN_HOST": host}).web_chat


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "rain.example"])  # noqa: S104
def test_elsewhere_the_chat_page_is_not_served(host: str) -> None:
    assert "no login" in refusal({"RAIN_HOST": host})
    assert not settings(HTTP | {"RAIN_HOST": host}).web_chat


MANY = {
    "SLACK_CLIENT_ID": "11.22",
    "SLACK_CLIENT_SECRET": "client-secret",
    "SLACK_SIGNING_SECRET": HTTP["SLACK_SIGNING_SECRET"],
    "RAIN_PUBLIC_URL": "https://rain.example.org/",
}


def test_slack_in_several_workspaces() -> None:
    found = settings(MANY).slack
    assert found
    assert found.bot_token is None
    assert found.installing
    assert found.installing.client_id == "11.22"
    assert found.installing.client_secret.reveal() == "client-secret"
    assert found.installing.public_url == "https://rain.example.org"
    assert "client-secret" not in repr(found)


def test_one_workspace_has_nothing_to_install() -> None:
    found = settings(HTTP | {"RAIN_PUBLIC_URL": "https://rain.example.org"}).slack
    assert found
    assert found.installing is None


@pytest.mark.parametrize("name", MANY)
def test_what_several_workspaces_lack_is_named(name: str) -> None:
    assert refusal(MANY | {name: ""}).startswith(f"{name} is missing: ")


def test_one_workspace_and_several_is_one_too_many() -> None:
    assert "leave out one or the other" in refusal(MANY | BOT)


@pytest.mark.parametrize(
    "url",
    ["rain.example.org", "http://rain.example.org", "https://x.org/rain", "https://x.org?a", "x"],
)
def test_an_address_that_leads_nowhere_is_named(url: str) -> None:
    assert refusal(MANY | {"RAIN_PUBLIC_URL": url}).startswith("RAIN_PUBLIC_URL is ")


def test_channels_of_several_workspaces_say_which() -> None:
    found = settings(MANY | {"RAIN_CHANNELS": "slack:T1/C1, T2/C2:en"}).channels
    assert found == (
        ChannelSetting("slack", "C1", Language.DANISH, "T1"),
        ChannelSetting("slack", "C2", Language.ENGLISH, "T2"),
    )
    sentence = refusal(MANY | {"RAIN_CHANNELS": "T1/C1, C2"})
    assert "C2 without its workspace" in sentence
    assert "slack:T0123ABC/C2" in sentence


def test_in_one_workspace_channels_may_say_it() -> None:
    (found,) = settings(SOCKET | {"RAIN_CHANNELS": "slack:T1/C1"}).channels
    assert (found.id, found.workspace) == ("C1", "T1")


def slack_of(found: Settings) -> tuple[str | None, ...]:
    assert found.slack
    secrets = (found.slack.bot_token, found.slack.app_token, found.slack.signing_secret)
    return tuple(secret and secret.reveal() for secret in secrets)


def test_slack_over_a_socket() -> None:
    assert slack_of(settings(SOCKET)) == ("xoxb-1-secret", "xapp-1-secret", None)


def test_slack_over_http() -> None:
    assert slack_of(settings(HTTP)) == ("xoxb-1-secret", None, HTTP["SLACK_SIGNING_SECRET"])


@pytest.mark.parametrize("half", [SOCKET, HTTP, SOCKET | HTTP])
def test_without_a_bot_token_it_is_the_one_that_is_missing(half: dict[str, str]) -> None:
    sentence = refusal(half | {"SLACK_BOT_TOKEN": ""})
    assert sentence.startswith("SLACK_BOT_TOKEN is missing: ")
    assert "OAuth & Permissions" in sentence


def test_with_a_bot_token_alone_both_ways_on_are_named() -> None:
    sentence = refusal(BOT)
    assert "SLACK_APP_TOKEN is missing: " in sentence
    assert "SLACK_SIGNING_SECRET is missing: " in sentence


@pytest.mark.parametrize(
    ("name", "pasted"),
    [
        ("SLACK_BOT_TOKEN", "xapp-1-other"),
        ("SLACK_APP_TOKEN", "xoxb-1-other"),
        ("SLACK_SIGNING_SECRET", "xoxb-1-other"),
    ],
)
def test_a_mixed_up_secret_is_named_and_not_shown(name: str, pasted: str) -> None:
    sentence = refusal(SOCKET | HTTP | {name: pasted})
    assert sentence.startswith(name)
    assert pasted not in sentence


def test_slacks_address_ends_with_a_slash() -> None:
    found = settings(SOCKET | {"RAIN_SLACK_API_URL": "http://127.0.0.1:4003/api"})
    assert found.slack
    assert found.slack.api_url == "http://127.0.0.1:4003/api/"
    default = settings(SOCKET).slack
    assert default
    assert default.api_url == "https://slack.com/api/"


@pytest.mark.parametrize("url", ["slack.com", "http://slack.com/api/", "https://", "http://[", "x"])
def test_a_token_is_not_sent_to_an_unsafe_address(url: str) -> None:
    assert refusal(SOCKET | {"RAIN_SLACK_API_URL": url}).startswith("RAIN_SLACK_API_URL is ")


# --- the store and reminders


def database(environ: Mapping[str, str]) -> str:
    return settings(environ).database.reveal()


def test_the_store_is_a_file_of_this_accounts_own() -> None:
    assert database({}).startswith("sqlite:///")
    assert database({}).endswith("/rain.sqlite3")
    assert Path(database({}).removeprefix("sqlite:///")).is_absolute()


def test_the_store_can_be_elsewhere(tmp_path: Path) -> None:
    assert database({"RAIN_STORE": "a b?.db"}) == f"sqlite:///{tmp_path}/a b?.db"


def test_a_database_wins_over_a_file() -> None:
    given = {"DATABASE_URL": DATABASE, "RAIN_STORE": "rain.db"}
    assert database(given) == DATABASE


@pytest.mark.parametrize("store", ["knowledge", "."])
def test_a_folder_is_no_store(store: str) -> None:
    assert refusal({"RAIN_STORE": store}).startswith(f"RAIN_STORE is {store}, which is a folder")


def test_an_address_in_the_files_place_is_named_and_not_shown() -> None:
    sentence = refusal({"RAIN_STORE": DATABASE})
    assert "give that as DATABASE_URL" in sentence
    assert "sesame" not in sentence


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("", []),
        (" , ", []),
        ("C0123ABC", [("C0123ABC", "da")]),
        ("slack:C0123ABC, slack:C0456:en,", [("C0123ABC", "da"), ("C0456", "en")]),
        ("C1:da,G2 : en", [("C1", "da"), ("G2", "en")]),
    ],
)
def test_channels_are_listed_with_their_language(
    text: str, channels: list[tuple[str, str]]
) -> None:
    expected = tuple(ChannelSetting("slack", id_, Language(tongue)) for id_, tongue in channels)
    assert settings({"RAIN_CHANNELS": text}).channels == expected


@pytest.mark.parametrize(
    "text",
    [
        *("#general", "general", "slack:", "da", "teams:C1", "C1:de", "C1:en:da", "C1 C2", ":C1"),
        *("T1/", "C1/C2", "T1/C1/C2"),
    ],
)
def test_what_is_no_channel_is_named(text: str) -> None:
    sentence = refusal({"RAIN_CHANNELS": f"C0123ABC, {text}"})
    assert sentence.startswith(f"RAIN_CHANNELS holds {text!r}: give a channel's id")


def test_a_channel_is_named_once() -> None:
    assert "names C1 twice" in refusal({"RAIN_CHANNELS": "C1, C2, slack:C1:en"})


def test_reminders_come_a_week_a_day_and_an_hour_before() -> None:
    assert settings({}).reminders == tuple(map(parse_offset, ("7 days", "1 day", "1 hour")))
    assert settings({}).reminders_at == time(9)


def test_reminders_can_come_at_other_times() -> None:
    found = settings({"RAIN_REMINDERS": "2 uger,30 minutes", "RAIN_REMINDERS_AT": "7.45"})
    assert found.reminders == (parse_offset("2w"), parse_offset("30m"))
    assert found.reminders_at == time(7, 45)


@pytest.mark.parametrize("text", ["soon", "1 day and a half", "-1 day", "0 days", "9999 days"])
def test_what_is_no_time_before_is_named(text: str) -> None:
    sentence = refusal({"RAIN_REMINDERS": f"1 hour, {text}"})
    assert sentence.startswith(f"RAIN_REMINDERS holds {text!r}: ")


def test_a_reminder_comes_once() -> None:
    assert "and the same before" in refusal({"RAIN_REMINDERS": "7 days, 1 hour, 1 week"})


@pytest.mark.parametrize(
    "text", ["9", "24:00", "09:60", "09:00+02:00", "nine", "09:00:00", "٠٩:٠٠"]
)
def test_what_is_no_time_of_day_is_named(text: str) -> None:
    assert refusal({"RAIN_REMINDERS_AT": text}).startswith(f"RAIN_REMINDERS_AT is {text!r}: ")


def test_the_worker_is_on_unless_it_is_off() -> None:
    assert settings({}).worker
    assert settings({"RAIN_WORKER": "On"}).worker
    assert not settings({"RAIN_WORKER": "off"}).worker


@pytest.mark.parametrize("name", ["RAIN_WORKER", "RAIN_SEMANTIC"])
def test_a_switch_is_on_or_off(name: str) -> None:
    assert refusal({name: "perhaps"}) == f"{name} is 'perhaps': give on or off."


def test_no_representation_shows_a_secret() -> None:
    found = settings(SOCKET | HTTP | {"DATABASE_URL": DATABASE})
    assert "sesame" not in repr(found)
    for shown in (repr(found), str(found), f"{found.slack}", f"{Secret('hush')!s:>20}"):
        assert not any(value in shown for value in (*(SOCKET | HTTP).values(), "hush"))
    assert Secret("hush").reveal() == "hush"


# --- whom questions are passed on to


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("", []),
        ("slack:C0123ABC", [("", "", "C0123ABC", "da")]),
        ("C1:en, law = slack:C2", [("", "", "C1", "en"), ("law", "", "C2", "da")]),
        (
            "slack:T0ABC/C1, slack : T0DEF/C1:en,",
            [("", "T0ABC", "C1", "da"), ("", "T0DEF", "C1", "en")],
        ),
        ("data-and-law=T0ABC/G1:da", [("data-and-law", "T0ABC", "G1", "da")]),
        ("law=C1, data=C1", [("law", "", "C1", "da"), ("data", "", "C1", "da")]),
    ],
)
def test_owners_are_listed_with_their_area_workspace_and_language(
    text: str, owners: list[tuple[str, str, str, str]]
) -> None:
    expected = tuple(
        OwnersSetting(area, "slack", workspace, id_, Language(tongue))
        for area, workspace, id_, tongue in owners
    )
    assert settings({"RAIN_OWNERS": text}).owners == expected


@pytest.mark.parametrize(
    "text",
    [
        "#law",
        "law",
        "law=",
        "=C1",
        "Law=C1",
        "teams:C1",
        "C1:de",
        "slack:C0/C1",
        "law=data=C1",
        "C1 C2",
    ],
)
def test_what_are_no_owners_is_named(text: str) -> None:
    sentence = refusal({"RAIN_OWNERS": f"C0123ABC, {text}"})
    assert sentence.startswith(f"RAIN_OWNERS holds {text!r}: give a channel's id")


@pytest.mark.parametrize(
    ("text", "named"),
    [("C1, slack:C2:en", "the channel for all other areas"), ("law=C1, law=C2", "law")],
)
def test_an_area_has_one_channel_in_a_workspace(text: str, named: str) -> None:
    assert refusal({"RAIN_OWNERS": text}) == f"RAIN_OWNERS names {named} twice: leave one out."


def test_owners_in_several_workspaces_say_which() -> None:
    found = settings(MANY | {"RAIN_OWNERS": "slack:T1/C1, law=T2/C2:en"}).owners
    assert [(one.workspace, one.id) for one in found] == [("T1", "C1"), ("T2", "C2")]
    sentence = refusal(MANY | {"RAIN_OWNERS": "T1/C1, law=C2"})
    assert "C2 without its workspace" in sentence
