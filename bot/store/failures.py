"""Why a database cannot be used and what to do, in plain sentences.

They hold no address, no password and nothing that anybody wrote.
"""

import os
import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError

SQLITE = {
    "SQLITE_NOTADB": "is no database or is damaged: put a good copy back, or move it away and "
    "start again with an empty one",
    "SQLITE_CORRUPT": "is damaged: put a good copy back, or move it away and start again with an "
    "empty one",
    "SQLITE_FULL": "has no room: its disk is full",
    "SQLITE_READONLY": "may not be written: give the bot's account the right to write to the file "
    "and its folder",
    "SQLITE_CANTOPEN": "cannot be opened: give a file in a folder that the bot's account may write "
    "to",
    "SQLITE_PERM": "may not be opened: give the bot's account the right to read and write it",
    "SQLITE_BUSY": "is held for too long by another program: see what else has it open",
    "SQLITE_LOCKED": "is held for too long by another program: see what else has it open",
    "SQLITE_IOERR": "cannot be read or written: its disk fails, is full or is gone",
}
"""By the beginning of SQLite's own name of the error."""

POSTGRESQL = {
    "08": "broke off the connection: see whether it runs",
    "28": "refuses the user or the password of DATABASE_URL: correct them",
    "3D": "has no database of the name in DATABASE_URL: create it or correct the name",
    "3F": "has no schema that may be used: give the user one",
    "25006": "is read only here: give the address of the primary",
    "25P03": "ended a transaction that stood still for too long",
    "40": "gave up a transaction that stood in another one's way",
    "42501": "does not let the user do this: grant the user the rights to the schema",
    "42P01": "lacks tables of the bot: run `rain-bot migrate`",
    "42P07": "has tables of other programs: give the bot a database of its own",
    "42703": "has older tables than the bot: run `rain-bot migrate`",
    "53100": "has no room: its disk is full",
    "53300": "has no free connection: end other programs' or allow more",
    "53": "is short of disk, memory or connections: give it more",
    "57P03": "is starting or stopping: it will be tried again",
    "57P": "is stopping or restarting: it will be tried again",
    "58": "has trouble with its disk: see its log",
    "XX": "is damaged: see its log",
}
"""By the beginning of the SQLSTATE; the longest one that fits counts."""

_TIMEOUTS = (TimeoutError, NoConnectionFreeError)
_SQLITE_SAYS = {
    "no such table": "lacks tables of the bot: run `rain-bot migrate`",
    "no such column": "has older tables than the bot: run `rain-bot migrate`",
    "already exists": "has tables of other programs: give the bot a file of its own",
}
"""Where SQLite has one name for errors of all kinds."""


def of_sqlite(error: BaseException, path: str) -> str:
    """The sentence for what went wrong with the file at ``path``."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return f"The store {path} {_of_file(cause)}."


def _of_file(cause: BaseException | None) -> str:
    name = getattr(cause, "sqlite_errorname", "")
    for start, sentence in SQLITE.items():
        if name.startswith(start):
            return sentence
    if isinstance(cause, sqlite3.Error):
        for words, sentence in _SQLITE_SAYS.items():
            if words in str(cause):
                return sentence
    if isinstance(cause, _TIMEOUTS):
        return SQLITE["SQLITE_BUSY"]
    if isinstance(cause, OSError):
        return f"cannot be used ({_reason(cause)}): give another file, or mend its folder"
    return f"failed ({name or type(cause).__name__}): see the log"


def of_postgresql(error: BaseException) -> str:
    """The sentence for what went wrong with the server."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None) or ""
    for length in range(len(state), 1, -1):
        if sentence := POSTGRESQL.get(state[:length]):
            return f"PostgreSQL {sentence}."
    if state:
        return f"PostgreSQL failed (SQLSTATE {state}): see the log."
    if isinstance(cause, _TIMEOUTS):
        return "PostgreSQL did not answer in time: see whether it runs and can be reached."
    if isinstance(cause, OSError):
        reason = _reason(cause)
        return f"PostgreSQL cannot be reached ({reason}): see whether it runs and where."
    return f"PostgreSQL broke off ({type(cause).__name__}): see whether it runs."


def _reason(cause: OSError) -> str:
    """The system's words for it; errors of name servers have numbers of their own."""
    if cause.errno is None or cause.errno < 0:
        return type(cause).__name__
    return os.strerror(cause.errno)
