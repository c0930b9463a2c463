"""An app to make packages of, and Microsoft's own schemas of what is in them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from bot.teams.manifest import VERSION, App

CLIENT = "11111111-2222-4333-8444-555555555555"
HOST = "rain.example.org"
APP = App(CLIENT, f"https://{HOST}", "0.1.0")
LONG = App(CLIENT, "https://" + ".".join(["a" * 60] * 4) + ".example.org:65535", "12.345.6789")
SHORT = App(CLIENT, "https://a.dk", "0.0.1")
INSTALLED = Path(__file__).resolve().parents[2] / "node" / "node_modules"
SCHEMAS = INSTALLED / "@microsoft/app-manifest/build/json-schemas/teams" / f"v{VERSION}"


def official(name: str) -> Draft4Validator:
    """One of Microsoft's schemas; skips without them, and fails where they are required."""
    file = SCHEMAS / f"MicrosoftTeams.{name}"
    if file.is_file():
        schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
        # The schema is not checked: elsewhere in it are patterns that Python does not know.
        return Draft4Validator(schema)
    if os.environ.get("RAIN_REQUIRE_NODE") == "1":
        pytest.fail("tests/node is not installed, and RAIN_REQUIRE_NODE=1 asks for it")
    return pytest.skip("tests/node is not installed: run `make node`")
