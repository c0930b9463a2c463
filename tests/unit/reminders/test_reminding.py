"""Reminders are asked for by button, command and in words, told when they come, and ended."""

import re
from datetime import datetime

import pytest

from bot.reminders.model import EVERYTHING, Scope
from bot.reply import Ask, Intent, Language, Listing, Outcome, Remind, StopReminding
from bot.wording import reminding as say
from tests.fakes.responder import FakeResponder, said
from tests.unit.reminders.reminding_base import (
    CONFERENCES,
    HERE,
    INNER,
    ME,
    BrokenSubscriptions,
    Person,
    ReadOnlySubscriptions,
    at,
    event,
    lookup,
    offered,
    place,
    single,
    text,
)
from tests.unit.reminders.reminding_base import EARLY as JUNE

CPR = "010203-1234"


# --- asking for one event


async def test_a_pressed_button_sets_up_reminders_and_says_when_they_come() -> None:
    person = Person()
    reply = await person.presses_remind("talk")
    assert await person.kept() == [single("talk")]
    assert (reply.outcome, reply.language) == (Outcome.ANSWER, Language.DANISH)
    told = text(reply)
    assert "Jeg minder dig om »Hvad kan store modeller?«" in told
    assert "(onsdag den 21. juni 2023 kl. 15.15–16.45)" in told
    assert "Næste påmindelse kommer fredag den 9. juni 2023 kl. 09.00" in told
    assert "(om tilmeldingsfristen)" in told
    for later in ("14. juni 2023 kl. 09.00", "20. juni 2023 kl. 09.00", "21. juni 2023 kl. 14.15"):
        assert later in told
    assert "Kilde: Brevet. Sidst tjekket" in told
    assert [entry.id for entry in reply.entries] == ["talk"]
    assert reply.actions == (StopReminding("Stop påmindelser", "talk"),)


async def test_a_single_further_reminder_is_said_in_a_sentence() -> None:
    reply = await Person().presses_remind("fair")
    assert not any(isinstance(part, Listing) for part in reply.parts)
    assert re.search(r"Næste påmindelse kommer .* Derefter kommer der en .*09\.00\.", text(reply))


async def test_a_single_further_reminder_of_several_events_names_its_own() -> None:
    told = text(await Person().asks("påmind mig om arrangementer i Odense"))
    assert re.search(r"Derefter kommer der en .* om »Den store messe«\.", told)


async def test_the_subscription_holds_who_when_and_in_which_language() -> None:
    person = Person(locale=Language.ENGLISH)
    await person.presses_remind("talk")
    (kept,) = await person.subscriptions.of(ME)
    assert (kept.language, kept.made_at, kept.made_by) == (Language.ENGLISH, JUNE, ME)


async def test_typed_words_tell_the_language_before_the_persons_own() -> None:
    person = Person(locale=Language.ENGLISH)
    reply = await person.asks("påmind mig om messen")
    assert reply.language is Language.DANISH
    person = Person(locale=Language.DANISH)
    reply = await person.asks("remind me about the fair talk and fair")
    assert reply.language is Language.ENGLISH


async def test_of_a_command_the_person_tells_the_language() -> None:
    reply = await Person(locale=Language.ENGLISH).commands("messen")
    assert reply.language is Language.ENGLISH


async def test_asked_again_it_says_that_it_is_set_up_already() -> None:
    person = Person()
    await person.presses_remind("fair")
    reply = await person.presses_remind("fair")
    assert await person.kept() == [single("fair")]
    assert "Jeg minder dig allerede om »Den store messe«" in text(reply)
    assert "1. november 2023 kl. 09.00" in text(reply)


async def test_what_a_wider_one_holds_is_set_up_and_said_to_be_covered() -> None:
    person = Person()
    await person.has(CONFERENCES)
    reply = await person.presses_remind("fair")
    assert await person.kept() == [CONFERENCES, single("fair")]
    assert "i forvejen påmindelser om arrangementer med mærket »konference«" in text(reply)


async def test_what_was_covered_is_told_once() -> None:
    person = Person()
    await person.has(EVERYTHING, single("fair"))
    assert "i forvejen" not in text(await person.presses_remind("fair"))


async def test_what_another_scope_holds_is_not_said_to_be_covered() -> None:
    person = Person()
    await person.has(place("aarhus"), single("meet"))
    assert "i forvejen" not in text(await person.presses_remind("fair"))


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at(2023, 6, 21, 14, 50), "begynder om 25 minutter, kl. 15.15"),
        (at(2023, 6, 21, 14, 15), "begynder om en time, kl. 15.15"),
    ],
)
async def test_shortly_before_it_says_that_no_reminder_comes(now: datetime, told: str) -> None:
    person = Person(now=now)
    reply = await person.presses_remind("talk")
    assert told in text(reply)
    assert "der kommer ingen påmindelse" in text(reply)
    assert "Næste påmindelse" not in text(reply)
    assert await person.kept() == [single("talk")]


async def test_on_the_day_before_an_event_without_times_it_says_tomorrow() -> None:
    reply = await Person(now=at(2023, 11, 7, 10)).presses_remind("fair")
    assert "»Den store messe« begynder i morgen" in text(reply)


async def test_of_an_event_that_is_never_reminded_of_it_says_so() -> None:
    quiet = event("quiet", reminders=())
    reply = await Person(lookup=lookup(quiet)).presses_remind("quiet")
    assert "ikke planlagt påmindelser" in text(reply)


@pytest.mark.parametrize(
    ("entry", "now", "told"),
    [
        ("nowhere", JUNE, "står ikke længere i min videnbase"),
        ("", JUNE, "står ikke længere i min videnbase"),
        ("off", JUNE, "er aflyst"),
        ("talk", at(2023, 6, 21, 16), "er allerede begyndt"),
        ("talk", at(2023, 6, 21, 18), "er allerede afholdt"),
        ("fair", at(2023, 11, 9, 8), "er allerede begyndt"),
        ("fair", at(2023, 11, 10, 8), "er allerede afholdt"),
    ],
)
async def test_of_what_does_not_come_nothing_is_set_up(
    entry: str, now: datetime, told: str
) -> None:
    person = Person(now=now)
    reply = await person.presses_remind(entry)
    assert told in text(reply)
    assert await person.kept() == []


# --- in words, and for channels


@pytest.mark.parametrize(
    ("asked", "scope"),
    [
        ("påmind mig om messen", single("fair")),
        ("påmind mig", EVERYTHING),
        ("pamind mig om alle arangementer", EVERYTHING),
        ("remind me about all events", EVERYTHING),
        ("giv besked om konferencer", CONFERENCES),
        ("påmind mig om arrangementer i Odense", place("odense")),
        ("remimd me of events in copenhagen", place("koebenhavn")),
        ("påmind mig om onlinearrangementer", place("online")),
        ("remind me of “What can large models do?”", single("talk")),
    ],
)
async def test_words_set_up_reminders_for_the_person(asked: str, scope: Scope) -> None:
    person = Person(here=HERE)
    reply = await person.asks(asked)
    assert reply.outcome is Outcome.ANSWER
    assert (await person.kept(), await person.kept(HERE)) == ([scope], [])


@pytest.mark.parametrize(
    "asked", ["påmind kanalen om messen", "påmind os om messen", "remind this channel about fair"]
)
async def test_words_set_up_reminders_for_the_channel(asked: str) -> None:
    person = Person(here=HERE)
    reply = await person.asks(asked)
    assert (await person.kept(), await person.kept(HERE)) == ([], [single("fair")])
    (kept,) = await person.subscriptions.of(HERE)
    assert kept.made_by == ME
    assert say.STARTED_CHANNEL.say(reply.language).split("{", maxsplit=1)[0] in text(reply)


async def test_we_is_the_person_where_there_is_no_channel() -> None:
    person = Person()
    await person.asks("påmind os om messen")
    assert await person.kept() == [single("fair")]


async def test_a_channel_that_is_not_here_is_asked_for_there() -> None:
    person = Person()
    reply = await person.asks("påmind kanalen om messen")
    assert "Skriv det samme i den kanal" in text(reply)
    assert await person.kept() == []


async def test_the_whole_channel_is_offered_and_pressing_is_the_same_as_typing() -> None:
    person = Person(here=HERE)
    offer = offered(await person.presses_remind("talk"), "Påmind hele kanalen")
    await person.presses(offer)
    assert await person.kept(HERE) == [single("talk")]
    again = await person.presses_remind("talk")
    assert all(action.label != offer.label for action in again.actions)


async def test_of_all_events_the_next_reminder_and_some_more_are_told() -> None:
    reply = await Person().asks("påmind mig om alle arrangementer")
    told = text(reply)
    assert "kommer fredag den 9. juni 2023 kl. 09.00" in told
    assert "gælder »Hvad kan store modeller?«" in told
    assert "1. oktober 2023 kl. 09.00: Nordisk træf" in told
    assert "… og 2 mere" in told
    assert reply.entries == ()


async def test_where_nothing_is_planned_that_is_said() -> None:
    person = Person()
    reply = await person.asks("påmind mig om arrangementer i Lund")
    assert await person.kept() == [place("lund")]
    assert "ikke planlagt noget" in text(reply)


async def test_where_what_is_planned_brings_no_more_reminders_that_is_said() -> None:
    reply = await Person(now=at(2023, 11, 7, 12)).asks("påmind mig om konferencer")
    assert "kommer der ikke flere påmindelser" in text(reply)


async def test_several_events_that_fit_are_a_choice() -> None:
    person = Person()
    reply = await person.asks("påmind mig om noget nordisk")
    assert reply.outcome is Outcome.CHOOSE
    assert reply.actions == (Remind("Nordisk træf", "meet"), Remind("Den store messe", "fair"))
    assert [entry.id for entry in reply.entries] == ["meet", "fair"]
    assert await person.kept() == []


async def test_for_a_channel_the_choice_is_made_for_the_channel() -> None:
    person = Person(here=HERE)
    reply = await person.asks("påmind kanalen om noget nordisk")
    await person.presses(reply.actions[1])
    assert await person.kept(HERE) == [single("fair")]


async def test_of_several_events_the_only_one_to_come_is_taken() -> None:
    person = Person(now=at(2023, 11, 1))
    await person.asks("påmind mig om noget nordisk")
    assert await person.kept() == [single("fair")]


async def test_several_places_are_a_choice_of_questions() -> None:
    person = Person()
    reply = await person.asks("påmind mig om arrangementer i Odense og Aarhus")
    assert reply.outcome is Outcome.CHOOSE
    await person.presses(reply.actions[1])
    assert await person.kept() == [place("aarhus")]


async def test_what_was_spoken_of_last_is_meant_by_it() -> None:
    person = Person(about=("fair",))
    await person.asks("påmind mig om det")
    assert await person.kept() == [single("fair")]


async def test_an_unknown_event_is_said_to_be_unknown_and_the_list_is_offered() -> None:
    person = Person()
    reply = await person.asks("påmind mig om tandlægen")
    assert reply.outcome is Outcome.UNKNOWN
    assert "tandlægen" not in text(reply)
    assert person.inner.questions == []
    assert offered(reply, "Vis alle kommende arrangementer") == Ask(
        "Vis alle kommende arrangementer", "kommende arrangementer"
    )
    await person.presses(offered(reply, "Påmind mig om alle arrangementer"))
    assert await person.kept() == [EVERYTHING]


async def test_words_that_may_mean_something_else_are_somebody_elses_where_they_name_nothing() -> (
    None
):
    person = Person()
    assert await person.asks("remind me of the strategy") == INNER
    assert await person.asks("send en påmindelse til patienterne") == INNER
    assert await person.asks("unsubscribe me from reminders about patients") == INNER
    assert await person.kept() == []


# --- who cannot be asked, and what is not kept


async def test_without_an_address_it_says_where_reminders_come() -> None:
    person = Person(mine=None)
    for reply in (
        await person.presses_remind("talk"),
        await person.presses_stop("talk"),
        await person.asks("remind me about talk"),
        await person.commands(""),
    ):
        assert "Slack" in text(reply)
        assert reply.outcome is Outcome.HELP
        assert not any(isinstance(action, Remind | StopReminding) for action in reply.actions)


@pytest.mark.parametrize(
    "intent", [Intent.ASK, Intent.REMIND, Intent.STOP_REMINDING, Intent.REMINDERS]
)
async def test_a_message_with_a_cpr_number_is_handed_on_and_nothing_is_kept(
    intent: Intent,
) -> None:
    person = Person()
    reply = await person.asks(f"påmind mig om messen {CPR}", intent, "fair")
    assert reply == INNER
    assert await person.kept() == []


async def test_a_message_about_a_patient_is_handed_on() -> None:
    person = Person()
    assert await person.asks("påmind mig om dosis af morfin til en patient") == INNER
    assert await person.asks("remind me about the dose of insulin for my patient") == INNER


async def test_every_other_question_is_somebody_elses() -> None:
    person = Person()
    for asked in ("hvem har styr på data?", "who reminds doctors?", ""):
        assert await person.asks(asked) == INNER
    assert [question.text for question in person.inner.questions] == [
        "hvem har styr på data?",
        "who reminds doctors?",
        "",
    ]


# --- the store


@pytest.mark.parametrize("subscriptions", [BrokenSubscriptions(), ReadOnlySubscriptions()])
async def test_a_store_that_cannot_be_reached_is_never_called_a_success(
    subscriptions: BrokenSubscriptions | ReadOnlySubscriptions,
) -> None:
    person = Person(subscriptions, here=HERE)
    for reply in (await person.presses_remind("talk"), await person.asks("påmind os om alt")):
        assert reply.outcome is Outcome.UNKNOWN
        assert "intet er ændret" in text(reply)
        assert (reply.entries, reply.actions) == ((), ())


async def test_a_broken_store_can_neither_end_nor_list() -> None:
    person = Person(BrokenSubscriptions())
    for reply in (
        await person.presses_stop(),
        await person.asks("stop"),
        await person.asks("mine påmindelser"),
        await person.commands("fra"),
    ):
        assert (reply.outcome, "Prøv igen" in text(reply)) == (Outcome.UNKNOWN, True)


async def test_what_the_store_said_is_logged_without_whom_it_is_about(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await Person(BrokenSubscriptions(), here=HERE).asks("påmind os om messen")
    assert "the database is away" in caplog.text
    assert all(word not in caplog.text for word in ("U1", "C1", "messen"))


async def test_another_ones_reply_is_left_as_it_is_where_it_is_not_about_events() -> None:
    reply = said("Hello.")
    assert await Person(inner=FakeResponder(reply)).asks("hello") is reply
