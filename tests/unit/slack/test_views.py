import pytest

from bot.reply import Form, Heading, Intent, Language, Outcome, Paragraph, Part, Reply, TextField
from bot.slack.views import Kept, window
from tests.fakes.slack_workspace import shown_view

KEPT = Kept(Language.DANISH)
TOLD = Paragraph("Ole får det.")


def drawn(*parts: Part, form: Form | None = None) -> list[str]:
    reply = Reply(Outcome.ANSWER, Language.DANISH, parts, form=form)
    return shown_view(window(reply, KEPT)).splitlines()


def test_a_short_heading_is_the_windows_own() -> None:
    assert drawn(Heading("Svaret er sendt"), TOLD) == ["Svaret er sendt", "Ole får det."]


@pytest.mark.parametrize(
    "parts",
    [(Heading("Det er allerede sendt til dem"), TOLD), (Heading("Sendt"),), (TOLD,)],
    ids=["long", "alone", "none"],
)
def test_any_other_stands_below(parts: tuple[Part, ...]) -> None:
    told = [part.text for part in parts if isinstance(part, Heading | Paragraph)]
    assert drawn(*parts) == ["RAIN", *told]


def test_a_form_has_a_title_of_its_own_above_the_heading() -> None:
    form = Form("Send", (TextField("text", "Spørgsmål"),), "Afsted", Intent.FORWARDED, "t0ken")
    assert drawn(Heading("Først"), TOLD, form=form)[:4] == ["Send", "Afsted", "Først", TOLD.text]
