"""What people do in Slack, over both transports."""

import pytest

from bot.reply import Ask, Choose, Intent, Language, OpenLink, Outcome, Paragraph, Reply
from tests.fakes.responder import NOON, said
from tests.fakes.slack_server import BOT_USER, TEAM
from tests.fakes.slack_workspace import ANNA, CHANNEL, DIRECT, Workspace, buttons, shown

OFFER = Reply(
    Outcome.CHOOSE,
    Language.DANISH,
    (Paragraph("Mener du …"),),
    (Choose("Centret", "the-centre"), Ask("Mere", "mere & andet"), OpenLink("Se", "https://a.dk")),
)


async def test_a_mention_is_answered_in_a_thread(slack: Workspace) -> None:
    mention = slack.mention("hvem kan hjælpe?")
    await slack.deliver("event", mention)
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (CHANNEL, mention["event"]["ts"])
    (question,) = slack.responder.questions
    assert (question.text, question.intent, question.at) == ("hvem kan hjælpe?", Intent.ASK, NOON)
    assert question.asker == f"slack:{TEAM}:{ANNA}"
    assert question.conversation == f"slack:{TEAM}:{CHANNEL}:{post.thread}"


async def test_a_mention_in_a_thread_stays_there(slack: Workspace) -> None:
    await slack.deliver("event", slack.mention("og nu?", thread_ts="1600000000.000100"))
    assert (await slack.server.next_post()).thread == "1600000000.000100"


async def test_a_direct_message_is_answered_in_a_thread(slack: Workspace) -> None:
    """As in the agents' view; all that one person asks the bot is one conversation."""
    message = slack.direct("hej")
    await slack.deliver("event", message)
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (DIRECT, message["event"]["ts"])
    await slack.ask("og?")
    own = {question.conversation for question in slack.responder.questions}
    assert own == {f"slack:{TEAM}:{DIRECT}"}


async def test_a_direct_message_in_a_thread_stays_there(slack: Workspace) -> None:
    await slack.deliver("event", slack.direct("hej", thread_ts="1600000000.000100"))
    assert (await slack.server.next_post()).thread == "1600000000.000100"


async def test_a_file_with_a_question_is_answered(slack: Workspace) -> None:
    await slack.deliver("event", slack.direct("hvem?", subtype="file_share"))
    assert "An answer." in shown(await slack.server.next_post())


async def test_no_previews_and_no_markup_in_the_alternative(slack: Workspace) -> None:
    slack.responder.will_reply(said("<!channel> *bold* & more"))
    post = await slack.ask("hej")
    assert post.text == "&lt;!channel&gt; *bold* &amp; more"
    assert post.body["mrkdwn"] in (False, "0")
    assert post.body["unfurl_links"] in (False, "0")
    assert post.body["unfurl_media"] in (False, "0")


async def test_only_the_bots_own_mention_goes(slack: Workspace) -> None:
    await slack.deliver("event", slack.mention(f"hej <@U0BOB|bob>, kender <@{BOT_USER}> AI?"))
    await slack.server.next_post()
    assert slack.responder.questions[0].text == "hej @bob, kender AI?"


async def test_a_bare_mention_is_an_empty_question(slack: Workspace) -> None:
    await slack.deliver("event", slack.mention(""))
    await slack.server.next_post()
    assert slack.responder.questions[0].text == ""


async def test_slacks_markup_is_read(slack: Workspace) -> None:
    text = "se <http://cai-x.dk|cai-x.dk> i <#C1|general> &lt;3 &amp;amp; <mailto:a@b.dk|a@b.dk>"
    await slack.ask(text)
    assert slack.responder.questions[0].text == "se cai-x.dk i #general <3 &amp; a@b.dk"


# Commands


async def test_rain_answers_the_asker_alone(slack: Workspace) -> None:
    receipt = await slack.deliver("command", slack.command("/rain", "hvem kan hjælpe?"))
    post = await slack.server.next_post()
    assert receipt.status == 200
    assert post.ephemeral
    assert post.body["response_type"] == "ephemeral"
    (question,) = slack.responder.questions
    assert (question.text, question.intent) == ("hvem kan hjælpe?", Intent.COMMAND)


@pytest.mark.parametrize("text", ["", "  ", "help", "Hjælp", "remind odense"])
async def test_what_follows_rain_is_for_the_middle_to_read(slack: Workspace, text: str) -> None:
    await slack.deliver("command", slack.command("/rain", text))
    await slack.server.next_post()
    (question,) = slack.responder.questions
    assert (question.text, question.intent) == (text.strip(), Intent.COMMAND)


@pytest.mark.parametrize("text", ["", "oktober", "Odense past", "help"])
async def test_events_lists_events(slack: Workspace, text: str) -> None:
    await slack.deliver("command", slack.command("/events", text))
    assert (await slack.server.next_post()).ephemeral
    (question,) = slack.responder.questions
    assert (question.text, question.intent) == (text, Intent.EVENTS)


async def test_an_unknown_command_gets_a_sentence(slack: Workspace) -> None:
    receipt = await slack.deliver("command", slack.command("/rainbow", "x"))
    assert receipt.status == 200
    assert "/rain" in shown(await slack.server.next_post())
    assert slack.responder.questions == []


# Buttons


async def test_a_choice_in_a_channel_is_answered_in_its_thread(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER)
    mention = slack.mention("centret")
    await slack.deliver("event", mention)
    offer = await slack.server.next_post()
    await slack.deliver("action", slack.press(offer, "Centret"))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (CHANNEL, mention["event"]["ts"])
    chosen = slack.responder.questions[1]
    assert (chosen.intent, chosen.entry, chosen.text) == (Intent.CHOICE, "the-centre", "")
    assert chosen.locale is Language.DANISH


async def test_a_choice_in_a_direct_message_is_answered_in_its_thread(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER)
    offer = await slack.ask("centret")
    await slack.deliver("action", slack.press(offer, "Centret"))
    post = await slack.server.next_post()
    assert (post.channel, post.thread) == (DIRECT, offer.thread)


async def test_a_choice_only_one_person_sees_is_answered_to_them(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER)
    await slack.deliver("command", slack.command("/rain", "centret"))
    offer = await slack.server.next_post()
    await slack.deliver("action", slack.press(offer, "Centret"))
    post = await slack.server.next_post()
    assert post.ephemeral
    assert post.body["replace_original"] is False


async def test_an_offered_question_is_asked_as_typed(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER)
    offer = await slack.ask("centret")
    await slack.deliver("action", slack.press(offer, "Mere"))
    await slack.server.next_post()
    asked = slack.responder.questions[1]
    assert (asked.intent, asked.text, asked.entry) == (Intent.ASK, "mere & andet", "")


async def test_a_link_button_gets_a_receipt_and_no_answer(slack: Workspace) -> None:
    slack.responder.will_reply(OFFER)
    offer = await slack.ask("centret")
    receipt = await slack.deliver("action", slack.press(offer, "Se"))
    assert receipt.status == 200
    assert await slack.server.more_posts() == []


@pytest.mark.parametrize(
    "damage",
    [
        {"value": ""},
        {"value": "the-centre"},
        {"value": "fr:the-centre"},
        {"value": "da:<!channel>"},
        {"value": 7},
        {"action_id": "other-0"},
    ],
    ids=str,
)
async def test_a_damaged_button_gets_a_sentence(
    slack: Workspace, damage: dict[str, object]
) -> None:
    slack.responder.will_reply(OFFER)
    offer = await slack.ask("centret")
    receipt = await slack.deliver("action", slack.press(offer, "Centret", **damage))
    assert receipt.status == 200
    assert "button" in shown(await slack.server.next_post())
    assert len(slack.responder.questions) == 1


async def test_buttons_of_a_message_have_ids_of_their_own(slack: Workspace) -> None:
    actions = tuple(Choose(f"Number {n}", f"entry-{n}") for n in range(25))
    slack.responder.will_reply(Reply(Outcome.CHOOSE, Language.ENGLISH, (), actions))
    post = await slack.ask("many")
    assert len({button["action_id"] for button in buttons(post)}) == 25


# Who is not answered


@pytest.mark.parametrize(
    "changes",
    [
        {"bot_id": "B0OTHER"},
        {"bot_profile": {"id": "B0OTHER"}},
        {"user": BOT_USER},
        {"user": "USLACKBOT"},
        {"user": None},
        {"subtype": "bot_message", "bot_id": "B0OTHER", "user": None},
        {"subtype": "message_changed", "message": {"user": ANNA, "text": "hej"}},
        {"subtype": "message_deleted", "hidden": True},
        {"subtype": "channel_join"},
        {"channel": CHANNEL, "channel_type": "channel"},
    ],
    ids=str,
)
async def test_what_nobody_asked_is_not_answered(
    slack: Workspace, changes: dict[str, object]
) -> None:
    receipt = await slack.deliver("event", slack.direct("hej", **changes))
    assert receipt.status == 200
    assert await slack.server.more_posts() == []
    assert slack.responder.questions == []


async def test_other_events_get_a_receipt_and_no_answer(slack: Workspace) -> None:
    event = slack.direct("hej", type="reaction_added")
    assert (await slack.deliver("event", event)).status == 200
    assert await slack.server.more_posts() == []


# Languages


@pytest.mark.parametrize(
    ("locale", "language"),
    [("da-DK", Language.DANISH), ("en-GB", Language.ENGLISH), ("fr-FR", None)],
)
async def test_the_persons_language_is_passed_on(
    slack: Workspace, locale: str, language: Language | None
) -> None:
    slack.server.locales[ANNA] = locale
    await slack.ask("hej")
    await slack.ask("hej igen")
    assert [question.locale for question in slack.responder.questions] == [language, language]
    assert len(slack.server.called("users.info")) == 1
