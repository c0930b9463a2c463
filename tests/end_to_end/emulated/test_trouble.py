"""What goes wrong in a Slack that others wrote, and what comes of it."""

import logging
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.end_to_end.emulated.day import HISTORICAL, WHINN_WEEK
from tests.end_to_end.emulated.scene import SCOPES, Scene, scene
from tests.end_to_end.emulated.serving import Folders
from tests.fakes.responder import FixedClock
from tests.fakes.slack_server import Answer
from tests.fakes.slack_workspace import encoded, shown

LIMITED = Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "1"})


async def test_a_missing_scope_is_named_and_the_rest_goes_on(
    folders: Folders, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene("http", folders, clock, SCOPES - {"users:read"}) as slack:
        bot = AsyncWebClient(slack.front.bot_token, base_url=f"{slack.front.url}/api/")
        with pytest.raises(SlackApiError, match=r"'missing_scope', 'needed': 'users:read'"):
            await bot.users_info(user=slack.anna.id)
        asked = await slack.anna.mentions(HISTORICAL, slack.channel)
        await slack.front.next_post()
        (answer,) = await slack.anna.thread(slack.channel, asked)
        assert "swh@rsyd.dk" in shown(answer)
    named = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert ["users:read" in record.getMessage() for record in named] == [True]


async def test_with_the_scopes_of_the_manifest_nothing_is_missing(
    over_http: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    await over_http.anna.writes(HISTORICAL)
    await over_http.front.next_post()
    assert over_http.front.granted[over_http.front.bot_token] == ",".join(sorted(SCOPES))
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_what_is_delivered_twice_is_answered_once(slack: Scene) -> None:
    asked = await slack.john.writes(HISTORICAL)
    await slack.front.next_post()
    (delivery,) = slack.front.delivered[:1]
    again = await slack.workspace.deliver("event", delivery, retry=1)
    assert again.status == 200
    assert await slack.front.more_posts(1) == []
    assert len(await slack.john.answers(slack.john.direct, asked)) == 1


async def test_what_slack_did_not_sign_is_turned_away(over_http: Scene) -> None:
    await over_http.john.writes(HISTORICAL)
    await over_http.front.next_post()
    forged = encoded("event", over_http.front.delivered[0] | {"event_id": "Ev0FORGED"})
    wrong = {"X-Slack-Signature": f"v0={'0' * 64}"}
    statuses = [
        (await over_http.workspace.post(forged, headers=wrong))[0],
        (await over_http.workspace.post(forged, age=600))[0],
    ]
    assert statuses == [401, 401]
    assert await over_http.front.more_posts(0.5) == []


async def test_where_slack_asks_to_wait_the_answer_comes_later_and_once(slack: Scene) -> None:
    asked = await slack.anna.mentions("Kristian?", slack.channel)
    offer = await slack.front.next_post()
    slack.front.answers["chat.postMessage"].append(LIMITED)
    await slack.anna.presses(offer, "Kristian Kvist")
    assert await slack.front.more_posts(0.5) == []
    await slack.front.next_post()
    _, answer = await slack.anna.thread(slack.channel, asked)
    assert "kgk@rsyd.dk" in shown(answer)


async def test_a_reminder_whose_receipt_is_lost_is_not_posted_again(over_http: Scene) -> None:
    await over_http.anna.commands("/rain", "remind her om WHINN", over_http.channel)
    await over_http.front.next_post()
    lost = Answer(500, {"ok": False, "error": "internal_error"}, records=True)
    over_http.front.answers["chat.postMessage"].append(lost)
    over_http.move_to(WHINN_WEEK)
    assert "om 7 dage" in shown(await over_http.front.next_post())
    for _ in range(5):
        over_http.clock.move(timedelta(minutes=2))
        assert await over_http.front.more_posts(0.5) == []
    assert over_http.front.called("conversations.history"), "it looked before posting again"
    assert len(await over_http.anna.history(over_http.channel)) == 1


async def test_of_an_archived_channel_whoever_set_it_up_is_told(over_http: Scene) -> None:
    await over_http.anna.commands("/rain", "remind her om WHINN", over_http.channel)
    await over_http.front.next_post()
    archived = await over_http.front.emulated.ask(
        "conversations.archive", channel=over_http.channel
    )
    assert archived["ok"]
    over_http.move_to(WHINN_WEEK)
    await over_http.front.next_post()
    (notice,) = await over_http.anna.history()
    assert "arkiveret" in shown(notice)


async def test_from_a_channel_without_the_bot_reminders_come_once_it_is_invited(
    over_http: Scene,
) -> None:
    await over_http.anna.commands("/rain", "remind her om WHINN", over_http.elsewhere)
    await over_http.front.next_post()
    over_http.move_to(WHINN_WEEK)
    await over_http.front.next_post()
    (notice,) = await over_http.anna.history()
    assert "Inviter mig til kanalen" in shown(notice)
    await over_http.anna.invites_the_bot(over_http.elsewhere)
    over_http.move_to(WHINN_WEEK + timedelta(days=6))
    await over_http.front.next_post()
    (reminder,) = await over_http.anna.history(over_http.elsewhere)
    assert "i morgen" in shown(reminder)


async def test_after_the_app_was_taken_out_the_bot_is_well_and_silent(over_http: Scene) -> None:
    await over_http.anna.commands("/rain", "remind her om WHINN", over_http.channel)
    await over_http.front.next_post()
    assert all(receipt.status == 200 for receipt in await over_http.take_out_the_app())
    over_http.move_to(WHINN_WEEK)
    assert await over_http.front.more_posts(1.5) == []
    health = over_http.workspace.url.replace("/slack/events", "/health")
    async with aiohttp.ClientSession() as session, session.get(health) as response:
        assert (await response.json())["reminders"]["well"]
