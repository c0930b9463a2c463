"""The bot as an application of the organisation's directory, and where its tokens come from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from bot.teams.names import BOT
from bot.teams.sdk import (
    PUBLIC,
    ClientCredentials,
    CloudEnvironment,
    TokenCredentials,
    TokenManager,
)

NOBODY = str(UUID(int=0))
"""The id of the application in the Agents Playground, which knows none."""
_PLAYGROUNDS_TOKEN = "eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDB9."  # noqa: S105 - opens nothing
"""Signed by nobody and good until 2100: the SDK takes none that it cannot read."""

Source = Callable[[str | list[str], str | None], str]
"""Gives the token for a scope and a tenant."""


@dataclass(frozen=True, slots=True)
class Application:
    """What tells Microsoft who the bot is: both ids are the directory's.

    Without a secret it is for the Agents Playground on this machine, which asks for none.
    """

    client_id: str
    tenant_id: str
    secret: str = field(default="", repr=False)

    @property
    def id(self) -> str:
        """Its id, also where it has none."""
        return self.client_id or NOBODY

    @property
    def bot(self) -> str:
        """Teams' id of the bot."""
        return f"{BOT}{self.id}"


def token_manager(
    application: Application, cloud: CloudEnvironment = PUBLIC, source: Source | None = None
) -> TokenManager:
    """The SDK's, which asks Microsoft's directory; or ``source`` in its place.

    The SDK's own app would make one too, of what it finds in the environment.
    """
    tenant = application.tenant_id or NOBODY
    if application.secret and source is None:
        return TokenManager(
            ClientCredentials(
                client_id=application.id, client_secret=application.secret, tenant_id=tenant
            ),
            cloud,
        )
    token = source or _playgrounds
    return TokenManager(
        TokenCredentials(client_id=application.id, tenant_id=tenant, token=token), cloud
    )


def _playgrounds(_scope: str | list[str], _tenant: str | None) -> str:
    return _PLAYGROUNDS_TOKEN
