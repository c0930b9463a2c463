"""Microsoft's part in signing what Teams delivers: keys, where they are published, tokens."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from bot.store.clocks import SystemClock
from bot.teams.sdk import PUBLIC, CloudEnvironment

CLIENT_ID = "11111111-2222-4333-8444-555555555555"
TENANT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
SERVICE = "https://smba.trafficmanager.net/emea/"
USER = "99999999-8888-4777-8666-555555555555"
FIRST, SECOND = "key-1", "key-2"
_PATH = "/v1/.well-known"


_MADE: dict[str, RSAPrivateKey] = {}


def private(name: str) -> RSAPrivateKey:
    """The key of that name; making one takes a tenth of a second."""
    if name not in _MADE:
        _MADE[name] = generate_private_key(public_exponent=65537, key_size=2048)
    return _MADE[name]


class Keys:
    """Publishes keys, tells how often it was asked, and makes tokens.

    ``delay`` is how many seconds it takes to answer, ``broken`` whether it answers 500, ``moved``
    whether it leads elsewhere. ``published`` are the names of the keys it shows and ``use`` what
    they are for; ``answer`` is something else to show instead.
    """

    def __init__(self) -> None:
        self.published = [FIRST]
        self.use = "sig"
        self.answer: str | None = None
        self.moved = False
        self.delay = 0.0
        self.broken = False
        self.asked = 0
        self._port = 0

    @property
    def url(self) -> str:
        """Where the keys are."""
        return f"http://127.0.0.1:{self._port}{_PATH}/keys"

    @property
    def cloud(self) -> CloudEnvironment:
        """Microsoft's cloud, with its keys here."""
        here = self.url.replace("/keys", "/openidconfiguration")
        own = {"openid_metadata_url": here, "login_endpoint": self.login}
        return CloudEnvironment(**{**vars(PUBLIC), **own})

    @property
    def login(self) -> str:
        """Where people sign in; the keys of each tenant are below it."""
        return f"http://127.0.0.1:{self._port}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Keys"]:
        """Answers on a port of its own."""
        app = web.Application()
        app.router.add_get(f"{_PATH}/keys", self._show)
        app.router.add_get("/{tenant}/discovery/v2.0/keys", self._show)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        self._port = runner.addresses[0][1]
        try:
            yield self
        finally:
            await runner.cleanup()

    def token(self, name: str = FIRST, *, kid: str = "", **claims: object) -> str:
        """A token as Teams sends it, signed with the key of that name; None leaves a claim out."""
        now = int(SystemClock().now().timestamp())
        usual = {
            "iss": PUBLIC.token_issuer,
            "aud": CLIENT_ID,
            "serviceurl": SERVICE,
            "nbf": now - 60,
            "exp": now + 3600,
        }
        whole = {key: value for key, value in {**usual, **claims}.items() if value is not None}
        return jwt.encode(whole, private(name), "RS256", headers={"kid": kid or name})

    def signed_on(self, name: str = FIRST, **claims: object) -> str:
        """A token as Entra gives it to the tab for who looks at it."""
        usual = {
            "iss": f"{self.login}/{TENANT}/v2.0",
            "tid": TENANT,
            "oid": USER,
            "scp": "access_as_user",
            "serviceurl": None,
        }
        return self.token(name, **{**usual, **claims})

    def bearer(self, name: str = FIRST, *, kid: str = "", **claims: object) -> str:
        """The header that carries such a token."""
        return f"Bearer {self.token(name, kid=kid, **claims)}"

    async def _show(self, _: web.Request) -> web.Response:
        self.asked += 1
        await asyncio.sleep(self.delay)
        if self.broken:
            return web.Response(status=500)
        if self.moved:
            return web.Response(status=302, headers={"Location": self.url})
        shown = {"keys": [self._public(name) for name in self.published]}
        text = json.dumps(shown) if self.answer is None else self.answer
        return web.Response(text=text, content_type="application/json")

    def _public(self, name: str) -> dict[str, Any]:
        shown = json.loads(RSAAlgorithm.to_jwk(private(name).public_key()))
        return {**shown, "kid": name, "use": self.use, "endorsements": ["msteams"]}
