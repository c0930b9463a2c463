"""A question that the bot cannot answer finds its way to people and back."""

import asyncio
import os
import sys
from datetime import timedelta
from typing import Any

from tests.end_to_end.emulated.day import Day, labels
from tests.end_to_end.emulated.scene import ROOT
from tests.fakes.slack_server import Post
from tests.fakes.slack_workspace import shown, shown_view

Json = dict[str, Any]
UNKNOWN = "Hvordan får vi kvantecomputere til stjernekikkerten på taget?"
SENT = "Hvem ved noget om kvantecomputere?"
ANSWER = "Det gør Dorte på fjerde sal."
SEND, TAKE, RESPOND = "Send spørgsmålet videre", "Jeg tager det", "Svar"


async def passed_on(day: Day) -> tuple[str, Post]:
    """Anna passes a question on, changed; the stamp of hers, and the owners' message."""
    asked = await day.anna.mentions(UNKNOWN, day.slack.channel)
    reply = await day.next_post()
    assert SEND in labels(reply)
    day.story.show(f"Anna mentions it: {UNKNOWN}", reply)
    await day.anna.presses(reply, SEND)
    form = await day.next_view()
    for text in (UNKNOWN, day.anna.name, "i den tråd, du spurgte i"):
        assert text in shown_view(form)
    day.story.show_view(f"She presses {SEND}", form)
    await day.nothing_more(1.5)  # nothing goes anywhere by pressing

    said = await day.fills_in(day.anna, form, text=SENT)
    assert "Spørgsmålet er sendt" in shown_view(said)
    day.story.show_view(f"She writes instead: {SENT}, and sends it", said)
    await day.next_post()
    (told,) = await day.ole.history(day.slack.owners)
    assert SENT in shown(told)
    assert day.anna.name in shown(told)
    assert UNKNOWN not in shown(told), "what was shown is sent, and nothing else"
    day.story.show("In the owners' channel", told)
    return asked, told


async def answered(day: Day, asked: str, told: Post) -> None:
    """Nobody outside may take it; Ole does, and answers."""
    for button in (TAKE, RESPOND):
        await day.john.presses(told, button)
        refusal = await day.next_post()
        assert refusal.ephemeral
        assert "Kun medlemmer af den kanal" in shown(refusal)
    day.story.show("John, who is not in that channel, presses its buttons all the same", refusal)
    await day.ole.presses(told, TAKE)
    await day.next_post()
    (taken,) = await day.ole.thread(day.slack.owners, told.ts)
    assert f"{day.ole.name} tager spørgsmålet." in shown(taken)
    day.story.show(f"Ole presses {TAKE}", taken)

    await day.ole.presses(told, RESPOND)
    form = await day.next_view()
    assert SENT in shown_view(form)
    day.story.show_view(f"Ole presses {RESPOND}", form)
    said = await day.fills_in(day.ole, form, answer=ANSWER, remember="yes")
    assert "Svaret er sendt" in shown_view(said)
    day.story.show_view(f"He writes: {ANSWER}, and wants it remembered", said)
    assert {(await day.next_post()).channel for _ in range(2)} == {
        day.slack.channel,
        day.slack.owners,
    }
    *_, answer = await day.anna.thread(day.slack.channel, asked)
    for text in (SENT, ANSWER, day.ole.name):
        assert text in shown(answer)
    day.story.show("In Anna's thread in #klinisk-ai", answer)
    *_, news = await day.ole.thread(day.slack.owners, told.ts)
    assert f"{day.ole.name} har svaret" in shown(news)
    day.story.show("In the owners' thread", news)


async def remembered(day: Day) -> None:
    """What was to be remembered is there for whoever keeps the knowledge base."""
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "export"),
        cwd=ROOT,
        env=os.environ | {"RAIN_STORE": str(day.slack.serving.store)},
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await command.communicate()
    assert command.returncode == 0
    for text in (SENT, ANSWER):
        assert text in printed.decode()
    day.story.tell("rain-bot export prints", printed.decode())


async def no_nudge(day: Day) -> None:
    """What was answered, nobody is reminded of."""
    day.slack.clock.move(timedelta(days=7))
    await day.nothing_more(1.5)
    day.story.tell("A week later: nobody was reminded of the question")


async def nudge(day: Day) -> None:
    """John passes a question on that nobody takes."""
    await day.john.writes("How do we get quantum computers to the telescope on the roof?")
    reply = await day.next_post()
    await day.john.presses(reply, "Pass the question on")
    said = await day.fills_in(day.john, await day.next_view())
    assert "The question is sent" in shown_view(said)
    told = await day.next_post()
    day.slack.clock.move(timedelta(days=1, hours=23))
    await day.nothing_more(1.5)
    day.slack.clock.move(timedelta(hours=1))
    nudge = await day.next_post()
    assert (nudge.channel, nudge.thread) == (day.slack.owners, told.ts)
    assert "Ingen har taget" in shown(nudge)
    day.story.show("John passes a question on too, and two working days later", nudge)
