"""What became of a request to Teams that did not succeed."""

import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx

from bot.adapting.reading import Body, part, text
from bot.errors import HeldBackError, NotSentError, PostingError, RefusedError, UncertainError

LEAST_WAIT = 1.0
"""Seconds to leave Teams alone where it asks for less or does not say."""
LONGEST_WAIT = 3600.0
"""Seconds that are waited at most, whatever is asked for."""
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_SECONDS = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
_BUSY = frozenset({"Throttled", "TooManyRequests"})
_NOT_TAKEN = frozenset({401, 407, 412})
"""Refused for now, whatever it was: for want of a token, by a proxy, or for other work there."""
_MAY_BE_TAKEN = frozenset({408, 409})
_NEVER_CONNECTED = (
    httpx.ConnectError,  # no such host, refused, no TLS
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,  # the proxy would not even connect
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
"""What ends a request before a byte of its body was sent."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came back in place of success.

    ``status`` is HTTP's; ``code`` is Teams' word, empty where none could be read. ``wait`` is for
    how many seconds Teams wants to be left alone, None where it does not say that it does.
    """

    status: int
    code: str = ""
    wait: float | None = None

    @property
    def reason(self) -> str:
        """Teams' word, or what HTTP says."""
        return self.code or f"status_{self.status}"


def read(response: httpx.Response) -> Said:
    """What Teams said."""
    return Said(response.status_code, _code(response), _wait(response.headers))


def outcome(error: Exception, *, sent: bool = True) -> PostingError:
    """What the end of a request means for what it was to do.

    ``sent`` is whether any of its body may have been sent.
    """
    if isinstance(error, PostingError):
        return error
    if isinstance(error, httpx.HTTPStatusError):
        return _answered(read(error.response))
    if not sent or isinstance(error, _NEVER_CONNECTED):
        return NotSentError(type(error).__name__)
    return UncertainError(type(error).__name__)


def _answered(said: Said) -> PostingError:
    match said.status:
        case 429:
            return _held_back(said)
        case 503 if said.wait is not None:
            return _held_back(said)  # whoever names a time has not taken it
        case 503 if said.code:
            # Teams' own word for that it is not there. Without one it may be a proxy's, which lost
            # Teams after it had passed the request on; so may 502 and 504 be in any case.
            return NotSentError(said.reason)
        case status if status in _NOT_TAKEN:
            return NotSentError(said.reason)
        case status if 400 <= status < 500 and status not in _MAY_BE_TAKEN:
            return _held_back(said) if said.code in _BUSY else RefusedError(said.reason)
    return UncertainError(said.reason)


def _held_back(said: Said) -> HeldBackError:
    return HeldBackError(said.reason, LEAST_WAIT if said.wait is None else said.wait)


def _code(response: httpx.Response) -> str:
    """Teams' word; nothing where it is not one, as it may be of whoever stands between."""
    try:
        body = response.json()
    except ValueError:
        return ""
    if not isinstance(body, dict):
        return ""
    found = text(part(body, "error"), "code") or text(body, "errorCode")
    return found if _CODE.fullmatch(found) else ""


def _wait(headers: httpx.Headers) -> float | None:
    said = headers.get("Retry-After", "").strip()
    if not said:
        return None
    seconds = float(said) if _SECONDS.fullmatch(said) else _until(said, headers.get("Date", ""))
    return min(max(seconds, LEAST_WAIT), LONGEST_WAIT)


def _until(moment: str, now: str) -> float:
    """Seconds between two moments, both by the server's clock; 0 where one cannot be read."""
    try:
        return (parsedate_to_datetime(moment) - parsedate_to_datetime(now)).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return 0.0


def receipt(answer: Body) -> str:
    """The id of what Teams took. Raises `UncertainError` where it names none."""
    named = text(answer, "id")
    if not named:
        raise UncertainError("no_receipt")
    return named
