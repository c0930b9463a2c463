"""A logger for Slack's own libraries that keeps secrets and people's words out of the log."""

import logging
import re

_SECRET = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=ticket=)[^\s&'\"]+|https://hooks\.\S+")


class _Discreet(logging.Filter):
    """Blanks secrets, and drops tracebacks: they end in messages that may quote a body."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _SECRET.sub("…", record.getMessage()), None
        record.exc_info = record.exc_text = None
        return True


def library_logger() -> logging.Logger:
    """The logger to hand to the libraries.

    Errors alone: below that they log bodies of requests, and whole requests whose signature
    is wrong.
    """
    logger = logging.getLogger("bot.slack.library")
    logger.setLevel(logging.ERROR)
    if not logger.filters:
        logger.addFilter(_Discreet())
    return logger
