"""The keys with which Teams signs its tokens, fetched so that nobody waits who need not.

Times are the event loop's, in seconds.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Any

import aiohttp
from jwt import (
    PyJWK,
    PyJWKClient,
    PyJWKClientError,
    PyJWKSet,
    PyJWKSetError,
    PyJWTError,
    get_unverified_header,
)

log = logging.getLogger(__name__)

FRESH = 3600.0
"""For so long keys are used without asking whether there are others."""
OLDEST = 86_400.0
"""For so long they are used where the key server does not answer, as Microsoft recommends."""
PAUSE = 30.0
"""Between two fetches, whatever is asked for; Microsoft publishes keys before it uses them."""
PAUSE_AFTER_FAILURE = 5.0
TIMEOUT = 10.0
"""After this a fetch has failed."""
PATIENCE = 5.0
"""For so long somebody waits for one, before they are told to try again."""
_KIND, _USE = "RSA", ("sig", None)
_FAILURES = (
    aiohttp.ClientError,
    TimeoutError,
    OSError,
    PyJWTError,
    ValueError,
    TypeError,
    AttributeError,
)


class Known(Enum):
    """Whether there is a key of a name."""

    YES = auto()
    NO = auto()
    CANNOT_TELL = auto()  # the key server does not answer


def _loops_time() -> float:
    return asyncio.get_running_loop().time()


class Keyring(PyJWKClient):
    """The keys that are published at ``url``.

    It stands where PyJWT's own client does, which would fetch them while everybody waits, and hold
    up those whose keys it has: here looking one up never waits, and `known` fetches beforehand,
    one fetch at a time.
    """

    def __init__(
        self, url: str, now: Callable[[], float] = _loops_time, patience: float = PATIENCE
    ) -> None:
        super().__init__(url)
        self._now = now
        self._patience = patience
        self._held: Mapping[str, PyJWK] = {}
        self._fetched: float | None = None
        self._tried: float | None = None
        self._failed = False
        self._fetching: asyncio.Task[None] | None = None

    async def known(self, name: str) -> Known:
        """Whether there is a key of that name, after asking for it where that is due."""
        if self._usable(name):
            if self._age() > FRESH:
                self._begin()
            return Known.YES
        self._begin()
        if self._fetching:
            await asyncio.wait({self._fetching}, timeout=self._patience)
        if self._usable(name):
            return Known.YES
        return Known.CANNOT_TELL if self._failed or self._fetching else Known.NO

    def get_signing_key(self, kid: str) -> PyJWK:
        """The key of that name. Raises `PyJWKClientError` where there is none."""
        if key := self._held.get(kid):
            return key
        raise PyJWKClientError

    def get_signing_key_from_jwt(self, token: str | bytes) -> PyJWK:
        """The key that a token names. Raises `PyJWTError` where it names none."""
        return self.get_signing_key(str(get_unverified_header(token).get("kid")))

    def _usable(self, name: str) -> bool:
        return name in self._held and self._age() <= OLDEST

    def _age(self) -> float:
        return float("inf") if self._fetched is None else self._now() - self._fetched

    def _begin(self) -> None:
        pause = PAUSE_AFTER_FAILURE if self._failed else PAUSE
        resting = self._tried is not None and self._now() - self._tried < pause
        if not self._fetching and not resting:
            self._fetching = asyncio.create_task(self._fetch())

    async def _fetch(self) -> None:
        self._failed = True
        try:
            self._held = _named(await self._published())
            self._fetched, self._failed = self._now(), False
        except _FAILURES as error:
            log.warning("The keys of Teams' tokens cannot be had: %s", type(error).__name__)
        finally:
            self._tried, self._fetching = self._now(), None

    async def _published(self) -> dict[str, Any]:
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        # The way out may lead over a proxy that the environment names.
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=True) as session,
            session.get(self.uri, allow_redirects=False, raise_for_status=True) as response,
        ):
            found: dict[str, Any] = await response.json(content_type=None)
            return found


def _named(published: dict[str, Any]) -> dict[str, PyJWK]:
    """Those that sign, by their names. Raises `PyJWTError` where there is none at all."""
    found = {
        key.key_id: key
        for key in PyJWKSet.from_dict(published).keys
        if key.key_id and key.key_type == _KIND and key.public_key_use in _USE
    }
    if not found:
        raise PyJWKSetError
    return found
