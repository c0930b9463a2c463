import logging

import pytest

from bot.adapting.faults import report, wordless

WORDS = "a private question"


def fail(words: str) -> None:
    raise KeyError(words) from ValueError(words)


def fault() -> str:
    with pytest.raises(KeyError) as caught:
        fail(WORDS)
    return wordless(caught.value)


def test_a_fault_is_told_by_its_kind_and_place_and_not_its_words() -> None:
    assert fault().startswith("KeyError\n")
    assert "in fail" in fault()
    assert WORDS not in fault()


def test_it_is_logged_as_an_error(caplog: pytest.LogCaptureFixture) -> None:
    report(logging.getLogger("test"), "Answering failed", fault())
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert record.getMessage() == f"Answering failed: {fault()}"
