"""Who of the people in the knowledge base is a member of the workspace."""

import asyncio
import logging
from collections.abc import Iterable, Mapping

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapting.believed import Believed
from bot.reply import People, Reply
from bot.slack.account import PATIENCE, UNREACHABLE, told
from bot.slack.outcome import read

log = logging.getLogger(__name__)

MOST = 2000
KEPT_FOR = 6 * 3600.0
"""Seconds for which it is believed that somebody is a member, or is none."""
REFUSED_FOR = 300.0
"""Seconds after which Slack is asked again about somebody of whom it would not tell."""
NO_MEMBER = frozenset({"users_not_found", "user_not_found"})


class Members:
    """Finds the user ids of members by their address, each of them asked for now and then."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known = Believed[str, str](MOST, KEPT_FOR)
        """The user ids by address; nothing for who is no member."""
        self._refused = Believed[str, str](MOST, REFUSED_FOR)
        """Nothing by address for those of whom Slack will not tell, as without the scope."""

    async def of(self, reply: Reply) -> Mapping[str, str]:
        """The members among a reply's people, by their address in lower case.

        Those about whom Slack does not tell soon are left out; nobody waits for a name.
        """
        people = (
            person for part in reply.parts if isinstance(part, People) for person in part.people
        )
        return await self._found({person.email.lower() for person in people if person.email})

    async def _found(self, addresses: Iterable[str]) -> Mapping[str, str]:
        wanted = sorted(addresses)
        unknown = [address for address in wanted if self._recall(address) is None]
        if unknown:
            try:
                async with asyncio.timeout(PATIENCE):
                    await asyncio.gather(*map(self._ask, unknown))
            except UNREACHABLE as error:
                log.info("Members are not known: %s", told(error))
        return {address: user for address in wanted if (user := self._recall(address))}

    def _recall(self, address: str) -> str | None:
        user = self._known.recall(address)
        return self._refused.recall(address) if user is None else user

    async def _ask(self, address: str) -> None:
        try:
            answer = await self._client.users_lookupByEmail(email=address)
        except SlackApiError as error:
            if told(error) in NO_MEMBER:
                self._known.hold(address, "")
                return
            if read(error).certain:
                self._refused.hold(address, "")
            raise
        user = answer.get("user")
        found = user if isinstance(user, dict) and not user.get("deleted") else {}
        self._known.hold(address, str(found.get("id", "")))
