import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.text import (
    LONGEST_WORD,
    MOST_CHARACTERS,
    code,
    fold,
    readable,
    sentences,
    stem,
    words,
    words_as_typed,
)

DANISH = st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅABCéüö 0123456789.,?!-'", max_size=60)
ASCII_DANISH = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "AE", "Ø": "OE", "Å": "AA"},
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Sprøjte", "sproejte"),
        ("sproejte", "sproejte"),
        ("ÅRHUS", "aarhus"),
        ("Værktøj på lån", "vaerktoej paa laan"),
        ("A\u030arhus", "aarhus"),  # å as a letter and a combining ring
        ("Café Zoë", "cafe zoe"),
        ("Straße", "strasse"),
        ("ＡＩ", "ai"),
        ("ﬁnde", "finde"),
        ("İstanbul", "istanbul"),
    ],
)
def test_one_alphabet(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(DANISH)
@settings(deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(DANISH)
@settings(deadline=None)
def test_danish_letters_and_their_spelling_without_are_the_same_words(text: str) -> None:
    assert words(text.translate(ASCII_DANISH)) == words(text)


@given(DANISH)
@settings(deadline=None)
def test_capitals_do_not_matter(text: str) -> None:
    assert words(text.upper()) == words(text) == words(text.lower())


@pytest.mark.parametrize("mark", ["'", "’", "`"])
@pytest.mark.parametrize("ending", ["er", "en", "erne", "s", "et", "ere", "ne", "e", ""])
def test_endings_after_an_apostrophe_are_left_out(mark: str, ending: str) -> None:
    assert words(f"GPU{mark}{ending}") == ["gpu"]
    assert words(f"hvilke GPU{mark}{ending} findes") == ["hvilke", "gpu", "findes"]


@pytest.mark.parametrize("ending", ["er", "en", "s"])
def test_endings_after_an_acute_accent_are_left_out(ending: str) -> None:
    assert words(f"GPU´{ending}") == ["gpu"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("...?!", []),
        ("😀🎉👩‍⚕️", []),
        ("ki-løsning, tak", ["ki", "loesning", "tak"]),
        ("mas_ai", ["mas", "ai"]),
        ("Kunstig intelligens i klinikken", ["ai", "i", "klinikken"]),
        ("clinical artificial intelligence", ["clinical", "ai"]),
        ("kunstig inteligens", ["ai"]),
        ("artifical inteligence", ["ai"]),
        ("kunstige arme og intelligens", ["kunstige", "arme", "og", "intelligens"]),
        ("24/7 GPU2", ["24", "7", "gpu2"]),
        ("'er", ["er"]),
        ("שלום GPU", ["שלום", "gpu"]),
        ("العربية؟", ["العربية"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_as_typed_a_name_in_full_stays_as_it_is() -> None:
    assert words_as_typed("Kunstig intelligens, GPU'er") == ["kunstig", "intelligens", "gpu"]


@pytest.mark.parametrize(
    "text", ["CAI-X", "cai-x", "cai x", "CAI X", "CAIX", "CAI\u2010X", "CAI-X's", "CAI-X'erne"]
)
def test_the_last_letter_of_a_name_may_stand_apart(text: str) -> None:
    assert words(text) == ["caix"]
    assert words(readable(f"hvem er {text}?")) == ["hvem", "er", "caix"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CAI-X-teamet", ["caix", "teamet"]),
        ("plan-b", ["planb"]),
        ("e-mail", ["e", "mail"]),
        ("x-ray", ["x", "ray"]),
        ("AI for X-rays", ["ai", "for", "x", "rays"]),
        (
            "fracture detection on x-ray images",
            ["fracture", "detection", "on", "x", "ray", "images"],
        ),
        ("the x ray", ["the", "x", "ray"]),
        ("med X-stråler", ["med", "x", "straaler"]),
        ("køb for x kroner", ["koeb", "for", "x", "kroner"]),
        ("metode x", ["metode", "x"]),
        ("a b c", ["a", "b", "c"]),
        ("en-y-akse", ["en", "y", "akse"]),
        ("covid-19", ["covid", "19"]),
        ("MR-C4", ["mr", "c4"]),
    ],
)
def test_only_a_lone_letter_behind_a_short_name_is_joined_to_it(
    text: str, found: list[str]
) -> None:
    assert words(text) == found


def test_direction_marks_and_control_characters_are_no_part_of_a_text() -> None:
    assert readable("\u202ehvem\u202c ved\x00 noget\x1b om\ufeff GPU\u2066?\u2069") == (
        "hvem ved noget om GPU?"
    )


def test_white_space_of_any_kind_is_one_space() -> None:
    assert readable("  hvem\t\tved\u00a0om\u3000GPU \n") == "hvem ved om GPU"


def test_lines_stay_lines() -> None:
    assert readable("hvem ved\r\n \n noget ") == "hvem ved\nnoget"


def test_look_alike_letters_are_made_one() -> None:
    assert readable("ＧＰＵ ﬁl ①") == "GPU fil 1"


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060"])
def test_what_cannot_be_seen_cuts_no_word(mark: str) -> None:
    assert words(readable(f"sprøj{mark}teteknik")) == ["sproejteteknik"]


@given(st.text(max_size=400))
@settings(deadline=None)
def test_a_readable_text_is_tidy_and_stays_as_it_is(text: str) -> None:
    tidy = readable(text)
    assert tidy == tidy.strip()
    assert "  " not in tidy
    assert not any(unicodedata.category(c).startswith("C") for c in tidy if c != "\n")
    assert words(readable(tidy)) == words(tidy)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "hvem ved noget om GPU? " * 5_000,
        " " * 100_000,
        "\n" * 100_000,
        "'s" * 50_000,
        "e" + "\u0301" * 99_999,
        "\u202e" * 100_000,
        "ﷺ" * 100_000,  # one character that is eighteen when composed
        "😀" * 100_000,
    ],
    ids=lambda text: ascii(text[:2]),
)
def test_a_very_long_text_is_read_in_part_and_soon(text: str) -> None:
    start = perf_counter()
    kept = readable(text)
    found = words(kept)
    assert perf_counter() - start < 1.0
    assert len(kept) <= MOST_CHARACTERS + 1  # a space stands between the beginning and the end
    assert len(found) <= MOST_CHARACTERS


def test_of_a_long_text_the_beginning_and_the_end_are_read() -> None:
    kept = words(readable("først " + "fyld " * 30_000 + "sidst"))
    assert kept[0] == "foerst"
    assert kept[-1] == "sidst"


@pytest.mark.parametrize(
    "forms",
    [
        ("projekt", "projekter", "projektet", "projekterne", "projekts"),
        ("model", "modeller", "modellen", "modellerne", "models"),
        ("hospital", "hospitaler", "hospitalet", "hospitals"),
        ("algoritme", "algoritmer", "algoritmerne"),
        ("detect", "detecting", "detected", "detects"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["ai", "gpu", "ouh", "gpt4", "2023", "x"])
def test_short_words_and_numbers_are_their_own_stems(word: str) -> None:
    assert stem(word) == word


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
@settings(deadline=None)
def test_a_stem_is_never_empty_nor_longer_than_its_word(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("hvem ved noget om GPU", ["hvem ved noget om GPU"]),
        ("Hej. Hvem er I? Tak!", ["Hej.", "Hvem er I?", "Tak!"]),
        ("første linje\n\nanden linje", ["første linje", "anden linje"]),
        ("version 2.0 af den", ["version 2.0 af den"]),
        (" . . ", [".", "."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_the_memory_of_stems_is_bounded() -> None:
    assert stem.cache_info().maxsize


def test_stems_are_found_from_several_threads() -> None:
    beginnings = ("forudsig", "databehandl", "regn", "detect", "organis", "kursus", "model")
    endings = ("elsernes", "ingen", "erne", "er", "ations", "ing", "et", "s", "ens", "heden")
    every = ["".join(parts) for parts in product("xyz", beginnings, endings)]
    stem.cache_clear()
    alone = [stem(word) for word in every]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stem, every)) == alone


def test_an_endless_word_is_cut() -> None:
    assert words("a" * 5_000 + " gpu") == ["a" * LONGEST_WORD, "gpu"]


@pytest.mark.parametrize(
    ("text", "meant_for_machines"),
    [
        ("!!python/object/apply:os.system ['ls']", True),
        ("model.fit(x_train,y_train)", True),
        ("foo: {bar: &a [*a]}", False),  # words of its own, which nothing here knows
        ("Kan AI/ML køre på jeres GPU/CPU-servere?", False),
        ("hvem kan bl.a. hjælpe med f.eks. jura?", False),
        ("står der noget på www.cai-x.com?", False),
        ("skriv til anna.hansen@example.dk", False),
        ("kl.15.15, 21.juni.2023", False),
        ("Hej.Jeg mangler GPU.Hvem låner ud og hvad koster det?", False),
        ("", False),
    ],
)
def test_what_is_meant_for_machines_is_told_from_prose(text: str, meant_for_machines: bool) -> None:
    assert code(text) is meant_for_machines
