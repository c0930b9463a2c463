"""The document that shows the platforms side by side."""

from tests.contract.adapter_suite import AdapterSuite
from tests.contract.platforms import DOCUMENT, PLATFORMS, cases, document


def test_the_document_tells_what_the_suite_does() -> None:
    assert DOCUMENT.read_text("utf-8") == document(), "python -m tests.contract.platforms"


def test_nothing_is_lacking_that_is_no_case_or_without_a_reason() -> None:
    for suite in PLATFORMS.values():
        assert set(suite.lacks) <= set(cases())
        assert all(suite.lacks.values())
        assert issubclass(suite, AdapterSuite)


def test_slack_and_teams_lack_nothing() -> None:
    assert not PLATFORMS["Slack"].lacks
    assert not PLATFORMS["Teams"].lacks
