"""The pages of the browser: one of two languages, and nothing live from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import Language
from bot.slack import install_pages


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("da", Language.DANISH),
        ("da-DK,da;q=0.9,en;q=0.8", Language.DANISH),
        ("DA-dk", Language.DANISH),
        ("en-GB,da;q=0.5", Language.ENGLISH),
        ("de", Language.ENGLISH),
        ("", Language.ENGLISH),
    ],
)
def test_the_browsers_language(accepted: str, language: Language) -> None:
    assert install_pages.language({"accept-language": [accepted]}) is language
    assert install_pages.language({}) is Language.ENGLISH


@given(st.text(), st.text(), st.text(), st.sampled_from(Language))
def test_names_are_text_and_nothing_else(
    name: str, app: str, team: str, language: Language
) -> None:
    page = install_pages.installed(language, f"{name}<b>", app + '"><i>', team + "'><u>")
    assert [tag for tag in ("<b>", "<i>", "<u>") if tag in page] == []
    assert page.count("<a ") == 1


@given(st.text())
def test_reasons_that_are_not_known_are_not_told(reason: str) -> None:
    page = install_pages.not_installed(Language.DANISH, f"<b>{reason}", "/slack/install")
    assert "<b>" not in page
    assert install_pages.known(f"<b>{reason}") == ""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", ["access_denied", "invalid_state", "storage_error", "other"])
def test_every_page_says_where_to_begin_anew(language: Language, reason: str) -> None:
    page = install_pages.not_installed(language, reason, "/slack/install")
    assert 'href="/slack/install"' in page
    assert f'lang="{language.value}"' in page
