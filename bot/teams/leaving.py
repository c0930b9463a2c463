"""The bot is taken out of a conversation: what was kept in order to write there goes."""

import asyncio
import logging
from dataclasses import dataclass

from bot.adapting.reading import Body, objects, part, text
from bot.errors import RainError
from bot.ports import Belongings
from bot.reply import Address, AddressKind
from bot.teams.asked import PLATFORM, Place, PlaceKind
from bot.teams.inbound import place, tenant
from bot.teams.references import Kept

log = logging.getLogger(__name__)
_REMOVED = frozenset({"remove", "remove-upgrade"})
_CHANNEL_DELETED = "channelDeleted"
_DELETED = frozenset({_CHANNEL_DELETED, "teamDeleted", "teamHardDeleted"})
PAUSES = (0.0, 2.0, 10.0, 60.0, 300.0, 1800.0)
"""Seconds before each attempt: Teams was told that it arrived, and does not say it again."""


def is_over(body: Body) -> bool:
    """Whether this says that the bot is no more in a conversation, in any of Teams' ways."""
    match text(body, "type"):
        case "installationUpdate":
            return text(body, "action") in _REMOVED
        case "conversationUpdate":
            own = text(part(body, "recipient"), "id")
            gone = {text(one, "id") for one in objects(body, "membersRemoved")}
            return (bool(own) and own in gone) or _event(body) in _DELETED
    return False


@dataclass(frozen=True, slots=True)
class Leaving:
    """Deletes what there is to write to where the bot is no more."""

    belongings: Belongings
    kept: Kept
    pauses: tuple[float, ...] = PAUSES

    async def removed(self, body: Body) -> None:
        """The bot was removed from a person, a chat or a team, or a channel was deleted.

        Does nothing where this does not say so.
        """
        where = place(body)
        if where is None or not tenant(body) or not is_over(body):
            return
        for pause in self.pauses:
            await asyncio.sleep(pause)
            try:
                await self._forget(body, where)
            except RainError as error:
                log.warning("What there is to write where the bot left is still kept: %s", error)
            else:
                return
        log.error("What there is to write where the bot left was not deleted.")

    async def _forget(self, body: Body, where: Place) -> None:
        for address in await self._addresses(body, where):
            await self.belongings.forget_address(address)
        log.info("The bot was taken out of a %s; what was to be sent there is deleted.", where.kind)

    async def _addresses(self, body: Body, where: Place) -> list[Address]:
        workspace = tenant(body)
        if where.direct:
            sender = part(body, "from")
            named = text(sender, "aadObjectId").lower() or text(sender, "id")
            return [Address(PLATFORM, workspace, AddressKind.PERSON, named)] if named else []
        if _event(body) == _CHANNEL_DELETED:
            # Told in the team's own channel, of another one.
            named = text(part(body, "channelData", "channel"), "id")
            return [_channel(workspace, named)] if named else []
        found = {_channel(workspace, where.conversation): None}
        if where.kind is PlaceKind.CHANNEL and where.team:
            # Told once for all channels; the team's own one has the team's id.
            found[_channel(workspace, where.team)] = None
            found |= {one: None async for one in self.kept.channels(workspace, where.team)}
        return list(found)


def _event(body: Body) -> str:
    return text(part(body, "channelData"), "eventType")


def _channel(workspace: str, named: str) -> Address:
    return Address(PLATFORM, workspace, AddressKind.CHANNEL, named)
