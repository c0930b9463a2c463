"""What a window remembers of where it was opened, so that more can be written there later."""

import pytest

from bot.reply import Address, AddressKind, Form, Intent, Language, Outcome, Reply
from bot.slack import interactions
from bot.slack.asked import Asked, Place
from bot.slack.views import Kept

MINE = Address("slack", "T1", AddressKind.PERSON, "U1")
FORM = Reply(
    Outcome.HELP, Language.DANISH, (), form=Form("Send", (), "Send", Intent.FORWARDED, "t0ken-law")
)
PLACES = [
    (Place("C1", "1700.1"), Address("slack", "T1", AddressKind.CHANNEL, "C1", "1700.1")),
    (Place("D1", "1700.1"), Address("slack", "T1", AddressKind.CHANNEL, "D1", "1700.1")),
    (Place("C1", "1700.1", "https://hooks.example", alone=True), MINE),
    (Place("C1", "", "https://hooks.example", alone=True), MINE),
    (Place(), MINE),
]


def submission(kept: str) -> dict[str, object]:
    return {
        "team": {"id": "T1"},
        "user": {"id": "U1", "team_id": "T1"},
        "view": {"id": "V1", "hash": "h", "type": "modal", "private_metadata": kept},
    }


@pytest.mark.parametrize(("place", "there"), PLACES)
def test_what_is_submitted_is_answered_where_its_window_was_opened(
    place: Place, there: Address
) -> None:
    asked = Asked("T1", "U1", place, ())
    assert asked.there == there
    submitted = interactions.submitted(submission(Kept.of(asked, FORM).written()))
    assert submitted is not None
    assert submitted.there == there
    assert submitted.here == asked.here
    assert submitted.press is not None
    assert (submitted.press.intent, submitted.press.entry) == (Intent.FORWARDED, "t0ken-law")


@pytest.mark.parametrize(("place", "there"), PLACES)
def test_what_is_pressed_in_a_window_too(place: Place, there: Address) -> None:
    kept = Kept.of(Asked("T1", "U1", place, ()), FORM).written()
    body = submission(kept) | {"actions": [{"action_id": "take-0", "value": "da:{}"}]}
    pressed = interactions.pressed(body)
    assert pressed is not None
    assert pressed.there == there
