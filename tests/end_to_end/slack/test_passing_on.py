"""The whole bot: a question that it cannot answer finds its way to people and back."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.end_to_end.slack.test_real_answers import wired
from tests.fakes.responder import RunningClock
from tests.fakes.slack_server import TEAM, Answer, Json, Post, Shown, SlackServer
from tests.fakes.slack_workspace import (
    ANNA,
    CHANNEL,
    DIRECT,
    Workspace,
    all_at_once,
    buttons,
    shown,
    shown_view,
)

OWNERS, LAW, BO, CY = "C0OWNERS", "C0LAW", "U0BO", "U0CY"
SETTING = f"slack:{OWNERS}, legal-questions-x=slack:{LAW}:en"
QUESTION = "Hvordan får vi kvantecomputere til stjernekikkerten på taget?"
EDITED = "Hvem ved noget om kvantecomputere?"
ANSWER = "Det gør Dorte på fjerde sal."
SEND, TAKE, RESPOND = "Send spørgsmålet videre", "Jeg tager det", "Svar"
Folders = tuple[Path, Path, Path]


@pytest.fixture
def clock() -> RunningClock:
    """A Tuesday in working hours."""
    return RunningClock(datetime(2023, 6, 6, 8, tzinfo=UTC))


@pytest.fixture
def folders(shipped: Path, fitted_cache: Path, tmp_path: Path) -> Folders:
    return shipped, fitted_cache, tmp_path


@pytest.fixture
def people(server: SlackServer) -> SlackServer:
    """Who is called what, speaks what, and is in which channel."""
    server.names |= {ANNA: "Anna Ærlig", BO: "Bo Bo", CY: "Cy"}
    server.locales |= dict.fromkeys((ANNA, BO, CY), "da-DK")
    server.channels |= {OWNERS: [BO, CY], LAW: [CY]}
    return server


@pytest.fixture(params=["http", "socket"])
async def slack(
    request: pytest.FixtureRequest, people: SlackServer, folders: Folders, clock: RunningClock
) -> AsyncIterator[Workspace]:
    owners = f"slack:{OWNERS}"
    async with wired(people, request.param, folders, clock, RAIN_OWNERS=owners) as workspace:
        yield workspace


def by(who: str, delivery: Json, **user: str) -> Json:
    """The same done by somebody else."""
    return delivery | {"user": {"id": who, "team_id": TEAM, **user}}


async def offered(slack: Workspace, text: str = QUESTION) -> Post:
    """The reply in a channel's thread to a question that nobody can answer."""
    await slack.deliver("event", slack.mention(text))
    post = await slack.server.next_post()
    assert SEND in [button["text"]["text"] for button in buttons(post)]
    return post


async def form(slack: Workspace, text: str = QUESTION) -> tuple[Post, Shown]:
    """That reply, and the form that the offer opens."""
    post = await offered(slack, text)
    await slack.deliver("action", slack.press(post, SEND))
    return post, await slack.server.next_view()


async def sent(slack: Workspace) -> tuple[Post, Post]:
    """That reply, and the owners' message after the form was sent."""
    post, window = await form(slack)
    await slack.deliver("action", slack.submit(window, {"text": EDITED}))
    assert "Spørgsmålet er sendt" in shown_view((await slack.server.next_view()).view)
    return post, await slack.server.next_post()


async def responding(slack: Workspace, told: Post, who: str = BO) -> Shown:
    """The form that an owner opens."""
    await slack.deliver("action", by(who, slack.press(told, RESPOND)))
    return await slack.server.next_view()


async def respond(slack: Workspace, window: Shown, fields: Mapping[str, str], who: str = BO) -> str:
    """What an owner sees after sending the form."""
    await slack.deliver("action", by(who, slack.submit(window, fields)))
    return shown_view((await slack.server.next_view()).view)


async def more(slack: Workspace, seconds: float = 1.5) -> list[Post]:
    return await slack.server.more_posts(seconds)


async def test_the_page_tells_what_is_kept_of_it_and_forgetting_erases_it(
    slack: Workspace,
) -> None:
    async def page() -> str:
        await slack.deliver("event", slack.opened("home"))
        return shown_view((await slack.server.next_view()).view)

    told = "du har sendt videre (1)"
    assert told not in await page()
    await sent(slack)
    assert told in await page()
    await slack.deliver("event", slack.direct("glem mig"))
    assert "glemt" in shown(await slack.server.next_post())
    assert told not in await page()


async def test_a_question_finds_its_way_to_people_and_back(
    slack: Workspace, clock: RunningClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    post, window = await form(slack)
    seen = shown_view(window.view)
    for text in (QUESTION, "Anna Ærlig", "i den tråd, du spurgte i", "CPR", "glem mig"):
        assert text in seen
    assert not await more(slack), "nothing goes anywhere by pressing"
    await slack.deliver("action", slack.submit(window, {"text": EDITED}))
    assert "Spørgsmålet er sendt" in shown_view((await slack.server.next_view()).view)
    told = await slack.server.next_post()
    assert (told.channel, told.thread) == (OWNERS, "")
    for text in (EDITED, "Anna Ærlig", "tirsdag den 6. juni 2023 kl. 10.0"):
        assert text in shown(told)
    assert QUESTION not in shown(told)
    answering = await responding(slack, told)
    assert EDITED in shown_view(answering.view)
    filled = {"answer": ANSWER, "remember": "yes"}
    assert "Svaret er sendt" in await respond(slack, answering, filled)
    posts = {one.channel: one for one in [await slack.server.next_post() for _ in range(2)]}
    assert posts[CHANNEL].thread == post.thread, "the answer comes where it was asked"
    for text in (EDITED, ANSWER, "Bo Bo"):
        assert text in shown(posts[CHANNEL])
    assert posts[OWNERS].thread == told.ts
    assert "Bo Bo har svaret" in shown(posts[OWNERS])
    clock.move(timedelta(days=8))
    assert not await more(slack), "no nudge comes after an answer"
    for secret in (EDITED, QUESTION, ANSWER, "Anna Ærlig", "Bo Bo", ANNA, BO):
        ours = [r.getMessage() for r in caplog.records if r.name.startswith("bot.")]
        assert not any(secret in line for line in ours)


async def test_who_asked_alone_is_answered_alone(slack: Workspace) -> None:
    await slack.deliver("command", slack.command("/rain", QUESTION))
    reply = await slack.server.next_post()
    assert reply.ephemeral
    await slack.deliver("action", slack.press(reply, SEND))
    window = await slack.server.next_view()
    assert "i din samtale med mig" in shown_view(window.view)
    await slack.deliver("action", slack.submit(window, {"text": EDITED}))
    await slack.server.next_view()
    told = await slack.server.next_post()
    await respond(slack, await responding(slack, told), {"answer": ANSWER})
    posts = {one.channel for one in [await slack.server.next_post() for _ in range(2)]}
    assert posts == {DIRECT, OWNERS}


async def test_in_a_direct_message_the_answer_comes_into_its_thread(slack: Workspace) -> None:
    post = await slack.ask(QUESTION)
    await slack.deliver("action", slack.press(post, SEND))
    window = await slack.server.next_view()
    await slack.deliver("action", slack.submit(window, {"text": EDITED}))
    await slack.server.next_view()
    told = await slack.server.next_post()
    await respond(slack, await responding(slack, told), {"answer": ANSWER})
    posts = {one.channel: one for one in [await slack.server.next_post() for _ in range(2)]}
    assert posts[DIRECT].thread == post.thread


async def test_what_nobody_takes_is_called_to_mind_once(
    slack: Workspace, clock: RunningClock
) -> None:
    _, told = await sent(slack)
    clock.move(timedelta(days=1, hours=23))
    assert not await more(slack)
    clock.move(timedelta(hours=1))
    nudge = await slack.server.next_post()
    assert (nudge.channel, nudge.thread) == (OWNERS, told.ts)
    assert "Ingen har taget" in shown(nudge)
    clock.move(timedelta(days=10))
    assert not await more(slack)
    # It can be answered from the nudge as from the question itself.
    assert EDITED in shown_view((await responding(slack, nudge)).view)


async def test_taking_it_is_said_in_its_thread_and_ends_the_nudge(
    slack: Workspace, clock: RunningClock
) -> None:
    _, told = await sent(slack)
    await slack.deliver("action", by(BO, slack.press(told, TAKE)))
    taken = await slack.server.next_post()
    assert (taken.channel, taken.thread) == (OWNERS, told.ts)
    assert "Bo Bo tager spørgsmålet." in shown(taken)
    await slack.deliver("action", by(CY, slack.press(told, TAKE)))
    second = await slack.server.next_post()
    assert second.ephemeral
    assert "Bo Bo tog spørgsmålet" in shown(second)
    clock.move(timedelta(days=8))
    assert not await more(slack)


async def test_a_form_submitted_twice_sends_once(slack: Workspace) -> None:
    _, window = await form(slack)
    submission = slack.submit(window, {"text": EDITED})
    await all_at_once(*(slack.deliver("action", submission) for _ in range(3)))
    views = [shown_view((await slack.server.next_view()).view) for _ in range(3)]
    assert sum("Spørgsmålet er sendt" in view for view in views) == 1
    assert sum("allerede modtaget" in view for view in views) == 2
    # Sent again from a window that Slack takes for another one.
    await slack.deliver("action", slack.submit(window, {"text": "Noget andet"}, "later"))
    assert "allerede sendt" in shown_view((await slack.server.next_view()).view)
    told = await slack.server.next_post()
    assert EDITED in shown(told)
    assert not await more(slack)


async def test_of_two_owners_at_once_one_answers_and_the_other_keeps_the_text(
    slack: Workspace,
) -> None:
    _, told = await sent(slack)
    windows = [await responding(slack, told, who) for who in (BO, CY)]
    await all_at_once(
        slack.deliver("action", by(BO, slack.submit(windows[0], {"answer": "Dorte."}))),
        slack.deliver("action", by(CY, slack.submit(windows[1], {"answer": "Erik."}))),
    )
    views = [shown_view((await slack.server.next_view()).view) for _ in range(2)]
    (won,) = [view for view in views if "Svaret er sendt" in view]
    (lost,) = [view for view in views if view != won]
    assert "dit svar er ikke sendt" in lost
    first = "Dorte." if "Erik." in lost else "Erik."
    posts = [await slack.server.next_post() for _ in range(2)]
    assert all(first in shown(post) for post in posts)
    assert not await more(slack)


@pytest.mark.parametrize("label", [TAKE, RESPOND])
@pytest.mark.parametrize(
    ("who", "user"), [(BO, {"team_id": "T0OTHER"}), (ANNA, {}), ("U0STRANGER", {})]
)
async def test_pressing_an_owners_button_gives_nobody_rights(
    slack: Workspace, label: str, who: str, user: dict[str, str]
) -> None:
    _, told = await sent(slack)
    await slack.deliver("action", by(who, slack.press(told, label), **user))
    refusal = await slack.server.next_post()
    assert refusal.ephemeral
    assert "Det kan du ikke" in shown(refusal)
    # And in another channel, where somebody may have shared the message, an owner has none either.
    await slack.deliver("action", by(BO, slack.press(told, label, channel="C0OTHER")))
    assert "Det kan du ikke" in shown(await slack.server.next_post())
    await slack.deliver("action", by(CY, slack.press(told, TAKE)))
    assert "Cy tager spørgsmålet." in shown(await slack.server.next_post())


async def test_where_slack_does_not_tell_who_is_a_member_nothing_is_done(slack: Workspace) -> None:
    _, told = await sent(slack)
    slack.server.scopes = slack.server.scopes.replace("channels:read,", "")
    await slack.deliver("action", by(BO, slack.press(told, TAKE)))
    assert "om du er medlem" in shown(await slack.server.next_post())


@pytest.mark.parametrize("text", ["Hvem ved det? Det er 010190-1234.", "Har jeg kræft?"])
async def test_what_may_not_be_passed_on_stays_in_the_form(
    slack: Workspace, text: str, folders: Folders
) -> None:
    _, window = await form(slack)
    await slack.deliver("action", slack.submit(window, {"text": text}))
    again = await slack.server.next_view()
    assert "Intet er sendt" in shown_view(again.view)
    assert "010190" not in json.dumps(again.view), "nor is a CPR number echoed"
    assert not await more(slack)
    files = [file for file in folders[2].iterdir() if file.name.startswith("rain.sqlite3")]
    assert not any(text.encode() in file.read_bytes() for file in files)
    await slack.deliver("action", slack.submit(again, {"text": EDITED}, "later"))
    assert "Spørgsmålet er sendt" in shown_view((await slack.server.next_view()).view)
    assert EDITED in shown(await slack.server.next_post())


async def test_a_question_of_any_length_fits_into_a_button(slack: Workspace) -> None:
    long = QUESTION + " 🔭<&>" * 600
    post, window = await form(slack, long)
    (button,) = [one for one in buttons(post) if one["text"]["text"] == SEND]
    assert len(button["value"]) <= 2000
    assert QUESTION in shown_view(window.view)
    await slack.deliver("action", slack.submit(window, {"text": "a" * 2000}))
    await slack.server.next_view()
    assert "a" * 2000 in shown(await slack.server.next_post())


async def test_a_button_of_2000_characters_is_read_or_refused_with_a_sentence(
    slack: Workspace,
) -> None:
    post = await offered(slack)
    written = json.dumps({"e": "legal", "t": "b" * 1900})
    await slack.deliver("action", slack.press(post, SEND, value=f"da:{written}"))
    assert "b" * 1900 in shown_view((await slack.server.next_view()).view)
    await slack.deliver("action", slack.press(post, SEND, value="da:" + "x" * 1997))
    assert "Den knap kan jeg ikke" in shown(await slack.server.next_post())
    _, told = await sent(slack)
    number = json.dumps({"e": "a" * 1900})
    await slack.deliver("action", by(BO, slack.press(told, TAKE, value=f"da:{number}")))
    assert "findes ikke længere" in shown(await slack.server.next_post())


async def test_after_a_restart_everything_can_be_gone_on_with(
    people: SlackServer, folders: Folders, clock: RunningClock
) -> None:
    owners = f"slack:{OWNERS}"
    async with wired(people, "http", folders, clock, RAIN_OWNERS=owners) as slack:
        post, window = await form(slack)
    async with wired(people, "http", folders, clock, RAIN_OWNERS=owners) as slack:
        await slack.deliver("action", slack.submit(window, {"text": EDITED}))
        await slack.server.next_view()
        told = await slack.server.next_post()
    async with wired(people, "http", folders, clock, RAIN_OWNERS=owners) as slack:
        answering = await responding(slack, told)
    async with wired(people, "http", folders, clock) as slack:  # and no longer set up for new ones
        assert "Svaret er sendt" in await respond(slack, answering, {"answer": ANSWER})
        posts = {one.channel: one for one in [await slack.server.next_post() for _ in range(2)]}
    assert posts[CHANNEL].thread == post.thread


async def test_what_is_gone_is_said(slack: Workspace, clock: RunningClock) -> None:
    _, told = await sent(slack)
    await slack.deliver("event", slack.direct("glem mig"))
    assert "sendt videre for dig" in shown(await slack.server.next_post())
    for label in (TAKE, RESPOND):
        await slack.deliver("action", by(BO, slack.press(told, label)))
        assert "findes ikke længere" in shown(await slack.server.next_post())
    clock.move(timedelta(days=3))
    assert not await more(slack), "and nobody is reminded of it"


async def test_where_the_owners_cannot_be_reached_the_asker_hears_of_it(
    slack: Workspace,
) -> None:
    slack.server.refused = {OWNERS: "is_archived"}
    _, window = await form(slack)
    await slack.deliver("action", slack.submit(window, {"text": EDITED}))
    lost = await slack.server.next_post()
    assert lost.channel == DIRECT
    assert "kom ikke frem" in shown(lost)
    assert EDITED in shown(lost)


async def test_where_the_asker_cannot_be_reached_the_owners_hear_of_it(slack: Workspace) -> None:
    _, told = await sent(slack)
    slack.server.refused = {CHANNEL: "channel_not_found"}
    await respond(slack, await responding(slack, told), {"answer": ANSWER})
    posts = [await slack.server.next_post() for _ in range(2)]
    assert {post.channel for post in posts} == {OWNERS}
    (lost,) = [post for post in posts if "kom ikke frem" in shown(post)]
    assert "Anna Ærlig" in shown(lost)


async def test_an_answer_that_may_have_arrived_is_not_sent_twice(slack: Workspace) -> None:
    post, told = await sent(slack)
    window = await responding(slack, told)
    # The answer is taken, but Slack's receipt for it is lost; the same of what the owners are told.
    slack.server.answers["chat.postMessage"].extend([Answer(500, records=True)] * 2)
    await respond(slack, window, {"answer": ANSWER})
    posts = [await slack.server.next_post() for _ in range(2)]
    assert {one.channel for one in posts} == {CHANNEL, OWNERS}
    assert {one.thread for one in posts} == {post.thread, told.ts}
    assert not await more(slack)


async def test_a_wrong_answer_can_be_taken_to_people_too(slack: Workspace) -> None:
    asked = "hvem har styr på historiske data?"
    post = await slack.ask(asked)
    (wrong,) = [one for one in buttons(post) if one["action_id"].startswith("wrong-")]
    await slack.deliver("action", slack.press(post, wrong["text"]["text"], channel=DIRECT))
    await slack.deliver("action", slack.press(await slack.server.next_post(), SEND))
    assert asked in shown_view((await slack.server.next_view()).view)


async def test_where_nobody_is_set_up_to_answer_nothing_is_offered(
    people: SlackServer, folders: Folders, clock: RunningClock
) -> None:
    async with wired(people, "http", folders, clock) as slack:
        await slack.deliver("event", slack.mention(QUESTION))
        post = await slack.server.next_post()
        assert SEND not in [button["text"]["text"] for button in buttons(post)]


async def test_each_area_has_its_owners_and_an_unknown_area_stops_nothing(
    people: SlackServer,
    folders: Folders,
    clock: RunningClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with wired(people, "http", folders, clock, RAIN_OWNERS=SETTING) as slack:
        assert "legal-questions-x" in caplog.text
        _, window = await form(slack)
        await slack.deliver(
            "action", slack.submit(window, {"text": EDITED, "area": "legal-questions-x"})
        )
        await slack.server.next_view()
        told = await slack.server.next_post()
        assert told.channel == LAW
        assert "A question that I cannot answer" in shown(told)
        await asyncio.sleep(0)
