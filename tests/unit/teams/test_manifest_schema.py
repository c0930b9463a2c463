"""Manifest and translations fit Microsoft's own schemas, from npm's `@microsoft/app-manifest`."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.teams.manifest import VERSION, App, danish, manifest
from tests.unit.teams.app import APP, CLIENT, LONG, SHORT, official

ALL = pytest.mark.parametrize("app", [APP, LONG, SHORT], ids=["usual", "long", "short"])
MANIFEST, TRANSLATIONS = "schema.json", "Localization.schema.json"


@ALL
def test_the_manifest_is_one(app: App) -> None:
    official(MANIFEST).validate(manifest(app))


def test_it_is_of_the_version_it_says() -> None:
    schema = official(MANIFEST).schema
    assert isinstance(schema, Mapping)
    assert schema["properties"]["manifestVersion"]["const"] == VERSION
    made = manifest(APP)
    assert made["manifestVersion"] == VERSION
    assert f"/teams/v{VERSION}/" in made["$schema"]
    assert f"/teams/v{VERSION}/" in danish(APP)["$schema"]


@ALL
def test_the_danish_texts_are_translations(app: App) -> None:
    official(TRANSLATIONS).validate(danish(app))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (f'"{CLIENT}"', '"my-bot"'),
        ('"groupChat"', '"groupchat"'),
        ('"commandBox"', '"commandbox"'),
        ('"identity"', '"identities"'),
        ('"termsOfUseUrl"', '"termsUrl"'),
        ('"entityId"', '"id"'),
        ('"short": "Who', f'"short": "{"Who" * 20}'),
    ],
)
def test_the_schema_would_notice(right: str, wrong: str) -> None:
    whole = json.dumps(manifest(APP))
    assert right in whole
    assert complaints(MANIFEST, json.loads(whole.replace(right, wrong)))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            '"bots[0].commandLists[0].commands[0].title"',
            '"bots[0].commandLists[0].commands[0].name"',
        ),
        ('"composeExtensions[0].commands[1].parameters[0].title"', '"composeExtensions[0].title"'),
        ('"name.short": "RAIN"', '"name.short": ""'),
    ],
)
def test_the_schema_of_translations_would_notice(right: str, wrong: str) -> None:
    whole = json.dumps(danish(APP))
    assert right in whole
    assert complaints(TRANSLATIONS, json.loads(whole.replace(right, wrong)))


def complaints(schema: str, made: dict[str, Any]) -> list[str]:
    return [error.message for error in official(schema).iter_errors(made)]
