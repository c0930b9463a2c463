"""A day in a Slack that others wrote: all that people do with the bot, one thing after another.

What was seen of each step is kept below ``build/emulated``, to be read.
"""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from bot.slack.poster import KEPT_AS
from tests.end_to_end.emulated.scene import ROOT, Folders, Scene, Story, scene
from tests.end_to_end.slack.test_real_answers import HOLDERS
from tests.fakes.responder import FixedClock
from tests.fakes.slack_server import Post
from tests.fakes.slack_workspace import buttons, shown

WHINN_WEEK = datetime.fromisoformat("2023-11-01T09:00+01:00")
HISTORICAL = "hvem har styr på historiske data?"


@pytest.fixture(params=["http", "socket"])
async def day(
    request: pytest.FixtureRequest, folders: Folders, clock: FixedClock
) -> AsyncIterator["Day"]:
    story = Story(ROOT / "build" / "emulated" / f"{request.param}.txt")
    async with scene(request.param, folders, clock) as slack:
        story.tell(
            f"The bot is installed by OAuth and reached over {request.param}",
            f"granted: {slack.front.granted[slack.front.bot_token]}",
        )
        yield Day(slack, story)


async def test_all_that_people_do(day: "Day") -> None:
    await day.mention()
    await day.direct_message()
    await day.commands()
    await day.choice()
    await day.reminders()
    await day.end_of_reminders()
    await day.end_of_all()


class Day:
    """The steps, each with what has to be true of it."""

    def __init__(self, slack: Scene, story: Story) -> None:
        self.slack = slack
        self.anna, self.john = slack.anna, slack.john
        self.story = story

    async def next_post(self) -> Post:
        return await self.slack.front.next_post()

    async def mention(self) -> None:
        asked = await self.anna.mentions(HISTORICAL, self.slack.channel)
        await self.next_post()
        (answer,) = await self.john.thread(self.slack.channel, asked)
        assert all(part in shown(answer) for part in HOLDERS)
        assert await self.anna.history(self.slack.channel) == [], "nothing beside the thread"
        self.story.show(f"Anna mentions it in #klinisk-ai: {HISTORICAL}", answer)

        further = await self.john.mentions("and his address?", self.slack.channel, asked)
        await self.next_post()
        _, question, second = await self.anna.thread(self.slack.channel, asked)
        assert question.ts == further
        assert second.body["user"] != question.body["user"]
        self.story.show("John goes on in the thread: and his address?", second)

    async def direct_message(self) -> None:
        asked = await self.john.writes("who is head of radiology?")
        await self.next_post()
        (answer,) = await self.john.answers(self.john.direct, asked)
        assert "I do not know that" in shown(answer)
        assert await self.slack.front.more_posts(0.5) == [], "its own message is no question"
        self.story.show("John writes to it: who is head of radiology?", answer)

    async def commands(self) -> None:
        before = await self.anna.history(self.slack.channel)
        await self.anna.commands("/rain", "hvem hjælper med jura?", self.slack.channel)
        answer = await self.next_post()
        assert "kfn@rsyd.dk" in shown(answer)
        self.story.show("Anna gives the command /rain hvem hjælper med jura?", answer)

        await self.john.commands("/events", "odense", self.slack.channel)
        listed = await self.next_post()
        assert "WHINN" in shown(listed)
        self.story.show("John gives the command /events odense", listed)
        assert answer.ephemeral
        assert listed.ephemeral
        assert await self.anna.history(self.slack.channel) == before, "nobody else saw it"

    async def choice(self) -> None:
        asked = await self.anna.mentions("Kristian?", self.slack.channel)
        await self.next_post()
        (offer,) = await self.anna.thread(self.slack.channel, asked)
        labels = [button["text"]["text"] for button in buttons(offer)]
        assert {"Kristian Kvist", "Kristian Fjordside Nielsen"} <= set(labels)
        self.story.show("Anna mentions it: Kristian?", offer)

        await self.anna.presses(offer, "Kristian Kvist")
        await self.next_post()
        _, answer = await self.anna.thread(self.slack.channel, asked)
        assert "kgk@rsyd.dk" in shown(answer)
        self.story.show("She presses Kristian Kvist", answer)

    async def reminders(self) -> None:
        await self.anna.commands("/rain", "remind her om WHINN", self.slack.channel)
        told = await self.next_post()
        assert "onsdag den 1. november 2023 kl. 09.00" in shown(told)
        self.story.show("Anna gives the command /rain remind her om WHINN", told)
        await self.john.commands("/events", "odense")
        await self.john.presses(await self.next_post(), "Remind me", self.john.direct)
        told = await self.next_post()
        assert "1 November 2023" in shown(told)
        self.story.show("John presses Remind me under /events odense", told)

        self.slack.move_to(WHINN_WEEK - timedelta(seconds=10))
        assert await self.slack.front.more_posts(1.5) == [], "ten seconds are left"
        self.slack.move_to(WHINN_WEEK)
        await self.next_post()
        await self.next_post()
        assert await self.slack.front.more_posts(1.5) == []
        await self._seen_once()

    async def _seen_once(self) -> None:
        (posted,) = await self.anna.history(self.slack.channel, hidden=True)
        assert posted.body["metadata"]["event_type"] == KEPT_AS
        assert "om 7 dage" in shown(posted)
        self.story.show("1 November 2023, 09:00, in #klinisk-ai", posted)
        *_, posted = await self.john.history(hidden=True)
        assert posted.body["metadata"]["event_type"] == KEPT_AS
        assert "in 7 days" in shown(posted)
        self.story.show("At the same time, to John", posted)

    async def end_of_reminders(self) -> None:
        *_, reminder = await self.john.history()
        (stop,) = (b for b in buttons(reminder) if b["action_id"].startswith("stop"))
        await self.john.presses(reminder, stop["text"]["text"])
        self.story.show(f"John presses {stop['text']['text']}", await self.next_post())
        self.slack.move_to(WHINN_WEEK + timedelta(days=6))
        assert (await self.next_post()).channel == self.slack.channel
        assert await self.slack.front.more_posts(1.5) == [], "he hears no more of it"
        _, second = await self.anna.history(self.slack.channel)
        assert "i morgen" in shown(second)
        self.story.show("7 November 2023, 09:00, in #klinisk-ai", second)

    async def end_of_all(self) -> None:
        heard = await self.slack.take_out_the_app()
        await self.john.writes("hello?")
        assert await self.slack.front.more_posts(0.5) == []
        assert all(receipt.status == 200 for receipt in heard + self.slack.front.receipts)
        self.story.tell("The app is taken out of the workspace: nothing is written any more")
