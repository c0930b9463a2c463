"""Who passes questions on, where there is a store for them and somebody to pass them on to."""

import logging
from collections.abc import Mapping
from secrets import token_hex

from bot.app.stores import Stores
from bot.assistant.lookup import Lookup
from bot.config import Settings
from bot.desk import Desk
from bot.passing.asking import Asking
from bot.passing.model import Channel
from bot.passing.owners import Owners, unknown_areas
from bot.passing.passing import Passing
from bot.passing.ports import Membership
from bot.passing.responding import Responding
from bot.passing.rights import Rights
from bot.ports import Attendant
from bot.reply import Address, AddressKind

log = logging.getLogger(__name__)


def passing(
    inner: Attendant,
    desk: Desk,
    stores: Stores,
    settings: Settings,
    memberships: Mapping[str, Membership],
) -> Attendant:
    """``inner``, and where there is a store for it, somebody who passes on what it leaves."""
    if stores.passed is None:
        return inner
    asking = Asking(
        stores.passed,
        Owners(channels(settings)),
        lambda: desk.lookup,
        desk.likeliest,
        lambda: token_hex(16),
    )
    responding = Responding(stores.passed, Rights(memberships))
    return Passing(inner, asking, responding, stores.passed)


def channels(settings: Settings) -> tuple[Channel, ...]:
    """Those of the settings whom questions are passed on to."""
    return tuple(
        Channel(
            one.area,
            Address(one.platform, one.workspace, AddressKind.CHANNEL, one.id),
            one.language,
        )
        for one in settings.owners
    )


def warn_of_unknown_areas(settings: Settings, lookup: Lookup) -> None:
    """Log which areas of the settings nobody can ask about: their roles are not known."""
    for area in unknown_areas(channels(settings), lookup):
        log.warning("RAIN_OWNERS names %s, which is no role of the knowledge base.", area)
