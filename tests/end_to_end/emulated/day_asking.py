"""What people ask, in all the places where they can, and what they say of the answers."""

from tests.end_to_end.emulated.day import HISTORICAL, Day, labels
from tests.end_to_end.slack.test_real_answers import HOLDERS
from tests.fakes.slack_workspace import shown


async def mention(day: Day) -> None:
    """Two people ask in a channel, one after the other."""
    asked = await day.anna.mentions(HISTORICAL, day.slack.channel)
    await day.next_post()
    (answer,) = await day.john.thread(day.slack.channel, asked)
    assert all(part in shown(answer) for part in HOLDERS)
    assert await day.anna.history(day.slack.channel) == [], "nothing beside the thread"
    day.story.show(f"Anna mentions it in #klinisk-ai: {HISTORICAL}", answer)

    further = await day.john.mentions("and his address?", day.slack.channel, asked)
    await day.next_post()
    _, question, second = await day.anna.thread(day.slack.channel, asked)
    assert question.ts == further
    assert second.body["user"] != question.body["user"]
    day.story.show("John goes on in the thread: and his address?", second)


async def direct_message(day: Day) -> None:
    """The agent view offers questions, and answers in the question's thread."""
    await day.john.opens_home("messages")
    await day.slack.front.asked("assistant.threads.setSuggestedPrompts")
    (offered,) = day.slack.front.called("assistant.threads.setSuggestedPrompts")
    assert offered.body["channel_id"] == day.john.direct
    prompts = [prompt["message"] for prompt in offered.body["prompts"]]
    assert len(prompts) == 4
    day.story.tell("John opens his conversation with it, and is offered", *prompts)

    asked = await day.john.writes(prompts[0])
    await day.next_post()
    (answer,) = await day.john.thread(day.john.direct, asked)
    assert "I do not know that" not in shown(answer), "what it offers it can answer"
    day.story.show(f"He asks the first: {prompts[0]}", answer)

    asked = await day.john.writes("who is head of radiology?")
    await day.next_post()
    (answer,) = await day.john.answers(day.john.direct, asked)
    assert "I do not know that" in shown(answer)
    await day.nothing_more()  # its own message is no question
    day.story.show("He writes to it: who is head of radiology?", answer)


async def commands(day: Day) -> None:
    """What is said to a command, nobody else sees."""
    before = await day.anna.history(day.slack.channel)
    told = {
        "/rain hvem hjælper med jura?": "kfn@rsyd.dk",
        "/rain hvem": "Hvem du kan spørge",
        "/rain privatliv": "Hvad der bliver af det, du skriver",
        "/rain privatlv": "»privatlv« er ingen kommando. Mente du »privatliv«?",
        "/events odense": "WHINN",
    }
    for whole, expected in told.items():
        name, _, text = whole.partition(" ")
        await day.anna.commands(name, text, day.slack.channel)
        answer = await day.next_post()
        assert answer.ephemeral
        assert expected in shown(answer)
        day.story.show(f"Anna gives the command {whole}", answer)
        if "Mente du" in expected:
            await day.anna.presses(answer, "Privatliv", day.slack.channel)
            assert told["/rain privatliv"] in shown(await day.next_post())
    assert await day.anna.history(day.slack.channel) == before, "nobody else saw it"


async def choice(day: Day) -> None:
    """Where the bot is not sure, it lets people choose."""
    asked = await day.anna.mentions("Kristian?", day.slack.channel)
    await day.next_post()
    (offer,) = await day.anna.thread(day.slack.channel, asked)
    assert {"Kristian Kvist", "Kristian Fjordside Nielsen"} <= set(labels(offer))
    day.story.show("Anna mentions it: Kristian?", offer)

    await day.anna.presses(offer, "Kristian Kvist")
    await day.next_post()
    _, answer = await day.anna.thread(day.slack.channel, asked)
    assert "kgk@rsyd.dk" in shown(answer)
    day.story.show("She presses Kristian Kvist", answer)


async def shortcut(day: Day) -> None:
    """Anna asks about what John wrote; only she sees the answer."""
    await day.john.writes("Who knows about law and information security?", day.slack.channel)
    message = await day.anna.last_of(day.john, day.slack.channel)
    await day.anna.uses_shortcut("ask_about_message", message)
    answer = await day.next_post()
    assert answer.ephemeral
    assert "kfn@rsyd.dk" in shown(answer)
    day.story.show(f"Anna chooses Ask RAIN at John's message: {message.text}", answer)


async def feedback(day: Day) -> None:
    """What people say of an answer is taken down, and what else was meant is shown."""
    asked = await day.anna.mentions(HISTORICAL, day.slack.channel)
    answer = await day.next_post()
    assert {"Rigtigt svar", "Forkert svar", "Vis andre"} <= set(labels(answer))
    await day.anna.presses(answer, "Rigtigt svar")
    thanks = await day.next_post()
    assert thanks.ephemeral
    assert "Tak!" in shown(thanks)
    day.story.show("Anna presses Rigtigt svar", thanks)

    await day.john.presses(answer, "Forkert svar")
    regret = await day.next_post()
    assert regret.ephemeral
    assert "Det er jeg ked af" in shown(regret)
    day.story.show("John presses Forkert svar", regret)
    other = next(label for label in labels(regret) if label != "Send spørgsmålet videre")
    await day.john.presses(regret, other, day.slack.channel)
    instead = await day.next_post()
    assert instead.ephemeral
    assert other in shown(instead)
    day.story.show(f"He presses {other}", instead)
    assert len(await day.anna.thread(day.slack.channel, asked)) == 1, "the others see the answer"
