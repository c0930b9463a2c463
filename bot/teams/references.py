"""What is kept in order to write of the bot's own accord, renewed whenever somebody is heard of."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace

from bot.adapting.reading import text
from bot.errors import NotSentError, StoreError
from bot.ports import References
from bot.reply import Address, AddressKind
from bot.teams.asked import PLATFORM, Asked, PlaceKind

NEVER_MET = "never_met"
"""Why nothing can be written to who was never heard of."""
_VERSION = 1
"""Of the form in which it is kept."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What writing to an address needs; empty is what is not known.

    ``service`` is where Teams takes it, to be checked again before it is used. ``conversation`` is
    a channel or chat, and of a person their conversation with the bot alone; ``account`` is Teams'
    id of a person for this bot. ``team`` is that of a channel, ``bot`` Teams' id of the bot.
    """

    service: str
    kind: PlaceKind
    conversation: str = ""
    account: str = ""
    team: str = ""
    bot: str = ""

    @property
    def threaded(self) -> bool:
        """Whether what is written there can stand below something."""
        return self.kind is PlaceKind.CHANNEL


class Kept:
    """References as the adapter sees them. All may raise `StoreError`."""

    def __init__(self, references: References) -> None:
        self._references = references

    async def renew(self, asked: Asked) -> None:
        """Keep what this tells of the person, and of the channel or chat; only what changed."""
        if asked.mine:
            await self.keep(asked.mine, _of_person(asked))
        if asked.here:
            await self.keep(asked.here, _of_place(asked))

    async def keep(self, address: Address, new: Reference) -> None:
        """Keep this; what it does not tell stays as it was known."""
        before = await self.of(address)
        if before is not None:
            new = _with_what_was_known(new, before)
        if new != before:
            await self._references.keep(address, _as_data(new))

    async def of(self, address: Address) -> Reference | None:
        """What is known of the address; None where that is nothing, or cannot be read."""
        kept = await self._references.recall(address)
        return None if kept is None else _read(kept)

    async def needed(self, address: Address) -> Reference | None:
        """The same for who wants to write. Raises `NotSentError` where the store is away."""
        try:
            return await self.of(address)
        except StoreError:
            raise NotSentError("no_store") from None

    async def channels(self, tenant: str, team: str) -> AsyncIterator[Address]:
        """The channels that are known of a team."""
        async for address, kept in self._references.all_of(PLATFORM, tenant):
            if address.kind is AddressKind.CHANNEL and text(kept, "team") == team:
                yield address


def _of_person(asked: Asked) -> Reference:
    place = asked.place
    direct = place.conversation if place.direct else ""
    return Reference(place.service, PlaceKind.PERSONAL, direct, asked.person.account, bot=asked.bot)


def _of_place(asked: Asked) -> Reference:
    place = asked.place
    return Reference(place.service, place.kind, place.conversation, team=place.team, bot=asked.bot)


def _with_what_was_known(new: Reference, before: Reference) -> Reference:
    return replace(
        new,
        conversation=new.conversation or before.conversation,
        account=new.account or before.account,
        team=new.team or before.team,
        bot=new.bot or before.bot,
    )


def _as_data(reference: Reference) -> Mapping[str, object]:
    whole = {
        "service": reference.service,
        "kind": reference.kind.value,
        "conversation": reference.conversation,
        "account": reference.account,
        "team": reference.team,
        "bot": reference.bot,
    }
    return {"v": _VERSION, **{name: value for name, value in whole.items() if value}}


def _read(kept: Mapping[str, object]) -> Reference | None:
    kind, service = text(kept, "kind"), text(kept, "service")
    if not service or kind not in list(PlaceKind):
        return None
    named = {name: text(kept, name) for name in ("conversation", "account", "team", "bot")}
    return Reference(service, PlaceKind(kind), **named)
