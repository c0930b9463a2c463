"""Who asks, in which language, and where they can be written to."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages the bot speaks."""

    DANISH = "da"
    ENGLISH = "en"


class Audience(StrEnum):
    """Who asks, and whom an entry is for."""

    EMPLOYEE = "employee"  # employed by Region Syddanmark
    RESEARCHER = "researcher"  # at SDU or OUH
    COMPANY = "company"
    ANYONE = "anyone"  # of entries alone; nobody asks as anyone


class AddressKind(StrEnum):
    """What stands at an address."""

    CHANNEL = "channel"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the bot can write to of its own accord.

    ``workspace`` is the platform's own id of the workspace or tenant, empty where the settings
    name a channel without it; ``id`` is the platform's id of the channel or person, which no
    other workspace of the platform uses. ``thread`` is the platform's id of a thread there, empty
    for a message of its own. Not for logs.
    """

    platform: str
    workspace: str
    kind: AddressKind
    id: str
    thread: str = ""

    @property
    def key(self) -> str:
        """The same for every way of naming this channel or person, and all of its threads."""
        return f"{self.platform}:{self.kind}:{self.id}"
