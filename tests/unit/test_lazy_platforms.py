"""What is not configured is not imported: Teams' SDK alone takes a second."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
import os, sys
import bot.app.server
from bot.app.connecting import platforms
from bot.config import settings
from bot.store.clocks import SystemClock
from bot.store.database import Database
platforms(settings(os.environ), Database("sqlite:///unused"), SystemClock())
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
TEAMS = {"RAIN_TEAMS_PLAYGROUND": "on"}


@pytest.mark.parametrize(
    ("settings", "imported"),
    [
        ({}, set()),
        (SLACK, {"slack_sdk"}),
        (TEAMS, {"microsoft_teams"}),
        (SLACK | TEAMS, {"microsoft_teams", "slack_sdk"}),
    ],
    ids=["nothing", "Slack", "Teams", "both"],
)
def test_only_what_is_configured_is_imported(settings: dict[str, str], imported: set[str]) -> None:
    found = subprocess.run(  # noqa: S603 — our own modules
        [sys.executable, "-c", ASKED],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", ""), **settings},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {"microsoft_teams", "slack_sdk"} & {*found} == imported
