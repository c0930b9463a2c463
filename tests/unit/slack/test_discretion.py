import logging

import pytest

from bot.adapting.work import Work
from bot.slack.discretion import library_logger


def test_secrets_are_blanked(caplog: pytest.LogCaptureFixture) -> None:
    library_logger().error(
        "failed with %s and %s at %s",
        "xoxb-1-2-Abc",
        "xapp-1-A-9",
        "wss://slack.com/link?ticket=abc-1&app_id=2 https://hooks.slack.com/commands/T1/2",
    )
    assert caplog.messages == ["failed with … and … at wss://slack.com/link?ticket=…&app_id=2 …"]


def test_words_of_an_exception_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    try:
        int("a private question")
    except ValueError:
        library_logger().exception("failed")
    assert caplog.messages == ["failed"]
    assert "private" not in caplog.text


def test_less_than_errors_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for level in (logging.DEBUG, logging.INFO, logging.WARNING):
        library_logger().log(level, "a body")
    assert caplog.messages == []


async def _fail() -> None:
    raise ValueError("a private question")


async def test_work_that_fails_is_told_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    work = Work()
    work.start(_fail())
    await work.finish(1)
    assert caplog.messages == ["Work ended with ValueError"]
