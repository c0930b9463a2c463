from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.store.database_url import PostgreSQLServer, SQLiteFile, place

PLAIN = "postgresql://anna:sesame@db.example.org:5432/rain"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:////var/rain.sqlite3", "/var/rain.sqlite3"),
        ("sqlite:///rain.sqlite3", "rain.sqlite3"),
        ("sqlite:////var/a b?c#d%20.sqlite3", "/var/a b?c#d%20.sqlite3"),
    ],
)
def test_a_file_is_named_as_it_is(url: str, path: str) -> None:
    assert place(url) == SQLiteFile(Path(path))


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_a_server_is_named_as_hosts_name_it(scheme: str) -> None:
    assert place(PLAIN.replace("postgresql", scheme)) == PostgreSQLServer(PLAIN)


def test_what_the_driver_knows_is_left_to_it() -> None:
    for query in ("sslmode=require", "host=%2Fvar%2Frun&sslmode=verify-full", "options=-c%20a%3Db"):
        assert place(f"{PLAIN}?{query}").dsn.replace("+", "%20") == f"{PLAIN}?{query}"  # type: ignore[union-attr]


def test_what_it_does_not_know_is_left_out() -> None:
    given = f"{PLAIN}?sslmode=require&channel_binding=require&connect_timeout=10&keepalives=1"
    assert place(given) == PostgreSQLServer(f"{PLAIN}?sslmode=require")


def test_an_address_without_anything_but_the_scheme_is_the_drivers_own_choice() -> None:
    assert isinstance(place("postgresql:///rain"), PostgreSQLServer)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "rain.sqlite3",
        "sqlite://",
        "sqlite:///",
        "sqlite:/rain.sqlite3",
        "mysql://anna:sesame@db/rain",
        "postgresql:sesame",
        "postgresql://anna:ses[ame@db/rain",
    ],
)
def test_what_is_no_address_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(SettingsError, match=r"^DATABASE_URL ") as caught:
        place(url)
    assert "sesame" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_no_representation_shows_a_password() -> None:
    assert "sesame" not in repr(place(PLAIN))
