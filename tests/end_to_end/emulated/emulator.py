"""npm's emulated Slack as a process of its own, and the workspace it begins with."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.slack_server import BOT_USER
from tests.fakes.slack_workspace import SECRET

Json = dict[str, Any]
HERE = Path(__file__).parent
REQUIRED = "RAIN_REQUIRE_NODE"
STARTS_WITHIN = 20.0
TEAM = "T000000001"
"""The id the emulator gives its one workspace."""
APP, BOT = "A0RAIN", "B0RAIN"
CLIENT_ID, CLIENT_SECRET = "1000.2000", "the-secret-of-the-emulated-app"
PUBLIC = "https://rain.example"
REDIRECT = f"{PUBLIC}/slack/oauth_redirect"
ADMIN_TOKEN = "xoxp-of-the-admin"  # noqa: S105 - good for the emulator alone
CHANNELS = ("klinisk-ai", "ai-in-english")


@dataclass(frozen=True)
class Member:
    """Somebody in the workspace from its beginning."""

    name: str
    real_name: str
    email: str
    locale: str

    @property
    def token(self) -> str:
        """With it the person's own client speaks to Slack."""
        return f"xoxp-of-{self.name}"


ANNA = Member("anna", "Anna Testesen", "anna@rain.example", "da-DK")
JOHN = Member("john", "John Tester", "john@rain.example", "en-GB")
OWNER = Member("ole", "Ole Ejermand", "ole@rain.example", "da-DK")
MEMBERS = (ANNA, JOHN, OWNER)


def node() -> str:
    """Where Node is; without it or the package it skips, or fails where they are required."""
    found = shutil.which("node")
    if found and (HERE / "node_modules" / "emulate").is_dir():
        return found
    missing = "the emulated Slack is not installed: run `make node`" if found else "no Node"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{missing}, and {REQUIRED}=1 asks for it")
    return pytest.skip(missing)


def seed() -> Json:
    """The workspace, and our app, which nobody has a token of yet."""
    app = {
        "app_id": APP,
        "bot_id": BOT,
        "bot_user_id": BOT_USER,
        "bot_name": "rain",
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "name": "RAIN",
        "redirect_uris": [REDIRECT],
    }
    people = [{"token": member.token, "type": "user", "user": member.name} for member in MEMBERS]
    return {
        "team": {"name": "Region Test", "domain": "region-test"},
        "users": [_person(member) for member in MEMBERS],
        "channels": [{"name": name} for name in CHANNELS],
        "oauth_apps": [app],
        "tokens": [{"token": ADMIN_TOKEN, "type": "user", "user": "admin"}, *people],
        "signing_secret": SECRET,
        "strict_scopes": True,
    }


def _person(member: Member) -> Json:
    # It has no place for a language; what a profile holds besides the usual, it keeps.
    profile = {"email": member.email, "locale": member.locale}
    return {"name": member.name, "real_name": member.real_name, "profile": profile}


@asynccontextmanager
async def emulator(workspace: Json, events: str) -> AsyncIterator[str]:
    """The address of a running emulator that tells ``events`` of what happens in it."""
    process = await asyncio.create_subprocess_exec(
        node(),
        str(HERE / "start.mjs"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={"PATH": os.environ.get("PATH", "")},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps({"seed": workspace, "events": events}).encode() + b"\n")
        told = await asyncio.wait_for(process.stdout.readline(), STARTS_WITHIN)
        assert told, "the emulator ended before it had begun"
        # It names itself localhost, but listens on this address alone.
        yield told.decode().strip().replace("localhost", "127.0.0.1")
    finally:
        process.stdin.close()
        await process.wait()
