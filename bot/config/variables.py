"""The environment variables by their names."""

from collections.abc import Mapping
from enum import StrEnum

PREFIX = "RAIN_"


class Variable(StrEnum):
    """Every environment variable the bot reads; ``.env.example`` tells what each one means."""

    KNOWLEDGE = "RAIN_KNOWLEDGE"
    HOST = "RAIN_HOST"
    PORT = "RAIN_PORT"
    PLATFORM_PORT = "PORT"
    CACHE = "RAIN_CACHE"
    DATABASE = "DATABASE_URL"
    STORE = "RAIN_STORE"
    REMINDERS = "RAIN_REMINDERS"
    REMINDERS_AT = "RAIN_REMINDERS_AT"
    CHANNELS = "RAIN_CHANNELS"
    OWNERS = "RAIN_OWNERS"
    WORKER = "RAIN_WORKER"
    LOG_LEVEL = "RAIN_LOG_LEVEL"
    SEMANTIC = "RAIN_SEMANTIC"
    SLACK_BOT_TOKEN = "SLACK_BOT_TOKEN"  # noqa: S105 — the variable's name
    SLACK_APP_TOKEN = "SLACK_APP_TOKEN"  # noqa: S105 — the variable's name
    SLACK_SIGNING_SECRET = "SLACK_SIGNING_SECRET"  # noqa: S105 — the variable's name
    SLACK_CLIENT_ID = "SLACK_CLIENT_ID"
    SLACK_CLIENT_SECRET = "SLACK_CLIENT_SECRET"  # noqa: S105 — the variable's name
    TEAMS_CLIENT_ID = "TEAMS_CLIENT_ID"
    TEAMS_CLIENT_SECRET = "TEAMS_CLIENT_SECRET"  # noqa: S105 — the variable's name
    TEAMS_TENANT_ID = "TEAMS_TENANT_ID"
    TEAMS_UNKNOWN = "RAIN_TEAMS_UNKNOWN"
    TEAMS_PLAYGROUND = "RAIN_TEAMS_PLAYGROUND"
    PUBLIC_URL = "RAIN_PUBLIC_URL"
    SLACK_API_URL = "RAIN_SLACK_API_URL"
    # For the tests alone, but no misspellings:
    REQUIRE_BROWSER = "RAIN_REQUIRE_BROWSER"
    REQUIRE_NODE = "RAIN_REQUIRE_NODE"


Given = Mapping[Variable, str]
"""What each is set to, without blanks around it; empty where it is not set."""
