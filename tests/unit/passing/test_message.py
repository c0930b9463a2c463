"""How messages about a question that was passed on read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.delivery.model import Kind
from bot.passing.message import message
from bot.passing.model import Passed, Stage
from bot.plain_text import plain_text
from bot.reply import Language, Reply, Respond, Take
from tests.contract.store.test_passed import ASKED
from tests.fakes.responder import NOON
from tests.unit.assistant.base import LOOKUP

OPEN = replace(
    ASKED, area="legal", text="Hvem må se dem?", asked_at=datetime(2023, 10, 29, 0, 30, tzinfo=UTC)
)
TAKEN = replace(OPEN, stage=Stage.TAKEN, by="Bo", at=NOON)
ANSWERED = replace(TAKEN, stage=Stage.ANSWERED, answer="Alle i projektet.\n\nSpørg Cy.")


def worded(passed: Passed, kind: Kind, lost: str = "") -> Reply:
    found = message(passed, kind, lost, LOOKUP, NOON)
    assert found is not None
    return found


def test_those_who_may_know_read_it_in_their_own_language() -> None:
    reply = worded(OPEN, Kind.FORWARDED)
    text = plain_text(reply)
    assert "A question that I cannot answer" in text
    assert "Hvem må se dem?" in text
    assert "Asked by: Anna Ærlig" in text
    assert "Area: Law" in text
    assert "Asked: Sunday 29 October 2023 at 02:30" in text
    assert reply.actions == (Take("I will take it", "a1"), Respond("Answer", "a1"))
    danish = replace(OPEN, channel=replace(OPEN.channel, language=Language.DANISH))
    assert "Område: Jura" in plain_text(worded(danish, Kind.FORWARDED))


def test_without_area_and_name_nothing_is_made_up() -> None:
    text = plain_text(worded(replace(OPEN, area="", name=""), Kind.FORWARDED))
    assert "Area" not in text
    assert "Asked by: somebody whose name I do not know" in text
    assert "Area" not in plain_text(worded(replace(OPEN, area="gone"), Kind.FORWARDED))


def test_one_that_was_taken_meanwhile_can_only_be_answered() -> None:
    assert worded(TAKEN, Kind.FORWARDED).actions == (Respond("Answer", "a1"),)


def test_a_nudge_says_what_nobody_took() -> None:
    reply = worded(OPEN, Kind.NUDGE)
    assert "Nobody has taken this question yet" in plain_text(reply)
    assert "“Hvem må se dem?”" in plain_text(reply)
    assert len(reply.actions) == 2


def test_the_asker_gets_the_answer_whole_with_who_wrote_it() -> None:
    reply = worded(ANSWERED, Kind.RESPONSE)
    text = plain_text(reply)
    assert "Svar på dit spørgsmål" in text
    assert "»Hvem må se dem?«" in text
    assert "Alle i projektet.\n\nSpørg Cy." in text
    assert "Skrevet af Bo." in text
    assert reply.language is Language.DANISH
    assert reply.actions == ()


def test_the_others_learn_who_answered_and_what() -> None:
    text = plain_text(worded(ANSWERED, Kind.ANSWERED))
    assert "Bo has answered" in text
    assert "Alle i projektet." in text


def test_what_did_not_get_through_is_told_with_a_way_on() -> None:
    lost = plain_text(worded(OPEN, Kind.UNDELIVERED, Kind.FORWARDED))
    assert "Dit spørgsmål kom ikke frem" in lost
    assert "anna@example.dk" in lost
    elsewhere = plain_text(worded(replace(OPEN, area=""), Kind.UNDELIVERED, Kind.FORWARDED))
    assert "anna@example.dk" in elsewhere, "the entrance stands in"
    lost = plain_text(worded(ANSWERED, Kind.UNDELIVERED, Kind.RESPONSE))
    assert "An answer did not get through" in lost
    assert "“Hvem må se dem?”" in lost


@pytest.mark.parametrize(
    ("passed", "kind", "lost"),
    [
        (TAKEN, Kind.NUDGE, ""),
        (ANSWERED, Kind.NUDGE, ""),
        (ANSWERED, Kind.FORWARDED, ""),
        (OPEN, Kind.RESPONSE, ""),
        (TAKEN, Kind.ANSWERED, ""),
        (ANSWERED, Kind.UNDELIVERED, Kind.FORWARDED),
        (OPEN, Kind.REMINDER, ""),
    ],
)
def test_what_is_no_longer_so_is_not_said(passed: Passed, kind: Kind, lost: str) -> None:
    assert message(passed, kind, lost, LOOKUP, NOON) is None
