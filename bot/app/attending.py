"""Who attends to people: the desk, with a memory, and those who take down what is to be sent."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.app.answering import InThread
from bot.app.passing import passing
from bot.app.stores import Stores
from bot.assistant.commanding import Commanding
from bot.assistant.forgetting import Forgetting
from bot.assistant.remembering import Remembering
from bot.config import Settings
from bot.desk import Desk
from bot.feedback.judging import Judging
from bot.home.welcoming import Keepers, Welcoming
from bot.passing.keeping import keeping
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
    """Everybody who attends, one behind the other; who answers from the knowledge base is last.

    ``memberships`` tell by platform who may answer what is passed on.
    """
    judging = Judging(InThread(answering), stores.verdicts, lambda: answering.lookup)
    reminding = Reminding(
        passing(judging, answering, stores, settings, memberships),
        stores.subscriptions,
        lambda: answering.lookup,
        answering.events_named,
        rules(settings),
    )
    remembering: Attendant = Remembering(reminding, stores.memory, stores.askers)
    if stores.references:
        remembering = Forgetting(remembering, stores.references)
    keepers = Keepers(stores.askers, stores.subscriptions, stores.verdicts)
    if stores.passed:
        keepers = replace(keepers, more=keeping(stores.passed))
    return Commanding(Welcoming(remembering, keepers, lambda: answering.lookup, rules(settings)))
