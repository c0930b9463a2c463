"""What arrives damaged, late, twice, or from somewhere odd: nothing is done twice, nobody waits."""

import json
from typing import Any

import pytest
import pytest_asyncio

from bot.reply import Intent, Language, Press
from bot.teams.pressing import KEY, Marks, carried
from tests.end_to_end.playground.people import MENTION, Seen
from tests.end_to_end.playground.scene import Scene
from tests.end_to_end.playground.tenant import BOT, GENERAL, GROUP, PERSONAL
from tests.end_to_end.playground.wire import ADAPTIVE, Exchange

Json = dict[str, Any]
pytestmark = pytest.mark.asyncio(loop_scope="module")
CARD_ACTION = "adaptiveCard/action"


@pytest_asyncio.fixture(loop_scope="module")
async def offer(teams: Scene) -> Seen:
    """A card of the bot's that things can be pressed in."""
    return await teams.next_card(await teams.anna.writes("hvem er Kristian?"))


async def still_answers(teams: Scene) -> None:
    """Nothing but the answer to this comes, and it comes."""
    await teams.nothing_more(0.25)
    answer = await teams.next_card(await teams.anna.writes("hvem hjælper med jura?"))
    assert "kfn@rsyd.dk" in answer.text


def says_nothing_inside(answer: Exchange) -> None:
    said = json.dumps(answer.answer)
    assert not any(word in said for word in ("Traceback", "Error:", ".py", "Exception"))


async def test_an_address_at_which_nobody_answers(teams: Scene) -> None:
    # First of all: it is tried again for ten seconds, while the other tests go on.
    unreachable = "http://127.0.0.1:9/_connector"
    answer = await teams.anna.sends(PERSONAL, "message", text="hej", serviceUrl=unreachable)
    assert answer.status in {200, 202}
    await still_answers(teams)


@pytest.mark.parametrize("value", [None, {}, [], "rain", {"action": None}, {"action": {"data": 7}}])
async def test_a_press_without_what_was_pressed(teams: Scene, value: object) -> None:
    more = {} if value is None else {"value": value}
    answer = await teams.anna.sends(PERSONAL, "invoke", name=CARD_ACTION, **more)
    assert answer.status in {200, 400}
    assert answer.answer["type"] in {ADAPTIVE, "application/vnd.microsoft.error"}
    says_nothing_inside(answer)
    await still_answers(teams)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {KEY: {"i": "nonsense", "l": "da"}},
        {KEY: {"i": "choice", "l": "da", "e": "x" * 3000}},
        {KEY: {"i": "choice", "l": "da", "extra": "from another version"}},
        {"action": "somebody else's"},
    ],
)
async def test_a_button_that_nobody_can_read(teams: Scene, offer: Seen, data: Json) -> None:
    value = {"action": {"type": "Action.Execute", "verb": "rain", "data": data}}
    answer = await teams.anna.invokes(offer, value)
    assert answer["type"] == ADAPTIVE, "whoever pressed it is told in its place"
    await still_answers(teams)


@pytest.mark.parametrize("intent", [Intent.CHOICE, Intent.REMIND, Intent.TAKE, Intent.FORWARDED])
async def test_a_stale_card(teams: Scene, offer: Seen, intent: Intent) -> None:
    """What its button is about is no longer there."""
    data = carried(Press(intent, "no-longer-there"), Language.DANISH, Marks("stale"))
    value = {"action": {"type": "Action.Execute", "verb": "rain", "data": data}}
    answer = await teams.anna.invokes(offer, value)
    assert answer["type"] == ADAPTIVE
    await still_answers(teams)


async def test_a_message_that_is_delivered_twice_is_answered_once(teams: Scene) -> None:
    for _ in range(2):
        await teams.anna.sends(PERSONAL, "message", id="again", text="hvem hjælper med jura?")
    assert "kfn@rsyd.dk" in (await teams.next_card(PERSONAL)).text
    await still_answers(teams)


@pytest.mark.parametrize("kind", ["messageReaction", "event", "typing", "no-such-type", ""])
async def test_an_activity_that_is_no_question(teams: Scene, kind: str) -> None:
    answer = await teams.anna.sends(PERSONAL, kind, text="hvem hjælper med jura?")
    assert answer.status in {200, 400}
    says_nothing_inside(answer)
    await still_answers(teams)


async def test_an_invoke_that_is_not_for_us(teams: Scene) -> None:
    answer = await teams.anna.sends(PERSONAL, "invoke", name="signin/verifyState", value={})
    assert answer.status == 501
    await still_answers(teams)


async def test_what_is_said_among_others_without_a_mention(teams: Scene) -> None:
    """The Playground would not deliver it; where Teams did, nobody asked the bot."""
    await teams.john.sends(GROUP, "message", text="hvem hjælper med jura?")
    await still_answers(teams)


async def test_a_mention_of_somebody_else(teams: Scene) -> None:
    john = {"id": teams.john.account, "name": "RAIN"}
    mention = {"type": "mention", "mentioned": john, "text": MENTION}
    text = f"{MENTION} hvem hjælper med jura?"
    await teams.anna.sends(GROUP, "message", text=text, entities=[mention])
    await still_answers(teams)


@pytest.mark.parametrize(
    "text",
    [
        "<b>hej</b> <script>alert(1)</script>",
        "**fed** [her](https://evil.example) # stor",
        "&lt;at&gt;everyone&lt;/at&gt; <at>everyone</at>",
        "{{DATE(2023-06-01T00:00:00Z, SHORT)}}",
    ],
)
async def test_what_somebody_writes_does_nothing_in_a_card(teams: Scene, text: str) -> None:
    answer = await teams.next_card(await teams.anna.writes(f"hvem er Kristian? {text}"))
    assert "LIVE" not in answer.text


async def test_a_message_without_text(teams: Scene) -> None:
    """In place of silence it says what it can do, or that it found nothing to answer."""
    await teams.anna.sends(PERSONAL, "message", text="")
    assert (await teams.next_card(PERSONAL)).text


async def test_a_mention_alone(teams: Scene) -> None:
    conversation = await teams.anna.mentions("", GENERAL)
    assert (await teams.next_card(conversation)).text


@pytest.mark.parametrize("service", ["", "https://evil.example/", "ftp://127.0.0.1/", 7])
async def test_an_address_that_is_none_of_teams(teams: Scene, service: object) -> None:
    """Nothing is sent there, and what claims to come from there is refused."""
    answer = await teams.anna.sends(PERSONAL, "message", text="hej", serviceUrl=service)
    assert 400 <= answer.status < 500
    says_nothing_inside(answer)
    await still_answers(teams)


async def test_a_message_of_the_bots_own(teams: Scene) -> None:
    own = {"id": BOT, "name": "RAIN"}
    await teams.anna.sends(PERSONAL, "message", text="hvem hjælper med jura?", **{"from": own})
    await still_answers(teams)
