import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from yarl import URL

from bot.errors import (
    CannotTellError,
    HeldBackError,
    NotSentError,
    PostingError,
    RefusedError,
    UncertainError,
)
from bot.slack.outcome import outcome


def answered(status: int, data: object, **headers: str) -> SlackApiError:
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="https://slack.com/api/chat.postMessage",
        req_args={},
        data=data,
        headers=headers,
        status_code=status,
    )
    return SlackApiError("a message that quotes what was posted", response)


def refused(code: str, status: int = 200) -> SlackApiError:
    return answered(status, {"ok": False, "error": code})


@pytest.mark.parametrize(
    "code",
    [
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_not_found",
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "invalid_blocks",
        "something_new",
    ],
)
def test_what_slack_will_never_take(code: str) -> None:
    ended = outcome(refused(code))
    assert isinstance(ended, RefusedError)
    assert ended.reason == code


@pytest.mark.parametrize("code", ["org_login_required", "team_added_to_org"])
def test_a_workspace_that_moves_takes_it_later(code: str) -> None:
    assert isinstance(outcome(refused(code)), NotSentError)


@pytest.mark.parametrize(
    "error",
    [
        refused("internal_error"),
        refused("fatal_error"),
        refused("service_unavailable"),
        refused("request_timeout"),
        refused("channel_not_found", status=502),
        refused(""),
        answered(200, {"ok": False}),
        answered(200, {"ok": False, "error": {"code": 5}}),
        answered(200, {"ok": False, "error": "the text of <a person>"}),
        answered(403, "<html>"),
        answered(404, {}),
        answered(302, None),
        SlackApiError("no response at all", {}),
        SlackApiError("no response at all", None),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientOSError(104, "reset"),
        aiohttp.ClientConnectionResetError(),
        aiohttp.ClientPayloadError(),
        aiohttp.SocketTimeoutError(),
        aiohttp.TooManyRedirects(None, ()),
        TimeoutError(),
        ConnectionResetError(),
        RuntimeError("anything"),
    ],
    ids=repr,
)
def test_what_may_have_arrived(error: Exception) -> None:
    ended = outcome(error)
    assert isinstance(ended, UncertainError)
    assert ended.reason
    assert " " not in ended.reason


CONNECTION = aiohttp.client_reqrep.ConnectionKey("slack.com", 443, True, True, None, None, None)


@pytest.mark.parametrize(
    "error",
    [
        aiohttp.ClientConnectorError(CONNECTION, OSError(111, "refused")),
        aiohttp.ClientConnectorDNSError(CONNECTION, OSError(-2, "unknown")),
        aiohttp.ClientProxyConnectionError(CONNECTION, OSError(111, "refused")),
        aiohttp.ClientConnectorSSLError(CONNECTION, OSError(1, "no TLS")),
        aiohttp.ClientConnectorCertificateError(CONNECTION, ValueError("expired")),
        aiohttp.ConnectionTimeoutError(),
        aiohttp.ClientHttpProxyError(
            aiohttp.RequestInfo(URL("https://slack.com"), "CONNECT", None), ()
        ),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_certainly_did_not_leave(error: Exception) -> None:
    ended = outcome(error)
    assert isinstance(ended, NotSentError)
    assert ended.reason == type(error).__name__


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (answered(429, {"ok": False, "error": "ratelimited"}, **{"Retry-After": "30"}), 30),
        (answered(429, {"ok": False, "error": "ratelimited"}, **{"retry-after": "0"}), 1),
        (answered(429, {"ok": False, "error": "ratelimited"}), 1),
        (answered(429, "<html>", **{"Retry-After": "2.5"}), 2.5),
        (answered(429, {}, **{"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), 1),
        (answered(429, {}, **{"Retry-After": "1e400"}), 1),
        (answered(429, {}, **{"Retry-After": "-5"}), 1),
        (refused("ratelimited"), 1),
        (refused("rate_limited"), 1),
        (refused("message_limit_exceeded"), 1),
    ],
    ids=repr,
)
def test_being_held_back(error: Exception, seconds: float) -> None:
    ended = outcome(error)
    assert isinstance(ended, HeldBackError)
    assert ended.seconds == seconds


@pytest.mark.parametrize("known", [CannotTellError("history_too_long"), RefusedError("x")])
def test_what_is_known_already_stays(known: PostingError) -> None:
    assert outcome(known) is known
