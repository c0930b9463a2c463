"""Answers about events that come offer to remind of them."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.assistant.compose import Composer
from bot.assistant.happenings import Happenings
from bot.assistant.replies import MOST_ACTIONS, Replies
from bot.events.wish import wish
from bot.reminders.model import EVERYTHING, Scope
from bot.reply import Ask, EntryRef, Events, Language, Outcome, Remind, Reply, Right, Wrong
from tests.fakes.responder import FakeResponder
from tests.unit.reminders.reminding_base import (
    EARLY,
    LOOKUP,
    BrokenSubscriptions,
    Person,
    at,
    event,
    lookup,
    place,
    single,
)

DA = Language.DANISH
AFTER = at(2023, 12, 1)


def answer(id_: str) -> Reply:
    """The assistant's own answer about an event."""
    return Replies(LOOKUP, Composer(LOOKUP, DA, EARLY)).answer([(LOOKUP.entries[id_], 1.0)])


def listing(now: datetime = EARLY) -> Reply:
    """The assistant's own list of what is on."""
    return Happenings(LOOKUP, DA, now).listing(wish("arrangementer", now.date(), ()))


async def offers(reply: Reply, *has: Scope, **person: object) -> list[Remind]:
    asking = Person(inner=FakeResponder(reply), **person)  # type: ignore[arg-type]
    await asking.has(*has)
    reply = await asking.asks("hvad sker der?")
    below = [
        card.actions for part in reply.parts if isinstance(part, Events) for card in part.events
    ]
    actions = (action for some in (*below, reply.actions) for action in some)
    return [action for action in actions if isinstance(action, Remind)]


async def test_the_answer_about_an_event_offers_it() -> None:
    assert await offers(answer("talk")) == [Remind("Påmind mig", "talk")]


async def test_the_offer_stands_behind_the_answers_own() -> None:
    reply = answer("talk")
    offered = await Person(inner=FakeResponder(reply)).asks("hvad sker der?")
    assert offered == replace(reply, actions=(*reply.actions, Remind("Påmind mig", "talk")))


async def test_a_list_offers_each_right_below_it() -> None:
    more = [event(f"more-{n}", starts=at(2023, 8, 1).date()) for n in range(5)]
    many = lookup(*LOOKUP.knowledge.events, *more)
    reply = Happenings(many, DA, EARLY).listing(wish("arrangementer", EARLY.date(), ()))
    asked = await Person(inner=FakeResponder(reply), lookup=many).asks("hvad sker der?")
    (shown,) = [part for part in asked.parts if isinstance(part, Events)]
    for card in shown.events:
        offered = [action for action in card.actions if isinstance(action, Remind)]
        expected = [] if card.id == "off" else [Remind("Påmind mig", card.id)]
        assert offered == expected, "nobody is reminded of what is cancelled"
    assert not any(isinstance(action, Remind) for action in asked.actions)


async def test_what_comes_no_more_is_not_offered() -> None:
    assert await offers(answer("talk"), now=AFTER) == []
    assert await offers(answer("off")) == []
    assert await offers(listing(AFTER), now=AFTER) == []
    assert [offer.entry for offer in await offers(listing())] == ["talk", "meet", "fair"]


@pytest.mark.parametrize("has", [single("fair"), EVERYTHING, place("odense")])
async def test_what_the_person_has_is_not_offered(has: Scope) -> None:
    assert await offers(answer("fair"), has) == []


async def test_of_a_list_the_others_are_offered() -> None:
    found = await offers(listing(), single("talk"))
    assert [offer.entry for offer in found] == ["meet", "fair"]


async def test_nobody_is_offered_what_cannot_reach_them() -> None:
    assert await offers(answer("talk"), mine=None) == []


async def test_no_more_is_offered_than_a_reply_holds() -> None:
    asks = tuple(Ask(f"{n}", f"{n}") for n in range(MOST_ACTIONS))
    reply = await Person(inner=FakeResponder(replace(answer("talk"), actions=asks))).asks("hvad?")
    assert reply.actions == (*asks[:-1], Remind("Påmind mig", "talk"))


async def test_what_judges_the_answer_stays_and_stands_last() -> None:
    judging = Right("Rigtigt svar", ("talk",)), Wrong("Forkert svar", ("talk",), "?")
    full = tuple(Ask(f"{n}", f"{n}") for n in range(MOST_ACTIONS))
    reply = replace(answer("talk"), actions=(*full, *judging))
    asked = await Person(inner=FakeResponder(reply)).asks("hvad sker der?")
    assert asked.actions == (*full[:-1], Remind("Påmind mig", "talk"), *judging)


@pytest.mark.parametrize("outcome", [Outcome.CHOOSE, Outcome.UNKNOWN, Outcome.HELP])
async def test_only_answers_offer(outcome: Outcome) -> None:
    assert await offers(replace(answer("talk"), outcome=outcome)) == []


async def test_an_event_beside_another_thing_is_offered_by_its_title() -> None:
    person = EntryRef("anna", "person", "Anna", 1.0)
    reply = replace(answer("fair"), entries=(person, *answer("fair").entries))
    assert await offers(reply) == [Remind("Påmind mig: Den store messe", "fair")]


async def test_a_store_that_cannot_be_reached_stops_no_answer() -> None:
    reply = answer("talk")
    person = Person(BrokenSubscriptions(), inner=FakeResponder(reply))
    assert await person.asks("hvad sker der?") == reply
