"""People look somebody up while they write to others, and put the card into their message.

The Playground delivers what is typed and gives back what the bot finds; that the card then stands
in a message it does not show.
"""

from bot.teams.names import SEARCHED, Search
from tests.end_to_end.playground.day import Day
from tests.end_to_end.playground.people import Json
from tests.end_to_end.playground.tenant import GROUP
from tests.fakes.teams_cards import buttons, shown
from tests.fakes.teams_schema import wrong_with_card


async def found(day: Day) -> None:
    """Somebody by their subject, an event by its name; nothing in the cards can be pressed."""
    for where, typed, expected in (
        (Search.PEOPLE, "historical data", "swh@rsyd.dk"),
        (Search.EVENTS, "whinn", "8 – Thursday 9 November 2023"),
    ):
        results = (await _typed(day, where, typed))["attachments"]
        first = results[0]["content"]
        assert expected in shown(first)
        assert not [result for result in results if buttons(result["content"])]
        assert not [result for result in results if wrong_with_card(result["content"])]
        previews = (one["preview"]["content"] for one in results)
        lines = [f"{preview['title']}: {preview['text']}" for preview in previews]
        day.story.tell(f"John types “{typed}” to look up {where}, and is offered", *lines)
        day.story.tell("The first of them as it would stand in his message", shown(first))


async def nothing_found(day: Day) -> None:
    """What nobody knows of is said in a sentence."""
    said = await _typed(day, Search.PEOPLE, "xyzzy")
    assert said["type"] == "message"
    day.story.tell("John types “xyzzy”", said["text"])


async def _typed(day: Day, where: Search, typed: str) -> Json:
    value = {
        "commandId": where,
        "parameters": [{"name": SEARCHED, "value": typed}],
        "queryOptions": {"skip": 0, "count": 25},
    }
    answer = await day.john.looks_up(GROUP, value)
    found: Json = answer["composeExtension"]
    return found
