"""What is made from files that people edit: the last good version of it."""

import logging
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from bot.errors import RainError

log = logging.getLogger(__name__)
T = TypeVar("T")


class LastGood(Generic[T]):
    """Holds what ``build`` makes of the present files, or what it made last where they are bad.

    ``version`` tells whether two are of the same files. Raises what ``build`` raises, once: for the
    first version.
    """

    def __init__(self, build: Callable[[], T], version: Callable[[T], str]) -> None:
        self._build = build
        self._version = version
        self._taking_over = Lock()
        self._value = build()

    @property
    def value(self) -> T:
        """What is good now; wholly one version or wholly another."""
        return self._value

    def reload(self) -> bool:
        """Take over the present version if it is good; else say why and keep the last.

        One at a time, so that what was read later is never replaced by what was read before it.
        Whether the version changed.
        """
        with self._taking_over:
            return self._reload()

    def _reload(self) -> bool:
        try:
            built = self._build()
        except RainError as error:
            log.warning("The last good version of the knowledge base is kept:\n%s", error)
            return False
        except Exception:  # whatever an edit brings about, answers go on
            log.exception("The last good version of the knowledge base is kept")
            return False
        changed = self._version(built) != self._version(self._value)
        self._value = built
        if changed:
            log.info("A new version of the knowledge base is answered from.")
        return changed
