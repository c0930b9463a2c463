"""The chat of the kill test misbehaves as it is told to; Slack's poster speaks to it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from random import Random

import pytest

from bench.reminders import chat
from bench.reminders.chat import RemoteChat
from bench.reminders.faults import CLEAN, Fault, Faults, rough
from bench.reminders.trial import PLATFORM, TEAM
from bot.errors import HeldBackError, UncertainError
from bot.reply import Address, AddressKind, Language, Outcome, Paragraph, Reply
from bot.slack.poster import SlackPoster
from bot.slack.tokens import OneToken

CHANNEL = Address(PLATFORM, TEAM, AddressKind.CHANNEL, "C0000001")
PERSON = Address(PLATFORM, TEAM, AddressKind.PERSON, "U0000001")
HELLO = Reply(Outcome.ANSWER, Language.ENGLISH, (Paragraph("hello"),))
LONG_AGO = datetime(2023, 6, 21, tzinfo=UTC)
LIMIT = 0.3


@pytest.fixture
async def talking() -> AsyncIterator[RemoteChat]:
    async with chat.running() as talking:
        yield talking


@pytest.fixture
async def slack(talking: RemoteChat) -> AsyncIterator[SlackPoster]:
    async with SlackPoster(OneToken("xoxb-any"), talking.api, LIMIT) as slack:
        yield slack


def always(fault: Fault, *, late: float = 0.0, lag: float = 0.0) -> Faults:
    return Faults(rates={fault: 1.0}, timeout=LIMIT, late=late, lag=lag)


async def keys(talking: RemoteChat) -> list[str]:
    """What was hidden in the messages there are."""
    return [message.key for message in await talking.messages()]


async def test_what_is_posted_is_recorded_and_found(
    talking: RemoteChat, slack: SlackPoster
) -> None:
    for address in (CHANNEL, PERSON):
        receipt = await slack.post(address, HELLO, f"key of {address.id}")
        assert await slack.posted(address, f"key of {address.id}", LONG_AGO) == receipt
        assert await slack.posted(address, "another", LONG_AGO) is None
    recorded = await talking.messages()
    assert [(message.channel, message.text) for message in recorded] == [
        ("C0000001", "hello"),
        ("D0000001", "hello"),
    ]
    assert (await talking.counts()).doubled == 0
    await slack.post(CHANNEL, HELLO, "key of C0000001")
    assert (await talking.counts()).doubled == 1


@pytest.mark.parametrize(
    ("fault", "recorded"),
    [
        (Fault.FAILED, 0),
        (Fault.FAILED_AFTER, 1),
        (Fault.DROPPED, 0),
        (Fault.DROPPED_AFTER, 1),
        (Fault.HUNG, 0),
        (Fault.HUNG_AFTER, 1),
    ],
)
async def test_a_fault_leaves_its_poster_uncertain_whether_it_recorded_or_not(
    talking: RemoteChat, slack: SlackPoster, fault: Fault, recorded: int
) -> None:
    await talking.reset(always(fault))
    with pytest.raises(UncertainError):
        await slack.post(CHANNEL, HELLO, "a key")
    assert len(await keys(talking)) == recorded
    assert (await talking.counts()).requests == {f"posted: {fault}": 1}


async def test_a_message_can_be_recorded_after_its_poster_gave_up(
    talking: RemoteChat, slack: SlackPoster
) -> None:
    await talking.reset(always(Fault.HUNG_BEFORE, late=0.2))
    with pytest.raises(UncertainError):
        await slack.post(CHANNEL, HELLO, "a key")
    assert await keys(talking) == []
    await asyncio.sleep(0.5)
    (message,) = await talking.messages()
    assert message.at - message.arrived >= LIMIT


async def test_a_recorded_message_shows_after_a_while(
    talking: RemoteChat, slack: SlackPoster
) -> None:
    await talking.reset(Faults(seed=2, lag=1.0))
    receipt = await slack.post(CHANNEL, HELLO, "a key")
    assert await slack.posted(CHANNEL, "a key", LONG_AGO) is None
    await asyncio.sleep(1.1)
    assert await slack.posted(CHANNEL, "a key", LONG_AGO) == receipt


async def test_a_second_message_within_a_second_is_held_back(
    talking: RemoteChat, slack: SlackPoster
) -> None:
    await talking.reset(Faults(one_a_second=True))
    await slack.post(CHANNEL, HELLO, "first")
    with pytest.raises(HeldBackError) as held_back:
        await slack.post(CHANNEL, HELLO, "second")
    assert held_back.value.seconds == 1
    await slack.post(PERSON, HELLO, "elsewhere")
    assert len(await keys(talking)) == 2


async def test_a_reset_forgets_and_a_clean_chat_takes_everything(
    talking: RemoteChat, slack: SlackPoster
) -> None:
    await talking.reset(always(Fault.HELD_BACK))
    with pytest.raises(HeldBackError):
        await slack.post(CHANNEL, HELLO, "a key")
    await talking.reset(CLEAN)
    for number in range(50):
        await slack.post(CHANNEL, HELLO, f"key {number}")
    assert len(set(await keys(talking))) == 50
    assert (await talking.counts()).requests == {"posted: answered": 50}


def test_the_chat_of_the_kill_test_has_every_kind_of_fault_now_and_then() -> None:
    faults, chance = rough(LIMIT, seed=5), Random(5)  # noqa: S311 - a game
    drawn = Counter(faults.draw(chance) for _ in range(5000))
    assert set(drawn) == set(Fault)
    assert 0.1 < 1 - drawn[Fault.NONE] / 5000 < 0.25
