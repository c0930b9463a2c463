"""What an entry does not tell: nothing of it is made up, and nobody is sent to the wrong thing."""

from collections.abc import Callable

import pytest

from bot.plain_text import plain_text
from bot.reply import Outcome, Reply
from bot.wording import assistant as say

Ask = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hvad koster en billet til WHINN?", say.THAT_UNKNOWN.da),
        ("Which hotel is WHINN held at?", say.THAT_UNKNOWN.en),
    ],
)
def test_of_an_event_what_is_known_is_told_and_what_is_not_is_said(
    ask: Ask, text: str, said: str
) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.ANSWER
    assert plain_text(reply).startswith(said)
    assert "WHINN" in plain_text(reply)


@pytest.mark.parametrize("text", ["Hvornår er WHINN?", "Where is WHINN?"])
def test_nothing_is_said_to_be_unknown_that_was_not_asked(ask: Ask, text: str) -> None:
    shown = plain_text(ask(text))
    assert "WHINN" in shown
    assert not shown.startswith((say.THAT_UNKNOWN.da, say.THAT_UNKNOWN.en))


@pytest.mark.parametrize(
    "text", ["Hvad koster en time på jeres GPU?", "What is the salary at CAI-X?"]
)
def test_of_anything_else_it_is_not_known(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Hvilken licens er AICE udgivet under?",
        "Has CAI-X got any student jobs going?",
        "Hvad er CAI-X' CVR-nummer?",
        "Hvad siger den svenske vejledning om AI i koloskopi?",
        "Does Finland have a network like RAIN?",
        "Hvilken hvidvin serverer PEACE?",
        "Har Kim Værgman en kat?",
        "What did Kathrine Holtz Paarup write her thesis on?",
        "Er Sune Welling Hansen på ferie i næste uge?",
    ],
)
def test_neither_is_what_only_sounds_like_the_base(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Vi er et norsk firma med en AI-løsning, hvor henvender vi os til CAI-X?", "CAI-X"),
        ("What is AICE?", "AICE"),
        ("Hvad hedder Kim Værgmans mail?", "Kim Værgman"),
        ("Where does Kathrine Holtz Paarup sit?", "Kathrine Holtz Paarup"),
        ("I write my PhD, how do I reach Sune Welling Hansen?", "Sune Welling Hansen"),
        ("What is Jannik Pedersen's PhD about?", "Jannik Skyttegaard Pedersen"),
        ("Hvad laver Region Midtjylland i PEACE?", "Region Midt"),
    ],
)
def test_what_is_known_is_told_all_the_same(ask: Ask, text: str, named: str) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.ANSWER
    assert named in plain_text(reply)


def test_an_event_is_told_where_a_detail_of_it_is_not(ask: Ask) -> None:
    reply = ask("Is there a voucher for WHINN?")
    assert reply.outcome is Outcome.ANSWER
    assert plain_text(reply).startswith(say.THAT_UNKNOWN.en)
