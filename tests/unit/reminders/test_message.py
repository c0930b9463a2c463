from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.model import Kind
from bot.knowledge.forms import Text
from bot.knowledge.model import Event, Status
from bot.plain_text import plain_text
from bot.reminders.message import message, notice
from bot.reminders.plan import Rules, plan
from bot.reply import (
    EntryRef,
    Events,
    Heading,
    Language,
    Note,
    OpenLink,
    Outcome,
    Paragraph,
    Reply,
    StopReminding,
)
from tests.unit.reminders.base import (
    ANY_RULES,
    HOME,
    PAGE,
    RULES,
    SIGN_UP,
    at,
    event,
    events,
    lookup,
    wall,
)

DA, EN = Language.DANISH, Language.ENGLISH
TIMED: dict[str, Any] = {
    "starts": wall(2023, 6, 21, 15, 15),
    "ends": wall(2023, 6, 21, 16, 45),
    "registration": SIGN_UP,
    "links": (PAGE,),
}
WHOLE: dict[str, Any] = {"starts": date(2023, 11, 8), "ends": date(2023, 11, 9)}
DAY_BEFORE = at(2023, 6, 20, 9)


def said(
    now: datetime,
    kind: Kind = Kind.REMINDER,
    language: Language = DA,
    **fields: Any,  # noqa: ANN401 - as a file has it
) -> Reply | None:
    made = event(**fields)
    return message(made, kind, lookup(made), language, now)


def heading(
    now: datetime,
    kind: Kind = Kind.REMINDER,
    language: Language = DA,
    **fields: Any,  # noqa: ANN401 - as a file has it
) -> str:
    reply = said(now, kind, language, **fields)
    assert reply is not None
    first = reply.parts[0]
    assert isinstance(first, Heading)
    return first.text


def test_a_whole_reminder() -> None:
    reply = said(DAY_BEFORE, **TIMED)
    assert reply is not None
    assert plain_text(reply) == (
        "Begynder i morgen kl. 15.15\n\n"
        "• Et træf\n"
        "  onsdag den 21. juni 2023 kl. 15.15–16.45, Odense\n"
        "  https://example.org/page\n"
        "  https://example.org/tilmelding\n\n"
        "Kilde: Brevet. Sidst tjekket torsdag den 1. juni 2023."
    )
    assert reply.outcome is Outcome.ANSWER
    assert reply.entries == (EntryRef("gathering", "event", "Et træf", 1.0),)
    assert reply.actions == (
        OpenLink("Tilmelding", "https://example.org/tilmelding"),
        OpenLink("Program", "https://example.org/page"),
        StopReminding("Stop påmindelser om det", "gathering"),
    )


def test_a_whole_reminder_in_english() -> None:
    reply = said(DAY_BEFORE, language=EN, **TIMED)
    assert reply is not None
    assert reply.language is EN
    assert plain_text(reply).startswith(
        "Starts tomorrow at 15:15\n\n• A gathering\n  Wednesday 21 June 2023, 15:15–16:45, Odense"
    )


@pytest.mark.parametrize(
    ("now", "fields", "danish", "english"),
    [
        (at(2023, 6, 21, 14, 55), TIMED, "Begynder om 20 minutter, kl. 15.15",
         "Starts in 20 minutes, at 15:15"),
        (at(2023, 6, 21, 9), TIMED, "Begynder i dag kl. 15.15", "Starts today at 15:15"),
        (at(2023, 6, 18, 9), TIMED, "Begynder om 3 dage", "Starts in 3 days"),
        (at(2023, 11, 7, 9), WHOLE, "Begynder i morgen", "Starts tomorrow"),
        (at(2023, 11, 8, 11), WHOLE, "Begynder i dag", "Starts today"),
        (at(2023, 11, 7, 9), {"starts": date(2023, 11, 8)}, "Finder sted i morgen",
         "Takes place tomorrow"),
        (at(2023, 11, 8, 11), {"starts": date(2023, 11, 8)}, "Finder sted i dag",
         "Takes place today"),
    ],
)  # fmt: skip
def test_how_a_reminder_opens(
    now: datetime, fields: dict[str, Any], danish: str, english: str
) -> None:
    assert heading(now, **fields) == danish
    assert heading(now, language=EN, **fields) == english


def test_a_reminder_comes_too_late_once_the_event_has_begun() -> None:
    assert said(at(2023, 6, 21, 15, 14, 59), **TIMED)
    assert said(at(2023, 6, 21, 15, 15), **TIMED) is None


def test_without_a_time_a_reminder_comes_too_late_at_noon() -> None:
    assert said(at(2023, 11, 8, 11, 59), **WHOLE)
    assert said(at(2023, 11, 8, 12), **WHOLE) is None


def test_of_a_cancelled_event_nobody_is_reminded() -> None:
    off = {**TIMED, "register_by": date(2023, 6, 20), "status": Status.CANCELLED}
    assert said(DAY_BEFORE, **off) is None
    assert said(DAY_BEFORE, Kind.DEADLINE, **off) is None


@pytest.mark.parametrize("status", [Status.PLANNED, Status.MOVED])
def test_on_its_day_a_reminder_does_not_claim_that_an_event_has_begun(status: Status) -> None:
    reply = said(at(2023, 11, 8, 9), **WHOLE, status=status)
    assert reply is not None
    assert "i gang" not in plain_text(reply)
    assert ("Flyttet; tid og sted her er de nye." in plain_text(reply)) == (status == Status.MOVED)


def test_what_is_no_longer_sure_is_said_in_the_small_print() -> None:
    reply = said(DAY_BEFORE, **TIMED, check_every=7)
    assert reply is not None
    notes = [part.text for part in reply.parts if isinstance(part, Note)]
    assert len(notes) == 2
    assert "forældede" in notes[1]


def test_a_reminder_says_until_when_one_can_register() -> None:
    reply = said(DAY_BEFORE, **TIMED, register_by=date(2023, 6, 20))
    assert reply is not None
    assert "Tilmelding senest tirsdag den 20. juni 2023." in plain_text(reply)


def test_once_registration_is_closed_nobody_is_sent_there() -> None:
    reply = said(DAY_BEFORE, **TIMED, register_by=date(2023, 6, 19))
    assert reply is not None
    assert str(SIGN_UP) not in plain_text(reply)
    assert "Tilmeldingsfristen var mandag den 19. juni 2023." in plain_text(reply)
    assert [type(action) for action in reply.actions] == [OpenLink, StopReminding]
    assert reply.actions[0] == OpenLink("Program", "https://example.org/page")


def test_an_event_without_links_offers_to_stop_alone() -> None:
    reply = said(at(2023, 11, 7, 9), **WHOLE)
    assert reply is not None
    assert [type(action) for action in reply.actions] == [StopReminding]


# --- deadlines


@pytest.mark.parametrize(
    ("now", "register_by", "danish", "english"),
    [
        (at(2023, 6, 13, 9), date(2023, 6, 14), "Sidste frist for tilmelding er i morgen",
         "The last day to register is tomorrow"),
        (at(2023, 6, 14, 23), date(2023, 6, 14), "Sidste frist for tilmelding er i dag",
         "The last day to register is today"),
        (at(2023, 6, 13, 9), wall(2023, 6, 14, 12), "Tilmeldingen lukker i morgen kl. 12.00",
         "Registration closes tomorrow at 12:00"),
        (at(2023, 6, 14, 11, 30), wall(2023, 6, 14, 12),
         "Tilmeldingen lukker om 30 minutter, kl. 12.00",
         "Registration closes in 30 minutes, at 12:00"),
    ],
)  # fmt: skip
def test_how_a_deadline_opens(now: datetime, register_by: date, danish: str, english: str) -> None:
    fields = {**TIMED, "register_by": register_by}
    assert heading(now, Kind.DEADLINE, **fields) == danish
    assert heading(now, Kind.DEADLINE, EN, **fields) == english


def test_a_deadline_gives_the_day_the_event_and_the_way_to_register() -> None:
    reply = said(at(2023, 6, 13, 9), Kind.DEADLINE, **TIMED, register_by=date(2023, 6, 14))
    assert reply is not None
    assert "onsdag den 21. juni 2023 kl. 15.15" in plain_text(reply)
    assert "Tilmelding senest onsdag den 14. juni 2023." in plain_text(reply)
    assert reply.actions[0] == OpenLink("Tilmelding", str(SIGN_UP))


def test_a_deadline_that_passed_or_is_none_is_not_told() -> None:
    closes = {**TIMED, "register_by": date(2023, 6, 14)}
    assert said(at(2023, 6, 15), Kind.DEADLINE, **closes) is None
    closes = {**TIMED, "register_by": wall(2023, 6, 14, 12)}
    assert said(at(2023, 6, 14, 12), Kind.DEADLINE, **closes) is None
    assert said(DAY_BEFORE, Kind.DEADLINE, **TIMED) is None
    nowhere = {**TIMED, "register_by": date(2023, 6, 21), "registration": None}
    assert said(DAY_BEFORE, Kind.DEADLINE, **nowhere) is None
    late = {**TIMED, "register_by": date(2023, 6, 21)}
    assert said(at(2023, 6, 21, 15, 15), Kind.DEADLINE, **late) is None


# --- corrections


def test_a_cancelled_event_is_taken_back() -> None:
    off = {**TIMED, "status": Status.CANCELLED}
    assert heading(DAY_BEFORE, Kind.CORRECTION, **off) == "Rettelse: arrangementet er aflyst"
    reply = said(DAY_BEFORE, Kind.CORRECTION, EN, **off)
    assert reply is not None
    assert plain_text(reply).startswith("Correction: the event is cancelled\n\n• A gathering")
    assert "Cancelled." in plain_text(reply)
    assert reply.actions == (OpenLink("Programme", "https://example.org/page"),)


def test_a_changed_event_is_told_as_it_is_now() -> None:
    there = {**TIMED, "status": Status.MOVED, "place": Text(da="Vejle", en="Vejle")}
    reply = said(DAY_BEFORE, Kind.CORRECTION, **there)
    assert reply is not None
    opening, why, card = reply.parts[:3]
    assert opening == Heading("Rettelse: sådan er det nu")
    assert isinstance(why, Paragraph)
    assert isinstance(card, Events)
    text = plain_text(reply)
    assert "onsdag den 21. juni 2023 kl. 15.15–16.45, Vejle" in text
    assert "Flyttet; tid og sted her er de nye." in text
    assert isinstance(reply.actions[-1], StopReminding)


@pytest.mark.parametrize("status", Status)
def test_what_has_begun_is_not_put_right_any_more(status: Status) -> None:
    assert said(at(2023, 6, 21, 15, 15), Kind.CORRECTION, **TIMED, status=status) is None


def test_a_notice_is_no_message_about_an_event() -> None:
    assert said(DAY_BEFORE, Kind.NOTICE, **TIMED) is None


# --- for whatever the base may hold


KINDS = st.sampled_from([Kind.REMINDER, Kind.DEADLINE, Kind.CORRECTION])


@given(events(), ANY_RULES, st.sampled_from(Language), st.floats(0, 0.999))
def test_from_its_time_until_it_is_of_no_use_every_occurrence_can_be_told(
    made: Event, rules: Rules, language: Language, late: float
) -> None:
    base = lookup(made)
    for one in plan(made, rules).occurrences:
        now = one.due + (one.useless - one.due) * late
        assert message(made, one.kind, base, language, now) is not None


@given(events(), KINDS, st.sampled_from(Language), st.integers(-60, 10 * 24))
def test_a_message_says_tomorrow_of_tomorrow_only_and_nothing_once_it_is_too_late(
    made: Event, kind: Kind, language: Language, hours: int
) -> None:
    planned = plan(made, RULES)
    now = planned.useless - timedelta(hours=hours)
    reply = message(made, kind, lookup(made), language, now)
    if hours <= 0:
        assert reply is None
    elif kind is Kind.REMINDER:
        assert reply is not None
        opening = reply.parts[0]
        assert isinstance(opening, Heading)
        days = (planned.useless.astimezone(HOME).date() - now.astimezone(HOME).date()).days
        soon = hours <= 2 and "T" in planned.start
        tomorrow = "i morgen" in opening.text or "tomorrow" in opening.text
        assert tomorrow == (days == 1 and not soon)


# --- notices


@pytest.mark.parametrize(
    ("reason", "danish", "english"),
    [
        ("channel_not_found", "Inviter mig til kanalen", "Invite me"),
        ("is_archived", "Åbn kanalen igen", "Unarchive the channel"),
        ("not_in_channel", "Jeg er ikke med i kanalen.", "I am not in the channel."),
        ("no_permission", "ikke lov til at skrive der", "not allowed to write there"),
        ("missing_scope", "ikke lov til at skrive der", "not allowed to write there"),
        ("user_not_found", "ikke længere en konto", "no longer has an account"),
        ("cannot_dm_bot", "ikke længere en konto", "no longer has an account"),
        ("BotNotInConversationRoster", "Jeg er ikke med i kanalen.", "I am not in the channel."),
        ("BotDisabledByAdmin", "ikke lov til at skrive der", "not allowed to write there"),
        ("ConversationNotFound", "Kanalen er slettet", "The channel was deleted"),
        ("ConversationBlockedByUser", "Modtageren har blokeret mig.", "has blocked me"),
        ("never_met", "ikke længere en konto", "no longer has an account"),
        ("uncertain: no history", "kan være kommet frem alligevel", "may have arrived"),
        ("msg_too_long", "Som årsag er noteret »msg_too_long«.", "on record is “msg_too_long”."),
    ],
)
def test_whoever_set_a_reminder_up_is_told_why_it_failed_and_what_to_do(
    reason: str, danish: str, english: str
) -> None:
    made = event(**TIMED)
    for language, told in ((DA, danish), (EN, english)):
        reply = notice(made, reason, language)
        assert told in plain_text(reply)
        assert made.label(language) in plain_text(reply)
        assert reply.entries == (EntryRef("gathering", "event", made.label(language), 1.0),)


def test_of_an_event_that_is_gone_the_failure_is_told_without_its_name() -> None:
    reply = notice(None, "is_archived", DA)
    assert reply.entries == ()
    assert "Kanalen er arkiveret." in plain_text(reply)


@given(st.text(max_size=200), st.sampled_from(Language))
def test_any_reason_makes_a_short_notice(reason: str, language: Language) -> None:
    reply = notice(None, reason, language)
    assert len(plain_text(reply)) < 500
    assert reply.parts[0] == notice(None, "is_archived", language).parts[0]


def test_now_may_be_given_in_any_zone() -> None:
    here = datetime(2023, 6, 21, 14, 55, tzinfo=HOME)
    assert said(here, **TIMED) == said(here.astimezone(UTC), **TIMED)
