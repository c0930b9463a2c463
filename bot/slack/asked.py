"""What somebody asked, by whom, and where the answer belongs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.reply import Address, AddressKind, Intent, Language, Press

PLATFORM = "slack"
_CHANNELS = ("C", "G")
"""How ids of channels begin, public and private; those of direct messages begin otherwise."""
_DIRECT = ("D", "U", "W")
_ASK = Press(Intent.ASK)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answer goes: a channel and maybe a thread, or the asker alone.

    ``response_url`` is Slack's address for answers only the asker sees; ``alone`` is whether all
    answers here are of that kind, so that the rest is only a name for the conversation.
    """

    channel: str = ""
    thread: str = ""
    response_url: str = ""
    alone: bool = False

    @property
    def direct(self) -> bool:
        """Whether this is a conversation with one person, by its id or the person's."""
        return self.channel.startswith(_DIRECT)


class ViewKind(StrEnum):
    """The views there are."""

    HOME = "home"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class View:
    """A view in which something was done."""

    kind: ViewKind
    id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked.

    ``team`` is the workspace the bot is installed in. ``deliveries`` are the keys under which this
    may arrive again. ``press`` is None where a button could not be read; ``language`` is the one
    that what was pressed was read in, where that is known. ``trigger`` lets a view be opened within
    three seconds. ``fields`` are what was filled into a form. ``foreign`` is whether the person is
    a member of another workspace.
    """

    team: str
    user: str
    place: Place
    deliveries: tuple[str, ...]
    press: Press | None = _ASK
    language: Language | None = None
    trigger: str = field(default="", repr=False)
    view: View | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    foreign: bool = False

    @property
    def asker(self) -> str:
        """The key of the person, unique across workspaces."""
        return f"slack:{self.team}:{self.user}"

    @property
    def conversation(self) -> str:
        """The key of the conversation: the thread, or the channel where there is none.

        What only one person sees is theirs alone: nobody else goes on with it. With one person
        there is one conversation, whatever threads it is spread over.
        """
        if self.view or self.place.direct:
            return f"slack:{self.team}:{self.place.channel or self.user}"
        alone = f":{self.user}" if self.place.alone else ""
        return f"slack:{self.team}:{self.place.channel}:{self.place.thread}{alone}"

    @property
    def mine(self) -> Address | None:
        """Where the person can be written to."""
        return self._address(AddressKind.PERSON, self.user) if self.user else None

    @property
    def here(self) -> Address | None:
        """The channel this is asked in; None in direct messages."""
        channel = self.place.channel
        named = channel.startswith(_CHANNELS)
        return self._address(AddressKind.CHANNEL, channel) if named else None

    @property
    def there(self) -> Address | None:
        """The conversation itself, where more can be written to it later."""
        place = self.place
        if place.alone or not place.channel:
            return self.mine
        return self._address(AddressKind.CHANNEL, place.channel, place.thread)

    def _address(self, kind: AddressKind, named: str, thread: str = "") -> Address:
        return Address(PLATFORM, self.team, kind, named, thread)
