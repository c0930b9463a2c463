"""The bot's own page, its windows, and the conversation beside it, over both transports."""

import asyncio
from dataclasses import replace

import pytest

from bot.reply import (
    Ask,
    AskBox,
    Choose,
    Form,
    Heading,
    Intent,
    Language,
    Offers,
    Option,
    Outcome,
    Paragraph,
    Question,
    Remind,
    Reply,
    Setting,
    TextField,
)
from tests.fakes.responder import said
from tests.fakes.slack_server import TEAM, Answer, Json, Shown
from tests.fakes.slack_workspace import ANNA, DIRECT, Workspace, pressable, shown, shown_view

PAGE = Reply(
    Outcome.HELP,
    Language.DANISH,
    (
        Heading("Min side"),
        AskBox("Hvad vil du vide?", "Skriv dit spørgsmål", "Spørg"),
        Paragraph("Sommerdagen kommer."),
        Offers((Remind("Påmind mig", "summer-day"),)),
        Setting(
            "language",
            "Sprog",
            (Option("da", "Dansk"), Option("en", "English"), Option("", "Som i Slack")),
            "da",
        ),
    ),
    (Ask("Glem mig", "glem mig"),),
    home=True,
)
FORM = Reply(
    Outcome.HELP,
    Language.DANISH,
    (Paragraph("Det her sendes."),),
    form=Form("Send", (TextField("text", "Spørgsmål"),), "Send", Intent.FORWARDED, "t0ken"),
)


def at_home(question: Question) -> Reply:
    """A page, and a sentence for all that is pressed on it."""
    homely = question.intent in (Intent.HOME, Intent.SETTING)
    return PAGE if homely else said(f"Svar på {question.intent}.", Language.DANISH)


@pytest.fixture
async def home(slack: Workspace) -> Shown:
    slack.responder.will_reply(at_home)
    await slack.deliver("event", slack.opened("home"))
    return await slack.server.next_view()


async def test_who_opens_the_page_sees_it(slack: Workspace, home: Shown) -> None:
    assert (home.method, home.user) == ("views.publish", ANNA)
    seen = shown_view(home.view)
    for text in ("Min side", "Hvad vil du vide?", "Sommerdagen kommer.", "Sprog", "Som i Slack"):
        assert text in seen
    (question,) = slack.responder.questions
    assert (question.intent, question.asker) == (Intent.HOME, f"slack:{TEAM}:{ANNA}")
    assert await slack.server.more_posts() == []


@pytest.mark.parametrize("way", ["box", "button"])
async def test_what_is_typed_into_the_box_is_answered_in_a_window(
    slack: Workspace, home: Shown, way: str
) -> None:
    await slack.deliver("action", slack.typed(home, "en læge? <GPU>", by=way))
    window = await slack.server.next_view()
    assert window.method == "views.open"
    assert "Svar på ask." in shown_view(window.view)
    asked = slack.responder.questions[1]
    assert (asked.intent, asked.text) == (Intent.ASK, "en læge? <GPU>")
    assert asked.locale is Language.ENGLISH, "as Slack has it; how a text begins tells nothing"
    assert (await slack.server.next_view()).method == "views.publish"


async def test_what_is_pressed_there_shows_in_a_window_and_on_the_page(
    slack: Workspace, home: Shown
) -> None:
    await slack.deliver("action", slack.press_in(home, "Påmind mig"))
    window = await slack.server.next_view()
    assert "Svar på remind." in shown_view(window.view)
    assert (await slack.server.next_view()).method == "views.publish"
    _, pressed, again = slack.responder.questions
    assert (pressed.intent, pressed.entry) == (Intent.REMIND, "summer-day")
    assert (pressed.mine, pressed.here) == (slack.responder.questions[0].mine, None)
    assert pressed.locale is Language.DANISH, "as the page is read"
    assert (again.intent, again.entry) == (Intent.HOME, "")
    assert again.locale is Language.ENGLISH, "as Slack has it: the page may be set to that"


async def test_a_setting_comes_back_and_the_page_anew(slack: Workspace, home: Shown) -> None:
    await slack.deliver("action", slack.pick_in(home, "English"))
    page = await slack.server.next_view()
    assert page.method == "views.publish"
    chosen = slack.responder.questions[1]
    assert (chosen.intent, chosen.entry, chosen.text) == (Intent.SETTING, "language", "en")
    await slack.deliver("action", slack.pick_in(home, "Som i Slack"))
    await slack.server.next_view()
    assert slack.responder.questions[2].text == ""
    assert [asked.locale for asked in slack.responder.questions[1:]] == [Language.ENGLISH] * 2
    assert await slack.server.more_posts() == []


async def test_in_a_window_one_goes_on(slack: Workspace, home: Shown) -> None:
    offer = Reply(
        Outcome.CHOOSE, Language.DANISH, (Paragraph("Mener du"),), (Choose("Centret", "centre"),)
    )
    slack.responder.will_reply(offer, PAGE, said("Her er centret.", Language.DANISH))
    await slack.deliver("action", slack.typed(home, "centret", by="box"))
    window = await slack.server.next_view()
    await slack.server.next_view()
    await slack.deliver("action", slack.press_in(window, "Centret"))
    again = await slack.server.next_view()
    assert (again.method, again.id) == ("views.update", window.id)
    assert "Her er centret." in shown_view(again.view)


async def test_where_it_is_too_late_for_a_window_a_message_comes(
    slack: Workspace, home: Shown
) -> None:
    press = slack.press_in(home, "Påmind mig")
    slack.server.expired.add(press["trigger_id"])
    await slack.deliver("action", press)
    post = await slack.server.next_post()
    assert post.channel == f"D{ANNA[1:]}"
    assert "Svar på remind." in shown(post)


async def test_where_it_is_too_late_for_a_form_that_is_said(slack: Workspace) -> None:
    offer = Reply(Outcome.CHOOSE, Language.DANISH, (Paragraph("?"),), (Choose("Ja", "yes"),))
    slack.responder.will_reply(offer, FORM)
    press = slack.press(await slack.ask("hej"), "Ja")
    slack.server.expired.add(press["trigger_id"])
    await slack.deliver("action", press)
    assert "gik galt" in shown(await slack.server.next_post())


async def test_a_failure_after_a_form_is_told_in_its_window(slack: Workspace) -> None:
    offer = Reply(Outcome.CHOOSE, Language.DANISH, (Paragraph("?"),), (Choose("Ja", "yes"),))
    slack.responder.will_reply(offer, FORM, RuntimeError("the password is swordfish"))
    await slack.deliver("action", slack.press(await slack.ask("hej"), "Ja"))
    window = await slack.server.next_view()
    await slack.deliver("action", slack.submit(window, {"text": "hej"}))
    told = await slack.server.next_view()
    assert (told.method, told.id) == ("views.update", window.id)
    assert "gik galt" in shown_view(told.view)
    assert "swordfish" not in shown_view(told.view)


async def test_a_form_comes_back_with_its_faults(slack: Workspace) -> None:
    offer = Reply(Outcome.CHOOSE, Language.DANISH, (Paragraph("?"),), (Choose("Ja", "yes"),))
    again = replace(FORM, parts=(Paragraph("Skriv noget."),))
    slack.responder.will_reply(offer, FORM, again, said("Sendt.", Language.DANISH))
    await slack.deliver("action", slack.press(await slack.ask("hej"), "Ja"))
    first = await slack.server.next_view()
    await slack.deliver("action", slack.submit(first, {}))
    second = await slack.server.next_view()
    assert "Skriv noget." in shown_view(second.view)
    assert "submit" in second.view
    await slack.deliver("action", slack.submit(second, {"text": "hej"}, "another"))
    assert "Sendt." in shown_view((await slack.server.next_view()).view)


@pytest.mark.parametrize(
    "damage",
    [
        {"private_metadata": ""},
        {"private_metadata": "{}"},
        {"private_metadata": '{"l": "da", "i": "drop-tables"}'},
        {"private_metadata": '{"l": "da", "x": 1}'},
        {"private_metadata": 7},
        {"state": {"values": {"text": {"text": {"type": "plain_text_input", "value": 7}}}}},
        {"state": []},
    ],
    ids=str,
)
async def test_a_damaged_form_harms_nobody(slack: Workspace, damage: Json) -> None:
    offer = Reply(Outcome.CHOOSE, Language.DANISH, (Paragraph("?"),), (Choose("Ja", "yes"),))
    slack.responder.will_reply(offer, FORM, said("Tomt.", Language.DANISH))
    await slack.deliver("action", slack.press(await slack.ask("hej"), "Ja"))
    filled = slack.submit(await slack.server.next_view(), {"text": "hej"})
    filled["view"] |= damage
    receipt = await slack.deliver("action", filled)
    assert receipt.status == 200
    await asyncio.sleep(0.05)
    assert len(slack.responder.questions) == 2 + ("state" in damage)
    assert not any(question.fields.get("text") for question in slack.responder.questions)


# The conversation


async def test_who_opens_the_conversation_is_offered_questions(slack: Workspace) -> None:
    prompts = tuple(Ask(f"Spørgsmål {n}", f"spørgsmål {n}") for n in range(6))
    slack.responder.will_reply(Reply(Outcome.HELP, Language.DANISH, (), prompts))
    await slack.deliver("event", slack.opened("messages"))
    await slack.server.more_posts()
    (call,) = slack.server.called("assistant.threads.setSuggestedPrompts")
    assert call.body["channel_id"] == DIRECT
    assert [one["message"] for one in call.body["prompts"]] == [f"spørgsmål {n}" for n in range(4)]
    (question,) = slack.responder.questions
    assert question.intent is Intent.HELP


async def test_an_answer_that_takes_long_is_announced_in_its_thread(slack: Workspace) -> None:
    slack.responder.will_reply(said("Endelig."))
    slack.responder.takes = 0.7
    message = slack.direct("hej")
    await slack.deliver("event", message)
    assert "Endelig." in shown(await slack.server.next_post())
    (call,) = slack.server.called("assistant.threads.setStatus")
    assert (call.body["channel_id"], call.body["thread_ts"]) == (DIRECT, message["event"]["ts"])


async def test_an_answer_does_not_wait_for_an_announcement_that_hangs(slack: Workspace) -> None:
    slack.responder.will_reply(said("Endelig."))
    slack.responder.takes = 0.7
    slack.server.answers["assistant.threads.setStatus"].append(Answer(after=60))
    async with asyncio.timeout(5):
        await slack.deliver("event", slack.direct("hej"))
        assert "Endelig." in shown(await slack.server.next_post())


async def test_a_quick_answer_is_not(slack: Workspace) -> None:
    await slack.ask("hej")
    assert slack.server.called("assistant.threads.setStatus") == []


async def test_without_the_scope_people_are_answered_all_the_same(slack: Workspace) -> None:
    slack.server.scopes = slack.server.scopes.replace("assistant:write,", "")
    slack.responder.takes = 0.7
    await slack.deliver("event", slack.opened("messages"))
    await slack.deliver("event", slack.direct("hej"))
    assert "An answer." in shown(await slack.server.next_post())


def test_every_button_of_the_page_has_an_id_of_its_own() -> None:
    page = Reply(
        Outcome.HELP,
        Language.ENGLISH,
        tuple(Offers((Remind("Remind me", f"event-{n}"),)) for n in range(40)),
    )
    from bot.slack.views import home as drawn  # noqa: PLC0415

    ids = [button["action_id"] for button in pressable(drawn(page)["blocks"])]
    assert len(set(ids)) == 40
