from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.cpr import MASK, holds_cpr, masked

FULLWIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

SPELLINGS = (
    "{d}{m}{y}-{s}",
    "{d}{m}{y}{s}",
    "{d}{m}{y} {s}",
    "{d}{m}{y} - {s}",
    "{d}{m}{y}–{s}",
    "{d}{m}{y}\u2011{s}",
    "{d}{m}{y}\u2212{s}",
    "{d}{m}{y}.{s}",
    "{d}{m}{y}/{s}",
    "{d}{m}{y}_{s}",
    "{d}{m}{y}\n{s}",
    "{d}{m}{y}\u00a0{s}",
    "{d} {m} {y} {s}",
    "{d}.{m}.{y}-{s}",
    "{d}.{m}.{y}.{s}",
    "{d}-{m}-{y}-{s}",
    "{d}/{m}/{y} {s}",
    "{d}\u200b{m}\u200d{y}-\ufeff{s}",
    "{d}{m}\u00ad{y}{s}",
    "*{d}{m}{y}*-*{s}*",
)


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, str, str, str]:
    born = draw(st.dates(date(1901, 1, 1), date(2030, 12, 31)))
    replacement = draw(st.sampled_from((0, 60)))
    serial = draw(st.integers(0, 9999))
    return f"{born.day + replacement:02}", f"{born:%m}", f"{born:%y}", f"{serial:04}"


@st.composite
def spelt(draw: st.DrawFn) -> str:
    d, m, y, s = draw(numbers())
    number = draw(st.sampled_from(SPELLINGS)).format(d=d, m=m, y=y, s=s)
    return number.translate(draw(st.sampled_from(({}, FULLWIDTH, ARABIC))))


WORDS = st.text(
    st.characters(categories=("L", "P", "Zs"), exclude_characters="-./_*`"), max_size=30
)


@given(spelt(), WORDS, WORDS)
def test_a_number_is_found_and_masked_in_any_spelling(number: str, before: str, after: str) -> None:
    text = f"{before}{number}{after}"
    assert holds_cpr(text)
    assert number.strip("*") not in masked(text)
    assert MASK in masked(text)
    assert not holds_cpr(masked(text))


@given(numbers())
def test_digits_one_by_one(number: tuple[str, str, str, str]) -> None:
    assert holds_cpr(" ".join("".join(number)))
    assert holds_cpr("{} {} {} {} {}".format(*number[:3], number[3][:2], number[3][2:]))


@given(st.lists(spelt(), min_size=2, max_size=4), st.sampled_from((" ", ", ", " og ", "\n")))
def test_every_number_of_several_is_masked(numbers_: list[str], between: str) -> None:
    assert not holds_cpr(masked(between.join(numbers_)))


@given(st.text(max_size=200))
def test_nothing_else_is_changed_and_masking_is_final(text: str) -> None:
    if not holds_cpr(text):
        assert masked(text) == text
    assert masked(masked(text)) == masked(text)


@given(st.text(st.sampled_from("0123456789 -./ab\u200b"), max_size=60))
def test_masking_leaves_no_number_behind_among_digits(text: str) -> None:
    assert not holds_cpr(masked(text))


@given(st.from_regex(r"\A[0-9]{11,24}\Z"))
def test_longer_ids_are_no_numbers(digits: str) -> None:
    assert not holds_cpr(digits)


@given(st.from_regex(r"\A[2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2}\Z"))
def test_danish_phone_numbers_are_no_numbers(phone: str) -> None:
    for spelling in (phone, phone.replace(" ", ""), f"+45 {phone}", f"0045 {phone}"):
        assert not holds_cpr(spelling)


@given(st.datetimes())
def test_dates_and_times_are_no_numbers(moment: object) -> None:
    for pattern in ("{:%Y-%m-%d}", "{:%Y-%m-%d %H:%M}", "{:%Y-%m-%dT%H:%M:%S}", "{:%d.%m.%Y}"):
        assert not holds_cpr(pattern.format(moment).rjust(10, "0"))
    for pattern in ("{:%d.%m.%y %H.%M}", "{:%d/%m-%y %H:%M}", "{:%d.%m.%Y kl. %H.%M}"):
        assert not holds_cpr(pattern.format(moment))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hvem kender til AI?",
        "tlf. 65 41 12 34 / 20 11 22 33",
        "08.-09.11.2023",
        "8.-9. november 2023 kl. 10-12",
        "kl. 15.15-16.45",
        "320103-1234",
        "011303-1234",
        "300203-1234",
        "000103-1234",
        "605003-1234",
        "920103-1234",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert not holds_cpr(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patient 010203-1234 bløder", f"Patient {MASK} bløder"),
        ("1. 010203-1234", f"1. {MASK}"),
        ("cpr0102031234!", f"cpr{MASK}!"),
        ("01021990-1234 med århundrede", f"{MASK} med århundrede"),
        ("290204-1234 er en skuddag", f"{MASK} er en skuddag"),
        ("610203-1234 og 910103-1234", f"{MASK} og {MASK}"),
    ],
)
def test_masking_keeps_the_rest(text: str, expected: str) -> None:
    assert masked(text) == expected
