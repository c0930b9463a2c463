"""What somebody asked in Teams, by whom, and where the answer belongs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.reply import Address, AddressKind, Intent, Language, Press

PLATFORM = "teams"
_ASK = Press(Intent.ASK)


class PlaceKind(StrEnum):
    """What kind of conversation it is, as Teams calls it."""

    PERSONAL = "personal"  # with one person
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answer goes.

    ``conversation`` is Teams' id of the chat or channel, without a thread; ``thread`` is the id of
    the message that a channel's thread hangs below, empty elsewhere. ``team`` is the id of the
    channel's team. ``service`` is the address at which Teams takes what is written there; it was
    checked before it got here.
    """

    kind: PlaceKind
    conversation: str
    service: str
    thread: str = ""
    team: str = ""

    @property
    def direct(self) -> bool:
        """Whether this is a conversation with one person."""
        return self.kind is PlaceKind.PERSONAL

    @property
    def whole(self) -> str:
        """The conversation's id with its thread, as Teams takes it."""
        return f"{self.conversation};messageid={self.thread}" if self.thread else self.conversation


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks.

    ``account`` is Teams' id of the person for this bot; ``user`` is the directory's id, which is
    the same everywhere, or the account where Teams does not tell it.
    """

    account: str
    user: str
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked.

    ``tenant`` is the organisation the bot works for. ``deliveries`` are the keys under which this
    may arrive again. ``press`` is None where a button could not be read; ``language`` is the one
    that what was pressed was read in, ``locale`` the one that Teams shows itself in. ``fields`` are
    what was filled into a form. ``trail`` leads back to the cards in whose place the answer comes.
    ``bot`` is Teams' id of the bot.
    """

    tenant: str
    person: Person
    place: Place
    deliveries: tuple[str, ...]
    press: Press | None = _ASK
    language: Language | None = None
    locale: Language | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    trail: tuple[Press, ...] = ()
    bot: str = ""

    @property
    def asker(self) -> str:
        """The key of the person, the same in all conversations."""
        return f"{PLATFORM}:{self.tenant}:{self.person.user}"

    @property
    def conversation(self) -> str:
        """The key of the conversation: the thread, or the chat."""
        return f"{PLATFORM}:{self.tenant}:{self.place.whole}"

    @property
    def mine(self) -> Address | None:
        """Where the person can be written to."""
        return self._address(AddressKind.PERSON, self.person.user) if self.person.user else None

    @property
    def here(self) -> Address | None:
        """The channel or group chat this is asked in; None in conversations with one person."""
        if self.place.direct:
            return None
        return self._address(AddressKind.CHANNEL, self.place.conversation)

    @property
    def there(self) -> Address | None:
        """The conversation itself, where more can be written to it later."""
        if self.place.direct:
            return self.mine
        return self._address(AddressKind.CHANNEL, self.place.conversation, self.place.thread)

    def _address(self, kind: AddressKind, named: str, thread: str = "") -> Address:
        return Address(PLATFORM, self.tenant, kind, named, thread)
