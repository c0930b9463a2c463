"""Who may speak to the bot."""

import logging
from collections.abc import AsyncIterator

import pytest

from bot.adapting.reading import Body
from bot.teams import refusals
from bot.teams.guard import Guard
from bot.teams.refusals import Refusal
from tests.fakes.teams_keys import CLIENT_ID, FIRST, TENANT, Keys
from tests.unit.teams.deliveries import DELIVERIES, OTHER, Delivery, activity

PLAYGROUND = "http://127.0.0.1:56150/_connector"


@pytest.fixture
async def keys() -> AsyncIterator[Keys]:
    async with Keys().running() as keys:
        yield keys


@pytest.fixture
def guard(keys: Keys) -> Guard:
    return Guard(CLIENT_ID, TENANT, cloud=keys.cloud)


async def checked(guard: Guard, authorization: str, body: Body) -> Refusal | None:
    """Why this is not taken; None where it is."""
    caller = await guard.caller(authorization)
    return caller if isinstance(caller, Refusal) else guard.activity(caller, body)


@pytest.mark.parametrize("delivery", DELIVERIES, ids=lambda delivery: delivery.what)
async def test_each_delivery_is_taken_or_refused_for_its_reason(
    delivery: Delivery, guard: Guard, keys: Keys
) -> None:
    assert await checked(guard, delivery.header(keys), delivery.body) == delivery.refusal


@pytest.mark.parametrize("delivery", DELIVERIES, ids=lambda delivery: delivery.what)
async def test_nothing_of_it_is_logged(
    delivery: Delivery, guard: Guard, keys: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    header = delivery.header(keys)
    await checked(guard, header, delivery.body)
    ours = [record for record in caplog.records if not record.name.startswith(("aiohttp", "asy"))]
    assert [record.getMessage() for record in ours] == []
    for said in ("private question", CLIENT_ID, TENANT, OTHER, header[7:] or "Bearer"):
        assert said not in caplog.text


async def test_a_tenant_is_known_in_capital_letters(guard: Guard, keys: Keys) -> None:
    body = activity(
        channelData={"tenant": {"id": TENANT.upper()}}, recipient={"id": f"28:{CLIENT_ID.upper()}"}
    )
    assert await checked(guard, keys.bearer(), body) is None


@pytest.mark.parametrize(
    "odd", [{"channelData": [TENANT]}, {"channelData": "x", "conversation": 5}, {"recipient": 5}]
)
async def test_odd_types_are_read_as_missing(
    odd: dict[str, object], guard: Guard, keys: Keys
) -> None:
    found = await checked(guard, keys.bearer(), activity(**odd))
    assert found == (refusals.NO_TENANT if "conversation" in odd else None)


async def test_what_is_refused_by_its_header_asks_for_no_keys(guard: Guard, keys: Keys) -> None:
    for header in ("", "Bearer garbage", "Bearer eyJhbGciOiJub25lIn0.e30."):
        assert await checked(guard, header, activity()) is not None
    assert keys.asked == 0


@pytest.mark.parametrize(("client_id", "tenant_id"), [("", TENANT), (CLIENT_ID, ""), ("", "")])
def test_a_guard_that_knows_nobody_is_none(client_id: str, tenant_id: str) -> None:
    with pytest.raises(ValueError, match="needs to know"):
        Guard(client_id, tenant_id)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"serviceUrl": PLAYGROUND}, None),
        ({"serviceUrl": "http://localhost:56150"}, None),
        ({"serviceUrl": PLAYGROUND, "channelData": None, "conversation": {"id": "x"}}, None),
        ({"serviceUrl": PLAYGROUND, "recipient": {"id": "the-bot"}}, None),
        ({}, refusals.UNKNOWN_SERVICE),
        ({"serviceUrl": "http://192.168.0.7:56150/"}, refusals.UNKNOWN_SERVICE),
        ({"serviceUrl": "http://evil.example/"}, refusals.UNKNOWN_SERVICE),
        ({"serviceUrl": PLAYGROUND, "channelId": "emulator"}, refusals.OTHER_CHANNEL),
        ({"serviceUrl": PLAYGROUND, "type": ""}, refusals.NO_ACTIVITY),
        ({"serviceUrl": None}, refusals.NO_ACTIVITY),
    ],
    ids=str,
)
async def test_in_a_playground_all_but_the_token_is_looked_at(
    changed: dict[str, object], refusal: Refusal | None
) -> None:
    guard = Guard("", "", playground=True)
    assert await checked(guard, "", activity(**changed)) == refusal


async def test_a_playgrounds_service_is_no_good_with_a_token(guard: Guard, keys: Keys) -> None:
    header = keys.bearer(FIRST, serviceurl=PLAYGROUND)
    assert await checked(guard, header, activity(serviceUrl=PLAYGROUND)) == refusals.UNKNOWN_SERVICE
