"""Questions that are passed on, and what is proposed for the knowledge base."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ABOUT = sa.text("about <> ''")


def upgrade() -> None:
    """Make their tables; what is sent of them stands below other messages."""
    op.add_column("delivery", _text("thread", "''"))
    op.add_column("delivery", _text("below", "''"))
    op.create_index(
        "ix_delivery_about", "delivery", ["about"], sqlite_where=ABOUT, postgresql_where=ABOUT
    )
    _make_passed()
    op.create_table(
        "proposal",
        sa.Column("id", sa.Text, primary_key=True),
        _text("question"),
        _text("answer"),
        _text("who"),
        _moment("at"),
        _text("language"),
        _text("area"),
        _text("platform"),
        _text("workspace"),
    )
    op.create_index("ix_proposal_at", "proposal", ["at"])


def _make_passed() -> None:
    op.create_table(
        "passed",
        sa.Column("id", sa.Text, primary_key=True),
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
        sa.Column("at", sa.BigInteger),
        _text("answer", "''"),
    )
    op.create_index("ix_passed_asker_key", "passed", ["asker_key"])
    op.create_index("ix_passed_erased_at", "passed", ["erased_at"])


def _text(name: str, default: str | None = None) -> sa.Column[str]:
    said = None if default is None else sa.text(default)
    return sa.Column(name, sa.Text, nullable=False, server_default=said)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False)
