"""What stands in a bot's store file, counted from outside."""

from pathlib import Path

from sqlalchemy import func, select

from bot.store.belongings import BELONGING
from bot.store.database import Database
from bot.store.tables import gate


async def rows_of(store: Path, platform: str, workspace: str) -> dict[str, int]:
    """How many rows there are in each table that holds something of workspaces.

    There is one workspace, so that all of them have to be of it; only of the gates one is the
    clock of all.
    """
    database = Database(f"sqlite:///{store}")
    try:
        async with database.reading() as connection:
            found = {}
            for table, whose in BELONGING:
                counting = select(func.count()).select_from(table)
                if table is gate:
                    counting = counting.where(gate.c.key != "alive")
                found[table.name] = await connection.scalar(counting) or 0
                own = await connection.scalar(counting.where(whose(platform, workspace)))
                assert own == found[table.name], f"{table.name} holds something of nobody"
            return found
    finally:
        await database.close()
