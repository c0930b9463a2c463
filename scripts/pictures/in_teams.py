"""What is told as Teams shows it: always a card."""

from bot.teams.card import draw
from bot.teams.pressing import Marks
from scripts.pictures.scene import Kind, Scene, Told

SHOWN = frozenset(
    {
        "historical-data",
        "event",
        "events",
        "choice",
        "unknown",
        "nobody-named",
        "event-dark",
        "remind-me",
        "passing-form",
        "passing-owners",
        "passing-respond",
        "reminder",
        "home-english",
    }
)
"""What is worth a picture there too; the rest differs from it in its words alone."""
_COMMAND = "/rain "


def scene(told: Told) -> Scene:
    """The scene of a card."""
    trail = (told.before,) if told.before else ()
    card = draw(told.reply, Marks(trail=trail)).card
    asked = told.asked.removeprefix(_COMMAND)
    return Scene(told.name, Kind.MESSAGE, (card,), told.theme, asked, clock=told.clock)
