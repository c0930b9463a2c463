"""The scenes: what the bot says on its shipped knowledge base, on a day in June 2023.

A new message is a line in `ASKED`. Whatever else there is to see is one more `Scene` in what
`scenes` returns; views are made with `Scene.of_view`.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.app.attending import attending
from bot.app.stores import in_process
from bot.config import Settings
from bot.desk import Desk
from bot.knowledge.model import DEFAULT_ZONE
from bot.ports import Attendant, Clock
from bot.reply import Address, AddressKind, Intent, Language, Question
from bot.slack.render import message
from scripts.pictures.scene import Kind, Scene, Theme

NOW = datetime(2023, 6, 1, 9, tzinfo=ZoneInfo(DEFAULT_ZONE))
"""All events of the newsletter still lie ahead."""
WHINN = "whinn-2023"
DANISH, ENGLISH = Language.DANISH, Language.ENGLISH


class StoppedClock(Clock):
    """Stands still, so that the same pictures come out every day."""

    def now(self) -> datetime:
        """Always `NOW`."""
        return NOW


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks, or presses where there is an ``intent``; ``text`` is shown as typed."""

    name: str
    text: str
    language: Language = DANISH
    intent: Intent = Intent.ASK
    entry: str = ""
    theme: Theme = Theme.LIGHT

    def question(self) -> Question:
        """The question, by somebody new each time: nothing leads from one picture to the next."""
        return Question(
            text=self.text,
            at=NOW,
            intent=self.intent,
            entry=self.entry,
            locale=self.language,
            asker=self.name,
            conversation=self.name,
            mine=Address("slack", "T0", AddressKind.PERSON, self.name),
        )


ASKED = (
    Asked("historical-data", "Hvem har styr på historiske data?"),
    Asked("event", "Hvornår er WHINN?"),
    Asked("events", "Hvilke arrangementer er der?"),
    Asked("choice", "Kristian?"),
    Asked("unknown", "Hvem er chef for radiologien?"),
    Asked("help", "Hjælp"),
    Asked("refused-number", "Patienten 010190-1234, hvem kan hjælpe?"),
    Asked("refused-treatment", "Skal patienten have mere insulin?"),
    Asked("steps", "Hvordan starter man et projekt i CAI-X?"),
    Asked("nobody-named", "Can you help with legal questions?", ENGLISH),
    Asked("company", "We are a start-up, whom do we talk to?", ENGLISH),
    Asked("event-dark", "When is the RAIN online event?", ENGLISH, theme=Theme.DARK),
    Asked("remind-me", "", intent=Intent.REMIND, entry=WHINN),
)


async def scenes(answering: Desk, settings: Settings) -> list[Scene]:
    """Every scene there is a picture of, in a fixed order."""
    attendant = attending(answering, in_process(StoppedClock()), settings)
    return [scene async for scene in _messages(attendant)]


async def _messages(attendant: Attendant) -> AsyncIterator[Scene]:
    for asked in ASKED:
        drawn = message(await attendant.answer(asked.question()))
        yield Scene(asked.name, Kind.MESSAGE, drawn.blocks, asked.theme, asked.text)
