"""Posting of the bot's own accord, against a Teams that takes it, refuses it, or fails."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.errors import (
    CannotTellError,
    HeldBackError,
    NotSentError,
    PostingError,
    RefusedError,
    UncertainError,
)
from bot.reply import Address, AddressKind, Language, Outcome, Reply, StopReminding
from bot.teams.client import GLOBAL_SERVICE, Client
from bot.teams.inbound import message
from bot.teams.poster import TeamsPoster
from bot.teams.pressing import read
from bot.teams.references import Kept
from tests.fakes.references import AwayReferences, MemoryReferences
from tests.fakes.responder import NOON, said
from tests.fakes.teams_cards import buttons, shown
from tests.fakes.teams_people import ANNA, BO, GROUP, HELP, Person, Spot
from tests.fakes.teams_sending import writing_to
from tests.fakes.teams_server import TENANT, Answer, TeamsServer, refusal, throttled

KEY = "summer-day:1:7d:teams:channel:19:abc@thread.tacv2"
PATIENCE = 0.4


def channel(where: Spot, thread: str = "") -> Address:
    return Address("teams", TENANT, AddressKind.CHANNEL, where.id, thread)


def person(who: Person) -> Address:
    return Address("teams", TENANT, AddressKind.PERSON, who.user)


@pytest.fixture
def references() -> MemoryReferences:
    return MemoryReferences()


@pytest.fixture
async def kept(server: TeamsServer, references: MemoryReferences) -> Kept:
    """Anna is known from her chat, Bo from a channel and a group chat."""
    kept = Kept(references)
    for who, where in ((ANNA, ANNA.direct), (BO, HELP), (BO, GROUP)):
        told = message(who.at(server.service).message(where, "hej"))
        assert told is not None
        await kept.renew(told)
    return kept


@pytest.fixture
async def poster(client: Client, kept: Kept) -> AsyncIterator[TeamsPoster]:
    async with TeamsPoster(client, kept) as poster:
        yield poster


async def test_a_reminder_is_a_new_post_in_the_channel(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    receipt = await poster.post(channel(HELP), said("Summer day & more <b>"), KEY)
    post = await server.next_post()
    assert (post.conversation, post.thread) == (HELP.id, "")
    assert "Summer day & more" in shown(post.card)
    assert post.summary.startswith("Summer day & more")
    assert poster.thread(receipt) == post.id


async def test_what_belongs_below_stands_in_the_thread(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    above = await poster.post(channel(HELP), said("A question"), KEY)
    below = await poster.post(channel(HELP, poster.thread(above)), said("Nobody yet"), "other")
    first, second = await server.more_posts()
    assert (second.conversation, second.thread) == (HELP.id, first.id)
    assert poster.thread(below) == first.id, "and what comes below that, too"


async def test_a_group_chat_has_no_threads(server: TeamsServer, poster: TeamsPoster) -> None:
    receipt = await poster.post(channel(GROUP), said("Summer day"), KEY)
    assert poster.thread(receipt) == ""
    await poster.post(channel(GROUP, "1700"), said("Below"), KEY)
    assert {(post.conversation, post.thread) for post in await server.more_posts()} == {
        (GROUP.id, "")
    }


async def test_a_person_is_written_to_where_they_wrote(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    receipt = await poster.post(person(ANNA), said("Summer day"), KEY)
    post = await server.next_post()
    assert (post.conversation, post.thread) == (ANNA.direct.id, "")
    assert poster.thread(receipt) == ""
    assert server.called("open") == []


async def test_to_who_was_only_met_among_others_a_conversation_is_opened_once(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    for _ in range(2):
        await poster.post(person(BO), said("Summer day"), KEY)
        assert (await server.next_post()).conversation == BO.direct.id
    (opened,) = server.called("open")
    assert opened.body["members"] == [{"id": BO.account}]
    assert opened.body["tenantId"] == TENANT


async def test_who_was_never_met_cannot_be_written_to(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    nobody = replace(person(ANNA), id="99998888-7777-6666-5555-444433332222")
    nowhere = replace(channel(GROUP), id="19:nowhere@thread.v2")
    for address in (nobody, nowhere):
        with pytest.raises(RefusedError, match="never_met"):
            await poster.post(address, said("Summer day"), KEY)
    assert server.calls == []


class Elsewhere(TeamsServer):
    """A Teams of which only the question is kept whether some service is its own."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def knows(self, service: str) -> bool:
        self.asked.append(service)
        return False


async def test_a_channel_of_the_settings_is_reached_without_having_been_met() -> None:
    server = Elsewhere()
    async with writing_to(server) as client:
        poster = TeamsPoster(client, Kept(MemoryReferences()))
        with pytest.raises(RefusedError, match="unknown_service"):
            await poster.post(channel(HELP), said("Summer day"), KEY)
    assert server.asked == [GLOBAL_SERVICE]


async def test_a_service_is_looked_at_again_before_it_is_used(
    server: TeamsServer, poster: TeamsPoster, references: MemoryReferences
) -> None:
    before = await references.recall(person(ANNA))
    await references.keep(person(ANNA), {**(before or {}), "service": "https://evil.example/"})
    with pytest.raises(RefusedError, match="unknown_service"):
        await poster.post(person(ANNA), said("Summer day"), KEY)
    assert server.calls == []


async def test_the_card_is_stamped_with_the_key_and_tells_it_to_nobody(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    stop = StopReminding("Ikke flere", "summer-day")
    offer = Reply(Outcome.ANSWER, Language.DANISH, said("Sommerdag").parts, (stop,))
    stamps = []
    for key in (KEY, KEY, f"{KEY}2"):
        await poster.post(channel(HELP), offer, key)
        post = await server.next_post()
        pressed = read(dict(buttons(post.card))["Ikke flere"])
        assert pressed is not None
        stamps.append(pressed.stamp)
        assert "summer-day:1" not in str(post.activity)
    assert stamps[0] == stamps[1] != stamps[2]


async def test_whether_something_arrived_is_never_told(poster: TeamsPoster) -> None:
    with pytest.raises(CannotTellError):
        await poster.posted(channel(HELP), KEY, NOON)


@pytest.mark.parametrize("repeats", [True, False])
async def test_repeating_is_a_setting(client: Client, kept: Kept, *, repeats: bool) -> None:
    assert TeamsPoster(client, kept, repeats=repeats).repeats is repeats


# Outcomes: each after exactly one request


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (throttled("30"), HeldBackError),
        (refusal(503, "ServiceUnavailable", Retry_After="9"), HeldBackError),
        (refusal(503, "ServiceUnavailable"), NotSentError),
        (refusal(412, "PreconditionFailed"), NotSentError),
        (Answer(503), UncertainError),
        (Answer(500), UncertainError),
        (Answer(502), UncertainError),
        (Answer(drop=True), UncertainError),
        (Answer(200, text="?"), UncertainError),
        (refusal(403, "BotNotInConversationRoster"), RefusedError),
        (refusal(413, "MessageSizeTooBig"), RefusedError),
    ],
    ids=repr,
)
async def test_a_post_is_tried_once(
    server: TeamsServer, poster: TeamsPoster, answer: Answer, error: type[PostingError]
) -> None:
    server.answers["send"].append(answer)
    with pytest.raises(PostingError) as raised:
        await poster.post(channel(HELP), said("Summer day"), KEY)
    assert type(raised.value) is error
    assert len(server.calls) == 1


async def test_a_person_who_blocked_the_bot_refuses(
    server: TeamsServer, poster: TeamsPoster
) -> None:
    server.gone[ANNA.direct.id] = "ConversationBlockedByUser"
    with pytest.raises(RefusedError, match="ConversationBlockedByUser"):
        await poster.post(person(ANNA), said("Summer day"), KEY)


@pytest.mark.parametrize("answer", [Answer(500), Answer(drop=True), Answer(200), throttled("5")])
async def test_a_conversation_that_was_not_opened_leaves_no_doubt(
    server: TeamsServer, poster: TeamsPoster, answer: Answer
) -> None:
    server.answers["open"].append(answer)
    with pytest.raises((NotSentError, HeldBackError)):
        await poster.post(person(BO), said("Summer day"), KEY)
    assert await server.more_posts() == []


async def test_a_store_that_is_away_leaves_no_doubt(client: Client) -> None:
    poster = TeamsPoster(client, Kept(AwayReferences()))
    for address in (person(ANNA), channel(HELP)):
        with pytest.raises(NotSentError):
            await poster.post(address, said("Summer day"), KEY)


async def test_all_of_a_post_together_has_its_time(server: TeamsServer, kept: Kept) -> None:
    async with writing_to(server, limit=5) as client:
        poster = TeamsPoster(client, kept, limit=PATIENCE)
        server.answers["open"].append(Answer(body={"id": BO.direct.id}, after=PATIENCE * 0.7))
        server.answers["send"].append(Answer(after=5))
        began = time.monotonic()
        with pytest.raises(UncertainError):
            await poster.post(person(BO), said("Summer day"), KEY)
        assert time.monotonic() - began < 3 * PATIENCE
        assert await poster.post(person(BO), said("Summer day"), KEY), "and the next has its own"


async def test_what_is_under_way_when_the_end_comes_is_uncertain(
    server: TeamsServer, client: Client, kept: Kept
) -> None:
    server.answers["send"].append(Answer(after=2))
    async with TeamsPoster(client, kept) as poster:
        under_way = asyncio.create_task(poster.post(channel(HELP), said("Summer day"), KEY))
        while not server.calls:  # noqa: ASYNC110 - calls are not announced
            await asyncio.sleep(0.01)
    with pytest.raises(PostingError) as raised:
        await under_way
    assert isinstance(raised.value, UncertainError)
