import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import (
    Action,
    Ask,
    Choose,
    EventCard,
    Events,
    Fact,
    Facts,
    Heading,
    Language,
    Listing,
    Note,
    OpenLink,
    Outcome,
    Paragraph,
    Part,
    People,
    PersonCard,
    Reply,
    WriteMail,
)
from bot.slack.render import message, sentence
from tests.contract.adapter_suite import EVERYTHING
from tests.fakes.responder import NOON
from tests.fakes.slack_server import Post, wrong_with
from tests.fakes.slack_workspace import shown

LONG = "ord " * 5000


def drawn(*parts: Part, actions: tuple[Action, ...] = ()) -> Post:
    made = message(Reply(Outcome.ANSWER, Language.DANISH, parts, actions))
    assert wrong_with(list(made.blocks)) == []
    return Post("C1", "", made.text, list(made.blocks), "1", {})


def kinds(post: Post) -> list[str]:
    return [block["type"] for block in post.blocks]


def event(title: str = "Temadag") -> EventCard:
    return EventCard("temadag", title, "21. juni, 09:00–17:00", "Odense", NOON, NOON)


def test_the_small_print_comes_after_the_buttons() -> None:
    assert [block["type"] for block in message(EVERYTHING).blocks][-3:] == [
        "rich_text",  # the mail
        "actions",
        "context",
    ]


def test_the_alternative_says_all_and_is_escaped() -> None:
    post = drawn(Heading("A & B"), Paragraph("<!channel>"), actions=(Choose("C", "c"),))
    assert post.text == "A &amp; B\n\n&lt;!channel&gt;\n\n→ C"


def test_pings_stand_nowhere_in_what_is_sent() -> None:
    ping = "<!channel> <@U0BOB> <#C1>"
    parts = (
        Heading(ping),
        Paragraph(ping),
        People((PersonCard(ping, ping, ping, "", ping),)),
        Facts((Fact(ping, ping), Fact(ping, ping, "https://a.dk"))),
        Events((EventCard("e", ping, ping, ping, NOON, NOON, note=ping),)),
        Listing((ping,)),
        Note(ping),
    )
    post = drawn(*parts, actions=(Choose(ping, "a"), Ask(ping, "b"), OpenLink(ping, "x:y")))
    sent = json.dumps([post.text, post.blocks])
    assert [mark for mark in ("<!", "<@", "<#") if mark in sent] == []
    assert shown(post).count(ping) > 10


def test_no_emoji_is_read_into_times() -> None:
    post = drawn(Heading("09:00–17:00"), Events((event(),)), Note("kl. 9:00:"))
    plain = [block for block in post.blocks if block["type"] != "rich_text"]
    texts = [block.get("text") or block["elements"][0] for block in plain]
    assert [text["emoji"] for text in texts] == [False, False]
    assert "09:00–17:00" in shown(post)


def test_no_text_is_mrkdwn() -> None:
    assert "mrkdwn" not in json.dumps(message(EVERYTHING).blocks)


@pytest.mark.parametrize(
    "part",
    [
        Heading(""),
        Heading(" \x07"),
        Paragraph(""),
        People(()),
        Facts(()),
        Events(()),
        Listing(()),
        Listing(("",)),
        Note(""),
    ],
    ids=str,
)
def test_what_says_nothing_is_not_drawn(part: Part) -> None:
    assert drawn(part).blocks == []


@pytest.mark.parametrize(
    ("part", "start"),
    [
        (Heading(LONG), "ord ord"),
        (Paragraph(LONG), "ord ord"),
        (Note(LONG), "ord ord"),
        (People((PersonCard(LONG, "", "", "a@b.dk"),)), "ord ord"),
        (Facts((Fact("Frist", LONG),)), "Frist: ord"),
        (Events((event(LONG),)), "ord ord"),
        (Listing(("Først", LONG)), "Først"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_long_texts_are_cut_with_an_ellipsis(part: Part, start: str) -> None:
    told = shown(drawn(part))
    assert told.startswith(start)
    assert "…" in told


@pytest.mark.parametrize(
    ("part", "more"),
    [
        (Listing(tuple(f"Punkt {n}" for n in range(30)), numbered=True), 5),
        (People(tuple(PersonCard(f"Person {n}") for n in range(26))), 1),
        (Facts(tuple(Fact(f"Ting {n}", "ja") for n in range(40))), 15),
        (Events(tuple(event(f"Dag {n}") for n in range(50))), 35),
    ],
    ids=lambda value: type(value).__name__,
)
def test_long_lists_say_how_many_more_there_are(part: Part, more: int) -> None:
    assert f"… og {more} mere" in shown(drawn(part))


def test_more_blocks_than_fit_end_with_a_word() -> None:
    post = drawn(*(Paragraph(f"Afsnit {n}") for n in range(80)))
    assert len(post.blocks) == 50
    assert "Afsnit 48" in shown(post)
    assert "forkortet" in shown(post)


def test_exactly_what_fits_is_not_cut() -> None:
    post = drawn(*(Paragraph(f"Afsnit {n}") for n in range(50)))
    assert "forkortet" not in shown(post)
    assert "Afsnit 49" in shown(post)


def test_more_text_than_fits_ends_with_a_word() -> None:
    post = drawn(*(Paragraph("x" * 2900) for _ in range(5)))
    assert kinds(post) == ["rich_text"] * 3 + ["context"]
    assert "forkortet" in shown(post)


def test_numbered_lists_count() -> None:
    (block,) = drawn(Listing(("Først", "Så"), numbered=True)).blocks
    assert block["elements"][0]["style"] == "ordered"


def test_a_fact_without_a_value_links_its_label() -> None:
    assert shown(drawn(Facts((Fact("Skema", "", "https://a.dk"),)))).strip() == "Skema https://a.dk"


def test_people_without_an_address_say_how_to_reach_them() -> None:
    told = shown(drawn(People((PersonCard("Bo", "Sekretær", "", "", "Spørg i receptionen"),))))
    assert told == "Bo, Sekretær\nSpørg i receptionen"


def test_events_offer_registration_and_more() -> None:
    card = EventCard(
        "e", "Dag", "i morgen", "", NOON, NOON, "https://a.dk/1", "https://a.dk/2", "Flyttet"
    )
    told = shown(drawn(Events((card,))))
    assert told == "Dag\ni morgen\nFlyttet\nTilmelding https://a.dk/2  · Læs mere https://a.dk/1 "


@pytest.mark.parametrize(
    "action",
    [
        OpenLink("Åbn", "javascript:alert(1)"),
        WriteMail("Åbn", "no address", "x"),
        Choose("Åbn", ""),
        Ask("Åbn", ""),
    ],
    ids=str,
)
def test_an_offer_that_cannot_be_kept_is_said_in_words(action: Action) -> None:
    post = drawn(actions=(action,))
    assert kinds(post) == ["rich_text"]
    assert shown(post) == "Åbn"


def test_the_thirtieth_button_is_said_in_words() -> None:
    actions = tuple(Choose(f"Valg {n}", f"valg-{n}") for n in range(30))
    assert "Valg 29" in shown(drawn(actions=actions))


def test_a_sentence_is_escaped() -> None:
    assert sentence("A & <B>").text == "A &amp; &lt;B&gt;"


words = st.text(max_size=4000)
some_parts = st.lists(
    st.one_of(
        st.builds(Heading, words),
        st.builds(Paragraph, words),
        st.builds(Note, words),
        st.builds(lambda texts: Listing(tuple(texts)), st.lists(words, max_size=40)),
        st.builds(lambda a, b: Facts((Fact(a, b, a),)), words, words),
        st.builds(lambda a, b: People((PersonCard(a, b, a, b, a),)), words, words),
    ),
    max_size=60,
)
some_actions = st.lists(
    st.one_of(
        st.builds(Choose, words, words),
        st.builds(Ask, words, words),
        st.builds(OpenLink, words, words),
        st.builds(WriteMail, words, words, words),
    ),
    max_size=30,
)


@given(some_parts, some_actions)
def test_whatever_is_said_slack_takes_it(parts: list[Part], actions: list[Action]) -> None:
    drawn(*parts, actions=tuple(actions))
