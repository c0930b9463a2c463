"""What is told as Slack shows it."""

from bot.slack.render import message
from bot.slack.views import Kept, home, window
from scripts.pictures.scene import Kind, Scene, Told


def scene(told: Told) -> Scene:
    """The scene of a message, a window or the bot's own page."""
    match told.kind:
        case Kind.HOME:
            return Scene.of_view(told.name, home(told.reply))
        case Kind.MODAL:
            return Scene.of_view(told.name, window(told.reply, Kept(told.reply.language)))
        case Kind.MESSAGE:
            blocks = message(told.reply).blocks
            return Scene(told.name, told.kind, blocks, told.theme, told.asked, clock=told.clock)
