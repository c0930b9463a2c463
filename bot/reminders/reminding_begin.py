"""Beginning to remind a person or a channel.

What is kept is read first and changed last, so that after an error it is as it was before.
"""

from bot.reminders.asking import ReminderWish
from bot.reminders.model import Scope, ScopeKind, Subscription
from bot.reminders.reminding_asked import Asked
from bot.reminders.reminding_replies import Confirmation
from bot.reply import Address, Reply


async def begin_wished(asked: Asked, wish: ReminderWish) -> Reply | None:
    """Remind of what a wish is about; None where it is no wish for reminders after all.

    Raises `StoreError`.
    """
    scopes = await asked.scopes(wish.about)
    if not scopes:
        return asked.declining.not_known() if wish.sure else None
    channel = asked.for_channel(wish.whom)
    if _address(asked, channel=channel) is None:
        return _nowhere(asked, channel=channel)
    possible = tuple(scope for scope in scopes if _declined(asked, scope) is None)
    if len(possible) > 1:
        return asked.declining.which(possible, channel=channel)
    return await begin(asked, (possible or scopes)[0], channel=channel)


async def begin(asked: Asked, scope: Scope, *, channel: bool = False) -> Reply:
    """Remind the person, or the channel, of a scope. Raises `StoreError`."""
    address = _address(asked, channel=channel)
    if address is None:
        return _nowhere(asked, channel=channel)
    if declined := _declined(asked, scope):
        return declined
    kept = await asked.kept(address)
    offered = not channel and await _unknown_here(asked, scope)
    new = await asked.subscriptions.add(
        Subscription(address, scope, asked.language, asked.question.at, made_by=asked.question.mine)
    )
    event = asked.event(scope)
    wider = asked.wider(kept, event) if event and new else ()
    confirmation = Confirmation(asked.coming, asked.language, scope, channel=channel)
    return confirmation.reply(wider[0] if wider else None, new=new, offered=offered)


def _address(asked: Asked, *, channel: bool) -> Address | None:
    return asked.question.here if channel else asked.question.mine


def _nowhere(asked: Asked, *, channel: bool) -> Reply:
    return asked.declining.no_channel() if channel else asked.declining.no_address()


def _declined(asked: Asked, scope: Scope) -> Reply | None:
    """Why there is no use in reminding of a scope; None where there is."""
    if event := asked.event(scope):
        return asked.declining.impossible(event)
    return asked.declining.gone() if scope.kind is ScopeKind.EVENT else None


async def _unknown_here(asked: Asked, scope: Scope) -> bool:
    """Whether this is a channel that has not asked for the same."""
    here = asked.question.here
    return here is not None and scope not in await asked.kept(here)
