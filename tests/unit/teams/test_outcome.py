"""What the end of a request means for what it was to do."""

import httpx
import pytest

from bot.errors import (
    CannotTellError,
    HeldBackError,
    NotSentError,
    PostingError,
    RefusedError,
    UncertainError,
)
from bot.teams.outcome import LONGEST_WAIT, outcome

NOW = "Wed, 21 Jun 2023 12:00:00 GMT"
REQUEST = httpx.Request("POST", "https://smba.trafficmanager.net/emea/v3/conversations")


def answered(status: int, body: object = None, text: str = "", **headers: str) -> Exception:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    content = {"json": body} if body is not None else {"text": text}
    response = httpx.Response(status, headers=named, request=REQUEST, **content)
    return httpx.HTTPStatusError("quotes what was posted", request=REQUEST, response=response)


def refused(status: int, code: object, **headers: str) -> Exception:
    return answered(status, {"error": {"code": code, "message": "hemmeligt"}}, **headers)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (refused(403, "BotNotInConversationRoster"), "BotNotInConversationRoster"),
        (refused(403, "ConversationBlockedByUser"), "ConversationBlockedByUser"),
        (refused(404, "ConversationNotFound"), "ConversationNotFound"),
        (refused(413, "MessageSizeTooBig"), "MessageSizeTooBig"),
        (refused(400, "SomethingNew"), "SomethingNew"),
        (answered(403, {"errorCode": 209, "message": "x"}), "status_403"),
        (answered(400, {"errorCode": "Odd"}), "Odd"),
        (answered(403, {"error": "the text of <a person>"}), "status_403"),
        (refused(403, "the text of <a person>"), "status_403"),
        (refused(403, {"code": 5}), "status_403"),
        (answered(404, text="<html>"), "status_404"),
        (answered(410), "status_410"),
        (answered(400, [1, 2]), "status_400"),
    ],
    ids=repr,
)
def test_what_teams_will_never_take(error: Exception, reason: str) -> None:
    ended = outcome(error)
    assert isinstance(ended, RefusedError)
    assert ended.reason == reason


@pytest.mark.parametrize(
    "error",
    [
        refused(401, "BotNotRegistered"),
        answered(401),
        answered(407),
        refused(412, "PreconditionFailed"),
        refused(503, "ServiceUnavailable"),
    ],
    ids=repr,
)
def test_what_was_not_taken_this_time(error: Exception) -> None:
    assert isinstance(outcome(error), NotSentError)


@pytest.mark.parametrize(
    "error",
    [
        answered(500),
        refused(500, "ServiceError"),
        refused(502, "ServiceError"),
        answered(502, text="<html>"),
        answered(503, text="upstream connect error"),
        answered(504),
        answered(408),
        answered(409),
        answered(302, Location="https://example.org"),
        answered(304),
        httpx.ReadTimeout(""),
        httpx.WriteTimeout(""),
        httpx.ReadError(""),
        httpx.WriteError(""),
        httpx.CloseError(""),
        httpx.RemoteProtocolError("Server disconnected"),
        httpx.DecodingError(""),
        httpx.TooManyRedirects(""),
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


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("refused"),
        httpx.ConnectTimeout(""),
        httpx.PoolTimeout(""),
        httpx.ProxyError(""),
        httpx.UnsupportedProtocol(""),
        httpx.InvalidURL(""),
    ],
    ids=repr,
)
def test_what_certainly_did_not_leave(error: Exception) -> None:
    ended = outcome(error)
    assert isinstance(ended, NotSentError)
    assert ended.reason == type(error).__name__


@pytest.mark.parametrize(
    "error", [TimeoutError(), httpx.ReadError(""), RuntimeError("x"), ValueError("x")], ids=repr
)
def test_whatever_ends_what_was_not_sent_leaves_no_doubt(error: Exception) -> None:
    assert isinstance(outcome(error, sent=False), NotSentError)


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (refused(429, "Throttled", Retry_After="30"), 30),
        (refused(429, "Throttled", Retry_After=" 2.5 "), 2.5),
        (refused(429, "Throttled", Retry_After="0"), 1),
        (refused(429, "Throttled"), 1),
        (answered(429, text="<html>", Retry_After="7"), 7),
        (answered(429, Retry_After="-5"), 1),
        (answered(429, Retry_After="1e400"), 1),
        (answered(429, Retry_After="9" * 15), LONGEST_WAIT),
        (answered(429, Retry_After="9" * 400), 1),
        (answered(429, Retry_After="Wed, 21 Jun 2023 12:00:40 GMT", Date=NOW), 40),
        (answered(429, Retry_After="Wed, 21 Jun 2023 11:00:00 GMT", Date=NOW), 1),
        (answered(429, Retry_After="Wed, 21 Jun 2093 12:00:00 GMT", Date=NOW), LONGEST_WAIT),
        (answered(429, Retry_After="Wed, 21 Jun 2023 12:00:40 GMT"), 1),
        (answered(429, Retry_After="Wed, 21 Jun 2023 12:00:40", Date=NOW), 1),
        (answered(429, Retry_After="tomorrow", Date="yesterday"), 1),
        (answered(503, Retry_After="20"), 20),
        (refused(400, "Throttled"), 1),
    ],
    ids=repr,
)
def test_being_held_back(error: Exception, seconds: float) -> None:
    ended = outcome(error)
    assert isinstance(ended, HeldBackError)
    assert ended.seconds == seconds


@pytest.mark.parametrize("known", [CannotTellError("never"), RefusedError("x")])
def test_what_is_known_already_stays(known: PostingError) -> None:
    assert outcome(known) is known
    assert outcome(known, sent=False) is known
