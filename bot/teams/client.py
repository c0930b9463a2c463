"""The one client that writes to Teams."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx

from bot.adapting.reading import Body
from bot.errors import RefusedError
from bot.teams.application import Application, token_manager
from bot.teams.bearer import OwnToken
from bot.teams.outcome import outcome, receipt
from bot.teams.punctual import BY, Dispatch
from bot.teams.sdk import PUBLIC, ClientOptions, CloudEnvironment, HttpClient

GLOBAL_SERVICE = "https://smba.trafficmanager.net/teams"
"""Takes what is written to places that nobody has been heard of from, anywhere in the world."""
LIMIT = 10.0
UNKNOWN_SERVICE = "unknown_service"
MOST_IDLE = 50
"""Connections that are kept for what comes next."""

Known = Callable[[str], bool]
"""Whether an address is one of Teams' own, to which a token may be shown."""


class Client:
    """Writes to conversations and asks about them, each call once and within ``limit`` seconds.

    Nothing is sent to a service that is not ``known``, no redirect is followed, and no body is sent
    after half of the limit. All methods raise `bot.errors.PostingError`, of which only
    `UncertainError` leaves open whether it had an effect. As long as its process stands still, a
    call may take longer than its limit.

    It is shared: each that uses it enters its context, and when the last has left it, the
    connections are closed for good.
    """

    def __init__(
        self,
        application: Application,
        known: Known,
        limit: float = LIMIT,
        cloud: CloudEnvironment = PUBLIC,
    ) -> None:
        self._application = application
        self._known = known
        self._limit = limit
        self._token = OwnToken(token_manager(application, cloud))
        self._users = 0
        self._http = HttpClient(ClientOptions(headers={"User-Agent": "RAIN"}))
        # The SDK's own has no time limit and few connections: whoever posts decides how many.
        self._http.http = httpx.AsyncClient(
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=MOST_IDLE)
        )

    async def __aenter__(self) -> Self:
        """Use it."""
        self._users += 1
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Use it no more; what is under way when the last has left ends as uncertain."""
        self._users -= 1
        if not self._users:
            await self._http.http.aclose()

    @property
    def trouble(self) -> str:
        """Why nothing can be sent at all, with the setting to mend; empty where all is well."""
        return self._token.trouble

    async def send(self, service: str, conversation: str, activity: Body) -> str:
        """Write a message into a conversation, or into its thread ``…;messageid=…``; its id."""
        path = f"{_conversation(conversation)}/activities"
        return receipt(await self._call("POST", service, path, self._whole(conversation, activity)))

    async def open(self, service: str, account: str, tenant: str) -> str:
        """The id of the conversation with one person, which is made where there is none yet."""
        wanted = {
            "isGroup": False,
            "bot": {"id": self._application.bot},
            "members": [{"id": account}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        return receipt(await self._call("POST", service, "v3/conversations", wanted))

    async def member(self, service: str, conversation: str, account: str) -> Body:
        """What Teams tells of a member; raises `RefusedError` where there is none."""
        path = f"{_conversation(conversation)}/members/{quote(account, safe='')}"
        return await self._call("GET", service, path)

    def _whole(self, conversation: str, activity: Body) -> Body:
        return {
            "from": {"id": self._application.bot},
            "conversation": {"id": conversation},
            **activity,
        }

    async def _call(self, method: str, service: str, path: str, body: Body | None = None) -> Body:
        if not self._known(service):
            raise RefusedError(UNKNOWN_SERVICE)
        began = asyncio.get_running_loop().time()
        dispatch = Dispatch(min(began + self._limit / 2, BY.get()))
        try:
            async with asyncio.timeout_at(min(began + self._limit, BY.get())):
                token = await self._token.current()
                url = f"{service.rstrip('/')}/{path}"
                return _object(await self._requested(method, url, body, token, dispatch))
        except Exception as error:  # noqa: BLE001 - after an odd answer the library raises anything
            if isinstance(error, httpx.HTTPStatusError) and error.response.status_code == 401:
                self._token.refused()
            raise outcome(error, sent=dispatch.sent) from None

    async def _requested(
        self, method: str, url: str, body: Body | None, token: str, dispatch: Dispatch
    ) -> httpx.Response:
        # Giving up on a connection early leaves no doubt that nothing was sent over it.
        patience = httpx.Timeout(None, connect=self._limit / 2)
        return await self._http.request(
            method,
            url,
            json=body,
            token=token,
            timeout=patience,
            follow_redirects=False,
            extensions={"trace": dispatch.trace},
        )


def _object(response: httpx.Response) -> Body:
    """What was answered, empty where it is nothing that can be read: it was taken all the same."""
    try:
        found: Any = response.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _conversation(named: str) -> str:
    if not named:
        raise RefusedError("no_conversation")
    return f"v3/conversations/{quote(named, safe='')}"
