"""Reminders are set up, come on the minute, and are ended."""

from datetime import timedelta

from bot.slack.poster import KEPT_AS
from tests.end_to_end.emulated.day import WHINN_WEEK, Day
from tests.end_to_end.emulated.people import Person
from tests.fakes.slack_workspace import buttons, shown


async def set_up(day: Day) -> None:
    """One for the channel by Anna, who has one of her own; and one for John."""
    await day.anna.commands("/rain", "remind her om WHINN", day.slack.channel)
    told = await day.next_post()
    assert "onsdag den 1. november 2023 kl. 09.00" in shown(told)
    day.story.show("Anna gives the command /rain remind her om WHINN", told)
    await day.john.commands("/events", "odense")
    listed = await day.next_post()
    day.story.show("John gives the command /events odense", listed)
    await day.john.presses(listed, "Remind me", day.john.direct)
    told = await day.next_post()
    assert "1 November 2023" in shown(told)
    day.story.show("He presses Remind me", told)


async def come(day: Day) -> None:
    """Not before, and then once to each."""
    day.slack.move_to(WHINN_WEEK - timedelta(seconds=10))
    await day.nothing_more(1.5)
    day.slack.move_to(WHINN_WEEK)
    for _ in range(3):
        await day.next_post()
    await day.nothing_more(1.5)
    await _seen(day, day.anna, day.slack.channel, "om 7 dage", "in #klinisk-ai")
    await _seen(day, day.anna, day.anna.direct, "om 7 dage", "to Anna")
    await _seen(day, day.john, day.john.direct, "in 7 days", "to John")


async def _seen(day: Day, person: Person, channel: str, when: str, where: str) -> None:
    *_, posted = await person.history(channel, hidden=True)
    assert posted.body["metadata"]["event_type"] == KEPT_AS
    assert when in shown(posted)
    day.story.show(f"1 November 2023, 09:00, {where}", posted)


async def end(day: Day) -> None:
    """Who has ended theirs hears no more, and the others do."""
    *_, reminder = await day.john.history()
    (stop,) = (b for b in buttons(reminder) if b["action_id"].startswith("stop"))
    await day.john.presses(reminder, stop["text"]["text"])
    day.story.show(f"John presses {stop['text']['text']}", await day.next_post())
    day.slack.move_to(WHINN_WEEK + timedelta(days=6))
    told = {(await day.next_post()).channel for _ in range(2)}
    assert day.slack.channel in told
    await day.nothing_more(1.5)
    *_, second = await day.anna.history(day.slack.channel)
    assert "i morgen" in shown(second)
    day.story.show("7 November 2023, 09:00, in #klinisk-ai", second)
