"""Whatever is said, Teams takes it and shows it as it is."""

from hypothesis import given
from hypothesis import strategies as st

from bot.adapting.text import clean
from bot.reply import (
    Action,
    Ask,
    AskBox,
    Choose,
    Events,
    Fact,
    Facts,
    Form,
    Heading,
    Intent,
    Listing,
    Note,
    OpenLink,
    Option,
    Paragraph,
    Part,
    People,
    PersonCard,
    PickField,
    Setting,
    TextField,
    TickField,
    WriteMail,
    Wrong,
)
from bot.teams.card import draw, message
from tests.fakes.teams_cards import LIVE, shown
from tests.fakes.teams_schema import wrong_with
from tests.unit.teams.drawing import MARKS, MARKUP, drawn, event, reply

words = (
    st.text(max_size=400)
    | st.sampled_from(MARKUP)
    | st.text("*_[]()#-.1>`~|{}<&;\\ \n:/@aD", max_size=60)
)
links = words | st.sampled_from(["https://a.dk/?a=b&c", "mailto:a@b.dk", "javascript:x"])
options = st.lists(st.builds(Option, st.text(min_size=1, max_size=40), words), max_size=5)
some_actions = st.lists(
    st.one_of(
        st.builds(Choose, words, words),
        st.builds(Ask, words, words),
        st.builds(OpenLink, words, links),
        st.builds(WriteMail, words, words | st.just("a@b.dk"), words),
        st.builds(Wrong, words, st.just(("a",)), words),
    ),
    max_size=12,
)
some_parts = st.lists(
    st.one_of(
        st.builds(Heading, words),
        st.builds(Paragraph, words),
        st.builds(Note, words),
        st.builds(lambda texts: Listing(tuple(texts)), st.lists(words, max_size=30)),
        st.builds(lambda a, b, c: Facts((Fact(a, b, c),)), words, words, links),
        st.builds(lambda a, b, c: People((PersonCard(a, b, a, c, b),)), words, words, words),
        st.builds(
            lambda a, b, c, d: Events((event(a, note=b, url=c, actions=tuple(d)),) * 2),
            words,
            words,
            links,
            some_actions,
        ),
        st.builds(AskBox, words, words, words),
        st.builds(lambda a, b: Setting("s", a, tuple(b), "x"), words, options),
    ),
    max_size=20,
)
some_fields = st.lists(
    st.one_of(
        st.builds(TextField, st.just("text"), words, words, words, st.integers(1, 3000)),
        st.builds(lambda a, b, c: PickField("pick", a, tuple(b), c), words, options, words),
        st.builds(TickField, st.just("tick"), words, words),
    ),
    max_size=3,
    unique_by=lambda field: field.name,
)
some_forms = st.none() | st.builds(
    lambda a, b, c: Form(a, tuple(b), c, Intent.FORWARDED, "t0ken"), words, some_fields, words
)


@given(some_parts, some_actions, some_forms)
def test_whatever_is_said_teams_takes_it_and_it_stays_inert(
    parts: list[Part], actions: list[Action], form: Form | None
) -> None:
    made = draw(reply(Paragraph("Svar."), *parts, actions=tuple(actions), form=form), MARKS)
    assert wrong_with(message(made)) == []


@given(words)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    lines = [line for line in clean(text).split("\n") if line.strip()][:20]
    card = drawn(*(Paragraph(line) for line in lines), Paragraph("Slut.")).card
    assert shown(card) == "\n".join([*lines, "Slut."]).replace("\u2060", "")


@given(words)
def test_any_heading_is_shown_as_it_is(text: str) -> None:
    title = " ".join(clean(text).split())[:150]
    card = drawn(Heading(title), Paragraph("Slut.")).card
    told_so = shown(card).removesuffix("Slut.").strip()
    plain = title.replace("\u2060", "").strip()
    assert told_so == plain or plain.startswith(told_so.removesuffix("…"))
    assert LIVE[:5] not in told_so
