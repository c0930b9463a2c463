"""What goes wrong on the way, over both transports."""

import time
from collections.abc import AsyncIterator

import pytest

from bot.ports import SeenDeliveries
from bot.reply import Ask, Language, Outcome, Question, Reply
from tests.fakes.responder import said
from tests.fakes.slack_server import Answer, SlackServer
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT, Workspace, all_at_once, shown

# Deliveries that come again


async def test_two_deliveries_at_once_are_answered_once(slack: Workspace) -> None:
    mention = slack.mention("en gang")
    await all_at_once(*(slack.deliver("event", mention, retry=n) for n in range(3)))
    await slack.server.next_post()
    assert await slack.server.more_posts() == []
    assert len(slack.responder.questions) == 1


async def test_a_retry_of_something_never_seen_is_answered(slack: Workspace) -> None:
    await slack.deliver("event", slack.mention("kun et genforsøg"), retry=2)
    assert "An answer." in shown(await slack.server.next_post())


async def test_an_edited_mention_is_not_answered_again(slack: Workspace) -> None:
    mention = slack.mention("først")
    await slack.deliver("event", mention)
    await slack.server.next_post()
    edited = slack.mention("rettet", ts=mention["event"]["ts"], edited={"user": ANNA})
    await slack.deliver("event", edited)
    assert await slack.server.more_posts() == []


async def test_a_command_and_a_press_delivered_twice_are_answered_once(slack: Workspace) -> None:
    command = slack.command("/rain", "hvem?")
    await all_at_once(*(slack.deliver("command", command) for _ in range(2)))
    await slack.server.next_post()
    assert await slack.server.more_posts() == []


class BrokenSeen(SeenDeliveries):
    async def first_time(self, key: str) -> bool:
        raise OSError(key)


@pytest.fixture(params=["http", "socket"])
async def forgetful(
    request: pytest.FixtureRequest, server: SlackServer
) -> AsyncIterator[Workspace]:
    workspace = Workspace(server, request.param)
    workspace.seen = BrokenSeen()
    async with workspace.running():
        yield workspace


async def test_people_are_answered_though_deliveries_cannot_be_told_apart(
    forgetful: Workspace,
) -> None:
    assert "An answer." in shown(await forgetful.ask("hej"))


# A responder that fails or is slow


@pytest.mark.parametrize(
    ("locale", "words"), [("da-DK", "Det gik galt"), ("en-US", "Something went wrong")]
)
async def test_a_failure_is_told_in_the_persons_language(
    slack: Workspace, caplog: pytest.LogCaptureFixture, locale: str, words: str
) -> None:
    slack.server.locales[ANNA] = locale
    slack.responder.will_reply(RuntimeError("swordfish"))
    told = shown(await slack.ask("my private question"))
    assert words in told
    (reference,) = [word for word in told.replace(",", "").split() if word.isdigit()]
    assert reference in caplog.text
    assert "RuntimeError" in caplog.text
    assert "swordfish" not in told + caplog.text
    assert "my private question" not in caplog.text


async def test_a_failing_command_tells_the_asker_alone(slack: Workspace) -> None:
    slack.responder.will_reply(RuntimeError("swordfish"))
    await slack.deliver("command", slack.command("/rain", "hvem?"))
    assert (await slack.server.next_post()).ephemeral


@pytest.mark.parametrize("kind", ["event", "command", "action"])
async def test_the_receipt_does_not_wait_for_the_answer(slack: Workspace, kind: str) -> None:
    def slowly(question: Question) -> Reply:
        time.sleep(0.4)
        return said(f"Slow: {question.text}")

    offer = Reply(Outcome.CHOOSE, Language.ENGLISH, (), (Ask("Slowly", "slow"),))
    slack.responder.will_reply(offer)
    post = await slack.ask("first")
    slack.responder.will_reply(slowly)
    payloads = {
        "event": slack.mention("slow"),
        "command": slack.command("/rain", "slow"),
        "action": slack.press(post, "Slowly"),
    }
    receipt = await slack.deliver(kind, payloads[kind])
    assert receipt.seconds < 0.35
    assert "Slow: slow" in shown(await slack.server.next_post())


# A Slack that refuses, drops or asks to wait


async def test_being_asked_to_wait_is_honoured(slack: Workspace) -> None:
    busy = Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "1"})
    slack.server.answers["chat.postMessage"].append(busy)
    assert "An answer." in shown(await slack.ask("hej"))
    first, second = slack.server.called("chat.postMessage")
    assert second.at - first.at >= 1
    assert await slack.server.more_posts() == []


@pytest.mark.parametrize(
    "failure",
    [
        Answer(500, {"ok": False, "error": "internal_error"}),
        Answer(503, {"ok": False, "error": "service_unavailable"}),
        Answer(200, {"ok": False, "error": "fatal_error"}),
        Answer(drop=True),
    ],
    ids=["500", "503", "fatal", "dropped"],
)
async def test_nothing_is_posted_again_where_it_might_have_arrived(
    slack: Workspace, failure: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    slack.server.answers["chat.postMessage"].append(failure)
    await slack.deliver("event", slack.direct("my private question"))
    assert await slack.server.more_posts() == []
    assert len(slack.server.called("chat.postMessage")) == 1
    assert "reference" in caplog.text
    assert "my private question" not in caplog.text
    assert "xoxb" not in caplog.text


async def test_a_refused_answer_is_replaced_by_a_sentence(
    slack: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    refusal = Answer(200, {"ok": False, "error": "invalid_blocks"})
    slack.server.answers["chat.postMessage"].append(refusal)
    told = shown(await slack.ask("hej"))
    (reference,) = [word for word in told.replace(",", "").split() if word.isdigit()]
    assert f"{reference}: invalid_blocks" in caplog.text


DANISH_WORDS = {
    "not_in_channel": "ikke med i den",
    "channel_not_found": "ikke med i den",
    "is_archived": "den er arkiveret",
    "missing_scope": "mangler tilladelse",
}


@pytest.mark.parametrize("code", DANISH_WORDS)
async def test_who_cannot_be_answered_in_a_channel_is_told_by_themselves(
    slack: Workspace, caplog: pytest.LogCaptureFixture, code: str
) -> None:
    slack.server.locales[ANNA] = "da-DK"
    slack.server.refused[CHANNEL] = code
    await slack.deliver("event", slack.mention("my private question"))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (DIRECT, "")
    assert DANISH_WORDS[code] in shown(post)
    assert code in caplog.text
    assert "my private question" not in caplog.text
    assert await slack.server.more_posts() == []


async def test_who_cannot_be_reached_either_harms_nobody(
    slack: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    slack.server.refused |= {CHANNEL: "is_archived", ANNA: "cannot_dm_bot"}
    await slack.deliver("event", slack.mention("hej"))
    assert await slack.server.more_posts() == []
    assert "A sentence was not posted: cannot_dm_bot" in caplog.text
    assert "An answer." in shown(await slack.ask("hej"))


async def test_a_crowd_in_one_channel_is_answered_one_by_one(server: SlackServer) -> None:
    async with Workspace(server, "http", gap=0.3).running() as slack:
        crowd = [slack.deliver("event", slack.mention(f"spørgsmål {n}")) for n in range(6)]
        receipts = await all_at_once(*crowd)
        await slack.ask("et andet sted")
        posts = [await server.next_post() for _ in range(6)]
    assert max(receipt.seconds for receipt in receipts) < 0.5
    calls = server.called("chat.postMessage")
    here = [call.at for call in calls if call.body["channel"] == CHANNEL]
    (elsewhere,) = [call.at for call in calls if call.body["channel"] == DIRECT]
    assert len(posts) == len(here) == 6
    assert here[-1] - here[0] > 0.6, "three more than a burst"
    assert elsewhere < here[-1]


async def test_an_expired_response_address_harms_nobody(slack: Workspace) -> None:
    slack.server.answers["response_url"].extend([Answer(404), Answer(404)])
    await slack.deliver("command", slack.command("/rain", "hvem?"))
    assert await slack.server.more_posts() == []
    assert "An answer." in shown(await slack.ask("hej"))


async def test_an_answer_without_a_known_language_is_still_given(slack: Workspace) -> None:
    refusal = Answer(200, {"ok": False, "error": "missing_scope"})
    slack.server.answers["users.info"].append(refusal)
    assert "An answer." in shown(await slack.ask("hej"))
    assert slack.responder.questions[0].locale is None


async def test_an_answer_does_not_wait_long_for_the_language(slack: Workspace) -> None:
    slack.server.answers["users.info"].append(Answer(after=4))
    started = time.monotonic()
    assert "An answer." in shown(await slack.ask("hej"))
    assert time.monotonic() - started < 3


async def test_the_bot_learns_its_name_where_the_delivery_does_not_tell(
    slack: Workspace,
) -> None:
    mention = slack.mention("hvem er jeg?")
    del mention["authorizations"]
    await slack.deliver("event", mention)
    await slack.server.next_post()
    assert slack.responder.questions[0].text == "hvem er jeg?"
    assert slack.responder.questions[0].locale is Language.ENGLISH
