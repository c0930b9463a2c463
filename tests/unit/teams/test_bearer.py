"""The bot's token, and a directory that gives none: through the SDK, as it would be."""

import asyncio
import threading
import time
from collections.abc import Callable

import pytest

from bot.errors import NotSentError
from bot.teams.application import Application, token_manager
from bot.teams.bearer import KEPT_FOR, REFUSED_FOR, OwnToken
from tests.fakes.teams_server import CLIENT_ID, TENANT

TOKEN = "eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDB9."  # noqa: S105 - opens nothing
NO_TENANT = (
    "Unable to get authority configuration for https://login.microsoftonline.com/x. "
    "Authority would typically be in a format of …"
)


class Directory:
    """Gives the token, or raises what it is told to; counts how often it was asked."""

    def __init__(self, *troubles: Exception) -> None:
        self.troubles = list(troubles)
        self.asked: list[threading.Thread] = []
        self.takes = 0.0

    def __call__(self, scope: str | list[str], tenant: str | None) -> str:
        self.asked.append(threading.current_thread())
        assert (scope, tenant) == ("https://api.botframework.com/.default", TENANT)
        time.sleep(self.takes)
        if self.troubles:
            raise self.troubles.pop(0)
        return TOKEN


def token_of(directory: Callable[[str | list[str], str | None], str]) -> OwnToken:
    return OwnToken(token_manager(Application(CLIENT_ID, TENANT, "a-secret"), source=directory))


async def test_a_token_is_fetched_once_however_many_want_it() -> None:
    directory = Directory()
    token = token_of(directory)
    found = await asyncio.gather(*(token.current() for _ in range(20)))
    assert found == [TOKEN] * 20
    assert len(directory.asked) == 1
    assert KEPT_FOR < 300


async def test_a_token_that_teams_did_not_take_is_fetched_anew() -> None:
    directory = Directory()
    token = token_of(directory)
    await token.current()
    token.refused()
    await token.current()
    assert len(directory.asked) == 2


async def test_a_slow_directory_holds_up_nobody_else() -> None:
    directory = Directory()
    directory.takes = 0.5
    token = token_of(directory)
    fetching = asyncio.create_task(token.current())
    longest, last = 0.0, time.monotonic()
    while not fetching.done():
        await asyncio.sleep(0.01)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert longest < 0.3
    assert directory.asked[0] is not threading.main_thread()


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (ValueError("invalid_client"), "invalid_client:TEAMS_CLIENT_SECRET"),
        (ValueError("unauthorized_client"), "unauthorized_client:TEAMS_CLIENT_ID"),
        (ValueError(NO_TENANT), "unknown_tenant:TEAMS_TENANT_ID"),
        (ValueError("something with a secret in it"), "refused_by_directory"),
        (ConnectionError("no route"), "no_directory:ConnectionError"),
        (RuntimeError("anything"), "no_directory:RuntimeError"),
    ],
    ids=str,
)
async def test_without_a_token_nothing_is_sent_and_the_mend_is_named(
    error: Exception, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    token = token_of(Directory(error))
    with pytest.raises(NotSentError) as raised:
        await token.current()
    assert (raised.value.reason, token.trouble) == (trouble, trouble)
    assert trouble in caplog.text
    assert "a-secret" not in caplog.text


async def test_who_was_refused_does_not_ask_again_at_once() -> None:
    directory = Directory(ValueError("invalid_client"))
    token = token_of(directory)
    for _ in range(5):
        with pytest.raises(NotSentError):
            await token.current()
    assert len(directory.asked) == 1
    assert REFUSED_FOR < 60


async def test_a_directory_that_was_away_is_asked_again_at_once() -> None:
    directory = Directory(ConnectionError("no route"))
    token = token_of(directory)
    with pytest.raises(NotSentError):
        await token.current()
    assert await token.current() == TOKEN
    assert token.trouble == ""


async def test_nothing_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLIENT_ID", "CLIENT_SECRET", "TENANT_ID", "MANAGED_IDENTITY_CLIENT_ID"):
        monkeypatch.setenv(name, "from-elsewhere")
    monkeypatch.setenv("CLOUD", "China")
    assert await OwnToken(token_manager(Application("", ""))).current() == TOKEN
    directory = Directory()
    assert await token_of(directory).current() == TOKEN


def test_a_secret_is_not_shown() -> None:
    assert "a-secret" not in repr(Application(CLIENT_ID, TENANT, "a-secret"))
