"""A question that the bot cannot answer finds its way to people and back.

In the Playground everybody is in every channel of the team, so that nobody can be refused for not
being in that of those who answer: `tests/unit/teams` has that, against a Teams of our own.
"""

from datetime import timedelta

from tests.end_to_end.playground.day import CPR_IN_FORM, Day
from tests.end_to_end.playground.people import Seen
from tests.end_to_end.playground.tenant import GENERAL, OWNERS

UNKNOWN = "How do we get quantum computers to the telescope on the roof?"
SENT = "Who knows anything about quantum computers?"
ANSWER = "Dorte on the fourth floor does."
PASS_ON, TAKE, RESPOND = "Pass the question on", "Jeg tager det", "Svar"


async def passed_on(day: Day) -> tuple[Seen, Seen]:
    """John passes a question on, changed; the answer he got, and the owners' message."""
    reply = await day.mentions(day.john, UNKNOWN, GENERAL, "in General")
    form = await day.presses(day.john, reply, PASS_ON)
    for text in (UNKNOWN, day.john.name, "in the thread you asked in"):
        assert text in form.text
    await day.teams.nothing_more(1.5)  # nothing goes anywhere by pressing
    refused = await day.presses(day.john, form, "Send", text=f"Who treats {CPR_IN_FORM}?")
    assert "seemed to hold a CPR number" in refused.text
    await day.teams.nothing_more(1.5)

    said = await day.presses(day.john, refused, "Send", text=SENT)
    assert "The question is sent" in said.text
    told = await day.teams.next_card(OWNERS)
    assert SENT in told.text
    assert day.john.name in told.text
    assert UNKNOWN not in told.text, "what was shown is sent, and nothing else"
    day.story.show("In the owners' channel", told)
    twice = await day.presses(day.john, refused, "Send", text=SENT)
    assert "I have received that already" in twice.text
    await day.teams.nothing_more(1.5)
    return reply, told


async def answered(day: Day, asked: Seen, told: Seen) -> None:
    """Ole takes it, and answers; the answer comes into the thread in which it was asked."""
    await day.ole.presses_for_all(told, TAKE)
    taken = await day.teams.next_card(told.conversation)
    assert f"{day.ole.name} tager spørgsmålet." in taken.text
    day.story.show("In the owners' thread", taken)

    form = await day.presses(day.ole, told, RESPOND)
    assert SENT in form.text
    said = await day.presses(day.ole, form, "Send", answer=ANSWER, remember="yes")
    assert "Svaret er sendt" in said.text
    came = await day.teams.next_cards(2)
    assert came.keys() == {asked.conversation, told.conversation}
    for text in (SENT, ANSWER, day.ole.name):
        assert text in came[asked.conversation].text
    day.story.show("In John's thread in General", came[asked.conversation])
    assert f"{day.ole.name} har svaret" in came[told.conversation].text
    day.story.show("In the owners' thread", came[told.conversation])


async def no_nudge(day: Day) -> None:
    """What was answered, nobody is reminded of."""
    day.teams.clock.move(timedelta(days=7))
    await day.teams.nothing_more(1.5)
    day.story.tell("A week later: nobody was reminded of the question")
