"""Several workspaces at once: each is answered as itself, and leaves alone."""

import asyncio
from typing import Any

import pytest

from bot.errors import RefusedError
from bot.reminders.model import EVERYTHING, Subscription
from bot.reply import Address, AddressKind, Ask, Language, Outcome, Reply
from bot.slack.poster import SlackPoster
from bot.slack.tokens import tokens_for
from bot.store.database import Database
from bot.store.subscriptions import DatabaseSubscriptions
from tests.end_to_end.slack.installing import install, of, serving_many
from tests.fakes.responder import NOON, said
from tests.fakes.slack_server import Answer, SlackServer
from tests.fakes.slack_workspace import ANNA, Workspace, shown

OURS, THEIRS = "T1OURS", "T1THEIRS"
LONG_AGO, LONG_FROM_NOW = 1_000_000_000, 4_000_000_000
LOOK = 0.05


async def test_each_is_answered_with_its_own_token(server: SlackServer, database: Database) -> None:
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        await install(slack, THEIRS)
        for team in (OURS, THEIRS, OURS):
            await slack.deliver("event", of(team, slack.mention("hej")))
            assert (await server.next_post()).team == team
    askers = [question.asker for question in slack.responder.questions]
    assert askers == [f"slack:{team}:{ANNA}" for team in (OURS, THEIRS, OURS)]


async def test_commands_and_buttons_are_too(server: SlackServer, database: Database) -> None:
    offer = Reply(Outcome.CHOOSE, Language.ENGLISH, (), (Ask("More", "more"),))
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        await slack.deliver("command", of(OURS, slack.command("/rain", "hej")))
        assert (await server.next_post()).ephemeral
        slack.responder.will_reply(offer, said("An answer."))
        await slack.deliver("event", of(OURS, slack.direct("hej")))
        post = await server.next_post()
        await slack.deliver("action", of(OURS, slack.press(post, "More")))
        assert (await server.next_post()).team == OURS
    assert {question.mine for question in slack.responder.questions} == {
        Address("slack", OURS, AddressKind.PERSON, ANNA)
    }


async def test_in_a_shared_channel_the_bots_own_workspace_counts(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        mention = slack.mention("hej", team="T1OTHERS") | {"is_ext_shared_channel": True}
        delivered = of(OURS, mention) | {"team_id": "T1OTHERS"}
        server.answers["users.info"].append(Answer(body={"ok": False, "error": "user_not_found"}))
        await slack.deliver("event", delivered)
        assert (await server.next_post()).team == OURS
    (question,) = slack.responder.questions
    assert question.asker == f"slack:{OURS}:{ANNA}"
    assert question.locale is None


async def test_the_receipt_does_not_wait_for_the_token(
    server: SlackServer, database: Database
) -> None:
    server.oauth.rotating = 0
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        receipt = await slack.deliver("event", of(OURS, slack.mention("hej")))
        assert receipt.seconds < 0.3
        assert (await server.next_post()).team == OURS
        refreshed = [call.body.get("grant_type") for call in server.called("oauth.v2.access")]
    assert refreshed == [None, "refresh_token"]


async def test_a_workspace_that_never_installed_it_is_not_answered(
    server: SlackServer, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        receipt = await slack.deliver("event", of("T9", slack.mention("my private question")))
        assert receipt.status == 200
        assert await server.more_posts() == []
        assert "Workspace T9 cannot be answered: not_installed" in caplog.text
        assert "my private question" not in caplog.text
        await slack.deliver("event", of(OURS, slack.mention("hej")))
        assert (await server.next_post()).team == OURS


async def test_who_alone_sees_the_answer_is_told_so(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        await slack.deliver("command", of("T9", slack.command("/rain", "hej")))
        post = await server.next_post()
        assert post.ephemeral
        assert "forbindelsen til jeres Slack mangler" in shown(post)
        server.answers["response_url"].append(Answer(404))
        await slack.deliver("command", of("T9", slack.command("/nothing", "hej")))
        assert await server.more_posts() == []


async def test_missing_scopes_are_named_with_the_workspace(
    server: SlackServer, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    server.scopes = server.scopes.replace(",commands", "")
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        assert "scopes" not in caplog.text
        for _ in range(2):
            await slack.deliver("event", of(OURS, slack.mention("hej")))
            await server.next_post()
    assert caplog.text.count(f"Slack scopes are missing in workspace {OURS}: commands.") == 1


# --- leaving


def left(
    team: str, kind: str = "app_uninstalled", at: int = LONG_FROM_NOW, **more: object
) -> dict[str, Any]:
    return {
        "type": "event_callback",
        "team_id": team,
        "event_id": f"Ev{kind}{team}{at}",
        "event_time": at,
        "event": {"type": kind, **more},
    }


def here(team: str) -> Address:
    return Address("slack", team, AddressKind.CHANNEL, f"C{team}")


async def subscribed(database: Database, team: str, *, within: float = 0) -> bool:
    store = DatabaseSubscriptions(database)
    for _ in range(round(within / LOOK)):
        if not await store.of(here(team)):
            return False
        await asyncio.sleep(LOOK)
    return bool(await store.of(here(team)))


async def moved_in(slack: Workspace, database: Database, *teams: str) -> None:
    for team in teams:
        await install(slack, team)
        wanted = Subscription(here(team), EVERYTHING, Language.DANISH, NOON, here(team))
        await DatabaseSubscriptions(database).add(wanted)


@pytest.mark.parametrize(
    "event",
    [left(OURS), left(OURS, "tokens_revoked", tokens={"oauth": ["U1"], "bot": ["U0RAIN"]})],
    ids=["uninstalled", "revoked"],
)
async def test_who_leaves_is_forgotten_and_the_others_are_not(
    server: SlackServer, database: Database, event: dict[str, Any]
) -> None:
    async with serving_many(server, database) as slack:
        await moved_in(slack, database, OURS, THEIRS)
        await slack.deliver("event", of(OURS, slack.mention("hej")))
        await server.next_post()
        server.oauth.revoke(OURS)
        assert (await slack.deliver("event", event)).status == 200
        assert not await subscribed(database, OURS, within=3)
        assert await subscribed(database, THEIRS)
        await slack.deliver("event", of(OURS, slack.mention("hej")))
        assert await server.more_posts() == []
        await slack.deliver("event", of(THEIRS, slack.mention("hej")))
        assert (await server.next_post()).team == THEIRS


async def test_tokens_of_people_are_none_of_the_bots(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        await moved_in(slack, database, OURS)
        await slack.deliver("event", left(OURS, "tokens_revoked", tokens={"oauth": ["U1"]}))
        assert await subscribed(database, OURS, within=0.2)


async def test_who_came_back_before_it_was_heard_stays(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        await moved_in(slack, database, OURS)
        await slack.deliver("event", left(OURS, at=LONG_AGO))
        assert await subscribed(database, OURS, within=0.2)
        await slack.deliver("event", of(OURS, slack.mention("hej")))
        assert (await server.next_post()).team == OURS


async def test_who_comes_back_is_answered_at_once(server: SlackServer, database: Database) -> None:
    async with serving_many(server, database) as slack:
        await moved_in(slack, database, OURS)
        server.oauth.revoke(OURS)
        await slack.deliver("event", left(OURS))
        assert not await subscribed(database, OURS, within=3)
        await install(slack, OURS)
        await slack.deliver("event", of(OURS, slack.mention("hej")))
        assert (await server.next_post()).team == OURS


async def test_the_one_workspace_by_token_is_forgotten_too(over_http: Workspace) -> None:
    await over_http.deliver("event", left("T0RSYD"))
    await over_http.belongings.until(1)
    assert over_http.belongings.forgotten == [("slack", "T0RSYD")]


# --- reminders


async def test_reminders_go_out_with_the_token_of_their_workspace(
    server: SlackServer, database: Database
) -> None:
    async with serving_many(server, database) as slack:
        await install(slack, OURS)
        await install(slack, THEIRS)
        tokens = tokens_for(slack.options, slack.clock)
    async with SlackPoster(tokens, slack.options.api_url) as poster:
        for team in (OURS, THEIRS):
            await poster.post(here(team), said("Summer day"), f"key of {team}")
            assert (await server.next_post()).team == team
            assert await poster.posted(here(team), f"key of {team}", NOON)
        for nowhere in ("T9", ""):
            with pytest.raises(RefusedError, match="not_installed"):
                await poster.post(here(nowhere), said("Summer day"), "another key")
