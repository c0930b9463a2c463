"""What stands before the emulated Slack is as strict as Slack, also where the emulator is not."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.end_to_end.emulated.emulator import ANNA, CHANNELS, CLIENT_ID
from tests.end_to_end.emulated.front import MOST_RESPONSES, Front
from tests.end_to_end.emulated.installing import allowed, install
from tests.end_to_end.emulated.scene import SCOPES, SUBSCRIBED
from tests.fakes.slack_server import BOT_USER, Answer

Json = dict[str, Any]
SECTION = {"type": "section", "text": {"type": "plain_text", "text": "Hej"}}
BUTTON = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "Tryk"}}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "Spørg"}, "blocks": [SECTION]}
HOME = {"type": "home", "blocks": [SECTION]}
INPUT = {
    "type": "input",
    "label": {"type": "plain_text", "text": "Spørgsmål"},
    "element": {"type": "plain_text_input", "action_id": "question"},
}


@pytest.fixture
async def front() -> AsyncIterator[Front]:
    async with Front(SUBSCRIBED).running() as front:
        await install(front, SCOPES)
        yield front


@pytest.fixture
def bot(front: Front) -> AsyncWebClient:
    return AsyncWebClient(token=front.bot_token, base_url=f"{front.url}/api/")


@pytest.fixture
def anna(front: Front) -> AsyncWebClient:
    return AsyncWebClient(token=ANNA.token, base_url=f"{front.url}/api/")


@pytest.fixture
async def channel(front: Front, anna: AsyncWebClient) -> str:
    listed = (await front.emulated.ask("conversations.list"))["channels"]
    (found,) = [channel["id"] for channel in listed if channel["name"] == CHANNELS[0]]
    await anna.conversations_invite(channel=found, users=BOT_USER)
    return found


def refused_as(error: pytest.ExceptionInfo[SlackApiError]) -> str:
    return error.value.response["error"]


async def test_a_stranger_is_nobody(front: Front) -> None:
    stranger = AsyncWebClient(token="xoxb-of-nobody", base_url=f"{front.url}/api/")  # noqa: S106
    with pytest.raises(SlackApiError) as error:
        await stranger.auth_test()
    assert refused_as(error) == "invalid_auth"
    assert (await front.emulated.ask("auth.test", "xoxb-of-nobody"))["user"] == "admin", "laxer"


async def test_a_token_is_told_its_scopes(bot: AsyncWebClient) -> None:
    answer = await bot.auth_test()
    assert set(answer.headers["x-oauth-scopes"].split(",")) == SCOPES
    assert (answer["user_id"], answer["team"]) == (BOT_USER, "Region Test")


async def test_a_revoked_token_is_good_for_nothing(bot: AsyncWebClient) -> None:
    await bot.auth_revoke()
    with pytest.raises(SlackApiError) as error:
        await bot.auth_test()
    assert refused_as(error) == "account_inactive"


async def test_nobody_writes_where_they_are_not(front: Front, bot: AsyncWebClient) -> None:
    listed = (await front.emulated.ask("conversations.list"))["channels"]
    with pytest.raises(SlackApiError) as error:
        await bot.chat_postMessage(channel=listed[0]["id"], text="Hej")
    assert refused_as(error) == "not_in_channel"


@pytest.mark.parametrize(
    "blocks",
    [
        [SECTION] * 51,
        [{"type": "section", "text": {"type": "plain_text", "text": "x" * 3001}}],
        [{"type": "section"}],
        [SECTION | {"colour": "red"}],
        [{"type": "fireworks"}],
        [{"type": "actions", "elements": [BUTTON, BUTTON]}],
        [{"type": "actions", "elements": []}],
        [SECTION | {"block_id": "same"}, SECTION | {"block_id": "same"}],
    ],
)
async def test_blocks_that_slack_refuses(
    bot: AsyncWebClient, channel: str, blocks: list[Json]
) -> None:
    with pytest.raises(SlackApiError) as error:
        await bot.chat_postMessage(channel=channel, text="Hej", blocks=blocks)
    assert refused_as(error) == "invalid_blocks"
    assert error.value.response["response_metadata"]["messages"]


async def test_metadata_is_checked_and_told_only_to_who_asks(
    bot: AsyncWebClient, channel: str
) -> None:
    hidden = {"event_type": "kept", "event_payload": {"key": "k"}}
    posted = await bot.chat_postMessage(channel=channel, text="Hej", metadata=hidden)
    with pytest.raises(SlackApiError) as error:
        await bot.chat_postMessage(channel=channel, text="Hej", metadata={"event_type": "a b"})
    assert refused_as(error) == "invalid_metadata_format"

    plain = await bot.conversations_history(channel=channel)
    asked = await bot.conversations_history(channel=channel, include_all_metadata=True)
    found = [page["messages"][0]["metadata"] for page in (plain, asked)]
    assert found == [{"event_type": "kept"}, hidden]

    later = await bot.conversations_history(channel=channel, oldest=posted["ts"])
    with_it = await bot.conversations_history(channel=channel, oldest=posted["ts"], inclusive=True)
    assert [len(page["messages"]) for page in (later, with_it)] == [0, 1]


async def test_a_language_is_told_to_who_asks(bot: AsyncWebClient, anna: AsyncWebClient) -> None:
    user = (await anna.auth_test())["user_id"]
    plain = await bot.users_info(user=user)
    asked = await bot.users_info(user=user, include_locale=True)
    assert "locale" not in plain["user"] | plain["user"]["profile"]
    assert asked["user"]["locale"] == "da-DK"


async def test_a_member_is_found_by_their_address(
    bot: AsyncWebClient, anna: AsyncWebClient
) -> None:
    found = await bot.users_lookupByEmail(email=ANNA.email)
    assert found["user"]["id"] == (await anna.auth_test())["user_id"]
    with pytest.raises(SlackApiError) as error:
        await bot.users_lookupByEmail(email="nobody@example.org")
    assert refused_as(error) == "users_not_found"


@pytest.mark.parametrize(
    "view",
    [
        HOME | {"blocks": [SECTION] * 101},
        HOME | {"blocks": [SECTION | {"block_id": "same"}] * 2},
        {"type": "home"},
    ],
)
async def test_a_home_that_slack_refuses(bot: AsyncWebClient, view: Json) -> None:
    with pytest.raises(SlackApiError) as error:
        await bot.views_publish(user_id="U1", view=view)
    assert refused_as(error) == "invalid_arguments"


async def test_a_home_is_kept(front: Front, bot: AsyncWebClient, anna: AsyncWebClient) -> None:
    user = (await anna.auth_test())["user_id"]
    await bot.views_publish(user_id=user, view=HOME)
    assert (await front.next_view())["blocks"] == [SECTION]


async def test_a_modal_opens_once_for_each_trigger(
    front: Front, bot: AsyncWebClient, anna: AsyncWebClient
) -> None:
    user = (await anna.auth_test())["user_id"]
    asked = await front.emulated.ask("views.generateTriggerId", front.bot_token, user_id=user)
    trigger = asked["trigger_id"]
    with pytest.raises(SlackApiError) as error:
        await bot.views_open(trigger_id=trigger, view=MODAL | {"blocks": [INPUT]})
    assert refused_as(error) == "invalid_arguments", "inputs want a submit"
    await bot.views_open(trigger_id=trigger, view=MODAL)
    assert (await front.next_view())["title"] == MODAL["title"]
    with pytest.raises(SlackApiError) as error:
        await bot.views_open(trigger_id=trigger, view=MODAL)
    assert refused_as(error) == "exchanged_trigger_id"


async def test_a_modal_that_was_sent_off_is_replaced_or_closed(
    front: Front, bot: AsyncWebClient, anna: AsyncWebClient
) -> None:
    user = (await anna.auth_test())["user_id"]
    asked = await front.emulated.ask("views.generateTriggerId", front.bot_token, user_id=user)
    await bot.views_open(trigger_id=asked["trigger_id"], view=MODAL)
    opened = await front.next_view()
    await front.replace(opened, MODAL | {"callback_id": "waiting"})
    with pytest.raises(SlackApiError) as error:
        await bot.views_update(view_id=opened["id"], hash=opened["hash"], view=MODAL)
    assert refused_as(error) == "hash_conflict", "another one is shown by now"
    await bot.views_update(view_id=opened["id"], view=MODAL)
    await front.replace(opened, None)
    with pytest.raises(SlackApiError) as error:
        await bot.views_update(view_id=opened["id"], view=MODAL)
    assert refused_as(error) == "not_found"


async def test_a_file_is_handed_over(front: Front, anna: AsyncWebClient, channel: str) -> None:
    token = await install(front, SCOPES | {"files:write"})
    bot = AsyncWebClient(token=token, base_url=f"{front.url}/api/")
    await bot.files_upload_v2(channel=channel, filename="moede.ics", content="BEGIN:VCALENDAR")
    page = await anna.conversations_history(channel=channel)
    (file,) = page["messages"][0]["files"]
    assert file["name"] == "moede.ics"


async def test_a_response_address_is_worn_out(front: Front) -> None:
    async with aiohttp.ClientSession() as session:
        statuses = []
        for _ in range(MOST_RESPONSES + 1):
            async with session.post(f"{front.url}/response/1", json={"text": "Hej"}) as response:
                statuses.append(response.status)
    assert statuses == [200] * MOST_RESPONSES + [404]


async def test_it_can_be_told_to_ask_for_patience(front: Front, bot: AsyncWebClient) -> None:
    limited = Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "7"})
    front.answers["auth.test"].append(limited)
    with pytest.raises(SlackApiError) as error:
        await bot.auth_test()
    assert error.value.response.headers["Retry-After"] == "7"
    assert (await bot.auth_test())["ok"]


async def test_an_app_that_is_not_registered_is_not_installed(front: Front) -> None:
    with pytest.raises(AssertionError, match="not registered"):
        await allowed(f"{front.url}/oauth/v2/authorize?client_id=another", "admin")
    elsewhere = "redirect_uri=https://elsewhere.example/"
    with pytest.raises(AssertionError, match="not registered"):
        await allowed(f"{front.url}/oauth/v2/authorize?client_id={CLIENT_ID}&{elsewhere}", "admin")
