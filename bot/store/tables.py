"""The tables, the same on SQLite and PostgreSQL. `bot.store.migrations` makes them.

A change here needs a migration; a test compares the two.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TextClause,
    TypeDecorator,
    UniqueConstraint,
    text,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime as milliseconds since 1970 in UTC; what is finer is cut off.

    Refuses naive ones. A whole number compares and sorts alike on every database.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> int | None:
        """The milliseconds."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("A moment without a time zone cannot be kept.")
        return (value - EPOCH) // MILLISECOND

    def process_result_value(self, value: int | None, _: Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else EPOCH + value * MILLISECOND


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


def _said(default: str | None) -> TextClause | None:
    return None if default is None else text(default)


SENT = text("state = 'sent'")
"""Which deliveries arrived."""
GIVEN_UP = text("state IN ('parked', 'missed')")
"""Which deliveries will not be tried again though they never arrived."""
ABOUT = text("about <> ''")
"""Which deliveries are about something that is not an event; the words of the partial index."""


def _text(name: str, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=_said(default))


def _number(name: str, default: str | None = None) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=_said(default))


def _moment(name: str) -> Column[datetime]:
    return Column(name, Instant, nullable=False)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _id() -> Column[int]:
    # SQLite counts by itself only in a column of the type INTEGER, which holds 64 bits there.
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


seen = Table("seen", metadata, _key("key"), _moment("at"), Index(None, "at"))

conversation = Table(
    "conversation", metadata, _key("key"), _text("entries"), _moment("until"), Index(None, "until")
)

person = Table(
    "person", metadata, _key("key"), _text("audience"), _moment("until"), Index(None, "until")
)

person_language = Table(
    "person_language",
    metadata,
    _key("key"),
    _text("language"),
    _moment("until"),
    Index(None, "until"),
)

reference = Table(
    "reference",
    metadata,
    _key("address"),
    _text("data"),
    _moment("renewed"),
    _text("platform", "''"),
    _text("workspace", "''"),
)

subscription = Table(
    "subscription",
    metadata,
    _id(),
    _text("address_key"),
    _text("platform"),
    _text("workspace"),
    _text("kind"),
    _text("channel"),
    _text("scope"),
    _text("value"),
    _text("language"),
    _moment("made_at"),
    Column("made_by", Text),
    UniqueConstraint("address_key", "scope", "value"),
    Index(None, "scope", "value", "id"),
    sqlite_autoincrement=True,
)
"""Ids only grow, also when the newest row was deleted: fanning out remembers how far it came."""

event = Table(
    "event",
    metadata,
    _key("id"),
    _number("rev"),
    _text("said"),
    _text("start"),
    _text("place"),
    Column("cancelled", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    _moment("useless"),
    _text("places"),
    _text("tags"),
)

occurrence = Table(
    "occurrence",
    metadata,
    _id(),
    _text("event"),
    _number("rev"),
    _text("name"),
    _text("kind"),
    _moment("due"),
    _moment("useless"),
    _text("state"),
    Column("cursor", BigInteger, nullable=False, server_default=text("0")),
    UniqueConstraint("event", "rev", "name"),
    Index(None, "due", sqlite_where=PLANNED, postgresql_where=PLANNED),
    sqlite_autoincrement=True,
)

delivery = Table(
    "delivery",
    metadata,
    _id(),
    _text("key"),
    _text("kind"),
    _text("event"),
    _number("rev"),
    _text("name"),
    _text("address_key"),
    _text("platform"),
    _text("workspace"),
    _text("address_kind"),
    _text("channel"),
    _text("language"),
    Column("made_by", Text),
    _text("about", "''"),
    _text("said", "''"),
    _moment("due"),
    _moment("useless"),
    _moment("next_at"),
    _text("state"),
    _text("was", "'pending'"),
    _number("fence", "0"),
    _number("tries", "0"),
    Column("first_try_at", Instant),
    _text("owner", "''"),
    _text("receipt", "''"),
    _text("error", "''"),
    Column("sent_at", Instant),
    _text("thread", "''"),
    _text("below", "''"),
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
    _id(),
    _text("workspace"),
    _text("asker"),
    _text("entries"),
    Column("right", Boolean, nullable=False),
    _moment("day"),
    UniqueConstraint("asker", "entries"),
    Index(None, "day"),
)

gate = Table("gate", metadata, _key("key"), _moment("free_at"))

slack_bot = Table(
    "slack_bot",
    metadata,
    _id(),
    _text("client_id"),
    _text("app_id"),
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
    _id(),
    _text("state"),
    Column("expire_at", DateTime, nullable=False),
    Index(None, "state"),
)
"""What an installation that has begun is recognised by when it comes back, for ten minutes."""
passed = Table(
    "passed",
    metadata,
    _key("id"),
    _text("text"),
    _text("name"),
    _text("asker_key"),
    _text("platform"),
    _text("workspace"),
    _text("asker"),
    _text("there"),
    _text("language"),
    _text("area"),
    _text("channel"),
    _text("channel_area"),
    _text("channel_language"),
    _moment("asked_at"),
    _moment("nudge_at"),
    _moment("erased_at"),
    _text("stage"),
    _text("who", "''"),
    Column("at", Instant),
    _text("answer", "''"),
    Index(None, "asker_key"),
    Index(None, "erased_at"),
)

proposal = Table(
    "proposal",
    metadata,
    _key("id"),
    _text("question"),
    _text("answer"),
    _text("who"),
    _moment("at"),
    _text("language"),
    _text("area"),
    _text("platform"),
    _text("workspace"),
    Index(None, "at"),
)
