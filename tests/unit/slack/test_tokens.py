"""Tokens of installations: kept for a moment, exchanged in time, whatever fails on the way."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from sqlalchemy import MetaData, Table

from bot.errors import NotSentError, RefusedError
from bot.slack.client import web_client
from bot.slack.installations import BOTS, STATES, Installations
from bot.slack.options import InstallOptions, SlackOptions
from bot.slack.tokens import InstalledTokens, OneToken, tokens_for
from bot.store.database import Database
from bot.store.tables import metadata
from tests.fakes.responder import FixedClock
from tests.fakes.slack_oauth import CLIENT_ID, CLIENT_SECRET
from tests.fakes.slack_server import Answer, SlackServer

OURS = "T1OURS"
HOUR = 3600
REFUSED = Answer(200, {"ok": False, "error": "internal_error"})
Making = Callable[..., InstalledTokens]


class Fragile(Installations):
    """Fails at what it is told to fail at."""

    finding = saving = False

    async def of(self, workspace: str) -> Bot | None:
        if self.finding:
            raise OSError
        return await super().of(workspace)

    async def async_save_bot(self, bot: Bot) -> None:
        if self.saving:
            raise OSError
        await super().async_save_bot(bot)


@pytest.fixture
def store(database: Database) -> Fragile:
    return Fragile(database.engine, CLIENT_ID)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime.fromtimestamp(time.time(), UTC))  # noqa: TID251 - as the library's


@pytest.fixture
def making(server: SlackServer, store: Fragile, clock: FixedClock) -> Making:
    def make(fresh: float = 0) -> InstalledTokens:
        rotator = AsyncTokenRotator(
            client=web_client(None, f"{server.url}/api/", ()),
            client_id=CLIENT_ID,
            client_secret=CLIENT_SECRET,
        )
        return InstalledTokens(store, rotator, clock, fresh)

    return make


async def given(server: SlackServer, store: Installations, lasts: int | None = None) -> Bot:
    """Install the bot; its token lasts for so many seconds from now, or for ever."""
    server.oauth.rotating = lasts
    answer = server.oauth._given(OURS)
    ends = None if lasts is None else int(time.time()) + lasts  # noqa: TID251 - as the library's
    bot = Bot(
        app_id="A0RAIN",
        team_id=OURS,
        bot_token=answer["access_token"],
        bot_id="B0RAIN",
        bot_user_id=answer["bot_user_id"],
        bot_refresh_token=answer.get("refresh_token"),
        bot_token_expires_at=ends,
        installed_at=1_700_000_000.0,
    )
    await store.async_save_bot(bot)
    server.oauth.rotating = lasts and 12 * HOUR
    return bot


async def test_the_token_of_an_installation(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    bot = await given(server, store)
    assert await making().of(OURS) == bot.bot_token
    assert server.called("oauth.v2.access") == []


@pytest.mark.parametrize("nowhere", ["T9", "", OURS.lower()])
async def test_nobody_else_has_one(
    server: SlackServer, store: Fragile, making: Making, nowhere: str
) -> None:
    await given(server, store)
    with pytest.raises(RefusedError, match="not_installed"):
        await making().of(nowhere)


async def test_another_apps_installations_are_not_ours(
    server: SlackServer, database: Database, making: Making
) -> None:
    await given(server, Installations(database.engine, "another app"))
    with pytest.raises(RefusedError):
        await making().of(OURS)


async def test_a_token_is_looked_up_now_and_then(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    bot = await given(server, store)
    tokens, forgetful = making(fresh=60), making(fresh=0)
    assert await tokens.of(OURS) == await forgetful.of(OURS) == bot.bot_token
    await store.async_delete_bot(enterprise_id=None, team_id=OURS)
    assert await tokens.of(OURS) == bot.bot_token
    with pytest.raises(RefusedError):
        await forgetful.of(OURS)
    tokens.forget(OURS)
    with pytest.raises(RefusedError):
        await tokens.of(OURS)


async def test_a_token_is_exchanged_before_it_ends(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    old = await given(server, store, lasts=HOUR)
    new = await making().of(OURS)
    assert new == server.oauth.token_of(OURS) != old.bot_token
    assert await making().of(OURS) == new
    assert len(server.called("oauth.v2.access")) == 1
    kept = await store.of(OURS)
    assert kept is not None
    assert kept.bot_refresh_token != old.bot_refresh_token
    assert kept.installed_at == old.installed_at


async def test_many_at_once_exchange_it_once(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    await given(server, store, lasts=HOUR)
    tokens = making(fresh=60)
    assert len(set(await asyncio.gather(*(tokens.of(OURS) for _ in range(20))))) == 1
    assert len(server.called("oauth.v2.access")) == 1


async def test_who_gives_up_waiting_loses_no_token(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    old = await given(server, store, lasts=HOUR)
    tokens = making(fresh=60)
    impatient = asyncio.create_task(tokens.of(OURS))
    await server.asked("oauth.v2.access")
    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    assert await tokens.of(OURS) == server.oauth.token_of(OURS) != old.bot_token
    kept = await store.of(OURS)
    assert kept is not None
    assert kept.bot_token == server.oauth.token_of(OURS)
    assert len(server.called("oauth.v2.access")) == 1


async def test_a_token_that_lasts_is_not_exchanged(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    bot = await given(server, store, lasts=5 * HOUR)
    assert await making().of(OURS) == bot.bot_token
    assert server.called("oauth.v2.access") == []


async def test_while_slack_refuses_the_old_one_is_used(
    server: SlackServer, store: Fragile, making: Making, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await given(server, store, lasts=HOUR)
    server.answers["oauth.v2.access"].append(REFUSED)
    tokens = making()
    assert await tokens.of(OURS) == bot.bot_token
    assert f"The token of workspace {OURS} was not exchanged: internal_error" in caplog.text
    assert str(bot.bot_token) not in caplog.text
    assert await tokens.of(OURS) == server.oauth.token_of(OURS) != bot.bot_token


async def test_until_it_has_ended(server: SlackServer, store: Fragile, making: Making) -> None:
    await given(server, store, lasts=-HOUR)
    server.answers["oauth.v2.access"].append(REFUSED)
    with pytest.raises(NotSentError, match="token_unavailable"):
        await making().of(OURS)


async def test_another_process_may_have_been_faster(
    server: SlackServer, database: Database, making: Making, store: Fragile
) -> None:
    """It took the only exchange there was, and kept the new token meanwhile."""
    slow = await given(server, store, lasts=HOUR)
    quick = await making().of(OURS)

    class Late(Fragile):
        async def of(self, workspace: str) -> Bot | None:
            found = self.first
            self.first = await super().of(workspace)
            return found or self.first

        first: Bot | None = slow

    behind = making()
    behind._installations = Late(database.engine, CLIENT_ID)
    assert await behind.of(OURS) == quick
    assert len(server.called("oauth.v2.access")) == 2


async def test_a_store_that_is_away_costs_no_known_token(
    server: SlackServer, store: Fragile, making: Making
) -> None:
    bot = await given(server, store)
    tokens = making()
    await tokens.of(OURS)
    store.finding = True
    assert await tokens.of(OURS) == bot.bot_token
    with pytest.raises(NotSentError, match="token_unavailable"):
        await making().of(OURS)
    with pytest.raises(NotSentError):
        await making().installed_since(OURS, 0)


async def test_a_new_token_that_could_not_be_kept_is_used_and_kept_later(
    server: SlackServer, store: Fragile, making: Making, caplog: pytest.LogCaptureFixture
) -> None:
    old = await given(server, store, lasts=HOUR)
    store.saving = True
    tokens = making()
    new = await tokens.of(OURS)
    assert new == server.oauth.token_of(OURS) != old.bot_token
    assert await tokens.of(OURS) == new
    assert "was not kept: OSError" in caplog.text
    store.saving = False
    assert await tokens.of(OURS) == new
    assert await making().of(OURS) == new
    assert len(server.called("oauth.v2.access")) == 1


async def test_when_it_was_installed(server: SlackServer, store: Fragile, making: Making) -> None:
    await given(server, store)
    tokens = making()
    assert await tokens.installed_since(OURS, 1_699_999_999)
    assert not await tokens.installed_since(OURS, 1_700_000_001)
    assert not await tokens.installed_since("T9", 0)


async def test_one_token_is_everybodys() -> None:
    tokens = tokens_for(SlackOptions("xoxb-1"), FixedClock())
    assert isinstance(tokens, OneToken)
    assert await tokens.of("T1") == await tokens.of("") == "xoxb-1"
    assert not await tokens.installed_since("T1", 0)
    assert "xoxb" not in repr(tokens)


@pytest.fixture
def options(database: Database) -> SlackOptions:
    installing = InstallOptions(CLIENT_ID, CLIENT_SECRET, "https://x.example", database.engine)
    return replace(SlackOptions(), installing=installing)


async def test_nothing_secret_is_shown(options: SlackOptions) -> None:
    assert CLIENT_SECRET not in repr(options) + repr(tokens_for(options, FixedClock()))


@pytest.mark.parametrize(
    "theirs",
    [
        AsyncSQLAlchemyInstallationStore.build_bots_table(MetaData(), BOTS),
        AsyncSQLAlchemyOAuthStateStore.build_oauth_states_table(MetaData(), STATES),
    ],
    ids=lambda table: str(table.name),
)
def test_our_tables_have_the_columns_of_slacks_library(theirs: Table) -> None:
    ours = metadata.tables[theirs.name]
    assert ours.columns.keys() == theirs.columns.keys()
    for column in theirs.columns:
        assert ours.columns[column.name].type.python_type is column.type.python_type
        assert ours.columns[column.name].nullable == column.nullable
