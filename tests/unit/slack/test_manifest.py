"""The manifests are ones Slack would take, and say what the code does."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from bot.reply import Outcome, Reply
from bot.slack import account, http, inbound, leaving
from bot.slack.manifest import manifest
from tests.fakes import slack_server

HOST = "https://rain.example.org"
EVENTS = f"{HOST}/slack/events"
SOCKET, HTTP, OAUTH = manifest(), manifest(HOST), manifest(HOST, oauth=True)
ALL = pytest.mark.parametrize("made", [SOCKET, HTTP, OAUTH], ids=["socket", "http", "oauth"])


def text(longest: int, shortest: int = 1) -> dict[str, Any]:
    return {"type": "string", "minLength": shortest, "maxLength": longest}


def made_of(required: str = "", **properties: object) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def names(most: int) -> dict[str, Any]:
    return {"type": "array", "items": text(50), "maxItems": most, "uniqueItems": True}


def some(of: dict[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "items": of, "minItems": 1, "maxItems": most}


YES_OR_NO = {"type": "boolean"}
NUMBER = {"type": "integer"}
ADDRESS = {"type": "string", "pattern": "^https?://", "maxLength": 3000}
COMMAND = made_of(
    "command description",
    command={**text(32, 2), "pattern": "^/"},
    url=ADDRESS,
    description=text(2000),
    usage_hint=text(1000),
    should_escape=YES_OR_NO,
)
SHORTCUT = made_of(
    "type name callback_id description",
    type={"enum": ["global", "message"]},
    name=text(24),
    callback_id=text(255),
    description=text(150),
)
PROMPT = made_of("title message", title=text(75), message=text(3000))
SCHEMA = made_of(
    "display_information features oauth_config settings",
    _metadata=made_of(major_version=NUMBER, minor_version=NUMBER),
    display_information=made_of(
        "name",
        name=text(35),
        description=text(140),
        long_description=text(4000, 175),
        background_color={"type": "string", "pattern": "^#([0-9a-fA-F]{3}){1,2}$"},
    ),
    features=made_of(
        "bot_user",
        app_home=made_of(
            home_tab_enabled=YES_OR_NO,
            messages_tab_enabled=YES_OR_NO,
            messages_tab_read_only_enabled=YES_OR_NO,
        ),
        agent_view=made_of(agent_description=text(300), suggested_prompts=some(PROMPT, 4)),
        bot_user=made_of("display_name", display_name=text(80), always_online=YES_OR_NO),
        shortcuts=some(SHORTCUT, 10),
        slash_commands=some(COMMAND, 50),
    ),
    oauth_config=made_of(
        "scopes", redirect_urls=some(ADDRESS, 1000), scopes=made_of("bot", bot=names(255))
    ),
    settings=made_of(
        event_subscriptions=made_of(request_url=ADDRESS, bot_events=names(100)),
        interactivity=made_of("is_enabled", is_enabled=YES_OR_NO, request_url=ADDRESS),
        org_deploy_enabled=YES_OR_NO,
        socket_mode_enabled=YES_OR_NO,
        token_rotation_enabled=YES_OR_NO,
    ),
)


def events(made: dict[str, Any]) -> list[str]:
    found: list[str] = made["settings"]["event_subscriptions"]["bot_events"]
    return found


@ALL
def test_slack_would_take_it(made: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate(made)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"/rain"', '"rain"'),
        ('"Spørg RAIN · Ask RAIN"', '"Spørg RAIN om beskeden · Ask RAIN about this"'),
        ('"agent_view"', '"assistant_view"'),
        ('"message"', '"anything"'),
        (f'"{EVENTS}"', '"rain.example.org"'),
    ],
)
def test_the_schema_would_notice(right: str, wrong: str) -> None:
    spoilt = json.dumps(HTTP, ensure_ascii=False).replace(right, wrong)
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(json.loads(spoilt))


@ALL
def test_commands_are_those_of_the_code(made: dict[str, Any]) -> None:
    declared = [command["command"] for command in made["features"]["slash_commands"]]
    assert sorted(declared) == sorted(inbound.COMMANDS)


def test_events_are_those_of_the_code() -> None:
    told = ["app_home_opened", "app_mention", "message.im", "app_uninstalled", "tokens_revoked"]
    assert events(SOCKET) == events(HTTP) == events(OAUTH) == told
    read = {inbound.OPENED, *inbound.EVENTS, *leaving.EVENTS}
    assert {name.partition(".")[0] for name in told} == read


@ALL
def test_scopes_are_those_the_start_checks(made: dict[str, Any]) -> None:
    assert set(made["oauth_config"]["scopes"]["bot"]) == account.SCOPES


def test_our_slack_grants_what_the_manifest_asks_for() -> None:
    assert set(slack_server.SCOPES.split(",")) == account.SCOPES


@ALL
def test_people_can_write_to_the_bot_and_press_buttons(made: dict[str, Any]) -> None:
    home = made["features"]["app_home"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert made["settings"]["interactivity"]["is_enabled"]


@ALL
def test_messages_have_an_entry_in_their_menu(made: dict[str, Any]) -> None:
    (shortcut,) = made["features"]["shortcuts"]
    assert (shortcut["type"], shortcut["callback_id"]) == ("message", inbound.ABOUT_MESSAGE)


def test_the_agent_view_has_the_scope_it_needs() -> None:
    assert SOCKET["features"]["agent_view"]
    assert "assistant:write" in account.SCOPES


def test_prompts_to_begin_with_are_answered(ask: Callable[[str], Reply]) -> None:
    prompts = SOCKET["features"]["agent_view"]["suggested_prompts"]
    assert len(prompts) == 4
    assert {ask(prompt["message"]).outcome for prompt in prompts} == {Outcome.ANSWER}


def test_over_a_socket_there_is_no_address() -> None:
    assert SOCKET["settings"]["socket_mode_enabled"]
    assert "https" not in json.dumps(SOCKET)


@pytest.mark.parametrize("made", [HTTP, OAUTH])
def test_over_http_everything_goes_to_one_address(made: dict[str, Any]) -> None:
    settings = made["settings"]
    assert not settings["socket_mode_enabled"]
    assert http.PATH == "/slack/events"
    assert settings["event_subscriptions"]["request_url"] == EVENTS
    assert settings["interactivity"]["request_url"] == EVENTS
    assert {command["url"] for command in made["features"]["slash_commands"]} == {EVENTS}


def test_only_many_workspaces_need_a_way_back_and_new_tokens() -> None:
    assert OAUTH["oauth_config"]["redirect_urls"] == [f"{HOST}/slack/oauth_redirect"]
    assert OAUTH["settings"]["token_rotation_enabled"]
    for made in (SOCKET, HTTP):
        assert "redirect_urls" not in made["oauth_config"]
        assert not made["settings"]["token_rotation_enabled"]
