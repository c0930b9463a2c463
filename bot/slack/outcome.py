"""What became of a call of Slack's Web API that did not succeed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import HeldBackError, NotSentError, PostingError, RefusedError, UncertainError

LEAST_WAIT = 1.0
"""Seconds to leave Slack alone where it asks for less or does not say."""
_NO_ANSWER = "unreadable_response"
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_SECONDS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
_UNSURE = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
_HELD_BACK = frozenset({"message_limit_exceeded", "rate_limited", "ratelimited"})
_MOVING = frozenset({"org_login_required", "team_added_to_org"})
"""The workspace is moving to another organisation and takes nothing until it is there."""
_NEVER_CONNECTED = (
    aiohttp.ClientConnectorError,  # no such host, refused, no TLS, and the same of a proxy
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,  # the proxy would not even connect
)
"""What ends a call before a byte of it was sent.

Every other error may come after the request arrived: connections that are lost, time-outs of
reading, answers that break off or cannot be read.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What came back in place of success.

    ``status`` is HTTP's, 0 where there is none; ``code`` is Slack's word, empty where none could be
    read; ``wait`` is for how many seconds Slack wants to be left alone, should it want that.
    """

    status: int = 0
    code: str = ""
    wait: float = LEAST_WAIT

    @property
    def certain(self) -> bool:
        """Whether Slack refused the call, so that it had no effect."""
        return 0 < self.status < 500 and self.code not in _UNSURE


def read(error: SlackApiError) -> Said:
    """What Slack said."""
    match error.response:
        case AsyncSlackResponse(status_code=int(status), headers=headers, data=dict(data)):
            return Said(status, _code(data.get("error")), _wait(headers))
        case AsyncSlackResponse(status_code=int(status), headers=headers):
            return Said(status, wait=_wait(headers))
        case aiohttp.ClientResponse(status=int(status), headers=headers):
            return Said(status, wait=_wait(headers))
    return Said()


def outcome(error: Exception) -> PostingError:
    """What the end of a call means for the message it was to post."""
    if isinstance(error, PostingError):
        return error
    if isinstance(error, _NEVER_CONNECTED):
        return NotSentError(type(error).__name__)
    if not isinstance(error, SlackApiError):
        return UncertainError(type(error).__name__)
    said = read(error)
    if said.status == 429 or said.code in _HELD_BACK:
        return HeldBackError(said.code or "ratelimited", said.wait)
    if not said.certain or not said.code:
        return UncertainError(said.code or _NO_ANSWER)
    return (NotSentError if said.code in _MOVING else RefusedError)(said.code)


def _code(error: object) -> str:
    """Slack's word; nothing where it is not one, as it may be of whoever stands between."""
    return error if isinstance(error, str) and _CODE.fullmatch(error) else ""


def _wait(headers: Mapping[str, str]) -> float:
    said = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return max(float(said), LEAST_WAIT) if _SECONDS.fullmatch(said) else LEAST_WAIT
