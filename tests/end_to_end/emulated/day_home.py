"""The bot's own page, and what is done there."""

from typing import Any

from tests.end_to_end.emulated.day import Day
from tests.end_to_end.emulated.filling import button, choice, entered
from tests.fakes.slack_workspace import pressable, shown_view

Json = dict[str, Any]
QUESTION = "hvem hjælper med jura?"


async def opened(day: Day) -> Json:
    """Anna opens it."""
    await day.anna.opens_home()
    page = await day.next_view()
    assert page["type"] == "home"
    assert day.slack.front.called("views.publish")[-1].body["user_id"] == day.anna.id
    for text in ("Hvem kan hjælpe", "Næste arrangementer", "Dansk", "Det gemmer jeg om dig"):
        assert text in shown_view(page)
    return page


async def looked_at(day: Day) -> Json:
    """Anna looks at it for the first time."""
    page = await opened(day)
    day.story.show_view("Anna opens its Home", page)
    return page


async def ask_box(day: Day, page: Json) -> None:
    """What is typed there is answered in a modal."""
    box, values = entered(page, QUESTION)
    await day.anna.presses_in(page, box, values)
    answer = await day.next_view()
    assert answer["type"] == "modal"
    assert "kfn@rsyd.dk" in shown_view(answer)
    day.story.show_view(f"She types into its box: {QUESTION}", answer)
    assert (await day.next_view())["type"] == "home"


async def settings(day: Day, page: Json) -> None:
    """Set to English, the page comes anew in English; and who she is changes what it shows."""
    await day.anna.presses_in(page, choice(page, "Engelsk (English)"))
    english = await day.next_view()
    assert english["id"] == page["id"]
    for text in ("Who can help", "Next events", "What I keep about you", "That you chose"):
        assert text in shown_view(english)
    day.story.show_view("She sets the language to Engelsk (English)", english)

    await day.anna.presses_in(english, choice(english, "Researcher at SDU or OUH"))
    page = await day.next_view()
    assert "Shown for" in shown_view(page)
    assert "That you ask as" in shown_view(page)
    await day.anna.presses_in(page, choice(page, "Same as in this app"))
    danish = await day.next_view()
    assert "Hvem kan hjælpe" in shown_view(danish)
    day.story.tell("She says that she is a researcher, and sets the language back")


async def keeps(day: Day, line: str) -> None:
    """What is kept of Anna stands there, line by line."""
    told = shown_view(await opened(day))
    assert line in told
    kept = told[told.index("Det gemmer jeg om dig") :]
    day.story.tell("Anna opens its Home and reads what it keeps", kept)


async def language_kept(day: Day) -> None:
    """John, whose Slack is in English, chooses Danish."""
    await day.john.opens_home()
    page = await day.next_view()
    assert "Who can help" in shown_view(page)
    await day.john.presses_in(page, choice(page, "Danish (dansk)"))
    assert "Hvem kan hjælpe" in shown_view(await day.next_view())
    day.story.tell("John opens its Home and sets the language to Danish (dansk)")


async def reminder(day: Day) -> None:
    """Remind me, and the page shows that it is so."""
    page = await opened(day)
    number = _number_of_last(page, "Påmind mig")
    await day.anna.presses_in(page, button(page, "Påmind mig", number))
    told = await day.next_view()
    assert told["type"] == "modal"
    assert "WHINN" in shown_view(told)
    assert "onsdag den 1. november 2023 kl. 09.00" in shown_view(told)
    day.story.show_view("She presses Påmind mig there, at WHINN", told)
    page = await day.next_view()
    assert _number_of_last(page, "Påmind mig") == number - 1
    assert "Hvad du vil mindes om" in shown_view(page)


async def calendar_file(day: Day) -> None:
    """The file is put into Anna's conversation with the bot."""
    page = await opened(day)
    await day.anna.presses_in(page, button(page, "Læg i kalender", -1))
    told = await day.next_view()
    assert "WHINN" in shown_view(told)
    day.story.show_view("She presses Læg i kalender there, at WHINN", told)
    note = await day.next_post()
    assert "Kalenderfilen ligger i din samtale med mig." in note.text
    (file,) = await day.anna.files()
    content = await day.anna.reads(file)
    assert file["name"].endswith(".ics")
    for line in ("BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20231108", "END:VCALENDAR"):
        assert line in content
    day.story.tell(f"She opens {file['name']}", content)
    assert (await day.next_view())["type"] == "home"
    await day.nothing_more()


def _number_of_last(page: Json, label: str) -> int:
    return sum(b["text"]["text"] == label for b in pressable(page["blocks"])) - 1
