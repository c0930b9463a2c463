"""What every adapter must do, whatever the platform.

A platform binds the suite by subclassing `AdapterSuite` in `test_<platform>.py` and giving a
fixture ``adapter`` that yields an `AdapterHarness`: the true adapter, spoken to as its platform
does, with a `FakeResponder` behind it. What a platform cannot do it says in ``lacks``, with the
reason; docs/platforms.md is made of that.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter
from typing import ClassVar, Protocol

import pytest

from bot.assistant.remembering import Remembering
from bot.reply import (
    TICKED,
    AddressKind,
    Ask,
    AskBox,
    Audience,
    Choose,
    Command,
    EntryRef,
    EventCard,
    Events,
    Fact,
    Facts,
    File,
    Form,
    Forward,
    Heading,
    Intent,
    Language,
    Listing,
    More,
    Note,
    Offers,
    OpenLink,
    Option,
    Others,
    Outcome,
    Paragraph,
    People,
    PersonCard,
    PickField,
    Press,
    Pressable,
    Question,
    Remind,
    Reply,
    Respond,
    Right,
    Setting,
    StopReminding,
    Take,
    TextField,
    TickField,
    WriteMail,
    Wrong,
)
from bot.store.memory import MemoryOfAskers, MemoryOfConversations
from tests.fakes.responder import NOON, FakeResponder, FixedClock, said


class AdapterHarness(Protocol):
    """One conversation with the bot over a true adapter."""

    responder: FakeResponder
    """What stands behind the adapter; tests script it."""

    @property
    def questions(self) -> list[Question]:
        """What reached the responder, in order."""

    async def say(self, text: str) -> str:
        """Type ``text`` and send it; everything shown in return, as one string.

        The string is what a person reads and the addresses links lead to, after the platform's
        own markup is interpreted. Markup that would have been live (formatting, a ping, an
        element) must be marked by the harness as ``LIVE[…]``.
        """

    async def say_next(self, text: str) -> str:
        """Type ``text`` in the same conversation as before; everything shown in return."""

    async def press(self, label: str) -> str:
        """Press the button with this label in the last reply; everything shown in return."""

    async def overhear(self, text: str) -> list[str]:
        """Type ``text`` where the bot is, but to others; every reply shown."""

    async def press_damaged(self, label: str) -> str:
        """Press that button of the last reply when what it carries is damaged; what is shown."""

    async def files(self) -> list[str]:
        """The names of the files that can be had since the last reply."""

    async def greeted(self) -> str:
        """Meet the bot for the first time; everything shown then."""

    async def open_page(self) -> str:
        """Open the bot's own page; everything shown on it."""

    async def ask_on_page(self, text: str) -> str:
        """Ask in the box on the page; everything shown in return."""

    async def choose_on_page(self, label: str) -> str:
        """Choose the option with this label on the page; the page shown then."""

    async def fill(self, fields: Mapping[str, str], times: int = 1) -> str:
        """Fill in the form that is shown and submit it so many times; everything shown then."""

    async def say_twice_same_delivery(self, text: str) -> list[str]:
        """Send ``text`` once, delivered twice by the platform; every reply shown."""


LIVE = "LIVE["
SECRET_DETAIL = "the database password is swordfish"  # noqa: S105 - what must not leak out
HOSTILE = "<b>bold</b> *bold* _it_ <!channel> <@U0BOB> @here `code` <script>alert(1)</script> &lt;"
OUTLANDISH = (
    "a",
    "😀" * 500,
    "Wer kann mir bei einem KI-Projekt helfen?",
    "من يمكنه مساعدتي في مشروع الذكاء الاصطناعي؟",
    "Qanoq ikiorneqarsinnaavunga?",
    r"^(a+)+$ (?P<x>.*?)\1{2,}[^\d]+",
    "title: {da: x, en: y}\n- id: foo\n  ask: [*anchor, &anchor]",
)
MANY_TIMES = 1000
SOON_ENOUGH = 30.0
"""Seconds for as many questions on a slow machine."""
EVERYTHING = Reply(
    Outcome.ANSWER,
    Language.ENGLISH,
    (
        Heading("The heading"),
        Paragraph("The paragraph."),
        People(
            (
                PersonCard("Anna Ager", "Consultant", "The Centre", "anna@example.org"),
                PersonCard("Bo Bæk", "Secretary", "The Office", "", "Ask at the desk"),
            )
        ),
        Facts(
            (
                Fact("Deadline", "1 July"),
                Fact("Form", "The form", "https://example.org/form"),
            )
        ),
        Events(
            (
                EventCard(
                    "summer-day",
                    "Summer day",
                    "21 June, 09:00–17:00",
                    "Odense",
                    NOON,
                    NOON,
                    "https://example.org/summer",
                    "https://example.org/register",
                    "The room has moved",
                    (Remind("Remind me of this one", "summer-day"),),
                ),
            )
        ),
        Offers((Choose("Right below", "the-centre"),)),
        Listing(("First step", "Second step"), numbered=True),
        Listing(("A point",)),
        Note("Source: the newsletter, checked 1 June 2023"),
    ),
    (
        OpenLink("Read more", "https://example.org/more"),
        WriteMail("Write to Anna", "anna@example.org", "A question & an answer"),
        WriteMail("Write to Carl", "carl@example.org", "Carl's question"),
        Choose("The centre", "the-centre"),
        Ask("What is next?", "What comes next?"),
        Remind("Remind me of the summer day", "summer-day"),
        StopReminding("No more of the summer day", "summer-day"),
        StopReminding("No more reminders"),
    ),
)
SHOWN = (
    "The heading",
    "The paragraph.",
    "Anna Ager",
    "Consultant",
    "The Centre",
    "anna@example.org",
    "Bo Bæk",
    "Secretary",
    "The Office",
    "Ask at the desk",
    "Deadline",
    "1 July",
    "Form",
    "The form",
    "https://example.org/form",
    "Summer day",
    "21 June, 09:00–17:00",
    "Odense",
    "https://example.org/summer",
    "https://example.org/register",
    "The room has moved",
    "Remind me of this one",
    "Right below",
    "First step",
    "Second step",
    "A point",
    "Source: the newsletter, checked 1 June 2023",
    "Read more",
    "https://example.org/more",
    "Write to Carl",
    "mailto:carl@example.org?subject=Carl%27s%20question",
    "mailto:anna@example.org?subject=A%20question%20%26%20an%20answer",
    "The centre",
    "What is next?",
    "Remind me of the summer day",
    "No more of the summer day",
    "No more reminders",
)
OFFER = Reply(
    Outcome.CHOOSE,
    Language.DANISH,
    (Paragraph("Mener du …"),),
    (Choose("Centret", "the-centre"), Ask("Hvad kommer?", "hvad kommer der?")),
    (EntryRef("the-centre", "organisation", "Centret", 0.5),),
)
REMINDERS = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Sommerdagen kommer."),),
    (
        Remind("Påmind mig", "summer-day"),
        StopReminding("Stop for denne", "summer-day"),
        StopReminding("Stop alle"),
    ),
)


PRESSES: tuple[Pressable, ...] = (
    Others("Vis andre", ("the-centre", "the-office")),
    More("Vis flere", "i oktober & november", 3),
    Command("Privatliv", "privacy"),
    Right("Ja", ("the-centre",)),
    Wrong("Nej", ("the-centre",), "hvem har <nøglen> til 'skabet' & \"døren\"?"),
    Forward("Send videre", "hvem har nøglen?", "the-office"),
    Take("Jeg tager den", "t0ken"),
    Respond("Svar", "t0ken"),
)
FORM = Reply(
    Outcome.HELP,
    Language.DANISH,
    (Paragraph("Det her sendes til <b>kontoret</b> & ingen andre."),),
    form=Form(
        "Send videre",
        (
            TextField("text", "Dit spørgsmål", "Hvem har *nøglen*?", "Ingen CPR-numre"),
            PickField(
                "area", "Til", (Option("first", "Centret"), Option("second", "Kontoret")), "first"
            ),
            TickField("name", "Med mit navn"),
        ),
        "Send",
        Intent.FORWARDED,
        "t0ken",
    ),
)
FORM_SHOWN = (
    "Det her sendes til <b>kontoret</b> & ingen andre.",
    "Dit spørgsmål",
    "Hvem har *nøglen*?",
    "Ingen CPR-numre",
    "Centret",
    "Kontoret",
    "Med mit navn",
    "Send",
)


PAGE = Reply(
    Outcome.HELP,
    Language.DANISH,
    (
        Heading("Min side"),
        AskBox("Hvad vil du vide?", "Skriv dit spørgsmål", "Spørg"),
        Paragraph("Sommerdagen kommer."),
        Setting(
            "language",
            "Sprog",
            (Option("da", "Dansk"), Option("en", "English"), Option("", "Som ellers")),
            "da",
        ),
    ),
    (Ask("Glem mig", "glem mig"),),
    home=True,
)
PAGE_SHOWN = (
    "Min side",
    "Sommerdagen kommer.",
    "Sprog",
    "Dansk",
    "English",
    "Som ellers",
    "Glem mig",
)
CALENDAR = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Hent den her."),),
    files=(File("summer-day.ics", "text/calendar", b"BEGIN:VCALENDAR"),),
)


def at_home(question: Question) -> Reply:
    """A page, and a sentence for all that is asked on it."""
    homely = question.text == "min side" or question.intent in (Intent.HOME, Intent.SETTING)
    return PAGE if homely else said(f"Svar på {question.intent}.", Language.DANISH)


class AdapterSuite:
    """The cases. Bound once per platform, which ``lacks`` some: their names, and why."""

    lacks: ClassVar[Mapping[str, str]] = {}

    @pytest.fixture(autouse=True)
    def _possible(self, request: pytest.FixtureRequest) -> None:
        name = getattr(request.node, "originalname", request.node.name)
        if reason := self.lacks.get(name):
            pytest.skip(reason)

    @pytest.mark.parametrize(
        "text", ["Who can help me?", "rødgrød med fløde på Ærø", "CAI-X: what & who < 3 > 2?"]
    )
    async def test_text_arrives_as_typed(self, adapter: AdapterHarness, text: str) -> None:
        assert "An answer." in await adapter.say(text)
        (question,) = adapter.questions
        assert question.text == text
        assert question.intent is Intent.ASK
        assert question.at.tzinfo is not None

    async def test_every_part_and_action_is_drawn(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(EVERYTHING)
        shown = await adapter.say("everything")
        assert [text for text in SHOWN if text not in shown] == []

    @pytest.mark.parametrize(
        "hostile",
        [
            (Heading(HOSTILE),),
            (Paragraph(HOSTILE),),
            (People((PersonCard(HOSTILE, HOSTILE, HOSTILE, "a@example.org", HOSTILE),)),),
            (Facts((Fact(HOSTILE, HOSTILE, "https://example.org/"), Fact(HOSTILE, HOSTILE))),),
            (Events((EventCard("e", HOSTILE, HOSTILE, HOSTILE, NOON, NOON, note=HOSTILE),)),),
            (Listing((HOSTILE,)), Listing((HOSTILE,), numbered=True)),
            (Note(HOSTILE),),
        ],
        ids=lambda parts: type(parts[0]).__name__,
    )
    async def test_markup_in_a_reply_is_shown_inert(
        self, adapter: AdapterHarness, hostile: tuple[Heading, ...]
    ) -> None:
        adapter.responder.will_reply(Reply(Outcome.ANSWER, Language.ENGLISH, hostile))
        shown = await adapter.say("hostile")
        assert HOSTILE in shown
        assert LIVE not in shown

    async def test_unsafe_addresses_are_no_links(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(
            Reply(
                Outcome.ANSWER,
                Language.ENGLISH,
                (
                    Paragraph("Careful."),
                    Facts((Fact("Odd", "the value", "javascript:alert(1)"),)),
                ),
                (OpenLink("Press me", "javascript:alert(1)"),),
            )
        )
        shown = await adapter.say("unsafe")
        assert "Careful." in shown
        assert "the value" in shown
        assert f"{LIVE}javascript" not in shown

    async def test_hostile_question_reaches_the_responder(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(lambda question: said(f"You asked: {question.text}"))
        shown = await adapter.say("<script>alert(1)</script> *x*")
        assert adapter.questions[0].text == "<script>alert(1)</script> *x*"
        assert "You asked: <script>alert(1)</script> *x*" in shown
        assert LIVE not in shown

    async def test_a_choice_comes_back_as_a_choice(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(OFFER, said("Her er centret.", Language.DANISH))
        await adapter.say("centret")
        assert "Her er centret." in await adapter.press("Centret")
        _, chosen = adapter.questions
        assert chosen.intent is Intent.CHOICE
        assert chosen.entry == "the-centre"
        assert chosen.locale is Language.DANISH

    async def test_an_offered_question_comes_back_as_typed(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(OFFER, said("Det her."))
        await adapter.say("centret")
        assert "Det her." in await adapter.press("Hvad kommer?")
        _, asked = adapter.questions
        assert (asked.intent, asked.text) == (Intent.ASK, "hvad kommer der?")

    @pytest.mark.parametrize(
        ("label", "intent", "entry"),
        [
            ("Påmind mig", Intent.REMIND, "summer-day"),
            ("Stop for denne", Intent.STOP_REMINDING, "summer-day"),
            ("Stop alle", Intent.STOP_REMINDING, ""),
        ],
    )
    async def test_wishes_about_reminders_come_back(
        self, adapter: AdapterHarness, label: str, intent: Intent, entry: str
    ) -> None:
        adapter.responder.will_reply(REMINDERS, said("Det er noteret.", Language.DANISH))
        await adapter.say("sommerdagen")
        assert "Det er noteret." in await adapter.press(label)
        _, wish = adapter.questions
        assert (wish.intent, wish.entry, wish.text) == (intent, entry, "")
        assert wish.locale is Language.DANISH

    @pytest.mark.parametrize("action", PRESSES, ids=lambda action: type(action).__name__)
    async def test_whatever_is_pressed_comes_back(
        self, adapter: AdapterHarness, action: Pressable
    ) -> None:
        whole = Reply(Outcome.ANSWER, Language.DANISH, (Paragraph("Svaret."),), (action,))
        adapter.responder.will_reply(whole, said("Det er set.", Language.DANISH))
        await adapter.say("svaret")
        assert "Det er set." in await adapter.press(action.label)
        _, pressed = adapter.questions
        came = Press(pressed.intent, pressed.entry, pressed.text, pressed.entries, pressed.page)
        assert came == action.press
        assert pressed.locale is Language.DANISH

    async def test_what_is_said_to_others_is_not_answered(self, adapter: AdapterHarness) -> None:
        assert await adapter.overhear("Hvem henter kage?") == []
        assert adapter.questions == []

    async def test_a_button_that_cannot_be_read_is_told_of(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(OFFER)
        await adapter.say("centret")
        shown = await adapter.press_damaged("Centret")
        assert shown.strip(), "somebody waits for a word"
        assert "An answer." not in shown
        assert len(adapter.questions) == 1

    async def test_who_meets_the_bot_is_told_what_to_ask(self, adapter: AdapterHarness) -> None:
        offered = (Ask("Hvad kommer?", "hvad kommer der?"),)
        adapter.responder.will_reply(
            Reply(Outcome.HELP, Language.DANISH, (Paragraph("Velkommen."),), offered)
        )
        assert "Hvad kommer?" in await adapter.greeted()
        (question,) = adapter.questions
        assert question.intent is Intent.HELP

    async def test_the_page_is_drawn(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(at_home)
        shown = await adapter.open_page()
        assert [text for text in PAGE_SHOWN if text not in shown] == []
        assert LIVE not in shown

    async def test_a_question_is_asked_on_the_page(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(at_home)
        await adapter.open_page()
        assert "Svar på ask." in await adapter.ask_on_page("en læge? <GPU>")
        asked = adapter.questions[1]
        assert (asked.intent, asked.text) == (Intent.ASK, "en læge? <GPU>")

    async def test_a_setting_comes_back_and_the_page_anew(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(at_home)
        await adapter.open_page()
        assert "Min side" in await adapter.choose_on_page("English")
        chosen = adapter.questions[1]
        assert (chosen.intent, chosen.entry, chosen.text) == (Intent.SETTING, "language", "en")
        assert chosen.locale is adapter.questions[0].locale, "the person's own, not the page's"

    async def test_a_file_can_be_had(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(CALENDAR)
        await adapter.say("sommerdagen til kalenderen")
        assert await adapter.files() == ["summer-day.ics"]

    async def test_a_private_reply_is_shown_to_whoever_asked(self, adapter: AdapterHarness) -> None:
        """To nobody else, where the platform can do that; the platform's own tests show it."""
        adapter.responder.will_reply(replace(said("Kun til dig."), private=True))
        assert "Kun til dig." in await adapter.say("hemmeligt")

    async def test_a_form_is_filled_in_and_comes_back(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(OFFER, FORM, said("Det er sendt.", Language.DANISH))
        await adapter.say("centret")
        shown = await adapter.press("Centret")
        assert [text for text in FORM_SHOWN if text not in shown] == []
        assert LIVE not in shown
        filled = {"text": "Hvad nu & <!here>?", "area": "second", "name": TICKED}
        assert "Det er sendt." in await adapter.fill(filled)
        sent = adapter.questions[-1]
        assert (sent.intent, sent.entry) == (Intent.FORWARDED, "t0ken")
        assert sent.fields == filled
        assert (sent.asker, sent.locale) == (adapter.questions[0].asker, Language.DANISH)

    async def test_a_form_submitted_twice_is_one(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(OFFER, FORM, said("Det er sendt.", Language.DANISH))
        await adapter.say("centret")
        await adapter.press("Centret")
        await adapter.fill({"text": "Hvad nu?"}, times=2)
        assert len(adapter.questions) == 3

    async def test_where_to_write_later_is_the_asker_and_the_channel(
        self, adapter: AdapterHarness
    ) -> None:
        """None of both where the platform cannot be written to; otherwise the same each time."""
        adapter.responder.will_reply(REMINDERS, said("Det er noteret.", Language.DANISH))
        await adapter.say("sommerdagen")
        await adapter.press("Påmind mig")
        mine, here = ({getattr(q, name) for q in adapter.questions} for name in ("mine", "here"))
        assert (len(mine), len(here)) == (1, 1)
        assert {address.kind for address in mine if address} <= {AddressKind.PERSON}
        assert {address.kind for address in here if address} <= {AddressKind.CHANNEL}

    async def test_a_conversation_has_one_key_and_its_asker_another(
        self, adapter: AdapterHarness
    ) -> None:
        adapter.responder.will_reply(OFFER, said("Her er centret.", Language.DANISH))
        await adapter.say("centret")
        await adapter.press("Centret")
        await adapter.say_next("hvem ellers?")
        keys = {(question.conversation, question.asker) for question in adapter.questions}
        assert len(keys) == 1
        assert all(key for pair in keys for key in pair)
        assert not any("centret" in key for pair in keys for key in pair)

    async def test_adapters_tell_nothing_of_what_was_before(self, adapter: AdapterHarness) -> None:
        await adapter.say("vi er en startup")
        (question,) = adapter.questions
        assert (question.about, question.audience) == ((), None)

    async def test_a_conversation_is_gone_on_with(self, adapter: AdapterHarness) -> None:
        """With a memory behind the adapter, the next question is told what the last was about."""
        memory = MemoryOfConversations(FixedClock())
        askers = MemoryOfAskers(FixedClock())
        told: list[Question] = []

        def answer(question: Question) -> Reply:
            def inner(reminded: Question) -> Reply:
                told.append(reminded)
                return OFFER

            return asyncio.run(Remembering(FakeResponder(inner), memory, askers).answer(question))

        adapter.responder.will_reply(answer)
        first = await adapter.say("vi er en startup: centret?")
        assert "glem mig" in first
        again = await adapter.say_next("hvem ellers?")
        assert "glem mig" not in again
        await adapter.say_next("glem mig")
        await adapter.say_next("hvem ellers?")
        company = Audience.COMPANY
        assert [(q.about, q.audience) for q in told] == [
            ((), None),
            (("the-centre",), company),
            ((), None),
            ((), None),
        ]

    @pytest.mark.parametrize("text", ["", "   ", "\n\n"])
    async def test_nothing_typed_gets_an_answer(self, adapter: AdapterHarness, text: str) -> None:
        assert "An answer." in await adapter.say(text)
        assert adapter.questions[0].text.strip() == ""

    async def test_ten_thousand_characters(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(said("That was long."))
        assert "That was long." in await adapter.say("hvem " * 2000)
        assert len(adapter.questions[0].text) > 9_000

    async def test_a_hundred_thousand_characters(self, adapter: AdapterHarness) -> None:
        """An adapter may refuse so much, but says so and goes on; it passes on no more."""
        adapter.responder.will_reply(said("That was heard."))
        assert await adapter.say("hvem " * 20_000)
        assert all(len(question.text) <= 100_000 for question in adapter.questions)
        assert "That was heard." in await adapter.say("hvem?")

    @pytest.mark.parametrize("text", OUTLANDISH)
    async def test_outlandish_text_arrives_as_typed(
        self, adapter: AdapterHarness, text: str
    ) -> None:
        adapter.responder.will_reply(lambda question: said(f"Heard: {question.text[:40]}"))
        assert "Heard:" in await adapter.say(text)
        assert adapter.questions[0].text == text

    async def test_the_same_question_many_times(self, adapter: AdapterHarness) -> None:
        """Typed anew each time, it is a new question and answered each time, all of them soon."""
        begun = perf_counter()
        for _ in range(MANY_TIMES):
            assert "An answer." in await adapter.say("Wer repariert mein Fahrrad?")
        assert perf_counter() - begun < SOON_ENOUGH
        assert len(adapter.questions) == MANY_TIMES

    async def test_a_long_reply_is_drawn(self, adapter: AdapterHarness) -> None:
        parts = (Paragraph("word " * 2000), Listing(tuple(f"Point {n}" for n in range(200))))
        adapter.responder.will_reply(Reply(Outcome.ANSWER, Language.ENGLISH, parts))
        shown = await adapter.say("long")
        assert "word word" in shown
        assert "Point 0" in shown

    @pytest.mark.parametrize(
        "text",
        ["bell \x07 and escape \x1b[31m", "\u202egnp.exe\u202c", "zero\u200bwidth", "👩‍⚕️ AI?"],
        ids=["control", "right-to-left", "zero-width", "emoji"],
    )
    async def test_odd_characters(self, adapter: AdapterHarness, text: str) -> None:
        adapter.responder.will_reply(lambda question: said(f"Heard: {question.text}"))
        assert "Heard:" in await adapter.say(text)

    async def test_a_failure_is_one_sentence_with_a_reference(
        self, adapter: AdapterHarness, caplog: pytest.LogCaptureFixture
    ) -> None:
        adapter.responder.will_reply(RuntimeError(SECRET_DETAIL))
        shown = await adapter.say("my private question")
        assert SECRET_DETAIL not in shown
        assert "Traceback" not in shown
        words = {word.strip(".,:;()`") for word in shown.split()}
        logged = " ".join(record.getMessage() for record in caplog.records)
        assert any(word and word in logged and any(map(str.isdigit, word)) for word in words), (
            "the reference that is shown stands in the log"
        )
        assert "my private question" not in caplog.text

    async def test_a_failure_harms_nobody_else(self, adapter: AdapterHarness) -> None:
        adapter.responder.will_reply(RuntimeError(SECRET_DETAIL), said("Fine again."))
        await adapter.say("first")
        assert "Fine again." in await adapter.say("second")

    async def test_a_message_delivered_twice_is_answered_once(
        self, adapter: AdapterHarness
    ) -> None:
        assert len(await adapter.say_twice_same_delivery("once, please")) == 1
        assert len(adapter.questions) == 1
