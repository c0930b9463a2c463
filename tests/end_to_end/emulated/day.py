"""A day of the people in the emulated workspace, and what can be said of each of its steps."""

from datetime import datetime
from typing import Any

from tests.end_to_end.emulated.filling import filled
from tests.end_to_end.emulated.people import Person
from tests.end_to_end.emulated.scene import Scene
from tests.end_to_end.emulated.story import Story
from tests.fakes.slack_server import Post
from tests.fakes.slack_workspace import buttons, shown_view

Json = dict[str, Any]
WHINN_WEEK = datetime.fromisoformat("2023-11-01T09:00+01:00")
"""A week before the event that people are reminded of."""
HISTORICAL = "hvem har styr på historiske data?"


class Day:
    """The people, and what is told of them."""

    def __init__(self, slack: Scene, story: Story) -> None:
        self.slack = slack
        self.anna, self.john, self.ole = slack.anna, slack.john, slack.ole
        self.story = story

    async def next_post(self) -> Post:
        """The oldest message of the bot's not looked at yet."""
        return await self.slack.front.next_post()

    async def next_view(self) -> Json:
        """The oldest Home or modal not looked at yet."""
        return await self.slack.front.next_view()

    async def nothing_more(self, within: float = 0.5) -> None:
        """See that for so many seconds the bot writes nothing."""
        assert await self.slack.front.more_posts(within) == []

    async def fills_in(self, person: Person, view: Json, **given: str) -> Json:
        """Let a person send a form off; what stands in its modal in the end."""
        waiting = await person.submits(view, filled(view, given))
        assert "…" in shown_view(waiting["view"])
        return await self.next_view()


def labels(post: Post) -> list[str]:
    """What can be pressed below a message."""
    return [button["text"]["text"] for button in buttons(post)]
