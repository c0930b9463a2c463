"""What Microsoft's SDK may say in our log."""

import logging

import pytest

from bot.teams.sdk import ApiClient, App

SERVICE = "https://smba.trafficmanager.net/teams"


@pytest.fixture(autouse=True)
def _everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the SDK's, of parts of its own
@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("microsoft_teams.apps.auth.token_validator", logging.ERROR),
        ("microsoft_teams.apps.app_process", logging.ERROR),
        ("microsoft_teams.api.clients.conversation.activity", logging.ERROR),
        ("httpx", logging.INFO),
        ("httpcore.http11", logging.INFO),
        ("msal.application", logging.INFO),
        ("urllib3.connectionpool", logging.INFO),
    ],
)
def test_it_is_quiet_however_much_is_logged(name: str, level: int) -> None:
    # Every one of its clients sets the level of httpx anew.
    ApiClient(SERVICE)
    App(client_id="an-id", client_secret="a-secret", tenant_id="another-id")  # noqa: S106
    assert not logging.getLogger(name).isEnabledFor(level)


def test_our_own_log_is_not() -> None:
    assert logging.getLogger("bot.teams.http").isEnabledFor(logging.DEBUG)
