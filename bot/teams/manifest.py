"""The app's manifest: what Teams has to know of the bot before anybody can use it.

Texts are English, and Danish in a file beside it for those whose Teams is Danish: the strings of
the manifest are what everybody else gets, whatever their language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from bot.reply import Language
from bot.teams import names
from bot.wording import commands
from bot.wording import teams_manifest as words
from bot.wording.phrase import Phrase

Json = dict[str, Any]

NAME = "RAIN"
VERSION = "1.24"
"""Of the format. Later ones add nothing the bot has, and take longer to reach every tenant."""
DANISH = "da.json"
COLOUR, OUTLINE = "color.png", "outline.png"
_ACCENT = "#0b5c7a"
_SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}"
_PERSONAL, _EVERYWHERE = ["personal"], ["personal", "team", "groupChat"]
_SEARCHES: dict[names.Search, tuple[Phrase, Phrase, Phrase]] = {
    names.Search.PEOPLE: (words.PEOPLE, words.PEOPLE_HINT, words.PEOPLE_TYPED),
    names.Search.EVENTS: (words.EVENTS, words.EVENTS_HINT, words.EVENTS_TYPED),
}
"""What each search is called, what it does, and what is typed."""
_TEXTS = ("title", "description")


@dataclass(frozen=True, slots=True)
class App:
    """One bot: its ``client_id`` (a UUID), where it is found from outside, and its ``version``.

    ``public_url`` begins with https and has no path.
    """

    client_id: str
    public_url: str
    version: str

    @property
    def id(self) -> str:
        """The app's id: the same for this bot for ever, so that a new package is an update."""
        return str(uuid5(NAMESPACE_URL, f"api://{self.client_id}"))


def manifest(app: App, language: Language = Language.ENGLISH) -> Json:
    """What Teams is to know."""
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": app.version,
        "id": app.id,
        "developer": _developer(app),
        "name": {"short": NAME, "full": words.FULL_NAME.say(language)},
        "description": {
            "short": words.DESCRIPTION.say(language),
            "full": words.LONG_DESCRIPTION.say(language),
        },
        "localizationInfo": {
            "defaultLanguageTag": Language.ENGLISH.value,
            "additionalLanguages": [{"languageTag": Language.DANISH.value, "file": DANISH}],
        },
        "icons": {"color": COLOUR, "outline": OUTLINE},
        "accentColor": _ACCENT,
        "staticTabs": [_tab(app, language)],
        "bots": [_bot(app, language)],
        "composeExtensions": [_extension(app, language)],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [names.host(app.public_url)],
        "webApplicationInfo": {
            "id": app.client_id,
            "resource": names.resource(app.public_url, app.client_id),
        },
    }


def danish(app: App) -> Json:
    """The Danish texts, as Teams reads them from a file beside the manifest."""
    schema = f"{_SCHEMAS}/MicrosoftTeams.Localization.schema.json"
    return {"$schema": schema, **dict(_texts(manifest(app, Language.DANISH)))}


def _developer(app: App) -> Json:
    return {
        "name": NAME,
        "websiteUrl": f"{app.public_url}{names.TAB}",
        "privacyUrl": f"{app.public_url}{names.PRIVACY}",
        "termsOfUseUrl": f"{app.public_url}{names.TERMS}",
    }


def _tab(app: App, language: Language) -> Json:
    # Teams puts in what stands in braces, which therefore must not be escaped.
    told = urlencode({names.LANGUAGE: "{app.locale}", names.THEME: "{app.theme}"}, safe="{}")
    return {
        "entityId": names.TAB_ID,
        "name": words.HOME.say(language),
        "contentUrl": f"{app.public_url}{names.TAB}?{told}",
        "websiteUrl": f"{app.public_url}{names.TAB}",
        "scopes": _PERSONAL,
    }


def _bot(app: App, language: Language) -> Json:
    listed = [
        {"title": commands.NAMES[name].say(language), "description": hint.say(language)}
        for name, hint in words.COMMANDS.items()
    ]
    return {
        "botId": app.client_id,
        "scopes": _EVERYWHERE,
        "supportsFiles": False,
        "isNotificationOnly": False,
        "commandLists": [{"scopes": _EVERYWHERE, "commands": listed}],
    }


def _extension(app: App, language: Language) -> Json:
    return {
        "botId": app.client_id,
        "commands": [_search(search, language) for search in names.Search],
    }


def _search(search: names.Search, language: Language) -> Json:
    title, hint, typed = (phrase.say(language) for phrase in _SEARCHES[search])
    parameter = {
        "name": names.SEARCHED,
        "title": typed,
        "description": words.TYPED_HINT.say(language),
        "inputType": "text",
    }
    return {
        "id": search.value,
        "type": "query",
        "title": title,
        "description": hint,
        "context": ["compose", "commandBox"],
        "initialRun": True,
        "parameters": [parameter],
    }


def _texts(made: Json) -> Iterator[tuple[str, str]]:
    """Every text of a manifest that people read, by the name it has in a file of translations."""
    for part in ("name", "description"):
        yield from ((f"{part}.{key}", text) for key, text in made[part].items())
    for at, tab in enumerate(made["staticTabs"]):
        yield f"staticTabs[{at}].name", tab["name"]
    yield from _titled("bots[0].commandLists[0].commands", made["bots"][0]["commandLists"][0])
    extension = made["composeExtensions"][0]
    yield from _titled("composeExtensions[0].commands", extension)
    for at, command in enumerate(extension["commands"]):
        path = f"composeExtensions[0].commands[{at}].parameters"
        yield from _titled(path, command, "parameters")


def _titled(path: str, parent: Json, key: str = "commands") -> Iterator[tuple[str, str]]:
    for at, one in enumerate(parent[key]):
        yield from ((f"{path}[{at}].{text}", one[text]) for text in _TEXTS)
