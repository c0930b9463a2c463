"""Installations of the Slack app, and to which workspace a reference belongs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    _make_bot()
    _make_state()
    for name in ("platform", "workspace"):
        op.add_column("reference", _text(name, "''"))


def _make_bot() -> None:
    op.create_table(
        "slack_bot",
        _id(),
        _text("client_id"),
        _text("app_id"),
        sa.Column("enterprise_id", sa.Text),
        sa.Column("enterprise_name", sa.Text),
        sa.Column("team_id", sa.Text),
        sa.Column("team_name", sa.Text),
        sa.Column("bot_token", sa.Text),
        sa.Column("bot_id", sa.Text),
        sa.Column("bot_user_id", sa.Text),
        sa.Column("bot_scopes", sa.Text),
        sa.Column("bot_refresh_token", sa.Text),
        sa.Column("bot_token_expires_at", sa.DateTime),
        sa.Column("is_enterprise_install", sa.Boolean, nullable=False),
        sa.Column("installed_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_slack_bot_team_id", "slack_bot", ["team_id"])


def _make_state() -> None:
    op.create_table(
        "slack_state",
        _id(),
        _text("state"),
        sa.Column("expire_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_slack_state_state", "slack_state", ["state"])


def _id() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("id", number, primary_key=True)


def _text(name: str, default: str | None = None) -> sa.Column[str]:
    said = None if default is None else sa.text(default)
    return sa.Column(name, sa.Text, nullable=False, server_default=said)
