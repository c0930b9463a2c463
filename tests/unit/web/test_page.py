"""The page and the files beside it."""

import re
from datetime import UTC, date, datetime
from html import unescape
from importlib.resources import files
from string import Formatter

import pytest

from bot.reply import Language
from bot.web.inbound import ZONE
from bot.web.page import page
from bot.wording.web import PAGE

NOW = datetime(2026, 1, 15, 11, 30, 59, 7, tzinfo=UTC).astimezone(ZONE)
TODAY = NOW.date()
WEB = files("bot.web")
TEMPLATE = (WEB / "templates" / "page.html").read_text(encoding="utf-8")
SCRIPT = (WEB / "static" / "chat.js").read_text(encoding="utf-8")
STYLE = (WEB / "static" / "chat.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.DANISH, "Botten tror, det er onsdag den 21. juni 2023<"),
        (Language.ENGLISH, "The bot believes it is Wednesday, 21 June 2023<"),
    ],
)
def test_the_believed_day_is_worded(language: Language, sentence: str) -> None:
    html = page(language, NOW, date(2023, 6, 21))
    assert sentence in unescape(html)
    assert 'value="2023-06-21"' in html
    assert 'data-today="2026-01-15" data-clock="12:30:59"' in html


@pytest.mark.parametrize("language", list(Language))
def test_the_page_is_in_one_language(language: Language) -> None:
    html = page(language, NOW, TODAY)
    assert f'<html lang="{language}">' in html
    for key in ("title", "welcome", "question", "send", "starter_can"):
        assert f">{PAGE[key].say(language)}<" in unescape(html)


@pytest.mark.parametrize("source", [SCRIPT, STYLE, page(Language.DANISH, NOW, TODAY)])
def test_nothing_is_fetched_from_elsewhere(source: str) -> None:
    assert "//" not in re.sub(r"^ *//.*$| // .*$", "", source, flags=re.MULTILINE)
    assert "@import" not in source
    assert "url(" not in source


def test_nothing_in_the_page_needs_a_weaker_policy() -> None:
    html = page(Language.DANISH, NOW, TODAY)
    assert re.search(r"<[^>]* (on\w+|style)=", html) is None
    assert re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL) == [""]
    assert "<style" not in html


def test_every_word_is_used_and_every_used_word_exists() -> None:
    html = page(Language.DANISH, NOW, TODAY)
    used = set(re.findall(r'data-(?:word|label)="(\w+)"', html))
    used |= set(re.findall(r'say\("(\w+)"\)', SCRIPT))
    assert used == set(PAGE)


def test_placeholders_agree_between_the_languages() -> None:
    for phrase in PAGE.values():
        da, en = (
            {field for _, field, _, _ in Formatter().parse(x)} for x in (phrase.da, phrase.en)
        )
        assert da == en


def test_every_control_in_the_template_has_a_name() -> None:
    labelled = set(re.findall(r'<label for="(\w+)"', TEMPLATE))
    fields = set(re.findall(r'<(?:textarea|input) id="(\w+)"', TEMPLATE))
    assert fields == labelled == {"day", "question"}
