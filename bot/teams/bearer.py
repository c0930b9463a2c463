"""The bot's own token, which the organisation's directory (Microsoft Entra) gives it."""

import asyncio
import logging

from bot.errors import NotSentError
from bot.teams.sdk import TokenManager

log = logging.getLogger(__name__)
KEPT_FOR = 240.0
"""Seconds until the SDK is asked again; it gives none that ends within the next 300."""
REFUSED_FOR = 30.0
"""Seconds until the directory is asked again after it refused: that is mended by people."""
_MENDS = {
    "invalid_client": "TEAMS_CLIENT_SECRET",
    "unauthorized_client": "TEAMS_CLIENT_ID",
    "unknown_tenant": "TEAMS_TENANT_ID",
    "invalid_request": "TEAMS_TENANT_ID",
}
"""What the directory says, and the variable that is likely wrong then."""
_NO_TENANT = "Unable to get authority configuration"


class OwnToken:
    """Gives the token that is good now. Asking for one never blocks the loop."""

    def __init__(self, manager: TokenManager) -> None:
        self._manager = manager
        self._token, self._until = "", 0.0
        self._one = asyncio.Lock()
        self.trouble = ""
        """Why there is none, and what to mend, in words for health; empty where all is well."""

    async def current(self) -> str:
        """The token. Raises `NotSentError`: without one nothing can be sent."""
        async with self._one:
            now = asyncio.get_running_loop().time()
            if self._until <= now:
                self._token = await self._fetched()
                self._until = now + (KEPT_FOR if self._token else REFUSED_FOR)
            if not self._token:
                raise NotSentError(self.trouble)
            return self._token

    def refused(self) -> None:
        """Teams did not take the token: fetch another one."""
        self._until = 0.0

    async def _fetched(self) -> str:
        """The token; empty where the directory refuses. Raises `NotSentError`."""
        try:
            # In a thread with a loop of its own: the SDK looks up the directory where it is called.
            found = await asyncio.to_thread(lambda: asyncio.run(_ask(self._manager)))
        except ValueError as error:
            self._complain(_refusal(error))
            return ""
        except Exception as error:  # noqa: BLE001 - the network's, and those of three libraries
            self._complain(f"no_directory:{type(error).__name__}")
            raise NotSentError(self.trouble) from None
        self.trouble = ""
        return found

    def _complain(self, trouble: str) -> None:
        if trouble != self.trouble:
            log.error("Microsoft's directory gives the bot no token: %s", trouble)
        self.trouble = trouble


async def _ask(manager: TokenManager) -> str:
    found = await manager.get_bot_token()
    if found is None:
        raise ValueError("no_credentials")
    return str(found)


def _refusal(error: ValueError) -> str:
    """The directory's word, and the variable to look at."""
    said = str(error)
    code = "unknown_tenant" if said.startswith(_NO_TENANT) else said.strip()
    mend = _MENDS.get(code)
    return f"{code}:{mend}" if mend else "refused_by_directory"
