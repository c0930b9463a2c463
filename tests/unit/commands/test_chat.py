"""``chat``: a conversation, piped in."""

import pytest

from bot.reply import Audience
from bot.wording import assistant as say
from bot.wording.terminal import GOODBYE, PICK, WELCOME
from tests.unit.commands.conftest import Run

JUNE = ("--at", "2023-06-01T09:00+02:00")


def test_a_conversation_begins_and_ends_politely(run: Run) -> None:
    ran = run("chat", *JUNE)
    assert (ran.code, ran.err) == (0, "")
    assert WELCOME.da in ran.out
    assert WELCOME.en in ran.out
    assert ran.out.rstrip().endswith(GOODBYE.da)


def test_one_question_after_the_other_is_answered(run: Run) -> None:
    out = run("chat", *JUNE, stdin="hvem har styr på historiske data?\nWhen is WHINN?\n").out
    assert out.index("swh@rsyd.dk") < out.index("November 2023")


def test_a_number_picks_what_was_offered(run: Run) -> None:
    offer = run("chat", *JUNE, stdin="Kristian?\n").out
    assert PICK.da in offer
    names = [line.removeprefix("  [2] ") for line in offer.splitlines() if "[2]" in line]
    (second,) = names
    assert "@rsyd.dk" not in offer
    picked = run("chat", *JUNE, stdin="Kristian?\n2\n").out.removeprefix(offer[:200])
    assert picked.count("@rsyd.dk") == 1
    assert f"• {second}" in picked


def test_a_number_picks_a_question_to_ask(run: Run) -> None:
    out = run("chat", *JUNE, stdin="Events in Berlin?\n1\n").out
    assert say.NO_EVENTS_FIT.en in out
    assert say.UPCOMING_TITLE.en in out
    assert "Nordic AI Meet" in out


def test_what_was_picked_is_answered_in_the_same_language(run: Run) -> None:
    first = run("chat", *JUNE, stdin="who is Kristian?\n").out
    assert PICK.en in first
    assert "Checked" in run("chat", *JUNE, stdin="who is Kristian?\n1\n").out[len(first) - 30 :]


@pytest.mark.parametrize("number", ["0", "9", "-1", "1.0", "²", "9" * 5_000])
def test_another_number_is_a_question_like_any_other(run: Run, number: str) -> None:
    ran = run("chat", *JUNE, stdin=f"Kristian?\n{number}\nWhen is WHINN?\n")
    assert (ran.code, ran.err) == (0, "")
    assert "November 2023" in ran.out
    assert "@rsyd.dk" not in ran.out.split("November 2023")[0].split(PICK.da)[0]


def test_a_number_picks_nothing_before_something_was_offered(run: Run) -> None:
    ran = run("chat", *JUNE, stdin="1\n")
    assert ran.code == 0


def test_an_offer_stands_until_the_next_answer(run: Run) -> None:
    out = run("chat", *JUNE, stdin="Kristian?\nWhen is WHINN?\n1\n").out
    assert "kgk@rsyd.dk" not in out
    assert "kfn@rsyd.dk" not in out.split("November 2023")[0]


def test_a_cpr_number_is_not_repeated(run: Run) -> None:
    ran = run("chat", *JUNE, stdin="0102031234\n")
    assert "CPR" in ran.out
    assert "0102031234" not in ran.out


def test_a_bad_moment_is_an_error(run: Run) -> None:
    assert "'soon'" in run("chat", "--at", "soon").complaint


def test_a_conversation_is_gone_on_with(run: Run) -> None:
    out = run("chat", *JUNE, stdin="When is WHINN?\nwhere is it?\n").out
    assert out.count("Odense\n") >= 2
    assert "continuation of “WHINN" in out


def test_what_was_said_of_oneself_is_forgotten_on_demand(run: Run) -> None:
    out = run("chat", *JUNE, stdin="vi er en startup, hvem taler vi med?\nglem mig\n").out
    assert say.REMEMBERED.da.format(who=say.ASKING_AS[Audience.COMPANY].da) in out
    assert say.FORGOTTEN.da in out
