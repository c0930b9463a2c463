"""Columns, the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Integer,
    Text,
    TextClause,
    TypeDecorator,
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


def _said(default: str | None) -> TextClause | None:
    return None if default is None else text(default)


def words(name: str, default: str | None = None) -> Column[str]:
    """A text."""
    return Column(name, Text, nullable=False, server_default=_said(default))


def number(name: str, default: str | None = None) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False, server_default=_said(default))


def moment(name: str) -> Column[datetime]:
    """An instant."""
    return Column(name, Instant, nullable=False)


def key(name: str) -> Column[str]:
    """A text that tells rows apart."""
    return Column(name, Text, primary_key=True)


def numbered() -> Column[int]:
    """A number that tells rows apart, given by the database."""
    # SQLite counts by itself only in a column of the type INTEGER, which holds 64 bits there.
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
