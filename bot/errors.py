"""Every error the bot raises on purpose.

::

    RainError
    ├── UsageError            a command's argument or file is unusable (exit code 2)
    │   └── SettingsError     an environment variable is missing or wrong; names the variable
    ├── KnowledgeError        the knowledge base has errors; carries every one of them
    ├── StoreError            the database cannot be used; names the mend
    └── PostingError          a message did not certainly arrive
        ├── RefusedError      the platform will never take it: no such channel, not a member
        ├── HeldBackError     not now: the platform says when
        ├── NotSentError      it certainly did not get there; it may be tried again
        ├── UncertainError    it may have arrived or not: look before trying again
        └── CannotTellError   whether something arrived cannot be found out

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


class StoreError(RainError):
    """The database cannot be used; the message says why and what to do."""


class PostingError(RainError):
    """A message did not certainly arrive. ``reason`` is a short word for logs, never its text."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class RefusedError(PostingError):
    """The platform will never take this message at this address."""


class HeldBackError(PostingError):
    """The platform wants to be left alone for ``seconds``; nothing was posted."""

    def __init__(self, reason: str, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(reason)


class NotSentError(PostingError):
    """Nothing was posted: nobody was there to take it."""


class UncertainError(PostingError):
    """No answer came, or none to rely on: it may have been posted."""


class CannotTellError(PostingError):
    """The platform does not let the bot look whether something was posted."""


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
