"""Writing of the bot's own accord. Needs no running adapter."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import blake2s
from types import TracebackType
from typing import Any, Self

from bot.delivery.ports import Poster
from bot.errors import CannotTellError, NotSentError, RefusedError, StoreError, UncertainError
from bot.reply import Address, AddressKind, Reply
from bot.teams.asked import PlaceKind
from bot.teams.card import draw, message
from bot.teams.client import GLOBAL_SERVICE, LIMIT, Client
from bot.teams.pressing import Marks
from bot.teams.punctual import BY
from bot.teams.references import NEVER_MET, Kept, Reference

NEVER_TOLD = "teams_never_tells"
_BELOW = ";messageid="
_CHANNELS = ("@thread.tacv2", "@thread.skype")
"""How ids of channels end, and of no other conversations."""


class TeamsPoster(Poster):
    """Writes to channels, group chats and people, as long as its context is entered.

    ``repeats`` is whether to post again where nobody can tell whether it arrived. ``limit`` is how
    many seconds a post may take from its beginning to its end.
    """

    def __init__(
        self, client: Client, kept: Kept, *, repeats: bool = False, limit: float = LIMIT
    ) -> None:
        self._client = client
        self._kept = kept
        self._repeats = repeats
        self._limit = limit

    async def __aenter__(self) -> Self:
        """Be ready to write."""
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave the client to those that still use it; where nobody does, it is closed."""
        await self._client.__aexit__(kind, error, traceback)

    @property
    def repeats(self) -> bool:
        """As `Poster.repeats`."""
        return self._repeats

    async def post(self, address: Address, reply: Reply, key: str) -> str:
        """As `Poster.post`: the receipt is the conversation and Teams' id of the message.

        Teams keeps nothing hidden in a message that could be looked for, so the key is kept only as
        the card's stamp.
        """
        until = BY.set(min(BY.get(), asyncio.get_running_loop().time() + self._limit))
        try:
            written = message(draw(reply, Marks(_stamp(key))))
            if address.kind is AddressKind.PERSON:
                return await self._to_person(address, written)
            return await self._to_channel(address, written)
        finally:
            BY.reset(until)

    async def posted(
        self,
        address: Address,  # noqa: ARG002 - as the port has it
        key: str,  # noqa: ARG002
        since: datetime,  # noqa: ARG002
    ) -> str | None:
        """As `Poster.posted`: a bot cannot read what stands in a conversation."""
        raise CannotTellError(NEVER_TOLD)

    def thread(self, receipt: str) -> str:
        """As `Poster.thread`; only channels have threads."""
        return receipt.partition(_BELOW)[2]

    async def _to_channel(self, address: Address, written: Mapping[str, Any]) -> str:
        known = await self._kept.needed(address)
        if known is None and not address.id.endswith(_CHANNELS):
            raise RefusedError(NEVER_MET)
        service = known.service if known else GLOBAL_SERVICE
        if known is not None and not known.threaded:
            named = await self._client.send(service, address.id, written)
            return f"{address.id}/{named}"
        where = f"{address.id}{_BELOW}{address.thread}" if address.thread else address.id
        named = await self._client.send(service, where, written)
        return f"{address.id}{_BELOW}{address.thread or named}"

    async def _to_person(self, address: Address, written: Mapping[str, Any]) -> str:
        known = await self._kept.needed(address)
        if known is None:
            raise RefusedError(NEVER_MET)
        conversation = known.conversation or await self._opened(address, known)
        named = await self._client.send(known.service, conversation, written)
        return f"{conversation}/{named}"

    async def _opened(self, address: Address, known: Reference) -> str:
        """Their conversation with the bot, which nobody has written in so far."""
        account = known.account or address.id
        try:
            opened = await self._client.open(known.service, account, address.workspace)
        except UncertainError as error:
            raise NotSentError(error.reason) from None  # opening it twice opens one
        with suppress(StoreError):  # it is opened once more next time
            found = Reference(known.service, PlaceKind.PERSONAL, conversation=opened)
            await self._kept.keep(address, found)
        return opened


def _stamp(key: str) -> str:
    """The same for the same message, should it be posted twice; it tells nothing else."""
    return blake2s(key.encode(), digest_size=16).hexdigest()
