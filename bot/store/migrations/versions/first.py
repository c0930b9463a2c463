"""All tables, as reminders were brought in."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PLANNED = sa.text("state = 'planned'")
OPEN = sa.text("state IN ('pending', 'sending')")
SENT = sa.text("state = 'sent'")
GIVEN_UP = sa.text("state IN ('parked', 'missed')")


def upgrade() -> None:
    """Make them."""
    _make_small_ones()
    _make_subscription()
    _make_event()
    _make_occurrence()
    _make_delivery()


def _make_small_ones() -> None:
    op.create_table("seen", _key("key"), _number("at"))
    op.create_index("ix_seen_at", "seen", ["at"])
    op.create_table("conversation", _key("key"), _text("entries"), _number("until"))
    op.create_index("ix_conversation_until", "conversation", ["until"])
    op.create_table("person", _key("key"), _text("audience"), _number("until"))
    op.create_index("ix_person_until", "person", ["until"])
    op.create_table("reference", _key("address"), _text("data"), _number("renewed"))
    op.create_table("gate", _key("key"), _number("free_at"))


def _make_subscription() -> None:
    op.create_table(
        "subscription",
        _id(),
        _text("address_key"),
        _text("platform"),
        _text("workspace"),
        _text("kind"),
        _text("channel"),
        _text("scope"),
        _text("value"),
        _text("language"),
        _number("made_at"),
        sa.Column("made_by", sa.Text),
        sa.UniqueConstraint(
            "address_key", "scope", "value", name="uq_subscription_address_key_scope_value"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subscription_scope_value_id", "subscription", ["scope", "value", "id"])


def _make_event() -> None:
    op.create_table(
        "event",
        _key("id"),
        _small("rev"),
        _text("said"),
        _text("start"),
        _text("place"),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False),
        _number("useless"),
        _text("places"),
        _text("tags"),
    )


def _make_occurrence() -> None:
    op.create_table(
        "occurrence",
        _id(),
        _text("event"),
        _small("rev"),
        _text("name"),
        _text("kind"),
        _number("due"),
        _number("useless"),
        _text("state"),
        _number("cursor", "0"),
        sa.UniqueConstraint("event", "rev", "name", name="uq_occurrence_event_rev_name"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_occurrence_due", "occurrence", ["due"], sqlite_where=PLANNED, postgresql_where=PLANNED
    )


def _make_delivery() -> None:
    op.create_table(
        "delivery",
        _id(),
        _text("key"),
        _text("kind"),
        _text("event"),
        _small("rev"),
        _text("name"),
        _text("address_key"),
        _text("platform"),
        _text("workspace"),
        _text("address_kind"),
        _text("channel"),
        _text("language"),
        sa.Column("made_by", sa.Text),
        _text("about", "''"),
        _text("said", "''"),
        _number("due"),
        _number("useless"),
        _number("next_at"),
        _text("state"),
        _text("was", "'pending'"),
        _small("fence", "0"),
        _small("tries", "0"),
        sa.Column("first_try_at", sa.BigInteger),
        _text("owner", "''"),
        _text("receipt", "''"),
        _text("error", "''"),
        sa.Column("sent_at", sa.BigInteger),
        sa.UniqueConstraint("key", name="uq_delivery_key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_delivery_next_at_id",
        "delivery",
        ["next_at", "id"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index(
        "ix_delivery_event_address_key",
        "delivery",
        ["event", "address_key"],
        sqlite_where=SENT,
        postgresql_where=SENT,
    )
    op.create_index(
        "ix_delivery_state",
        "delivery",
        ["state"],
        sqlite_where=GIVEN_UP,
        postgresql_where=GIVEN_UP,
    )


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _id() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("id", number, primary_key=True)


def _text(name: str, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=_said(default))


def _small(name: str, default: str | None = None) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=_said(default))


def _number(name: str, default: str | None = None) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default=_said(default))


def _said(default: str | None) -> sa.TextClause | None:
    return None if default is None else sa.text(default)
