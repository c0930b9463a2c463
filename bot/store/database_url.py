"""Where the database is, from an address as hosts give it."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.errors import SettingsError

SQLITE = "sqlite:///"
POSTGRESQL = ("postgres", "postgresql", "postgresql+asyncpg")
_LIBPQ_ALONE = frozenset(
    {
        "channel_binding",
        "client_encoding",
        "connect_timeout",
        "fallback_application_name",
        "gssencmode",
        "keepalives",
        "keepalives_count",
        "keepalives_idle",
        "keepalives_interval",
        "load_balance_hosts",
        "sslcompression",
        "tcp_user_timeout",
    }
)
"""What addresses say to PostgreSQL's own library; our driver would pass it on as a setting."""


@dataclass(frozen=True, slots=True)
class SQLiteFile:
    """A database in a file."""

    path: Path


@dataclass(frozen=True, slots=True)
class PostgreSQLServer:
    """A database on a server; ``dsn`` may hold a password."""

    dsn: str = field(repr=False)


def place(url: str) -> SQLiteFile | PostgreSQLServer:
    """Where ``url`` leads. Raises `SettingsError`, which shows nothing of it."""
    scheme, _, path = url.partition(":")
    if url.startswith(SQLITE) and (name := url.removeprefix(SQLITE)):
        return SQLiteFile(Path(name))
    if scheme in POSTGRESQL and path.startswith("//"):
        return PostgreSQLServer(_for_the_driver(url))
    raise SettingsError(
        "DATABASE_URL is no address of a database the bot can use: give one like "
        "postgresql://user:password@host:5432/name or sqlite:////folder/file."
    )


def _for_the_driver(url: str) -> str:
    """The address without what the driver does not know; it understands ``sslmode`` itself."""
    try:
        parts = urlsplit(url)
        given = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:  # such as a bracket in a password
        raise SettingsError(
            "DATABASE_URL cannot be read: write special characters of the user's name and the "
            "password percent-encoded, such as %40 for @ and %5B for [."
        ) from None
    kept = urlencode([(name, value) for name, value in given if name not in _LIBPQ_ALONE])
    return urlunsplit(parts._replace(scheme="postgresql", query=kept, fragment=""))
