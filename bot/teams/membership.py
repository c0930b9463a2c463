"""Who is a member of a channel or chat, as Teams tells."""

import asyncio

from bot.adapting.believed import Believed
from bot.adapting.reading import Body, text
from bot.errors import RefusedError, UncertainError
from bot.passing.ports import Membership
from bot.reply import Address
from bot.teams.client import Client
from bot.teams.punctual import BY
from bot.teams.references import NEVER_MET, Kept

KEPT_FOR = 300.0
"""Seconds for which a member is believed to be one."""
PATIENCE = 3.0
"""Seconds that somebody waits for it."""
MOST = 2000
_NO_MEMBER = "MemberNotFoundInConversation"
_GUESTS = frozenset({"guest", "anonymous", "federated"})
_IDS = ("id", "objectId", "aadObjectId")
_FOREIGN_NAME = "#ext#"
"""Stands in the names that a directory gives to people of other organisations."""


class TeamsMembership(Membership):
    """Asks Teams about a person now and then.

    Who left a channel counts as a member for `KEPT_FOR` at most, and who joined it at once. Whoever
    is of another organisation than the bot counts as none.
    """

    def __init__(self, client: Client, kept: Kept) -> None:
        self._client = client
        self._kept = kept
        self._members = Believed[tuple[str, str], bool](MOST, KEPT_FOR)

    async def member(self, person: Address, channel: Address) -> bool:
        """As `Membership.member`."""
        pair, now = (person.key, channel.key), asyncio.get_running_loop().time()
        if self._members.recall(pair):
            return True
        until = BY.set(min(BY.get(), now + PATIENCE))
        try:
            told = await self._told(person, channel)
        finally:
            BY.reset(until)
        if told is None or _is_foreign(told, channel.workspace):
            return False
        self._members.hold(pair, True, since=now)
        return True

    async def _told(self, person: Address, channel: Address) -> Body | None:
        """What Teams tells of the person; None where there is no such member."""
        where, who = await self._kept.needed(channel), await self._kept.needed(person)
        if where is None:
            raise RefusedError(NEVER_MET)
        account = who.account if who and who.account else person.id
        try:
            told = await self._client.member(where.service, channel.id, account)
        except RefusedError as error:
            if error.reason == _NO_MEMBER:
                return None
            raise
        if not {account, person.id} & {text(told, name) for name in _IDS}:
            raise UncertainError("no_member")  # not the same as being none
        return told


def _is_foreign(told: Body, tenant: str) -> bool:
    """Whether the member is of another organisation, as far as Teams and the settings tell."""
    own = text(told, "tenantId")
    return (
        (bool(own and tenant) and own.lower() != tenant.lower())
        or text(told, "userRole").lower() in _GUESTS
        or _FOREIGN_NAME in text(told, "userPrincipalName").lower()
    )
