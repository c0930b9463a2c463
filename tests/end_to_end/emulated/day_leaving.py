"""The app is taken out of the workspace, and all that belongs to that goes."""

import asyncio

from tests.end_to_end.emulated.day import HISTORICAL, Day

KEPT = {
    "subscription",
    "gate",
    "passed",
    "proposal",
    "delivery",
    "conversation",
    "person",
    "person_language",
    "verdict",
}
"""The tables that hold something of every workspace where people use all there is."""
WITHIN = 5.0


async def taken_out(day: Day, *, installed: bool) -> None:
    """Both events are delivered, and nothing is left; ``installed`` is whether by OAuth."""
    await day.john.writes(HISTORICAL)
    await day.next_post()
    before = await day.slack.serving.belongings()
    held = {name for name, rows in before.items() if rows}
    expected = KEPT | ({"slack_bot"} if installed else set())
    assert held == expected, f"missing or beside: {held ^ expected}"
    day.story.tell("What belongs to the workspace", *_lines(before))

    heard = await day.slack.take_out_the_app()
    assert len(heard) == 2
    async with asyncio.timeout(WITHIN):
        while any((await day.slack.serving.belongings()).values()):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    await day.john.writes("hello?")
    await day.nothing_more()
    assert all(receipt.status == 200 for receipt in heard + day.slack.front.receipts)
    after = await day.slack.serving.belongings()
    assert not any(after.values())
    day.story.tell("The app is taken out of the workspace. What belongs to it", *_lines(after))


def _lines(rows: dict[str, int]) -> list[str]:
    return [f"{name}: {count}" for name, count in rows.items()]
