"""The bot is taken out of conversations, and what there is to write to them goes.

Teams tells of each conversation, and never that nobody in the organisation has the bot any more.
"""

import asyncio

from sqlalchemy import select

from bot.store.database import Database
from bot.store.tables import delivery, reference, subscription
from tests.end_to_end.playground.day import Day
from tests.end_to_end.playground.people import Person
from tests.end_to_end.playground.tenant import GENERAL, GROUP, OWNERS, PERSONAL

WITHIN = 5.0
_ADDRESSES = (subscription.c.address_key, delivery.c.address_key, reference.c.address)


async def restarted(day: Day) -> None:
    """A card from before a restart still does what it says."""
    offer = await day.asks("hvem er Kristian?")
    await day.teams.restart()
    answer = await day.presses(day.anna, offer, "Kristian Kvist")
    assert "kgk@rsyd.dk" in answer.text


async def first(day: Day, johns: str) -> None:
    """The group chat and John take it out."""
    await _taken_out(day, day.anna, GROUP, f"teams:channel:{GROUP}")
    await _taken_out(day, day.john, johns, f"teams:person:{day.john.user}")


async def everywhere(day: Day) -> None:
    """Taken out of the rest, there is nothing and nobody left to write to."""
    channels = (f"teams:channel:{GENERAL}", f"teams:channel:{OWNERS}")
    await _taken_out(day, day.anna, GENERAL, *channels)  # from the whole team, which is told once
    await _taken_out(day, day.anna, PERSONAL, f"teams:person:{day.anna.user}")
    left = {name: rows for name, rows in (await day.teams.serving.belongings()).items() if rows}
    assert "subscription" not in left
    day.story.tell("What belongs to the organisation then", *(f"{n}: {c}" for n, c in left.items()))


async def _taken_out(day: Day, who: Person, place: str, *addresses: str) -> None:
    before = await _written_to(day)
    assert before >= {*addresses}
    heard = await who.uninstalls(place)
    assert heard.status == 200
    async with asyncio.timeout(WITHIN):
        while await _written_to(day) & {*addresses}:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert await _written_to(day) == before - {*addresses}, "of the others nothing is lost"
    day.story.tell(f"{who.name} takes it out of {place}: what there was to write there is gone")


async def _written_to(day: Day) -> set[str]:
    """The keys of all addresses that the store has something to write to, or how."""
    database = Database(f"sqlite:///{day.teams.serving.store}")
    try:
        async with database.reading() as connection:
            return {
                key
                for column in _ADDRESSES
                for key in await connection.scalars(select(column).distinct())
            }
    finally:
        await database.close()
