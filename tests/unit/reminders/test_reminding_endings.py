"""Reminders are ended by button and in words; what still comes, and what there is, is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.replies import MOST_ACTIONS
from bot.errors import StoreError
from bot.reminders.model import EVERYTHING, Scope
from bot.reply import Language, Listing, Outcome, Remind, StopReminding
from bot.wording import reminding as say
from tests.unit.reminders.reminding_base import (
    CONFERENCES,
    HERE,
    INNER,
    BrokenSubscriptions,
    Person,
    at,
    event,
    lookup,
    offered,
    place,
    single,
    text,
)

FAIR, MEET, TALK = single("fair"), single("meet"), single("talk")


async def test_a_pressed_button_ends_reminders_of_the_event() -> None:
    person = Person()
    await person.has(TALK, FAIR)
    reply = await person.presses_stop("talk")
    assert await person.kept() == [FAIR]
    assert "Jeg minder dig ikke længere om »Hvad kan store modeller?«" in text(reply)
    assert reply.actions == (Remind("Påmind mig igen", "talk"),)
    assert [entry.id for entry in reply.entries] == ["talk"]


async def test_a_button_for_all_ends_all_and_says_which() -> None:
    person = Person()
    await person.has(TALK, CONFERENCES)
    reply = await person.presses_stop()
    assert await person.kept() == []
    assert "»Hvad kan store modeller?«" in text(reply)
    assert "Arrangementer med mærket »konference«" in text(reply)


async def test_what_a_wider_one_still_brings_is_said_and_can_be_ended() -> None:
    person = Person()
    await person.has(FAIR, CONFERENCES, place("lund"))
    reply = await person.presses_stop("fair")
    assert await person.kept() == [CONFERENCES, place("lund")]
    assert "Du bliver stadig mindet om det" in text(reply)
    await person.presses(offered(reply, "Stop: arrangementer med mærket »konference«"))
    assert await person.kept() == [place("lund")]


async def test_an_event_that_only_a_wider_one_brings_cannot_be_ended_alone() -> None:
    person = Person()
    await person.has(EVERYTHING)
    reply = await person.presses_stop("fair")
    assert await person.kept() == [EVERYTHING]
    assert "Du har ikke bedt om påmindelser om »Den store messe« alene" in text(reply)
    await person.presses(offered(reply, "Stop: alle arrangementer"))
    assert await person.kept() == []


@pytest.mark.parametrize("entry", ["", "fair", "nowhere"])
async def test_where_there_is_nothing_to_end_that_is_said(entry: str) -> None:
    reply = await Person(here=HERE).presses_stop(entry)
    assert "Der er ikke noget at stoppe" in text(reply)
    assert reply.outcome is Outcome.ANSWER


async def test_reminders_of_an_event_that_is_gone_can_be_ended() -> None:
    person = Person()
    await person.has(single("nowhere"))
    assert "der ikke længere står i min videnbase" in text(await person.presses_stop("nowhere"))
    assert await person.kept() == []


async def test_in_a_channel_the_persons_own_come_first() -> None:
    person = Person(here=HERE)
    await person.has(FAIR)
    await person.has(FAIR, address=HERE)
    await person.presses_stop("fair")
    assert (await person.kept(), await person.kept(HERE)) == ([], [FAIR])
    reply = await person.presses_stop("fair")
    assert await person.kept(HERE) == []
    assert "Jeg minder ikke længere kanalen om »Den store messe«" in text(reply)


async def test_in_a_channel_all_of_its_own_are_ended_where_the_person_has_none() -> None:
    person = Person(here=HERE)
    await person.has(EVERYTHING, address=HERE)
    reply = await person.presses_stop()
    assert await person.kept(HERE) == []
    assert "Kanalen får ikke flere påmindelser om" in text(reply)


async def test_in_a_channel_what_a_wider_one_of_its_own_brings_can_be_ended() -> None:
    person = Person(here=HERE)
    await person.has(EVERYTHING, address=HERE)
    reply = await person.presses_stop("fair")
    assert "Kanalen bliver stadig mindet om det" in text(reply)
    await person.presses(offered(reply, "Stop i kanalen: alle arrangementer"))
    assert await person.kept(HERE) == []


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("stop påmindelser", []),
        ("stop", []),
        ("ingen flere påmindelser", []),
        ("stop påmindelser om messen", [EVERYTHING, CONFERENCES, place("lund")]),
        ("stop reminding me about fair", [EVERYTHING, CONFERENCES, place("lund")]),
        ("afmeld påmindelser om konferencer", [FAIR, EVERYTHING, place("lund")]),
        ("stop my reminders of events in Lund", [FAIR, EVERYTHING, CONFERENCES]),
        ("stop my reminders of all events", [FAIR, CONFERENCES, place("lund")]),
        (
            "stop påmindelser om arrangementer i Odense",
            [FAIR, EVERYTHING, CONFERENCES, place("lund")],
        ),
    ],
)
async def test_words_end_what_they_name(asked: str, left: list[Scope]) -> None:
    person = Person()
    await person.has(FAIR, EVERYTHING, CONFERENCES, place("lund"))
    await person.asks(asked)
    assert await person.kept() == left


async def test_what_is_left_is_said_and_can_be_ended() -> None:
    person = Person()
    await person.has(EVERYTHING, TALK)
    reply = await person.asks("stop my reminders of all events")
    assert "You still have reminders of:" in text(reply)
    assert StopReminding("End: What can large models do?", "talk") in reply.actions


async def test_all_events_end_all_where_they_were_asked_for_one_by_one() -> None:
    person = Person()
    await person.has(FAIR, MEET)
    await person.asks("stop påmindelser om alle arrangementer")
    assert await person.kept() == []


@pytest.mark.parametrize(
    ("asked", "mine", "channels"),
    [
        ("stop påmindelser her", [FAIR], []),
        ("stop kanalens påmindelser", [FAIR], []),
        ("stop reminding us", [FAIR], []),
        ("stop reminding me", [], [FAIR]),
        ("stop påmindelser", [], [FAIR]),
        ("stop", [], [FAIR]),
    ],
)
async def test_words_say_whose_end(asked: str, mine: list[Scope], channels: list[Scope]) -> None:
    person = Person(here=HERE)
    await person.has(FAIR)
    await person.has(FAIR, address=HERE)
    await person.asks(asked)
    assert (await person.kept(), await person.kept(HERE)) == (mine, channels)


async def test_of_several_that_fit_one_is_to_be_picked() -> None:
    person = Person()
    await person.has(FAIR, MEET)
    reply = await person.asks("stop påmindelser om noget nordisk")
    assert reply.outcome is Outcome.CHOOSE
    assert {action.entry for action in reply.actions if isinstance(action, StopReminding)} == {
        "meet",
        "fair",
    }
    assert await person.kept() == [FAIR, MEET]


async def test_a_bare_stop_is_somebody_elses_where_there_is_nothing_to_end() -> None:
    person = Person(here=HERE)
    await person.has(EVERYTHING, address=HERE)
    assert await person.asks("stop") == INNER
    assert await person.kept(HERE) == [EVERYTHING]


async def test_what_is_not_understood_ends_nothing() -> None:
    person = Person()
    await person.has(FAIR)
    reply = await person.asks("stop med at påminde mig om tandlægen")
    assert reply.outcome is Outcome.UNKNOWN
    assert await person.kept() == [FAIR]


# --- the list


async def test_the_list_says_what_there_is_and_when_it_comes_next() -> None:
    person = Person(here=HERE)
    await person.has(TALK, place("lund"), single("off"))
    await person.has(EVERYTHING, address=HERE)
    reply = await person.asks("hvilke påmindelser har jeg?")
    told = text(reply)
    assert reply.outcome is Outcome.ANSWER
    assert "»Hvad kan store modeller?«: næste gang fredag den 9. juni 2023 kl. 09.00" in told
    assert "Arrangementer i Lund: ingen planlagt lige nu" in told
    assert "»Det aflyste«: aflyst" in told
    assert "Kanalens påmindelser" in told
    assert "Alle arrangementer: næste gang" in told
    for action in reply.actions:
        if isinstance(action, StopReminding):
            await person.presses_stop(action.entry)
        else:
            await person.presses(action)
    assert (await person.kept(), await person.kept(HERE)) == ([], [])


async def test_whose_list_it_is_can_be_said() -> None:
    person = Person(here=HERE)
    assert "Kanalens" not in text(await person.asks("mine påmindelser"))
    assert "Dine" not in text(await person.asks("hvilke påmindelser er der i kanalen?"))


async def test_what_was_held_or_is_gone_is_not_listed() -> None:
    person = Person(now=at(2023, 7, 1))
    await person.has(TALK, single("nowhere"))
    assert "Du har ingen påmindelser" in text(await person.commands(""))


async def test_an_empty_list_says_how_to_ask_for_reminders_and_that_works() -> None:
    person = Person(locale=Language.DANISH)
    reply = await person.commands("list")
    assert "påmind mig om arrangementer i Odense" in text(reply)
    await person.presses(offered(reply, "Påmind mig om alle arrangementer"))
    await person.asks("påmind mig om arrangementer i Odense")
    assert await person.kept() == [EVERYTHING, place("odense")]


async def test_a_long_list_is_bounded() -> None:
    events = [event(f"event-{n}") for n in range(30)]
    person = Person(lookup=lookup(*events), locale=Language.DANISH)
    await person.has(*(single(one.id) for one in events))
    reply = await person.commands("list")
    assert len(reply.actions) == MOST_ACTIONS
    (listed,) = (part for part in reply.parts if isinstance(part, Listing))
    assert listed.items[-1] == "… og 24 mere"


# --- properties

_REQUESTS = st.sampled_from(
    [
        ("påmind {whom} om {what}", "stop {whose} påmindelser om {what}", Language.DANISH),
        ("remind {whom} of {what}", "stop {whose} reminders of {what}", Language.ENGLISH),
    ]
)
_WHOM = {
    (Language.DANISH, False): ("mig", "mine"),
    (Language.DANISH, True): ("kanalen", "kanalens"),
    (Language.ENGLISH, False): ("me", "my"),
    (Language.ENGLISH, True): ("this channel", "the channel's"),
}
_WHAT = {
    Language.DANISH: ("alle arrangementer", "konferencer", "messen", "arrangementer på Fyn"),
    Language.ENGLISH: ("all events", "conferences", "fair", "events on Funen", "online events"),
}


@given(st.data(), st.sampled_from(["fair", "meet", "talk"]), st.booleans())
async def test_what_was_set_up_and_ended_leaves_nothing(
    data: st.DataObject, entry: str, channel: bool
) -> None:
    person = Person(here=HERE)
    if not channel and data.draw(st.booleans()):
        await person.presses_remind(entry)
        await person.presses_stop(entry)
    else:
        begin, end, language = data.draw(_REQUESTS)
        whom, whose = _WHOM[language, channel]
        what = data.draw(st.sampled_from(_WHAT[language]))
        await person.asks(begin.format(whom=whom, what=what))
        assert len(await person.kept(HERE if channel else person.mine)) == 1  # type: ignore[arg-type]
        await person.asks(end.format(whose=whose, what=what))
    assert (await person.kept(), await person.kept(HERE)) == ([], [])


@given(st.text(max_size=200))
async def test_any_text_is_answered_and_sets_up_nothing_by_chance(typed: str) -> None:
    person = Person(here=HERE)
    reply = await person.asks(typed)
    assert reply.parts
    assert (await person.kept(), await person.kept(HERE)) == ([], [])


@given(st.text(max_size=200))
async def test_any_text_behind_a_command_is_answered(typed: str) -> None:
    person = Person(here=HERE)
    reply = await person.commands(typed)
    assert reply.parts
    if reply.outcome in {Outcome.UNKNOWN, Outcome.HELP, Outcome.REFUSED}:
        assert (await person.kept(), await person.kept(HERE)) == ([], [])


@pytest.mark.parametrize("asked", ["glem mig", "forget me"])
async def test_who_is_forgotten_is_reminded_no_more(asked: str) -> None:
    person = Person()
    await person.has(FAIR, CONFERENCES)
    reply = await person.asks(asked)
    assert say.FORGOTTEN_TOO.say(reply.language) in text(reply)
    assert await person.kept() == []
    assert await person.asks(asked) == INNER


async def test_nobody_is_said_to_be_forgotten_who_is_not() -> None:
    with pytest.raises(StoreError):
        await Person(subscriptions=BrokenSubscriptions()).asks("glem mig")
