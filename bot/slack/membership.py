"""Who is a member of a channel, as Slack tells."""

import asyncio

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapting.believed import Believed
from bot.errors import CannotTellError, UncertainError
from bot.passing.ports import Membership
from bot.reply import Address
from bot.slack.client import rate_limit_only, web_client
from bot.slack.outcome import outcome
from bot.slack.tokens import Tokens

KEPT_FOR = 300.0
"""Seconds for which a list of members is believed."""
PATIENCE = 1.5
"""Seconds that somebody waits for it: a form has to be shown within three."""
PAGE, MOST_PAGES, MOST_CHANNELS = 200, 10, 200


class SlackMembership(Membership):
    """Asks Slack for a channel's members now and then; ``api_url`` is where it is not slack.com.

    Who left a channel counts as a member for `KEPT_FOR` at most, and who joined it at once.
    """

    def __init__(self, tokens: Tokens, api_url: str | None = None) -> None:
        self._tokens = tokens
        self._api_url = api_url
        self._members = Believed[str, frozenset[str]](MOST_CHANNELS, KEPT_FOR)

    async def member(self, person: Address, channel: Address) -> bool:
        """As `Membership.member`; a channel of too many members cannot be told either."""
        members, now = self._members.recall(channel.key), asyncio.get_running_loop().time()
        if members is None or person.id not in members:
            members = await self._asked(channel)
            self._members.hold(channel.key, members, since=now)
        return person.id in members

    async def _asked(self, channel: Address) -> frozenset[str]:
        try:
            async with asyncio.timeout(PATIENCE):
                token = await self._tokens.of(channel.workspace)
                client = web_client(token, self._api_url, rate_limit_only())
                return await _members(client, channel.id)
        except Exception as error:  # noqa: BLE001 - after an odd answer the library raises anything
            raise outcome(error) from None


async def _members(client: AsyncWebClient, channel: str) -> frozenset[str]:
    found: set[str] = set()
    cursor = ""
    for _ in range(MOST_PAGES):
        page = await client.conversations_members(
            channel=channel, limit=PAGE, cursor=cursor or None
        )
        members = page.get("members")
        if not isinstance(members, list):
            raise UncertainError("no_members")  # not the same as an empty list of them
        found.update(member for member in members if isinstance(member, str))
        further = page.get("response_metadata")
        cursor = str(further.get("next_cursor") or "") if isinstance(further, dict) else ""
        if not cursor:
            return frozenset(found)
    raise CannotTellError("too_many_members")
