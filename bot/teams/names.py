"""What the app's package, Teams and the bot call by the same names: addresses, ids, parameters.

Teams learns them from the manifest, and the bot reads them where they come back.
"""

from enum import StrEnum
from urllib.parse import urlsplit

MESSAGES = "/api/messages"
"""Where Teams brings what people do; told to the bot's registration, not in the manifest."""
BOT = "28:"
"""How Teams' ids of bots begin; the application's id follows."""
TAB = "/teams/home"
PRIVACY = "/teams/privacy"
TERMS = "/teams/terms"
TAB_ID = "home"
LANGUAGE, THEME = "lang", "theme"
"""In the tab's address: what Teams shows itself in, a locale such as ``da-dk``, and its theme."""
SEARCHED = "search"
"""The parameter that holds what is typed into the message extension."""


class Search(StrEnum):
    """The commands of the message extension."""

    PEOPLE = "people"
    EVENTS = "events"


def host(public_url: str) -> str:
    """The host in an address, with its port where it has one; in small letters, as Teams asks."""
    return urlsplit(public_url).netloc.lower()


def resource(public_url: str, client_id: str) -> str:
    """What a token is issued for that signs people in to the tab.

    A form that Entra takes of everybody: with the id at its end, the host need not be a verified
    domain of the tenant.
    """
    return f"api://{host(public_url)}/{client_id}"
