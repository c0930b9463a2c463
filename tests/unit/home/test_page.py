"""What stands on the page, for whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.assistant.informing import MOST_AREAS
from bot.assistant.lookup import Lookup
from bot.feedback.ports import Verdict
from bot.home.events import MOST_EVENTS
from bot.knowledge.model import Event, Role, Status
from bot.reminders.model import Scope, ScopeKind
from bot.reply import (
    Action,
    AddToCalendar,
    Ask,
    AskBox,
    Audience,
    Command,
    Events,
    Fact,
    Facts,
    Heading,
    Intent,
    Language,
    Listing,
    Note,
    Offers,
    Outcome,
    Paragraph,
    People,
    Question,
    Remind,
    Reply,
    Setting,
    StopReminding,
)
from bot.wording import home as say
from bot.wording import reminding
from tests.fakes.away import AwayAskers, AwayVerdicts
from tests.fakes.responder import said
from tests.unit.assistant.base import LONG_AFTER, SOON
from tests.unit.home.base import LOOKUP, OTHERWISE, YEAR, Visit, after, parts, text

DA, EN = Language.DANISH, Language.ENGLISH
GATHERING = Scope(ScopeKind.EVENT, "gathering")


def based_on(**lists: tuple[Event, ...] | tuple[Role, ...]) -> Lookup:
    """The base with other events or roles."""
    return Lookup(LOOKUP.knowledge.model_copy(update=lists))


def events(count: int, **changes: object) -> tuple[Event, ...]:
    (one,) = LOOKUP.knowledge.events
    return tuple(one.model_copy(update={"id": f"e{n}", **changes}) for n in range(count))


# --- the whole


async def test_it_is_the_bots_own_page_with_everything_in_its_order() -> None:
    reply = await Visit().opens()
    assert (reply.home, reply.outcome, reply.actions) == (True, Outcome.HELP, ())
    assert isinstance(reply.parts[0], AskBox)
    titles = [part.text for part in parts(reply, Heading)]
    assert titles == [
        say.CONTACTS.da,
        say.EVENTS.da,
        reminding.YOURS_TITLE.da,
        say.SETTINGS.da,
        say.KEPT.da,
    ]
    assert isinstance(reply.parts[-1], Note)


async def test_everything_else_is_answered_by_somebody_else() -> None:
    visit = Visit()
    visit.inner.will_reply(said(OTHERWISE))
    for intent in Intent:
        if intent not in {Intent.HOME, Intent.SETTING}:
            assert text(await visit.asks(intent)) == OTHERWISE


@pytest.mark.parametrize(
    ("locale", "chosen", "language"),
    [(None, None, DA), (EN, None, EN), (DA, EN, EN), (EN, DA, DA)],
)
async def test_it_speaks_the_chosen_language_before_the_platforms(
    locale: Language | None, chosen: Language | None, language: Language
) -> None:
    visit = Visit(locale=locale)
    await visit.askers.keep_language("anna", chosen, YEAR)
    reply = await visit.opens()
    assert reply.language is language
    assert parts(reply, Heading)[0].text == say.CONTACTS.say(language)


async def test_a_source_stands_once_with_the_oldest_check() -> None:
    *_, note = (await Visit().opens()).parts
    assert note == Note("Kilder: Brevet (tjekket mandag den 1. maj 2023).")


async def test_what_was_not_checked_for_long_is_doubted() -> None:
    reply = await Visit(now=LONG_AFTER).opens()
    sources, doubt = reply.parts[-2:]
    assert isinstance(sources, Note)
    assert isinstance(doubt, Note)
    assert "forældede" in doubt.text


# --- contacts


async def test_everybody_stands_once_with_all_their_areas() -> None:
    (people,) = parts(await Visit().opens(), People)
    assert [(p.name, p.role, p.organisation) for p in people.people] == [
        ("Bo Berg", "Indgangen", ""),
        ("Anna Hansen", "Indgangen; Hjælperne", ""),
    ]


async def test_a_list_of_people_is_no_area() -> None:
    assert "Holdet" not in text(await Visit().opens())


async def test_where_nobody_is_named_that_is_said_with_who_stands_in() -> None:
    (facts,) = parts(await Visit().opens(), Facts)
    assert Fact("Jura", "ingen er nævnt; spørg Bo Berg, Anna Hansen") in facts.facts


async def test_those_whose_entrance_is_a_form_are_shown_it() -> None:
    (facts,) = parts(await Visit().opens(), Facts)
    who = "For forskere og klinikere på SDU og OUH"
    assert facts.facts[0] == Fact(who, "Blanketten", "https://example.dk/blanket")


async def test_who_said_who_they_are_sees_their_own_entrance_first_and_no_others() -> None:
    visit = Visit()
    await visit.sets("audience", "researcher")
    reply = await visit.opens()
    door = parts(reply, Facts)[0]
    assert door.facts == (Fact("Din indgang", "Blanketten", "https://example.dk/blanket"),)
    assert reply.parts.index(door) == 3
    assert "Hjælperne" not in text(reply)
    assert "Vist for forskere" in text(reply)


async def test_more_areas_than_fit_are_one_press_away() -> None:
    role = LOOKUP.roles["helpers"]
    more = (role.model_copy(update={"id": f"more-{n}"}) for n in range(MOST_AREAS))
    lookup = based_on(roles=(*LOOKUP.knowledge.roles, *more))
    assert Offers((Command("Vis alle kontakter", "who"),)) in (await Visit(lookup).opens()).parts
    assert "Vis alle kontakter" not in str(await Visit().opens())


# --- events


def offers_of_events(reply: Reply) -> list[tuple[Action, ...]]:
    return [card.actions for part in parts(reply, Events) for card in part.events]


async def test_an_event_is_offered_to_be_reminded_of_and_for_the_calendar() -> None:
    (offers,) = offers_of_events(await Visit().opens())
    calendar = AddToCalendar("Læg i kalender", "gathering")
    assert offers == (Remind("Påmind mig", "gathering"), calendar)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (GATHERING, [StopReminding("Stop påmindelser", "gathering")]),
        (Scope(), []),
        (Scope(ScopeKind.PLACE, "odense"), []),
        (Scope(ScopeKind.PLACE, "aarhus"), [Remind("Påmind mig", "gathering")]),
    ],
)
async def test_what_somebody_has_can_be_ended_there_where_it_is_that_alone(
    scope: Scope, expected: list[Action]
) -> None:
    visit = Visit()
    await visit.has(scope)
    ((*offers, calendar),) = offers_of_events(await visit.opens())
    assert offers == expected
    assert isinstance(calendar, AddToCalendar)


async def test_who_cannot_be_written_to_is_offered_the_calendar_alone() -> None:
    reply = await Visit(mine=None).opens()
    assert offers_of_events(reply) == [(AddToCalendar("Læg i kalender", "gathering"),)]
    assert reminding.YOURS_TITLE.da not in [part.text for part in parts(reply, Heading)]


async def test_a_cancelled_event_is_said_to_be_and_offers_nothing() -> None:
    lookup = based_on(events=events(1, status=Status.CANCELLED))
    reply = await Visit(lookup).opens()
    assert offers_of_events(reply) == [()]
    assert "Aflyst." in text(reply)


@pytest.mark.parametrize("count", [MOST_EVENTS, MOST_EVENTS + 1])
async def test_the_next_few_are_shown_and_the_way_to_the_others(count: int) -> None:
    reply = await Visit(based_on(events=events(count))).opens()
    (shown,) = parts(reply, Events)
    assert len(shown.events) == MOST_EVENTS
    more = Offers((Ask("Vis alle kommende arrangementer", "kommende arrangementer"),))
    assert (more in reply.parts) is (count > MOST_EVENTS)


async def test_where_nothing_is_coming_that_is_said() -> None:
    reply = await Visit(now=LONG_AFTER).opens()
    assert parts(reply, Events) == []
    assert Paragraph(say.NO_EVENTS.da) in reply.parts


# --- reminders


async def test_reminders_are_listed_with_buttons_to_end_them() -> None:
    visit = Visit()
    await visit.has(GATHERING)
    reply = await visit.opens()
    listed = after(reply, Heading(reminding.YOURS_TITLE.da))
    assert isinstance(listed, Listing)
    assert listed.items[0].startswith("»Træffet«: næste gang ")
    assert Offers((StopReminding("Stop: Træffet", "gathering"),)) in reply.parts


# --- settings


def chosen(settings: list[Setting]) -> dict[str, str]:
    return {one.name: one.chosen for one in settings}


async def test_settings_show_what_holds() -> None:
    visit = Visit()
    first = await visit.opens()
    assert chosen(parts(first, Setting)) == {"language": "platform", "audience": "other"}
    await visit.sets("language", "en")
    second = await visit.sets("audience", "company")
    assert chosen(parts(second, Setting)) == {"language": "en", "audience": "company"}
    assert second.home
    for setting in parts(second, Setting):
        assert setting.chosen in {option.value for option in setting.options}


async def test_what_was_chosen_is_kept_for_a_year_from_then() -> None:
    visit = Visit()
    await visit.sets("audience", "company")
    await visit.sets("language", "en")
    known = await visit.askers.recall("anna")
    assert (known.audience, known.language) == (Audience.COMPANY, EN)
    assert (known.audience_until, known.language_until) == (SOON + YEAR, SOON + YEAR)


async def test_a_language_that_is_chosen_is_spoken_at_once_and_the_platforms_again() -> None:
    visit = Visit()
    assert (await visit.sets("language", "en")).language is EN
    assert (await visit.sets("language", "platform")).language is DA


async def test_somebody_else_is_no_audience_whatever_was_said_before() -> None:
    visit = Visit()
    await visit.askers.keep_audience("anna", Audience.COMPANY, timedelta(days=30))
    reply = await visit.sets("audience", "other")
    assert (await visit.askers.recall("anna")).audience is None
    assert chosen(parts(reply, Setting))["audience"] == "other"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "de"),
        ("language", ""),
        ("language", "company"),
        ("audience", "anyone"),
        ("audience", "en"),
        ("audience", "x" * 2000),
        ("", ""),
        ("nonsense", "en"),
    ],
)
async def test_an_odd_value_changes_nothing(name: str, value: str) -> None:
    visit = Visit()
    await visit.sets("language", "en")
    before = await visit.sets("audience", "company")
    assert await visit.sets(name, value) == before


async def test_who_cannot_be_told_from_others_has_no_settings_and_nothing_kept() -> None:
    visit = Visit(asker="", mine=None)
    reply = await visit.opens()
    assert parts(reply, Setting) == []
    assert parts(reply, People)
    assert say.NOT_SET.da in text(await visit.sets("language", "en"))


# --- what is kept


async def kept_of(visit: Visit) -> tuple[str, ...]:
    listed = after(await visit.opens(), Heading(say.KEPT.da))
    assert isinstance(listed, Listing)
    return listed.items


async def test_of_who_is_new_nothing_is_kept_but_what_holds_for_all() -> None:
    assert await kept_of(Visit()) == (say.NO_QUESTIONS.da, say.CONVERSATION.da, say.SENT_KEPT.da)


async def test_everything_that_is_kept_is_said_with_until_when() -> None:
    visit = Visit()
    await visit.sets("audience", "company")
    await visit.sets("language", "da")
    await visit.has(GATHERING)
    for entry in ("advice", "legal"):
        verdict = Verdict("T1", "anna", frozenset({entry}), right=True)
        await visit.keepers.verdicts.keep(verdict)
    assert await kept_of(visit) == (
        say.NO_QUESTIONS.da,
        say.CONVERSATION.da,
        "At du spørger som virksomhed: til fredag den 31. maj 2024.",
        "At du har valgt dansk eller engelsk: til fredag den 31. maj 2024.",
        say.REMINDERS_KEPT.da,
        say.SENT_KEPT.da,
        "Om mine svar var rigtige (2), ikke hvad du spurgte om: til fredag den 31. maj 2024.",
    )


async def test_what_others_keep_is_said_as_they_word_it() -> None:
    async def more(question: Question, language: Language) -> tuple[str, ...]:
        return (f"Of {question.asker} in {language}.",)

    visit = Visit()
    visit.keepers = replace(visit.keepers, more=more)
    assert (await kept_of(visit))[-1] == "Of anna in da."


async def test_forgetting_and_privacy_are_one_press_away() -> None:
    ways = Offers((Ask("Glem mig", "glem mig"), Command("Mere om privatliv", "privacy")))
    assert ways in (await Visit().opens()).parts


# --- a store that is away


async def test_without_the_store_the_rest_is_shown_and_that_is_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    visit = Visit(locale=EN)
    visit.keepers = replace(visit.keepers, verdicts=AwayVerdicts())
    reply = await visit.opens()
    assert Paragraph(say.AWAY.en) in reply.parts
    assert [part.text for part in parts(reply, Heading)] == [say.CONTACTS.en, say.EVENTS.en]
    assert offers_of_events(reply) == [(AddToCalendar("Add to calendar", "gathering"),)]
    assert parts(reply, People)
    assert "does not answer" in caplog.text


async def test_what_could_not_be_kept_is_said() -> None:
    visit = Visit()
    visit.keepers = replace(visit.keepers, askers=AwayAskers())
    reply = await visit.sets("language", "en")
    assert reply.home
    assert reply.parts[0] == Paragraph(say.NOT_SET.da)
