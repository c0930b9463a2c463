"""The way of a workspace to the bot: to Slack and back, with everything that may go wrong on it."""

import pytest
from sqlalchemy import select

from bot.slack.account import SCOPES
from bot.store.database import Database
from bot.store.tables import slack_bot, slack_state
from tests.end_to_end.slack.installing import PUBLIC, begin, come_back, install, serving_many
from tests.fakes.slack_oauth import CLIENT_ID, CLIENT_SECRET
from tests.fakes.slack_server import SlackServer

OURS = "T1OURS"


async def teams(database: Database) -> list[str]:
    async with database.reading() as connection:
        return list(await connection.scalars(select(slack_bot.c.team_id)))


async def test_the_first_page_leads_to_slack(server: SlackServer, database: Database) -> None:
    async with serving_many(server, database) as slack:
        begun = await begin(slack)
    assert begun.address.startswith(f"{server.url}/oauth/v2/authorize?")
    assert begun.asked["client_id"] == [CLIENT_ID]
    assert set(begun.asked["scope"][0].split(",")) == SCOPES
    assert "user_scope" not in begun.asked
    assert begun.asked["redirect_uri"] == [f"{PUBLIC}/slack/oauth_redirect"]
    assert begun.state in begun.cookie
    assert CLIENT_SECRET not in begun.address


async def test_nothing_of_the_addresss_query_is_passed_on(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        begun = await begin(slack, "?team=T1%26user_scope%3Dadmin")
    assert "admin" not in begun.address


async def test_an_installation_is_kept(server: SlackServer, database: Database) -> None:
    async with serving_many(server, database) as slack:
        page = await install(slack, OURS)
    assert page.status == 200
    assert f"The &lt;{OURS}&gt;" in page.text
    assert await teams(database) == [OURS]
    async with database.reading() as connection:
        assert (await connection.scalars(select(slack_state.c.state))).all() == []


async def test_the_page_speaks_the_browsers_language(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        danish = await come_back(slack, language="da-DK,da;q=0.9", error="access_denied")
        english = await come_back(slack, error="access_denied")
    assert "blev ikke installeret" in danish.text
    assert "was not installed" in english.text


async def test_installing_again_replaces_what_was(server: SlackServer, database: Database) -> None:
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        await install(slack, OURS)
    async with database.reading() as connection:
        kept = (await connection.scalars(select(slack_bot.c.bot_token))).all()
    assert kept == [server.oauth.token_of(OURS)]


async def test_a_state_is_good_once(server: SlackServer, database: Database) -> None:
    async with serving_many(server, database) as slack:
        begun = await begin(slack)
        back = {"code": server.oauth.code(OURS), "state": begun.state}
        assert (await come_back(slack, begun.cookie, **back)).status == 200
        back["code"] = server.oauth.code("T2")
        assert (await come_back(slack, begun.cookie, **back)).status == 401
    assert await teams(database) == [OURS]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"cookie": ""}, 400),
        ({"cookie": "slack-app-oauth-state=another"}, 400),
        ({"state": "another"}, 400),
        ({"state": "another", "cookie": "slack-app-oauth-state=another"}, 401),
        ({"code": "made-up"}, 401),
        ({"code": ""}, 401),
        ({"error": "access_denied"}, 200),
        ({"error": "<script>alert(1)</script>"}, 200),
    ],
    ids=str,
)
async def test_what_does_not_fit_installs_nothing(
    server: SlackServer, database: Database, change: dict[str, str], status: int
) -> None:
    async with serving_many(server, database) as slack:
        begun = await begin(slack)
        right = {"cookie": begun.cookie, "state": begun.state, "code": server.oauth.code(OURS)}
        page = await come_back(slack, **(right | change))
    assert page.status == status
    assert "was not installed" in page.text
    assert "<script" not in page.text
    assert await teams(database) == []


async def test_a_whole_organisation_is_refused(server: SlackServer, database: Database) -> None:
    server.oauth.whole_organisation = True
    async with serving_many(server, database) as slack:
        page = await install(slack, OURS)
    assert page.status == 500
    assert "one workspace at a time" in page.text
    assert await teams(database) == []


async def test_nothing_secret_is_logged(
    server: SlackServer, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(1)
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        begun = await begin(slack)
        await come_back(slack, begun.cookie, code="made-up-code", state=begun.state)
        shown = repr(slack.options)
    bot = [record for record in caplog.records if record.name.startswith("bot")]
    told = shown + "".join(record.getMessage() for record in bot)
    assert f"Workspace {OURS} installed the bot" in told
    assert "An installation failed: invalid_code" in told
    secret = (CLIENT_SECRET, server.oauth.token_of(OURS), "made-up-code", begun.state)
    assert [text for text in secret if text in told] == []


async def test_a_store_that_is_away_is_a_sentence(server: SlackServer, tmp_path: object) -> None:
    database = Database(f"sqlite:///{tmp_path}/nothing.sqlite3")
    async with serving_many(server, database) as slack:
        page = await come_back(slack, "slack-app-oauth-state=x", state="x", code="y")
        assert page.status == 401
    await database.close()
