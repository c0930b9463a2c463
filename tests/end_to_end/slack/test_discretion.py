"""What is for one person's eyes, who is mentioned, and files, over both transports."""

from dataclasses import replace

import pytest

from bot.reply import (
    AddToCalendar,
    File,
    Intent,
    Language,
    Outcome,
    Paragraph,
    People,
    PersonCard,
    Reply,
)
from tests.fakes.responder import said
from tests.fakes.slack_server import Answer
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT, Workspace, shown

SECRET = replace(said("Kun til dig.", Language.DANISH), private=True)
CONTACT = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (
        People(
            (
                PersonCard("Bo Bæk", "Sekretær", "Kontoret", "Bo.Baek@example.org"),
                PersonCard("Carl Carlsen", "Jurist", "Kontoret", "carl@example.org"),
            )
        ),
    ),
)
EVENT = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Sommerdagen."),),
    (AddToCalendar("Læg i kalender", "summer-day"),),
)
HANDED = replace(
    said("Her er den.", Language.DANISH),
    files=(File("summer-day.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n"),),
    private=True,
)


async def test_in_a_channel_only_the_asker_sees_what_is_private(slack: Workspace) -> None:
    slack.responder.will_reply(SECRET)
    mention = slack.mention("010190-1234?")
    await slack.deliver("event", mention)
    post = await slack.server.next_post()
    assert post.ephemeral
    assert (post.body["channel"], post.body["user"]) == (CHANNEL, ANNA)
    assert post.thread == mention["event"]["ts"]


async def test_between_two_it_is_an_ordinary_message(slack: Workspace) -> None:
    slack.responder.will_reply(SECRET)
    assert (await slack.ask("hej")).channel == DIRECT


async def test_a_failure_is_told_to_the_asker_alone(slack: Workspace) -> None:
    slack.responder.will_reply(RuntimeError("x"))
    await slack.deliver("event", slack.mention("hej"))
    assert (await slack.server.next_post()).ephemeral


@pytest.mark.parametrize("way", ["direct", "command"])
async def test_a_member_is_mentioned_to_who_asks_alone(slack: Workspace, way: str) -> None:
    slack.server.members["bo.baek@example.org"] = "U0BO"
    slack.responder.will_reply(CONTACT)
    for _ in range(2):
        if way == "direct":
            await slack.deliver("event", slack.direct("hvem?"))
        else:
            await slack.deliver("command", slack.command("/rain", "hvem?"))
        text = shown(await slack.server.next_post())
        assert "@U0BO" in text
        assert "Bo.Baek@example.org" in text
        assert "Carl Carlsen" in text
    asked = [call.body["email"] for call in slack.server.called("users.lookupByEmail")]
    assert sorted(asked) == ["bo.baek@example.org", "carl@example.org"], "each of them once"


async def test_in_a_channel_nobody_is_called_by_a_mention(slack: Workspace) -> None:
    slack.server.members["bo.baek@example.org"] = "U0BO"
    slack.responder.will_reply(CONTACT)
    await slack.deliver("event", slack.mention("hvem?"))
    text = shown(await slack.server.next_post())
    assert "Bo Bæk" in text
    assert "@U0BO" not in text


@pytest.mark.parametrize(
    "trouble",
    [
        Answer(200, {"ok": False, "error": "missing_scope"}),
        Answer(500, {"ok": False, "error": "internal_error"}),
        Answer(drop=True),
        Answer(200, {"ok": True, "user": "odd"}),
        Answer(200, {"ok": True, "user": {"id": "U0BO", "deleted": True}}),
        Answer(200, {"ok": True, "user": {"id": "U0BO"}}, after=1.5),
    ],
    ids=str,
)
async def test_where_slack_does_not_tell_the_name_stands(slack: Workspace, trouble: Answer) -> None:
    slack.server.answers["users.lookupByEmail"].extend([trouble, trouble])
    slack.responder.will_reply(CONTACT)
    text = shown(await slack.ask("hvem?"))
    assert "Bo Bæk" in text
    assert "Bo.Baek@example.org" in text


async def test_where_slack_will_not_tell_it_is_left_alone_for_a_while(slack: Workspace) -> None:
    slack.server.scopes = "chat:write"
    slack.responder.will_reply(CONTACT)
    for _ in range(2):
        assert "Bo Bæk" in shown(await slack.ask("hvem?"))
    asked = [call.body["email"] for call in slack.server.called("users.lookupByEmail")]
    assert sorted(asked) == ["bo.baek@example.org", "carl@example.org"], "each of them once"


async def test_a_message_can_be_asked_about(slack: Workspace) -> None:
    receipt = await slack.deliver("action", slack.shortcut("hvem ved noget om <@U0BOB|bob>s GPU?"))
    assert receipt.status == 200
    post = await slack.server.next_post()
    assert post.ephemeral
    (question,) = slack.responder.questions
    assert (question.intent, question.text) == (Intent.ASK, "hvem ved noget om @bobs GPU?")
    assert question.mine is not None


async def test_another_shortcut_gets_a_receipt(slack: Workspace) -> None:
    receipt = await slack.deliver("action", slack.shortcut("hej", callback_id="another"))
    assert receipt.status == 200
    assert await slack.server.more_posts() == []


async def test_a_file_comes_into_the_conversation(slack: Workspace) -> None:
    slack.responder.will_reply(EVENT, HANDED)
    offer = await slack.ask("sommerdagen")
    await slack.deliver("action", slack.press(offer, "Læg i kalender"))
    assert "Her er den." in shown(await slack.server.next_post())
    assert await slack.server.more_posts(0.4) == []
    assert slack.server.uploaded["summer-day.ics"] == b"BEGIN:VCALENDAR\r\n"
    assert slack.server.shared == [(DIRECT, offer.thread)]


async def test_from_a_channel_it_comes_into_ones_own(slack: Workspace) -> None:
    slack.responder.will_reply(EVENT, HANDED)
    await slack.deliver("event", slack.mention("sommerdagen"))
    await slack.deliver("action", slack.press(await slack.server.next_post(), "Læg i kalender"))
    answer, word = await slack.server.next_post(), await slack.server.next_post()
    assert answer.ephemeral
    assert word.ephemeral
    assert "samtale" in shown(word)
    assert slack.server.shared == [(f"D{ANNA[1:]}", "")]


async def test_where_it_cannot_be_sent_that_is_said(slack: Workspace) -> None:
    slack.server.scopes = slack.server.scopes.replace("files:write,", "")
    slack.responder.will_reply(EVENT, HANDED)
    offer = await slack.ask("sommerdagen")
    await slack.deliver("action", slack.press(offer, "Læg i kalender"))
    answer, word = await slack.server.next_post(), await slack.server.next_post()
    assert "Her er den." in shown(answer)
    assert "linkene" in shown(word)
