"""The bot is added to conversations, and says what it can do."""

from tests.end_to_end.playground.day import Day
from tests.end_to_end.playground.tenant import GENERAL, GROUP, OWNERS, PERSONAL

PLACES = {
    PERSONAL: "her own conversation with it",
    GROUP: "the group chat",
    GENERAL: "the team's channel General",
    OWNERS: "the channel of those who answer",
}


async def greeted(day: Day) -> None:
    """It greets once in each, though Teams tells of its coming twice."""
    for place, named in PLACES.items():
        await day.anna.installs(place)
        greeting = await day.teams.next_card(place)
        assert "What I can help with" in greeting.text
        assert "“events”" in greeting.text
        assert "Who looks after historical data?" in greeting.labels
        day.story.show(f"Anna adds it to {named}, and it says", greeting)
    await day.teams.nothing_more()


async def offered_question(day: Day) -> None:
    """What a greeting offers to ask, it answers in the greeting's place."""
    await day.anna.installs(PERSONAL)
    greeting = await day.teams.next_card(PERSONAL)
    answer = await day.presses(day.anna, greeting, "Who looks after historical data?")
    assert "swh@rsyd.dk" in answer.text
    again = await day.presses(day.anna, answer, "Back")
    assert again.text == greeting.text
    await day.teams.nothing_more()
