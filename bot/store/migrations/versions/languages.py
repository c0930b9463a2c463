"""The language that people chose."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make its table."""
    op.create_table(
        "person_language",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_person_language_until", "person_language", ["until"])
