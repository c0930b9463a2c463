"""What people ask, in all the places where they can, and what they say of the answers."""

from tests.end_to_end.playground.day import CPR, HISTORICAL, HOLDERS, Day
from tests.end_to_end.playground.tenant import GENERAL, GROUP, PERSONAL


async def question(day: Day) -> None:
    """The right people, also where it is misspelt."""
    for text in (HISTORICAL, "hvem har stry på historsike data?"):
        answer = await day.asks(text)
        assert all(part in answer.text for part in HOLDERS)


async def going_on(day: Day) -> None:
    """A question can go on from the last answer."""
    await day.asks("hvem hjælper med jura?")
    answer = await day.asks("og hans mail?")
    assert "kfn@rsyd.dk" in answer.text


async def commands(day: Day) -> None:
    """All that can be asked for by a word, in the language that Teams shows itself in."""
    told = {
        "help": "What I can help with",
        "events": "Upcoming events",
        "privacy": "What becomes of what you write",
        "remind": "You have no reminders.",
        "who": "Whom you can ask",
        "home": "What would you like to know",
    }
    for word, expected in told.items():
        assert expected in (await day.asks(word)).text
    told = {
        "hjælp": "Det kan jeg hjælpe med",
        "arrangementer": "Kommende arrangementer",
        "privatliv": "Hvad der bliver af det, du skriver",
        "påmind": "Du har ingen påmindelser.",
        "hvem": "Hvem du kan spørge",
        "forside": "Hvad vil du vide",
    }
    for word, expected in told.items():
        await day.anna.sends(PERSONAL, "message", text=word, locale="da-DK")
        answer = await day.teams.next_card(PERSONAL)
        assert expected in answer.text
        day.story.show(f"Anna, whose Teams is Danish now, writes to it: {word}", answer)


async def choice(day: Day) -> None:
    """Where the bot is not sure, it lets people choose; the answer stands where the choice did."""
    offer = await day.asks("hvem er Kristian?")
    assert {"Kristian Kvist", "Kristian Fjordside Nielsen"} <= set(offer.labels)
    answer = await day.presses(day.anna, offer, "Kristian Kvist")
    assert "kgk@rsyd.dk" in answer.text
    again = await day.presses(day.anna, answer, "Tilbage")
    assert again.text == offer.text
    other = await day.presses(day.anna, again, "Kristian Fjordside Nielsen")
    assert "kfn@rsyd.dk" in other.text
    await day.teams.nothing_more()


async def feedback(day: Day) -> None:
    """What people say of an answer is taken down, and what else was meant is shown."""
    answer = await day.asks(HISTORICAL)
    assert {"Rigtigt svar", "Forkert svar", "Vis andre"} <= set(answer.labels)
    thanks = await day.presses(day.anna, answer, "Rigtigt svar")
    assert "Tak!" in thanks.text
    back = await day.presses(day.anna, thanks, "Tilbage")
    assert back.text == answer.text
    regret = await day.presses(day.anna, back, "Forkert svar")
    assert "Det er jeg ked af" in regret.text
    kept = await day.teams.serving.belongings()
    assert kept["verdict"], "so that somebody sees it"
    await day.teams.nothing_more()


async def group(day: Day) -> None:
    """In the group chat it answers who mentions it, and nobody else."""
    await day.john.writes("who looks after historical data?", GROUP)
    await day.teams.nothing_more(1)
    answer = await day.mentions(
        day.john, "who looks after historical data?", GROUP, "in the group chat"
    )
    assert all(part in answer.text for part in HOLDERS)


async def channel(day: Day) -> None:
    """In a channel it answers in the thread, where others go on."""
    text = "Who looks after historical data?"
    answer = await day.mentions(day.john, text, GENERAL, "in General")
    assert all(part in answer.text for part in HOLDERS)
    await day.anna.writes("Thank you!", answer.conversation)
    await day.teams.nothing_more(1)
    further = await day.mentions(day.anna, "and his address?", answer.conversation, "in the thread")
    assert further.conversation == answer.conversation
    assert "I take this as a continuation" in further.text
    chosen = await day.presses(day.john, further, "Kristian Kvist")
    assert "kgk@rsyd.dk" in chosen.text
    pressed = await day.presses(day.anna, answer, "Right answer")
    assert "Thank you!" in pressed.text
    await day.teams.nothing_more()


async def refused(day: Day) -> None:
    """A CPR number is refused; it comes back nowhere, not even in what a button carries."""
    answer = await day.asks(f"patienten {CPR}, hvem kan hjælpe?")
    assert "CPR-nummer" in answer.text
    assert "010190" not in str(answer.card)
