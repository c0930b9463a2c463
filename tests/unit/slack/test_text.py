import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapting.text import cut, is_link, mail_link
from bot.slack.text import escape, inert, readable, unescape


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<@U0RAIN> hvem?", "hvem?"),
        ("<@U0RAIN|rain>: hvem?", "hvem?"),
        ("hej <@U0RAIN>, hvem?", "hej hvem?"),
        ("<@U0RAIN>", ""),
        ("<@U0RAINY> hvem?", "@U0RAINY hvem?"),
        ("<@U0BOB|bob> siger", "@bob siger"),
        ("<#C1|general>", "#general"),
        ("<!here> hej", "@here hej"),
        ("<!subteam^S1|@helpdesk>", "@helpdesk"),
        ("<!date^1^{date}|i dag>", "i dag"),
        ("<https://a.dk/x?a=1&amp;b=2>", "https://a.dk/x?a=1&b=2"),
        ("<https://a.dk|a.dk>", "a.dk"),
        ("<mailto:a@b.dk|a@b.dk>", "a@b.dk"),
        ("<mailto:a@b.dk>", "a@b.dk"),
        ("1 &lt; 2 &gt; 0 &amp; &amp;lt;", "1 < 2 > 0 & &lt;"),
        ("no end <@U0", "no end <@U0"),
        ("<>", ""),
    ],
)
def test_readable(raw: str, text: str) -> None:
    assert readable(raw, "U0RAIN") == text


def test_without_a_name_nothing_is_taken_for_the_bot() -> None:
    assert readable("<@U0RAIN> hvem?") == "@U0RAIN hvem?"


@given(st.text())
def test_what_people_type_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text
    assert readable(escape(text)) == text


@given(st.text(), st.integers(1, 50))
def test_a_cut_text_fits(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit
    assert cut(text, limit) == text or cut(text, limit).endswith("…")


@pytest.mark.parametrize("ping", ["<!channel>", "<!here|here>", "<@U0BOB>", "<#C1>"])
def test_pings_are_broken_up_invisibly(ping: str) -> None:
    assert ping not in inert(f"hej {ping}", 100)
    assert inert(f"hej {ping}", 100).replace("\u2060", "") == f"hej {ping}"


def test_control_characters_go_and_lines_stay() -> None:
    assert inert("a\x00\x07b\n\tc\u202egnp\u2069", 100) == "ab\n\tcgnp"


@pytest.mark.parametrize("url", ["https://a.dk/ø?x=1#y", "HTTP://a.dk", "mailto:a@b.dk"])
def test_links(url: str) -> None:
    assert is_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "slack://open",
        "//a.dk",
        "a.dk",
        " https://a.dk",
        "https://a.dk x",
        "https://a.dk\n",
        "https://a.dk|label",
        "https://a.dk>",
        "https://",
        "https://a.dk/" + "x" * 3000,
    ],
)
def test_what_may_not_be_a_link(url: str) -> None:
    assert not is_link(url)


def test_mail_links_carry_their_subject_encoded() -> None:
    assert mail_link("a@b.dk", "Om A & B?") == "mailto:a@b.dk?subject=Om%20A%20%26%20B%3F"
    assert mail_link("a@b.dk") == "mailto:a@b.dk"
    assert mail_link("a?bcc=x@b.dk") == "mailto:a%3Fbcc%3Dx@b.dk"


@pytest.mark.parametrize("address", ["", "nobody", "a b@c.dk", "a@b@c.dk", "a@b.dk\nBcc: x@y.dk"])
def test_no_mail_link_without_an_address(address: str) -> None:
    assert mail_link(address) == ""
