"""What stands around the parts of a reply: titles, rows, lines."""

import json

from bot.adapting.layout import laid_out
from bot.reply import (
    Ask,
    Choose,
    EventCard,
    Events,
    Form,
    Heading,
    Intent,
    Language,
    Note,
    Others,
    Outcome,
    Paragraph,
    Part,
    People,
    PersonCard,
    Reply,
    Right,
    TickField,
    Wrong,
)
from bot.slack.kit import Block
from bot.slack.render import message
from bot.slack.views import Kept, home, window
from tests.fakes.responder import NOON
from tests.fakes.slack_blocks import wrong_with, wrong_with_view

DAY = EventCard("day", "Temadag", "21. juni", "Odense", NOON, NOON)
ANNA = PersonCard("Anna Ager", "Konsulent", "Centret", "anna@example.org")


def drawn(*parts: Part, **rest: object) -> list[Block]:
    blocks = list(message(Reply(Outcome.ANSWER, Language.DANISH, parts, **rest)).blocks)  # type: ignore[arg-type]
    assert wrong_with(blocks) == []
    return blocks


def kinds(blocks: list[Block]) -> list[str]:
    return [block["type"] for block in blocks]


def written(blocks: object) -> str:
    return json.dumps(blocks, ensure_ascii=False)


def labels(block: Block) -> list[str]:
    return [element["text"]["text"] for element in block["elements"]]


def test_an_event_alone_has_its_title_where_titles_are() -> None:
    header, card = drawn(Events((DAY,)))
    assert (header["type"], header["text"]["text"]) == ("header", "Temadag")
    assert "21. juni" in written(card)
    assert "Temadag" not in written(card)


def test_an_event_that_is_announced_stays_below_the_announcement() -> None:
    for between in ((), (Paragraph("Det rigtige er:"),)):
        parts = (Heading("Begynder i morgen"), *between, Events((DAY,)))
        assert tuple(laid_out(parts)) == parts


def test_an_event_behind_another_card_has_its_own_title() -> None:
    blocks = drawn(Heading("Historiske data"), People((ANNA,)), Events((DAY,)))
    titles = [block["text"]["text"] for block in blocks if block["type"] == "header"]
    assert titles == ["Historiske data", "Temadag"]


def test_a_list_of_events_and_an_event_without_a_title_stay_as_they_are() -> None:
    for parts in ((Events((DAY, DAY)),), (Events((EventCard("e", " ", "nu", "", NOON, NOON),)),)):
        assert tuple(laid_out(parts)) == parts


def test_a_person_whom_the_heading_names_is_not_named_again() -> None:
    header, card = drawn(Heading("Anna Ager"), People((ANNA,)))
    assert header["text"]["text"] == "Anna Ager"
    assert "Konsulent" in written(card)
    assert "Anna Ager" not in written(card)


def test_who_is_alone_is_no_list() -> None:
    assert "rich_text_list" not in written(drawn(People((ANNA,))))
    assert "rich_text_list" in written(drawn(People((ANNA, ANNA))))


def test_an_address_among_the_words_can_be_pressed() -> None:
    reach = "Se https://example.org/a?b=c, eller ring. Ikke javascript:alert(1)."
    (block,) = drawn(People((PersonCard("Bo", reach=reach),)))
    elements = block["elements"][0]["elements"]
    assert [one["url"] for one in elements if one["type"] == "link"] == [
        "https://example.org/a?b=c"
    ]
    assert "".join(one["text"] for one in elements) == f"Bo\n{reach}"


def test_what_judges_an_answer_stands_in_a_row_of_its_own() -> None:
    judging = Right("Ja", ("a",)), Wrong("Nej", ("a",), "?"), Others("Andre", ("b",))
    on, judged, small = drawn(
        Note("Kilde"), actions=(Choose("Centret", "centre"), *judging, Ask("Mere?", "mere?"))
    )
    assert labels(on) == ["Centret", "Mere?"]
    assert labels(judged) == ["Ja", "Nej", "Andre"]
    assert small["type"] == "context"


def test_a_line_stands_above_each_heading_of_the_page_but_the_first() -> None:
    parts = (Heading("Et"), Paragraph("."), Heading("To"), Paragraph("."), Heading("Tre"))
    view = home(Reply(Outcome.HELP, Language.DANISH, parts, home=True))
    assert kinds(view["blocks"]) == [
        "header",
        "rich_text",
        "divider",
        "header",
        "rich_text",
        "divider",
        "header",
    ]
    below = home(Reply(Outcome.HELP, Language.DANISH, (Paragraph("."), Heading("Et")), home=True))
    assert kinds(below["blocks"]) == ["rich_text", "divider", "header"]


def test_the_title_of_a_window_is_not_said_again_in_it() -> None:
    kept = Kept(Language.DANISH)
    short = Reply(Outcome.ANSWER, Language.DANISH, (Heading("Svaret er sendt"), Paragraph("Tak.")))
    view = window(short, kept)
    assert view["title"]["text"] == "Svaret er sendt"
    assert "Svaret er sendt" not in written(view["blocks"])
    heading = "Det er alt for langt til et vindues titel"
    long = Reply(Outcome.ANSWER, Language.DANISH, (Heading(heading), Paragraph("Tak.")))
    assert heading in written(window(long, kept)["blocks"])


def test_a_tick_says_its_label_once_and_beside_it_what_it_does() -> None:
    form = Form("Svar", (TickField("t", "Husk svaret", "Foreslå det"),), "Send", Intent.RESPONDED)
    view = window(Reply(Outcome.HELP, Language.DANISH, (), form=form), Kept(Language.DANISH))
    assert wrong_with_view(view) == []
    assert written(view["blocks"]).count("Husk svaret") == 1
    assert written(view["blocks"]).count("Foreslå det") == 1
