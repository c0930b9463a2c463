"""The tables, the same on SQLite and PostgreSQL. `bot.store.migrations` makes them.

A change here needs a migration; a test compares the two.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Index,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.store.columns import Instant, key, moment, number, numbered, words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

PLANNED = text("state = 'planned'")
"""Which occurrences are still to be fanned out; the words of the partial index."""
OPEN = text("state IN ('pending', 'sending')")
"""Which deliveries are not done with; the words of the partial index.

A query uses that index only if it says the same in these words, not in bound parameters.
"""


SENT = text("state = 'sent'")
"""Which deliveries arrived."""
GIVEN_UP = text("state IN ('parked', 'missed')")
"""Which deliveries will not be tried again though they never arrived."""
ABOUT = text("about <> ''")
"""Which deliveries are about something that is not an event; the words of the partial index."""


seen = Table("seen", metadata, key("key"), moment("at"), Index(None, "at"))

conversation = Table(
    "conversation", metadata, key("key"), words("entries"), moment("until"), Index(None, "until")
)

person = Table(
    "person", metadata, key("key"), words("audience"), moment("until"), Index(None, "until")
)

person_language = Table(
    "person_language",
    metadata,
    key("key"),
    words("language"),
    moment("until"),
    Index(None, "until"),
)

reference = Table(
    "reference",
    metadata,
    key("address"),
    words("data"),
    moment("renewed"),
    words("platform", "''"),
    words("workspace", "''"),
)

subscription = Table(
    "subscription",
    metadata,
    numbered(),
    words("address_key"),
    words("platform"),
    words("workspace"),
    words("kind"),
    words("channel"),
    words("scope"),
    words("value"),
    words("language"),
    moment("made_at"),
    Column("made_by", Text),
    UniqueConstraint("address_key", "scope", "value"),
    Index(None, "scope", "value", "id"),
    sqlite_autoincrement=True,
)
"""Ids only grow, also when the newest row was deleted: fanning out remembers how far it came."""

event = Table(
    "event",
    metadata,
    key("id"),
    number("rev"),
    words("said"),
    words("start"),
    words("place"),
    Column("cancelled", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    moment("useless"),
    words("places"),
    words("tags"),
)

occurrence = Table(
    "occurrence",
    metadata,
    numbered(),
    words("event"),
    number("rev"),
    words("name"),
    words("kind"),
    moment("due"),
    moment("useless"),
    words("state"),
    Column("cursor", BigInteger, nullable=False, server_default=text("0")),
    UniqueConstraint("event", "rev", "name"),
    Index(None, "due", sqlite_where=PLANNED, postgresql_where=PLANNED),
    sqlite_autoincrement=True,
)

delivery = Table(
    "delivery",
    metadata,
    numbered(),
    words("key"),
    words("kind"),
    words("event"),
    number("rev"),
    words("name"),
    words("address_key"),
    words("platform"),
    words("workspace"),
    words("address_kind"),
    words("channel"),
    words("language"),
    Column("made_by", Text),
    words("about", "''"),
    words("said", "''"),
    moment("due"),
    moment("useless"),
    moment("next_at"),
    words("state"),
    words("was", "'pending'"),
    number("fence", "0"),
    number("tries", "0"),
    Column("first_try_at", Instant),
    words("owner", "''"),
    words("receipt", "''"),
    words("error", "''"),
    Column("sent_at", Instant),
    words("thread", "''"),
    words("below", "''"),
    UniqueConstraint("key"),
    Index(None, "next_at", "id", sqlite_where=OPEN, postgresql_where=OPEN),
    Index(None, "event", "address_key", sqlite_where=SENT, postgresql_where=SENT),
    Index(None, "state", sqlite_where=GIVEN_UP, postgresql_where=GIVEN_UP),
    Index(None, "about", sqlite_where=ABOUT, postgresql_where=ABOUT),
    sqlite_autoincrement=True,
)

verdict = Table(
    "verdict",
    metadata,
    numbered(),
    words("workspace"),
    words("asker"),
    words("entries"),
    Column("right", Boolean, nullable=False),
    moment("day"),
    UniqueConstraint("asker", "entries"),
    Index(None, "day"),
)

gate = Table("gate", metadata, key("key"), moment("free_at"))

slack_bot = Table(
    "slack_bot",
    metadata,
    numbered(),
    words("client_id"),
    words("app_id"),
    Column("enterprise_id", Text),
    Column("enterprise_name", Text),
    Column("team_id", Text),
    Column("team_name", Text),
    Column("bot_token", Text),
    Column("bot_id", Text),
    Column("bot_user_id", Text),
    Column("bot_scopes", Text),
    Column("bot_refresh_token", Text),
    Column("bot_token_expires_at", DateTime),
    Column("is_enterprise_install", Boolean, nullable=False),
    Column("installed_at", DateTime, nullable=False),
    Index(None, "team_id"),
)
"""The workspaces that installed the bot, with its tokens, as Slack's own library reads them.

Its moments are in UTC without saying so. Texts are not limited: tokens grew longer before.
"""

slack_state = Table(
    "slack_state",
    metadata,
    numbered(),
    words("state"),
    Column("expire_at", DateTime, nullable=False),
    Index(None, "state"),
)
"""What an installation that has begun is recognised by when it comes back, for ten minutes."""
passed = Table(
    "passed",
    metadata,
    key("id"),
    words("text"),
    words("name"),
    words("asker_key"),
    words("platform"),
    words("workspace"),
    words("asker"),
    words("there"),
    words("language"),
    words("area"),
    words("channel"),
    words("channel_area"),
    words("channel_language"),
    moment("asked_at"),
    moment("nudge_at"),
    moment("erased_at"),
    words("stage"),
    words("who", "''"),
    Column("at", Instant),
    words("answer", "''"),
    Index(None, "asker_key"),
    Index(None, "erased_at"),
)

proposal = Table(
    "proposal",
    metadata,
    key("id"),
    words("question"),
    words("answer"),
    words("who"),
    moment("at"),
    words("language"),
    words("area"),
    words("platform"),
    words("workspace"),
    Index(None, "at"),
)
