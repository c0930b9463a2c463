"""What is logged of something unforeseen: its kind and its place, never its words."""

import logging
import traceback


def report(log: logging.Logger, what: str, why: str) -> None:
    """Log that something failed."""
    log.error("%s: %s", what, why)


def wordless(error: BaseException) -> str:
    """The kind of error and where it was raised, without its words: they may quote a person."""
    return "".join((type(error).__name__, "\n", *traceback.format_tb(error.__traceback__)))
