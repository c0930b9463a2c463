"""The scenes: what the bot says on its shipped knowledge base, on a day in June 2023.

A new message is a line in `ASKED`. Whatever else there is to see is one more `Told` in what
`scenes` returns. How a platform shows them is for `scripts.pictures.in_slack` and its siblings.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.config import Settings
from bot.desk import Desk
from bot.reply import Intent, Language, Press
from scripts.pictures.passing_on import passing_on
from scripts.pictures.reminders import reminders
from scripts.pictures.scene import Kind, Theme, Told
from scripts.pictures.stage import DANISH, ENGLISH, WHINN, Stage, stage


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks, or presses where there is an ``intent``; ``text`` is shown as typed."""

    name: str
    text: str
    language: Language = DANISH
    intent: Intent = Intent.ASK
    entry: str = ""
    theme: Theme = Theme.LIGHT

    @property
    def typed(self) -> str:
        """As it stands in the box that people write in."""
        return f"/rain {self.text}" if self.intent is Intent.COMMAND else self.text


WHEN = "Hvornår er WHINN?"
ASKED = (
    Asked("historical-data", "Hvem har styr på historiske data?"),
    Asked("event", WHEN),
    Asked("events", "Hvilke arrangementer er der?"),
    Asked("choice", "Kristian?"),
    Asked("person", "Hvordan får jeg fat i Kristian Kvist?"),
    Asked("unknown", "Hvem er chef for radiologien?"),
    Asked("help", "Hjælp"),
    Asked("who", "hvem", intent=Intent.COMMAND),
    Asked("privacy", "privatliv", intent=Intent.COMMAND),
    Asked("misspelt-command", "privatlvi", intent=Intent.COMMAND),
    Asked("refused-number", "Patienten 010190-1234, hvem kan hjælpe?"),
    Asked("refused-treatment", "Skal patienten have mere insulin?"),
    Asked("steps", "Hvordan starter man et projekt i CAI-X?"),
    Asked("nobody-named", "Can you help with legal questions?", ENGLISH),
    Asked("company", "We are a start-up, whom do we talk to?", ENGLISH),
    Asked("event-dark", "When is the RAIN online event?", ENGLISH, theme=Theme.DARK),
    Asked("remind-me", "", intent=Intent.REMIND, entry=WHINN),
    Asked("calendar", "", intent=Intent.CALENDAR, entry=WHINN),
)


async def scenes(answering: Desk, settings: Settings) -> list[Told]:
    """Every scene there is a picture of, in a fixed order."""
    async with stage(answering, settings) as shown:
        return [
            *[scene async for scene in _messages(shown)],
            *[scene async for scene in _judged(shown)],
            *[scene async for scene in passing_on(shown)],
            *reminders(shown.lookup),
            *[scene async for scene in _own_reminders(shown)],
            *[scene async for scene in _homes(shown)],
        ]


async def _messages(shown: Stage) -> AsyncIterator[Told]:
    """By somebody new each time: nothing leads from one picture to the next."""
    for asked in ASKED:
        reply = await shown.reply(
            asked.name,
            asked.text,
            intent=asked.intent,
            entry=asked.entry,
            locale=asked.language,
        )
        before = None if asked.text else Press(Intent.ASK, text=WHEN)
        yield Told(asked.name, reply, theme=asked.theme, asked=asked.typed, before=before)


async def _judged(shown: Stage) -> AsyncIterator[Told]:
    """What comes of the buttons below an answer."""
    answer = await shown.reply("Anna", WHEN)
    rested = {"entries": tuple(entry.id for entry in answer.entries)}
    others = {"entries": answer.others}
    yield Told("others", await shown.reply("Anna", "", intent=Intent.OTHERS, **others))
    yield Told("right", await shown.reply("Anna", "", intent=Intent.RIGHT, **rested))
    yield Told("wrong", await shown.reply("Anna", WHEN, intent=Intent.WRONG, **rested))


async def _own_reminders(shown: Stage) -> AsyncIterator[Told]:
    who = "Clara"
    for text in ("påmind mig om WHINN", "påmind mig om arrangementer i København"):
        await shown.reply(who, text)
    told = await shown.reply(who, "påmind", intent=Intent.COMMAND)
    yield Told("reminders", told, asked="/rain påmind")


async def _homes(shown: Stage) -> AsyncIterator[Told]:
    """The page of somebody new, and of somebody who has set it up."""
    yield Told("home", await shown.reply("Dan", "", intent=Intent.HOME), Kind.HOME)
    who = {"locale": ENGLISH}
    await shown.reply("Eve", "", intent=Intent.REMIND, entry=WHINN, **who)
    await shown.reply("Eve", "researcher", intent=Intent.SETTING, entry="audience", **who)
    yield Told("home-english", await shown.reply("Eve", "", intent=Intent.HOME, **who), Kind.HOME)
