"""Who attends to people: the desk, with a memory, and those who take down what is to be sent."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.app.answering import InThread
from bot.app.passing import passing
from bot.app.stores import Stores
from bot.assistant.commanding import Commanding
from bot.assistant.remembering import Remembering
from bot.config import Settings
from bot.desk import Desk
from bot.passing.ports import Membership
from bot.ports import Attendant
from bot.reminders.plan import Rules
from bot.reminders.reminding import Reminding

_NOBODY: Mapping[str, Membership] = MappingProxyType({})


def rules(settings: Settings) -> Rules:
    """When the settings want people to be reminded."""
    return Rules(before=settings.reminders, at=settings.reminders_at)


def attending(
    answering: Desk,
    stores: Stores,
    settings: Settings,
    memberships: Mapping[str, Membership] = _NOBODY,
) -> Attendant:
    """The desk behind commands, with a memory and those who take down what is to be sent.

    ``memberships`` tell by platform who may answer what is passed on.
    """
    reminding = Reminding(
        passing(InThread(answering), answering, stores, settings, memberships),
        stores.subscriptions,
        lambda: answering.lookup,
        answering.events_named,
        rules(settings),
    )
    return Commanding(Remembering(reminding, stores.memory, stores.askers))
