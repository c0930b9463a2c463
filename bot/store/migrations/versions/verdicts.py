"""People's verdicts on answers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "verdict",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("asker", sa.Text, nullable=False),
        sa.Column("entries", sa.Text, nullable=False),
        sa.Column("right", sa.Boolean, nullable=False),
        sa.Column("day", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("asker", "entries", name="uq_verdict_asker_entries"),
    )
    op.create_index("ix_verdict_day", "verdict", ["day"])
