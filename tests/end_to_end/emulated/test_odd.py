"""What people do that nobody has planned for."""

import shutil
from typing import Any

import pytest
import yaml

from tests.end_to_end.emulated.day import HISTORICAL, labels
from tests.end_to_end.emulated.day_passing import ANSWER, RESPOND, SEND, SENT, TAKE, UNKNOWN
from tests.end_to_end.emulated.filling import button, choice, filled
from tests.end_to_end.emulated.people import Person
from tests.end_to_end.emulated.scene import Scene, scene
from tests.end_to_end.emulated.serving import Folders
from tests.fakes.responder import FixedClock
from tests.fakes.slack_server import Post
from tests.fakes.slack_workspace import all_at_once, buttons, shown, shown_view

Json = dict[str, Any]


async def asked(slack: Scene, text: str) -> Post:
    await slack.anna.mentions(text, slack.channel)
    return await slack.front.next_post()


async def form(slack: Scene) -> Json:
    await slack.anna.presses(await asked(slack, UNKNOWN), SEND)
    return await slack.front.next_view()


async def passed_on(slack: Scene) -> Post:
    """A question of Anna's, as it came to the owners."""
    window = await form(slack)
    await slack.anna.submits(window, filled(window, {"text": SENT}))
    assert "Spørgsmålet er sendt" in shown_view(await slack.front.next_view())
    return await slack.front.next_post()


async def twice(person: Person, post: Post, label: str) -> None:
    """A double click."""
    await all_at_once(*(person.presses(post, label, person.direct) for _ in range(2)))


async def test_a_double_click_is_one(over_http: Scene) -> None:
    for text in (HISTORICAL, "hvornår er WHINN?", "påmind"):
        await over_http.anna.writes(text)
        post = await over_http.front.next_post()
        pressed = [b for b in buttons(post) if not b["action_id"].startswith("open-")]
        assert pressed
        for one in pressed:
            await twice(over_http.anna, post, one["text"]["text"])
            await over_http.front.next_post()
        assert await over_http.front.more_posts(1.5) == []
    # Twice the same, and not at once: that is said, and changes nothing.
    await over_http.anna.presses(post, one["text"]["text"])
    assert "ikke noget at stoppe" in shown(await over_http.front.next_post())
    kept = await over_http.serving.belongings()
    assert (kept["verdict"], kept["subscription"]) == (2, 0)


async def test_a_double_click_of_an_owner_is_one(over_http: Scene) -> None:
    told = await passed_on(over_http)
    await all_at_once(*(over_http.ole.presses(told, TAKE) for _ in range(2)))
    assert "tager spørgsmålet" in shown(await over_http.front.next_post())
    await all_at_once(*(over_http.ole.presses(told, RESPOND) for _ in range(2)))
    window = await over_http.front.next_view()
    values = filled(window, {"answer": ANSWER})
    await all_at_once(*(over_http.ole.submits(window, values) for _ in range(2)))
    posts = [await over_http.front.next_post() for _ in range(2)]
    assert {post.channel for post in posts} == {over_http.channel, over_http.owners}
    assert await over_http.front.more_posts(1.5) == []
    assert len(over_http.front.called("views.open")) == 2, "one for who asked, one for Ole"


async def test_a_form_sent_again_leaves_nobody_waiting(slack: Scene) -> None:
    window = await form(slack)
    values = filled(window, {"text": SENT})
    await slack.anna.submits(window, values)
    assert "Spørgsmålet er sendt" in shown_view(await slack.front.next_view())
    await slack.anna.submits(window, values)
    await slack.front.next_view()
    assert "allerede modtaget" in shown_view(slack.front.windows.shown[window["id"]])
    assert SENT in shown(await slack.front.next_post())
    assert await slack.front.more_posts(1.5) == []


async def test_a_restart_is_noticed_by_nobody(slack: Scene) -> None:
    offer = await asked(slack, "Kristian?")
    window = await form(slack)
    await slack.anna.opens_home()
    page = await slack.front.next_view()
    await slack.restart()
    await slack.anna.presses(offer, "Kristian Kvist")
    assert "kgk@rsyd.dk" in shown(await slack.front.next_post())
    await slack.anna.submits(window, filled(window, {"text": SENT}))
    assert "Spørgsmålet er sendt" in shown_view(await slack.front.next_view())
    told = await slack.front.next_post()
    await slack.anna.presses_in(page, choice(page, "Engelsk (English)"))
    assert "Who can help" in shown_view(await slack.front.next_view())
    await slack.restart()
    await slack.ole.presses(told, TAKE)
    assert "tager spørgsmålet" in shown(await slack.front.next_post())


@pytest.mark.parametrize("label", [TAKE, RESPOND])
async def test_an_owners_button_gives_nobody_rights(over_http: Scene, label: str) -> None:
    told = await passed_on(over_http)
    for person, channel, why in (
        (over_http.john, "", "Kun medlemmer af den kanal"),
        (over_http.anna, over_http.channel, "Det kan kun gøres i den kanal"),
        (over_http.ole, over_http.channel, "Det kan kun gøres i den kanal"),
    ):
        await person.presses(told, label, channel)
        refusal = await over_http.front.next_post()
        assert refusal.ephemeral
        assert why in shown(refusal)
    assert len(over_http.front.called("views.open")) == 1, "the one in which it was sent"
    assert await over_http.front.more_posts(1.5) == []


async def test_what_is_gone_from_the_knowledge_base_is_said(
    folders: Folders, clock: FixedClock
) -> None:
    base = folders[2] / "knowledge"
    shutil.copytree(folders[0], base)
    async with scene("http", (base, *folders[1:]), clock) as slack:
        listed = await asked(slack, "hvornår er WHINN?")
        assert {"Læg i kalender", "Påmind mig", "Rigtigt svar", "Forkert svar"} <= {*labels(listed)}
        await slack.anna.commands("/rain", "påmind mig om WHINN", slack.channel)
        await slack.front.next_post()
        await slack.anna.opens_home()
        page = await slack.front.next_view()
        await slack.serving.stop()
        events = base / "events-2023.yaml"
        held = yaml.safe_load(events.read_text("utf-8"))
        held["events"] = [event for event in held["events"] if event["id"] != "whinn-2023"]
        events.write_text(yaml.safe_dump(held, allow_unicode=True), "utf-8")
        await slack.serving.start()
        for label, expected in {
            "Læg i kalender": "Det punkt står ikke længere i videnbasen.",
            "Påmind mig": "Det arrangement står ikke længere i min videnbase",
            "Forkert svar": "Det er jeg ked af.",
        }.items():
            await slack.anna.presses(listed, label)
            assert expected in shown(await slack.front.next_post())
        await slack.anna.presses_in(page, button(page, "Stop påmindelser"))
        assert "Så er det stoppet" in shown_view(await slack.front.next_view())
        assert "Du har ingen påmindelser." in shown_view(await slack.front.next_view())
        assert (await slack.serving.belongings())["verdict"] == 0, "nobody could use that one"
