"""Wishes about reminders, over both transports, and the reminders themselves."""

import pytest

from bot.reply import (
    Address,
    AddressKind,
    Intent,
    Language,
    Outcome,
    Paragraph,
    Question,
    Remind,
    Reply,
    StopReminding,
)
from bot.slack.poster import SlackPoster
from bot.slack.tokens import OneToken
from tests.fakes.responder import said
from tests.fakes.slack_server import BOT_TOKEN, TEAM
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT, Workspace, all_at_once, shown

MINE = Address("slack", TEAM, AddressKind.PERSON, ANNA)
HERE = Address("slack", TEAM, AddressKind.CHANNEL, CHANNEL)
OFFER = Reply(
    Outcome.ANSWER,
    Language.DANISH,
    (Paragraph("Sommerdagen kommer."),),
    (
        Remind("Påmind mig", "summer-day"),
        StopReminding("Stop for denne", "summer-day"),
        StopReminding("Stop alle"),
    ),
)
PRESSES = [
    ("Påmind mig", Intent.REMIND, "summer-day"),
    ("Stop for denne", Intent.STOP_REMINDING, "summer-day"),
    ("Stop alle", Intent.STOP_REMINDING, ""),
]


def wish(question: Question) -> tuple[Intent, str, str]:
    return question.intent, question.entry, question.text


async def test_a_command_is_in_its_channel_and_answered_to_one_person(slack: Workspace) -> None:
    await slack.deliver("command", slack.command("/rain", "remind odense"))
    assert (await slack.server.next_post()).ephemeral
    (question,) = slack.responder.questions
    assert wish(question) == (Intent.COMMAND, "", "remind odense")
    assert (question.mine, question.here) == (MINE, HERE)


async def test_a_command_in_a_direct_message_is_in_no_channel(slack: Workspace) -> None:
    await slack.deliver("command", slack.command("/rain", "påmind", channel_id=DIRECT))
    await slack.server.next_post()
    (question,) = slack.responder.questions
    assert (question.mine, question.here) == (MINE, None)


async def test_a_mention_is_in_its_channel_and_a_direct_message_in_none(slack: Workspace) -> None:
    await slack.deliver("event", slack.mention("hej"))
    await slack.server.next_post()
    await slack.ask("hej")
    told = [(question.mine, question.here) for question in slack.responder.questions]
    assert told == [(MINE, HERE), (MINE, None)]


@pytest.mark.parametrize(("label", "intent", "entry"), PRESSES)
async def test_a_press_in_a_channel(
    slack: Workspace, label: str, intent: Intent, entry: str
) -> None:
    slack.responder.will_reply(OFFER, said("Noteret."))
    await slack.deliver("event", slack.mention("sommerdagen"))
    offer = await slack.server.next_post()
    await slack.deliver("action", slack.press(offer, label))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (CHANNEL, offer.thread)
    pressed = slack.responder.questions[1]
    assert wish(pressed) == (intent, entry, "")
    assert (pressed.mine, pressed.here) == (MINE, HERE)
    assert pressed.locale is Language.DANISH


@pytest.mark.parametrize(("label", "intent", "entry"), PRESSES)
async def test_a_press_in_a_direct_message(
    slack: Workspace, label: str, intent: Intent, entry: str
) -> None:
    slack.responder.will_reply(OFFER, said("Noteret."))
    offer = await slack.ask("sommerdagen")
    await slack.deliver("action", slack.press(offer, label))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (DIRECT, offer.thread)
    pressed = slack.responder.questions[1]
    assert wish(pressed) == (intent, entry, "")
    assert (pressed.mine, pressed.here) == (MINE, None)


async def test_a_press_only_one_person_sees_is_answered_to_them(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER, said("Noteret."))
    await slack.deliver("command", slack.command("/rain", "sommerdagen"))
    offer = await slack.server.next_post()
    await slack.deliver("action", slack.press(offer, "Påmind mig"))
    assert (await slack.server.next_post()).ephemeral
    pressed = slack.responder.questions[1]
    assert (pressed.mine, pressed.here) == (MINE, HERE)


@pytest.mark.parametrize(
    ("label", "damage"),
    [
        ("Påmind mig", {"value": "da:"}),
        ("Påmind mig", {"value": "da:<!channel>"}),
        ("Påmind mig", {"value": ""}),
        ("Stop alle", {"value": "fr:"}),
        ("Stop alle", {"value": ""}),
        ("Stop alle", {"value": "da:Stop!"}),
        ("Stop alle", {"action_id": "unsubscribe-0"}),
    ],
    ids=str,
)
async def test_a_damaged_button_gets_a_sentence(
    slack: Workspace, label: str, damage: dict[str, object]
) -> None:
    slack.responder.will_reply(OFFER)
    offer = await slack.ask("sommerdagen")
    await slack.deliver("action", slack.press(offer, label, **damage))
    assert "button" in shown(await slack.server.next_post())
    assert len(slack.responder.questions) == 1


async def test_one_press_delivered_twice_is_one_and_two_presses_are_two(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER, said("Noteret."))
    offer = await slack.ask("sommerdagen")
    press = slack.press(offer, "Påmind mig")
    await all_at_once(*(slack.deliver("action", press) for _ in range(2)))
    await slack.server.next_post()
    assert await slack.server.more_posts() == []
    await slack.deliver("action", slack.press(offer, "Påmind mig"))
    await slack.server.next_post()
    assert [q.intent for q in slack.responder.questions[1:]] == [Intent.REMIND, Intent.REMIND]


# Reminders that were posted


async def posted(slack: Workspace, address: Address) -> None:
    async with SlackPoster(OneToken(BOT_TOKEN), slack.options.api_url) as poster:
        await poster.post(address, OFFER, "a key")


async def test_stopping_from_a_reminder_in_a_channel_is_answered_under_it(
    slack: Workspace,
) -> None:
    await posted(slack, HERE)
    reminder = await slack.server.next_post()
    await slack.deliver("action", slack.press(reminder, "Stop alle"))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (CHANNEL, reminder.ts)
    (pressed,) = slack.responder.questions
    assert wish(pressed) == (Intent.STOP_REMINDING, "", "")
    assert (pressed.mine, pressed.here) == (MINE, HERE)


async def test_stopping_from_a_reminder_to_a_person_is_answered_under_it(
    slack: Workspace,
) -> None:
    await posted(slack, MINE)
    reminder = await slack.server.next_post()
    await slack.deliver("action", slack.press(reminder, "Stop for denne"))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (DIRECT, reminder.ts)
    (pressed,) = slack.responder.questions
    assert wish(pressed) == (Intent.STOP_REMINDING, "summer-day", "")
    assert (pressed.mine, pressed.here) == (MINE, None)
