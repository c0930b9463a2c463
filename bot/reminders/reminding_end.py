"""Ending reminders of a person or a channel.

What is kept is read first and changed last, so that after an error it is as it was before.
"""

from bot.matching.text import words
from bot.reminders.asking import ReminderWish, Whom
from bot.reminders.model import EVERYTHING, Scope
from bot.reminders.reminding_asked import Asked
from bot.reminders.reminding_endings import Endings
from bot.reminders.reminding_names import named
from bot.reply import Address, Language, Reply


async def end_wished(asked: Asked, wish: ReminderWish) -> Reply | None:
    """End what a wish is about; None where it is no wish about reminders after all.

    Raises `StoreError`.
    """
    if asked.for_channel(wish.whom) and asked.question.here is None:
        return asked.declining.no_channel()
    if not wish.about:
        return await (end(asked, None, wish.whom) if wish.sure else _end_if_any(asked))
    scopes = await _meant(asked, wish)
    if not scopes:
        return asked.declining.not_known() if wish.sure else None
    return await end(asked, scopes, wish.whom)


async def end(asked: Asked, scopes: tuple[Scope, ...] | None, whom: Whom | None = None) -> Reply:
    """End one of the scopes, or all there is, for the first of those meant who has it.

    Raises `StoreError`.
    """
    whose = asked.whose(whom)
    if not whose:
        return asked.declining.no_address()
    for attempt in (_ended, _still_coming):
        for address, channel in whose:
            if reply := await attempt(asked, scopes, address, channel=channel):
                return reply
    endings = Endings(asked.coming, asked.language, channel=whose[0][1])
    return endings.nothing(scopes[0] if scopes and len(scopes) == 1 else None)


async def _end_if_any(asked: Asked) -> Reply | None:
    """What a bare "stop" ends: the person's own reminders, or something else altogether."""
    mine = asked.question.mine
    return await end(asked, None, Whom.ME) if mine and await asked.kept(mine) else None


async def _meant(asked: Asked, wish: ReminderWish) -> tuple[Scope, ...]:
    """The scope that is called so among those there are, else those that the words mean."""
    said = words(wish.about)
    for address, _ in asked.whose(wish.whom):
        for scope in await asked.kept(address):
            names = (named(scope, asked.coming.lookup, language) for language in Language)
            if said in map(words, names):
                return (scope,)
    return await asked.scopes(wish.about)


async def _ended(
    asked: Asked, scopes: tuple[Scope, ...] | None, address: Address, *, channel: bool
) -> Reply | None:
    """What was ended of an address's; None where it has not asked for just that."""
    endings = Endings(asked.coming, asked.language, channel=channel)
    kept = await asked.kept(address)
    found = [scope for scope in scopes or () if scope in kept]
    if len(found) > 1:
        return endings.which(found)
    if found:
        await asked.subscriptions.end(address, found[0])
        return endings.ended(found[0], [scope for scope in kept if scope != found[0]])
    if kept and scopes in (None, (EVERYTHING,)):
        await asked.subscriptions.end(address)
        return endings.all_ended(kept)
    return None


async def _still_coming(
    asked: Asked, scopes: tuple[Scope, ...] | None, address: Address, *, channel: bool
) -> Reply | None:
    """Why reminders come of an event that was not asked for alone; None where none do."""
    kept = await asked.kept(address)
    for scope in scopes or ():
        event = asked.event(scope)
        if event and (wider := asked.wider(kept, event)):
            return Endings(asked.coming, asked.language, channel=channel).still(scope, wider)
    return None
