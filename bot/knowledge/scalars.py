"""What one value in a YAML file means.

YAML guesses at unquoted values: `no` becomes false, 010 becomes 8, 15:15 becomes 915. Here only
the harmless guesses hold; every other becomes an `Odd`, which no field takes, so that the person
who wrote it is asked rather than misread.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

import yaml

_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")
_MOMENT = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ ]+)\d\d?[:.]\d\d?(?:[:.]\d\d?(?:\.\d*)?)?[ ]*"
    r"(?:[Zz]|[+-]\d\d?(?::?\d\d)?)?"
)
_RESOLVER = yaml.resolver.Resolver()
_TEXT = "tag:yaml.org,2002:str"
_BOOL = "tag:yaml.org,2002:bool"
_NULL = "tag:yaml.org,2002:null"
_TRUE = frozenset({"yes", "true", "on"})


@dataclass(frozen=True, slots=True)
class Odd:
    """An unquoted value that is neither clearly text nor a plain number, date or yes and no.

    ``written`` is what stands in the file, ``looks_like`` what it could be taken for.
    """

    written: str
    looks_like: str


Scalar = str | int | bool | date | datetime | Odd | None
Value: TypeAlias = "Scalar | tuple[Value, ...] | dict[str, Value]"
"""What a file holds: values, lists and mappings."""


def scalar(written: str, *, quoted: bool) -> Scalar:
    """The value of a text as it stands in the file. Never raises.

    A date and time is naive, or aware where it is written with an offset.
    """
    if quoted:
        return written
    if _DATE.fullmatch(written) or _MOMENT.fullmatch(written):
        return _moment(written)
    tag = _RESOLVER.resolve(yaml.ScalarNode, written, (True, False))  # type: ignore[no-untyped-call]
    return _guessed(str(tag), written)


def _guessed(tag: str, written: str) -> Scalar:
    if tag == _TEXT:
        return written
    if tag == _NULL:
        return None
    if tag == _BOOL:
        return written.lower() in _TRUE
    if _WHOLE_NUMBER.fullmatch(written):
        return int(written)
    return Odd(written, "a number" if written[-1:].isalnum() else "a sign of YAML's own")


def _moment(written: str) -> date | datetime | Odd:
    try:
        if _DATE.fullmatch(written):
            return date.fromisoformat(written)
        return datetime.fromisoformat(written.upper().strip())
    except ValueError:
        return Odd(written, "a date")
