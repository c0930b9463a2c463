"""The manifest is one Slack would take, and says what the code does."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from bot.slack import account, inbound, leaving

MANIFEST = Path(__file__).parents[3] / "manifest.yaml"


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
        bot_user=made_of("display_name", display_name=text(80), always_online=YES_OR_NO),
        slash_commands={"type": "array", "items": COMMAND, "minItems": 1, "maxItems": 50},
    ),
    oauth_config=made_of("scopes", scopes=made_of("bot", bot=names(255))),
    settings=made_of(
        event_subscriptions=made_of(request_url=ADDRESS, bot_events=names(100)),
        interactivity=made_of("is_enabled", is_enabled=YES_OR_NO, request_url=ADDRESS),
        org_deploy_enabled=YES_OR_NO,
        socket_mode_enabled=YES_OR_NO,
        token_rotation_enabled=YES_OR_NO,
    ),
)


@pytest.fixture
def manifest() -> dict[str, Any]:
    return yaml.safe_load(MANIFEST.read_text("utf-8"))


def test_slack_would_take_it(manifest: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate(manifest)


def test_the_schema_would_notice(manifest: dict[str, Any]) -> None:
    manifest["features"]["slash_commands"][0]["command"] = "rain"
    with pytest.raises(ValidationError, match="rain"):
        Draft202012Validator(SCHEMA).validate(manifest)


def test_commands_are_those_of_the_code(manifest: dict[str, Any]) -> None:
    declared = [command["command"] for command in manifest["features"]["slash_commands"]]
    assert sorted(declared) == sorted(inbound.COMMANDS)


def test_events_are_those_of_the_code(manifest: dict[str, Any]) -> None:
    declared = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert declared == ["app_mention", "app_uninstalled", "message.im", "tokens_revoked"]
    read = {*inbound.EVENTS, *leaving.EVENTS}
    assert {name.partition(".")[0] for name in declared} == read


def test_scopes_are_those_the_start_checks(manifest: dict[str, Any]) -> None:
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == account.SCOPES


def test_people_can_write_to_the_bot_and_press_buttons(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert manifest["settings"]["socket_mode_enabled"]
