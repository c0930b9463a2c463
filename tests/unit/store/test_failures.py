"""Sentences for what cannot be brought about in a test; the others stand in `test_database`."""

import pytest

from bot.store import failures


class ServerError(Exception):
    """As PostgreSQL's driver raises it, with a detail that is nobody's business."""

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate
        super().__init__("DETAIL: Key (key)=(anna) already exists")


class FileError(Exception):
    """As SQLite raises it."""

    def __init__(self, name: str) -> None:
        self.sqlite_errorname = name
        super().__init__("anna")


@pytest.mark.parametrize(
    ("sqlstate", "words"),
    [
        ("08006", "broke off"),
        ("25006", "read only"),
        ("28P01", "password of DATABASE_URL"),
        ("40P01", "in another one's way"),
        ("42501", "grant"),
        ("42P01", "rain-bot migrate"),
        ("53100", "disk is full"),
        ("53200", "short of"),
        ("53300", "no free connection"),
        ("57P01", "stopping"),
        ("57P03", "starting"),
        ("XX001", "damaged"),
        ("22021", "SQLSTATE 22021"),
        (None, "ServerError"),
    ],
)
def test_the_server_says_why(sqlstate: str | None, words: str) -> None:
    sentence = failures.of_postgresql(ServerError(sqlstate))
    assert words in sentence
    assert "anna" not in sentence
    assert sentence.startswith("PostgreSQL ")
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_CORRUPT_VTAB", "damaged"),
        ("SQLITE_READONLY_DIRECTORY", "its folder"),
        ("SQLITE_IOERR_FSYNC", "disk"),
        ("SQLITE_PERM", "may not be opened"),
        ("SQLITE_LOCKED_SHAREDCACHE", "too long"),
        ("SQLITE_MISUSE", "SQLITE_MISUSE"),
    ],
)
def test_the_file_says_why(name: str, words: str) -> None:
    sentence = failures.of_sqlite(FileError(name), "rain.sqlite3")
    assert words in sentence
    assert "anna" not in sentence
    assert sentence.startswith("The store rain.sqlite3 ")
    assert sentence.endswith(".")


def test_a_name_that_leads_nowhere_has_no_number_of_the_systems() -> None:
    sentence = failures.of_postgresql(OSError(-2, "Name or service not known"))
    assert "cannot be reached (OSError)" in sentence
