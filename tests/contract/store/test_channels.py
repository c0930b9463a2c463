"""The channels that the settings want reminders in."""

from dataclasses import replace

from bot.reminders.model import EVERYTHING, Subscription
from bot.reply import Address, AddressKind, Language
from bot.store.channels import subscribe_channels
from bot.store.database import Database
from bot.store.subscriptions import DatabaseSubscriptions
from tests.fakes.responder import NOON


def wanted(channel: str, workspace: str = "") -> Subscription:
    address = Address("slack", workspace, AddressKind.CHANNEL, channel)
    return Subscription(address, EVERYTHING, Language.DANISH, NOON)


async def there(database: Database) -> list[Subscription]:
    return [one async for one in DatabaseSubscriptions(database).everyone()]


async def test_those_that_are_no_longer_wanted_end(database: Database) -> None:
    first, second = wanted("C1"), wanted("C2")
    await subscribe_channels(database, [first, second])
    assert await there(database) == [first, second]
    await subscribe_channels(database, [second])
    assert await there(database) == [second]
    await subscribe_channels(database, [])
    assert await there(database) == []


async def test_what_somebody_asked_for_stays(database: Database) -> None:
    made = replace(wanted("C1"), made_by=Address("slack", "", AddressKind.PERSON, "U1"))
    await DatabaseSubscriptions(database).add(made)
    await subscribe_channels(database, [wanted("C2")])
    assert await there(database) == [made, wanted("C2")]


async def test_a_channel_whose_workspace_is_named_now_belongs_to_it(database: Database) -> None:
    await subscribe_channels(database, [wanted("C1"), wanted("C2", "T1")])
    named = [wanted("C1", "T1"), wanted("C2", "T1")]
    await subscribe_channels(database, named)
    assert sorted(await there(database), key=lambda one: one.address.id) == named
