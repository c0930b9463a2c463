"""Reminders are set up, come on the minute, and are ended."""

from datetime import timedelta

from tests.end_to_end.playground.day import WHINN_WEEK, Day
from tests.end_to_end.playground.tenant import GENERAL, GROUP, PERSONAL

EVENT = "WHINN – Week of Health and Innovation 2023"
ON_THE_FIRST = "onsdag den 1. november 2023 kl. 09.00"


async def set_up(day: Day) -> None:
    """By words and by buttons: for a channel, a group chat, Anna, and John."""
    event = await day.mentions(day.john, "when is WHINN?", GROUP, "in the group")
    told = await day.presses(day.john, event, "Remind me")
    assert "I will remind you" in told.text
    event = await day.asks("hvornår er WHINN?")
    assert EVENT in event.text
    told = await day.presses(day.anna, event, "Påmind mig")
    assert "Jeg minder dig om" in told.text
    assert ON_THE_FIRST in told.text
    told = await day.mentions(day.anna, "påmind os om WHINN", GENERAL, "in General")
    assert "hele kanalen" in told.text
    assert ON_THE_FIRST in told.text
    told = await day.mentions(day.john, "remind this channel about WHINN", GROUP, "in the group")
    assert "1 November 2023" in told.text
    await day.teams.nothing_more()


async def come(day: Day) -> str:
    """Not before, and then once to each; the conversation in which John got his.

    He never wrote to the bot where nobody reads along: it begins that conversation.
    """
    day.teams.move_to(WHINN_WEEK - timedelta(seconds=10))
    await day.teams.nothing_more(1.5)
    day.teams.move_to(WHINN_WEEK)
    came = await day.teams.next_cards(4)
    (johns,) = came.keys() - {GENERAL, GROUP, PERSONAL}
    told = {GENERAL: "in General", GROUP: "in the group", PERSONAL: "to Anna", johns: "to John"}
    for place, named in told.items():
        assert EVENT in came[place].text
        assert ("in 7 days" if place in {GROUP, johns} else "om 7 dage") in came[place].text
        day.story.show(f"1 November 2023, 09:00, {named}", came[place])
    ended = await day.presses(day.anna, came[PERSONAL], "Stop påmindelser om det")
    assert "ikke længere" in ended.text
    return johns


async def come_to_the_rest(day: Day) -> None:
    """Who has ended theirs hears no more, nor does where the bot was taken out; the rest do."""
    day.teams.move_to(WHINN_WEEK + timedelta(days=6))
    came = await day.teams.next_cards(1)
    assert "i morgen" in came[GENERAL].text
    day.story.show("7 November 2023, 09:00, in General alone", came[GENERAL])
