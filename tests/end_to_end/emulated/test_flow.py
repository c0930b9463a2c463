"""A day in a Slack that others wrote: all that people do with the bot, one thing after another.

What was seen of each step is kept below ``build/emulated``, to be read.
"""

from collections.abc import AsyncIterator

import pytest

from tests.end_to_end.emulated import (
    day_asking,
    day_home,
    day_installing,
    day_leaving,
    day_passing,
    day_reminders,
)
from tests.end_to_end.emulated.day import Day
from tests.end_to_end.emulated.scene import ROOT, scene, uninstalled_scene
from tests.end_to_end.emulated.serving import Folders
from tests.end_to_end.emulated.story import Story
from tests.fakes.responder import FixedClock

LOG = ROOT / "build" / "emulated"


@pytest.fixture(params=["http", "socket"])
async def day(
    request: pytest.FixtureRequest, folders: Folders, clock: FixedClock
) -> AsyncIterator[Day]:
    """Over HTTP the bot is installed by its own page, for the socket by a token in its settings."""
    story = Story(LOG / f"{request.param}.txt")
    if request.param == "http":
        async with uninstalled_scene(folders, clock) as slack:
            await day_installing.installed(slack, story)
            await slack.begin()
            yield Day(slack, story)
        return
    async with scene("socket", folders, clock) as slack:
        story.tell(
            "The bot is installed, has its token in its settings, and is reached over its socket",
            f"granted: {slack.front.granted[slack.front.bot_token]}",
        )
        yield Day(slack, story)


async def test_all_that_people_do(day: Day) -> None:
    await day_asking.mention(day)
    await day_asking.direct_message(day)
    await day_asking.commands(day)
    await day_asking.choice(day)
    await day_asking.shortcut(day)
    await day_asking.feedback(day)
    page = await day_home.looked_at(day)
    await day_home.ask_box(day, page)
    await day_home.settings(day, page)
    await day_home.reminder(day)
    await day_home.calendar_file(day)
    asked, told = await day_passing.passed_on(day)
    await day_passing.answered(day, asked, told)
    await day_passing.remembered(day)
    await day_home.keeps(day, "Spørgsmål, du har sendt videre (1)")
    await day_passing.no_nudge(day)
    await day_reminders.set_up(day)
    await day_reminders.come(day)
    await day_reminders.end(day)
    await day_home.language_kept(day)
    await day_passing.nudge(day)
    await day_leaving.taken_out(day, installed=day.slack.workspace.transport == "http")
