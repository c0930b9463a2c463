"""Workers that die and stand still, before a chat that misbehaves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bench.reminders import chaos, chat, stores
from bench.reminders.chat import Recorded
from bench.reminders.checking import Verdict, verdict
from bench.reminders.report import kill_test
from bench.reminders.trial import Trial, addresses, conversation, expected, plan

WORKERS = {"sqlite": 1, "postgresql": 3}
NOON = datetime(2023, 6, 21, 12, tzinfo=UTC)
SMALL = Trial(
    reminders=60,
    channels=12,
    kills=6,
    workers=1,
    limit=60,
    seed=4,
    relentless=False,
    share=0.1,
)
PLANNED = [plan(f"event-{number}", NOON) for number in range(SMALL.events)]


def silent(_: str) -> None: ...


def all_recorded() -> list[Recorded]:
    """What the chat has where all went well."""
    at = NOON.timestamp()
    return [
        Recorded(channel, f"{channel} {text}", text, at + 2, at + 1)
        for channel, text in expected(SMALL, PLANNED)
    ]


def checked(recorded: Sequence[Recorded]) -> Verdict:
    return verdict(expected(SMALL, PLANNED), recorded)


@pytest.mark.parametrize("name", stores.STORES)
async def test_nothing_is_lost_or_doubled_by_workers_that_are_killed(name: str) -> None:
    restarts = 1 if name == "postgresql" else 0
    trial = replace(SMALL, workers=WORKERS[name], restarts=restarts)
    async with chat.running() as talking, stores.empty(name) as store:
        outcome = await chaos.run(trial, store, talking, silent)
        table = kill_test(store.title, outcome)
    assert outcome.good, table
    assert outcome.kills >= 5
    assert outcome.pauses
    assert outcome.verdict.recorded == 60


def test_the_check_is_content_with_each_reminder_once() -> None:
    found = checked(all_recorded())
    assert found.good
    assert (found.expected, found.recorded) == (60, 60)
    assert found.lateness == [2.0] * 60


def test_the_check_notices_a_lost_message() -> None:
    found = checked(all_recorded()[1:])
    assert (found.lost, found.doubled, found.good) == (1, 0, False)


def test_the_check_notices_a_doubled_message() -> None:
    there = all_recorded()
    again = replace(there[0], at=there[0].at + 5, arrived=there[0].arrived + 5)
    found = checked([*there, again])
    assert (found.lost, found.doubled, found.good) == (0, 1, False)
    assert found.repeated == [[there[0].arrived, again.arrived]]


def test_the_check_notices_a_doubled_message_under_another_key() -> None:
    there = all_recorded()
    found = checked([*there, replace(there[0], key="another")])
    assert (found.doubled, found.keys_amiss, found.good) == (1, 1, False)


def test_the_check_notices_a_message_in_a_strange_channel() -> None:
    there = all_recorded()
    found = checked([replace(there[0], channel="C9999999"), *there[1:]])
    assert (found.lost, found.strange, found.good) == (1, 1, False)


def test_the_check_notices_keys_that_are_missing_or_shared() -> None:
    first, second, *rest = all_recorded()
    assert checked([replace(first, key=""), second, *rest]).keys_amiss == 1
    assert checked([replace(first, key=second.key), second, *rest]).keys_amiss == 2


def test_people_are_told_too_and_everybody_has_a_conversation_of_their_own() -> None:
    names = [conversation(address) for address in addresses(SMALL)]
    assert len(set(names)) == 12
    assert {name[0] for name in names} == {"C", "D"}


def test_there_is_work_for_every_kill() -> None:
    trial = replace(SMALL, reminders=2000, channels=200, kills=100)
    released = [trial.released(kills) for kills in range(101)]
    assert released[0] == 1
    assert released[99] < released[100] == trial.events == 10
    assert released == sorted(released)
