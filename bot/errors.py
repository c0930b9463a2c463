"""Every error the bot raises on purpose.

::

    RainError
    ├── UsageError            a command's argument or file is unusable (exit code 2)
    │   └── SettingsError     an environment variable is missing or wrong; names the variable
    └── KnowledgeError        the knowledge base has errors; carries every one of them

Anything else that escapes is a bug: the commands end with exit code 1, and a chat shows one
sentence with a reference while the log holds the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class RainError(Exception):
    """The root: catch it to catch all that the bot raises on purpose."""


class UsageError(RainError):
    """A command was given an argument or a file it cannot use; the message says what to give."""


class SettingsError(UsageError):
    """A setting is missing or wrong; the message names the variable and the mend."""


class Severity(StrEnum):
    """How bad a finding in the knowledge base is."""

    ERROR = "error"  # the version is refused
    WARNING = "warning"  # the version is served, and its owner should look


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in a knowledge file.

    ``file`` is relative to the knowledge folder, ``line`` counts from 1, ``wrong`` says what is
    wrong and ``mend`` what to write instead, in words a secretary can act on.
    """

    file: str
    line: int
    wrong: str
    mend: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """One line: file, line, severity, what is wrong and what to write."""
        return f"{self.file}:{self.line}: {self.severity}: {self.wrong} {self.mend}"


class KnowledgeError(RainError):
    """The knowledge base cannot be used; ``problems`` holds every error found, not the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
