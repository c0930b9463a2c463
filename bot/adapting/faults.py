"""Failures that nobody foresaw, in the log: what they are, without the words they came with."""

import logging
import traceback

log = logging.getLogger(__name__)


def report(what: str, why: str) -> None:
    """Log what failed, and why."""
    log.error("%s: %s", what, why)


def told(error: Exception) -> str:
    """The kind of error and where it was raised, without its words: they may quote a person."""
    return "".join((type(error).__name__, "\n", *traceback.format_tb(error.__traceback__)))
