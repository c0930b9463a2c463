"""The bot as an application of the organisation's directory, in the shape that the SDK wants."""

import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from bot.teams.sdk import (
    PUBLIC,
    App,
    CloudEnvironment,
    HttpMethod,
    HttpRouteHandler,
    HttpServerAdapter,
)

NOBODY = str(UUID(int=0))
"""The id of the application in the Agents Playground, which knows none."""
GLOBAL_SERVICE = "https://smba.trafficmanager.net/teams"
"""Takes what is written to places that nobody has heard of yet, anywhere in the world."""
_PLAYGROUNDS_TOKEN = "eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDB9."  # noqa: S105 - opens nothing
"""Signed by nobody and good until 2100: the SDK sends nothing without one that it can read."""

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


class _Nowhere(HttpServerAdapter):
    """Serves nothing: what Teams sends is taken by our own server."""

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """As the SDK's, for nobody."""

    def serve_static(self, path: str, directory: str) -> None:
        """As the SDK's, for nobody."""

    async def start(self, port: int) -> None:
        """As the SDK's: nothing starts."""

    async def stop(self) -> None:
        """As the SDK's: nothing stops."""


def sdk_app(
    application: Application, cloud: CloudEnvironment = PUBLIC, source: Source | None = None
) -> App:
    """The SDK's app, of which nothing but its token and its client for sending is used.

    All that it would otherwise read from the environment is given. ``source`` gives tokens in place
    of the directory.
    """
    secret = application.secret if source is None else ""
    with warnings.catch_warnings():
        # It makes parts of itself that it warns of; none of them is used here.
        warnings.simplefilter("ignore")
        app = App(
            client_id=application.client_id or NOBODY,
            client_secret=secret or None,
            tenant_id=application.tenant_id or NOBODY,
            token=None if secret else source or _playgrounds,
            cloud=cloud,
            service_url=GLOBAL_SERVICE,
            http_server_adapter=_Nowhere(),
            dangerously_allow_unauthenticated_requests=False,
        )
    _hush()
    return app


def _playgrounds(_scope: str | list[str], _tenant: str | None = None) -> str:
    return _PLAYGROUNDS_TOKEN


def _hush() -> None:
    """Keep conversations' ids, and all that is not an error, out of the log.

    A filter, not a level: the SDK sets httpx's level each time it makes a client.
    """
    logging.getLogger("microsoft_teams").setLevel(logging.ERROR)
    logger = logging.getLogger("httpx")
    if _is_worth_saying not in logger.filters:
        logger.addFilter(_is_worth_saying)


def _is_worth_saying(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
