"""The manifest says what the bot does, and both languages say all of it."""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from bot.assistant.commanding import Commanding
from bot.reply import Intent, Language, Question
from bot.teams import names
from bot.teams.manifest import App, danish, manifest
from tests.fakes.responder import NOON, FakeResponder
from tests.unit.teams.app import APP, CLIENT, HOST, LONG, SHORT

MADE = manifest(APP)
BOT, TAB, EXTENSION = (MADE[part][0] for part in ("bots", "staticTabs", "composeExtensions"))
READ = {"name", "title", "description", "short", "full"}
"""Keys of texts that people read, wherever they stand."""
UNREAD = re.compile(r"developer\.name|.*parameters\[0\]\.name")
"""But these: one is a name in every language, the other comes back to the bot."""


def texts(made: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any JSON
    if isinstance(made, dict):
        for key, value in made.items():
            yield from texts(value, f"{path}.{key}" if path else key)
    elif isinstance(made, list):
        for at, value in enumerate(made):
            yield from texts(value, f"{path}[{at}]")
    elif isinstance(made, str):
        yield path, made


def read_by_people(app: App, language: Language) -> dict[str, str]:
    """Every text that is not an id, found without knowing how the manifest is made."""
    return {
        path: text
        for path, text in texts(manifest(app, language))
        if path.rpartition(".")[2] in READ and not UNREAD.fullmatch(path)
    }


def test_danish_is_complete_and_english_is_what_stands_in_the_manifest() -> None:
    translated = {key: text for key, text in danish(APP).items() if key != "$schema"}
    assert translated == read_by_people(APP, Language.DANISH)
    english = read_by_people(APP, Language.ENGLISH)
    assert set(translated) == set(english)
    assert {key for key in english if english[key] == translated[key]} == {"name.short"}


def test_languages_differ_in_texts_alone() -> None:
    other = dict(texts(manifest(APP, Language.DANISH)))
    differing = {path for path, text in texts(MADE) if other[path] != text}
    assert differing < set(danish(APP))


def test_the_id_is_the_bots_for_ever() -> None:
    assert APP.id == "d186199c-1c4c-50da-a1dc-344e8dbc1bdc"
    assert App(CLIENT, "https://elsewhere.example.org", "9.9.9").id == APP.id
    assert App(CLIENT.replace("1", "2"), APP.public_url, APP.version).id != APP.id
    assert UUID(MADE["id"]) != UUID(CLIENT)


def test_the_bot_is_everywhere_and_asks_for_little() -> None:
    assert BOT["botId"] == EXTENSION["botId"] == MADE["webApplicationInfo"]["id"] == CLIENT
    assert BOT["scopes"] == BOT["commandLists"][0]["scopes"] == ["personal", "team", "groupChat"]
    assert not BOT["supportsFiles"]
    assert MADE["permissions"] == ["identity", "messageTeamMembers"]
    assert "authorization" not in MADE, "no consent of teams is asked for"


def test_people_are_signed_in_to_the_tab_under_the_host_that_serves_it() -> None:
    assert MADE["webApplicationInfo"]["resource"] == f"api://{HOST}/{CLIENT}"
    assert MADE["validDomains"] == [HOST]
    with_port = App(CLIENT, "https://Rain.Example.org:8443", "1.0.0")
    assert manifest(with_port)["validDomains"] == [f"{HOST}:8443"]
    assert names.resource(with_port.public_url, CLIENT) == f"api://{HOST}:8443/{CLIENT}"


def test_the_tab_is_told_language_and_theme() -> None:
    address, _, told = TAB["contentUrl"].partition("?")
    assert address == TAB["websiteUrl"] == f"https://{HOST}{names.TAB}"
    assert told == f"{names.LANGUAGE}={{app.locale}}&{names.THEME}={{app.theme}}"
    assert (TAB["entityId"], TAB["scopes"]) == (names.TAB_ID, ["personal"])


def test_searches_are_those_of_the_code() -> None:
    commands = EXTENSION["commands"]
    assert [command["id"] for command in commands] == list(names.Search) == ["people", "events"]
    for command in commands:
        assert command["type"] == "query"
        assert command["context"] == ["compose", "commandBox"]
        assert [one["name"] for one in command["parameters"]] == [names.SEARCHED] == ["search"]


@pytest.mark.parametrize("language", Language)
async def test_listed_commands_are_understood(language: Language) -> None:
    listed = manifest(APP, language)["bots"][0]["commandLists"][0]["commands"]
    inner = FakeResponder()
    for command in listed:
        await Commanding(inner).answer(Question(command["title"], NOON))
    meant = [question.intent for question in inner.questions]
    assert meant == [Intent.EVENTS, Intent.WHO, Intent.REMINDERS, Intent.HELP, Intent.PRIVACY]


def test_every_page_it_links_to_is_ours() -> None:
    linked = set(re.findall(r'"(https://[^"?]+)', json.dumps(MADE))) - {MADE["$schema"]}
    ours = {f"https://{HOST}{path}" for path in (names.TAB, names.PRIVACY, names.TERMS)}
    assert linked == ours


@pytest.mark.parametrize("app", [APP, LONG, SHORT])
def test_texts_are_as_short_as_teams_wants_them(app: App) -> None:
    for language in Language:
        found = read_by_people(app, language)
        assert len(found["description.short"]) <= 80
        for path, text in found.items():
            if "commands[" in path:
                longest = 32 if path.endswith("title") else 128
                assert len(text) <= longest, path
