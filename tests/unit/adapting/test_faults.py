import logging

import pytest

from bot.adapting.faults import report, wordless

WORDS = "a private question"
log = logging.getLogger(__name__)


def fail(words: str) -> None:
    raise KeyError(words) from ValueError(words)


def told() -> str:
    with pytest.raises(KeyError) as caught:
        fail(WORDS)
    return wordless(caught.value)


def test_a_fault_is_told_by_its_kind_and_place_and_not_its_words() -> None:
    assert told().startswith("KeyError\n")
    assert "in fail" in told()
    assert WORDS not in told()


def test_it_is_logged_as_an_error(caplog: pytest.LogCaptureFixture) -> None:
    report(log, "Answering failed", told())
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert record.getMessage() == f"Answering failed: {told()}"
