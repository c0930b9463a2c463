"""A question asked in Teams is answered in Slack, and the other way round."""

from pathlib import Path

import pytest

from tests.end_to_end.across.conftest import BO, OWNERS, Both, both_wired
from tests.fakes.responder import RunningClock
from tests.fakes.slack_server import TEAM, Json, Post
from tests.fakes.slack_workspace import CHANNEL, shown, shown_view
from tests.fakes.teams_cards import shown as shown_card
from tests.fakes.teams_people import ANNA, HELP, STRANGER, Spot
from tests.fakes.teams_people import BO as BERIT

QUESTION = "Hvordan får vi kvantecomputere til stjernekikkerten på taget?"
EDITED = "Hvem ved noget om kvantecomputere?"
ANSWER = "Det gør Dorte på fjerde sal."
SEND, TAKE, RESPOND = "Send spørgsmålet videre", "Jeg tager det", "Svar"
Folders = tuple[Path, Path, Path]


def by(who: str, delivery: Json) -> Json:
    """The same done by somebody else."""
    return delivery | {"user": {"id": who, "team_id": TEAM}}


@pytest.mark.parametrize("place", [HELP, ANNA.direct], ids=["channel", "personal"])
async def test_asked_in_teams_and_answered_in_slack(
    folders: Folders, clock: RunningClock, place: Spot
) -> None:
    async with both_wired(folders, clock, RAIN_OWNERS=f"slack:{OWNERS}") as both:
        asked = await both.teams.write(ANNA, place, QUESTION)
        there = place.below(asked.thread) if asked.thread else place
        form = await both.teams.press(ANNA, there, asked.card, SEND)
        assert QUESTION in shown_card(form)
        sent = await both.teams.press(ANNA, there, form, "Send", text=EDITED)
        assert "Spørgsmålet er sendt" in shown_card(sent)
        told = await both.slack.server.next_post()
        assert told.channel == OWNERS
        assert EDITED in shown(told)
        assert QUESTION not in shown(told)
        assert ANNA.name in shown(told)
        await answered_in_slack(both, told)
        answer = await both.teams.server.next_post()
        assert answer.conversation == asked.conversation
        assert answer.thread == asked.thread, "in the thread it was asked in"
        for text in (ANSWER, EDITED, "Bo Bo"):
            assert text in shown_card(answer.card)


async def answered_in_slack(both: Both, told: Post) -> None:
    slack = both.slack
    await slack.deliver("action", by(BO, slack.press(told, RESPOND)))
    window = await slack.server.next_view()
    filled = by(BO, slack.submit(window, {"answer": ANSWER}))
    await slack.deliver("action", filled)
    assert "sendt" in shown_view((await slack.server.next_view()).view)


async def test_asked_in_slack_and_answered_in_teams(folders: Folders, clock: RunningClock) -> None:
    async with both_wired(folders, clock, RAIN_OWNERS=f"teams:{HELP.id}") as both:
        slack, teams = both.slack, both.teams
        # The bot has to have been heard of there once: that is how it knows where to write.
        await teams.write(BERIT, HELP, "hjælp")
        await slack.deliver("event", slack.mention(QUESTION))
        post = await slack.server.next_post()
        await slack.deliver("action", slack.press(post, SEND))
        window = await slack.server.next_view()
        await slack.deliver("action", slack.submit(window, {"text": EDITED}))
        assert "Spørgsmålet er sendt" in shown_view((await slack.server.next_view()).view)
        told = await teams.server.next_post()
        assert (told.conversation, told.thread) == (HELP.id, "")
        assert EDITED in shown_card(told.card)
        below = HELP.below(told.id)
        teams.server.members[HELP.id] = {BERIT.account: BERIT.as_member()}
        refused = await teams.press(STRANGER, below, told.card, RESPOND)
        assert ANSWER not in shown_card(refused)
        assert not [line for line in shown_card(refused).splitlines() if line == "Send"]
        form = await teams.press(BERIT, below, told.card, RESPOND)
        done = await teams.press(BERIT, below, form, "Send", answer=ANSWER)
        assert "sendt" in shown_card(done)
        answer = await slack.server.next_post()
        assert (answer.channel, answer.thread) == (CHANNEL, post.thread)
        for text in (ANSWER, BERIT.name):
            assert text in shown(answer)
