"""Which texts no client of Teams reads Markdown in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.teams.text import inert, unmarked

EVERYTHING_ON = MarkdownIt("js-default", {"html": True, "typographer": False})
"""Markdown with tables and strikethrough, and with HTML."""


@pytest.mark.parametrize(
    "text",
    [
        "Hvem kan hjælpe",
        "WHINN – »uge 45«: CAI-X & RAIN (Odense), 09:00",
        "Kristian Fjordside Nielsen",
        "Det ved jeg ikke.",
        "Tirsdag den 7. november 2023 kl. 9.15",
        "Hvad nu?!",
        "AI/ML; 100 % “fin”…",
        "Å",
    ],
)
def test_ordinary_headings_are_unmarked(text: str) -> None:
    assert unmarked(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        " indrykket",
        "slut ",
        "to  mellemrum",
        "1. punkt",
        "1) punkt",
        "2023.",
        "- punkt",
        "– punkt",
        "+ punkt",
        "# titel",
        "> citat",
        "a*b*",
        "snake_case_navn",
        "`kode`",
        "[a](b)",
        "<b>",
        "a|b",
        "~a~",
        "a\\b",
        "R&amp;D",
        "R&D",
        "to\nlinjer",
        "https://a.dk",
        "se www.a.dk",
        "a@b.dk",
        "mailto:a",
        "{{DATE}}",
        "$",
        "^",
        "=",
    ],
)
def test_whatever_could_be_markup_is_not(text: str) -> None:
    assert not unmarked(text)


@given(st.text("aÅ1 ,.:;?!%'\"»«()…–—&/-*_#", max_size=12) | st.text(max_size=30))
def test_markdown_finds_nothing_in_what_is_unmarked(text: str) -> None:
    if unmarked(text):
        assert EVERYTHING_ON.renderInline(text) == (
            text.replace("&", "&amp;").replace('"', "&quot;")
        )
        assert [token.type for token in EVERYTHING_ON.parse(text)] == [
            "paragraph_open",
            "inline",
            "paragraph_close",
        ]


def test_dates_that_teams_would_compute_are_broken_up_unseen() -> None:
    shown = inert("{{{DATE(x)}}}", 100)
    assert "{{" not in shown
    assert shown.replace("\u2060", "") == "{{{DATE(x)}}}"


def test_control_characters_and_overrides_go() -> None:
    assert inert("a\x07\u202eb", 100) == "ab"


def test_long_texts_are_cut() -> None:
    assert inert("abcdef", 4) == "abc…"
