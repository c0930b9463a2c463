"""A day of the people in the Playground, and what is told of it."""

from datetime import datetime

from tests.end_to_end.playground.people import Person, Seen
from tests.end_to_end.playground.scene import Scene
from tests.end_to_end.playground.story import Story

WHINN_WEEK = datetime.fromisoformat("2023-11-01T09:00+01:00")
"""A week before the event that people are reminded of."""
HISTORICAL = "hvem har styr på historiske data?"
HOLDERS = ("Sune Welling Hansen", "swh@rsyd.dk", "Anders.Maarbjerg@rsyd.dk", "kgk@rsyd.dk")
CPR, CPR_IN_FORM = "010190-1234", "020290-1234"


class Day:
    """The people, and what is told of them."""

    def __init__(self, teams: Scene, story: Story) -> None:
        self.teams = teams
        self.anna, self.john, self.ole = teams.anna, teams.john, teams.ole
        self.story = story

    async def asks(self, text: str) -> Seen:
        """Let Anna write to the bot; its answer, which is told of."""
        answer = await self.teams.next_card(await self.anna.writes(text))
        self.story.show(f"Anna writes to it: {text}", answer)
        return answer

    async def mentions(self, who: Person, text: str, conversation: str, named: str) -> Seen:
        """Let somebody mention the bot where others read along; its answer, told of."""
        answer = await self.teams.next_card(await who.mentions(text, conversation))
        self.story.show(f"{who.name} mentions it {named}: {text}", answer)
        return answer

    async def presses(
        self, who: Person, card: Seen, label: str, number: int = 0, **filled: str
    ) -> Seen:
        """Let somebody press something; the card that stands then, which is told of."""
        now = await who.presses(card, label, number, **filled)
        given = "".join(f", with {name} “{text}”" for name, text in filled.items())
        self.story.show(f"{who.name} presses {label}{given}, and the card becomes", now)
        return now
