"""How the tables came about, step by step: Alembic's folder. `bot.store.migrating` runs it."""
