"""The whole bot asks for tokens; which of them it takes, `test_http` tells of each."""

from collections.abc import AsyncIterator
from pathlib import Path

import jwt
import pytest
import pytest_asyncio

from bot.teams import refusals
from tests.end_to_end.teams.whole import PRIVATE, QUESTION, Bot, whole
from tests.fakes.teams_keys import CLIENT_ID, TENANT
from tests.fakes.teams_people import ANNA
from tests.unit.teams.deliveries import DELIVERIES

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
UNSIGNED = jwt.encode({"aud": CLIENT_ID}, None, "none", headers={"kid": "key-1"})


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def guarded(
    shipped: Path, fitted_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Bot]:
    settings = {
        "RAIN_TEAMS_PLAYGROUND": "off",
        "TEAMS_CLIENT_ID": CLIENT_ID,
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_CLIENT_SECRET": "a~secret",
    }
    async with whole(shipped, fitted_cache, tmp_path_factory.mktemp("store"), **settings) as bot:
        yield bot


@pytest.mark.parametrize(
    ("header", "refusal"),
    [
        ("", refusals.NO_TOKEN),
        ("Basic cmFpbjpyYWlu", refusals.NO_TOKEN),
        ("Bearer garbage", refusals.UNREADABLE_TOKEN),
        (f"Bearer {UNSIGNED}", refusals.OTHER_ALGORITHM),
    ],
    ids=["none", "a password", "garbage", "unsigned"],
)
async def test_nobody_is_let_in_without_one(
    guarded: Bot, header: str, refusal: refusals.Refusal
) -> None:
    bodies = (
        ANNA.message(ANNA.direct, f"{QUESTION} {PRIVATE}"),
        ANNA.press(ANNA.direct, {}),
        ANNA.query(ANNA.direct, "people", PRIVATE),
        ANNA.uninstall(ANNA.direct),
        [PRIVATE],
    )
    for body in bodies:
        told = await guarded.tell(body, Authorization=header)
        assert (told.status, told.body) == (refusal.status, {"error": refusal.reason})
    assert guarded.rows("seen", "teams") == []


async def test_each_trouble_with_a_token_stands_in_the_table() -> None:
    told = {one.refusal for one in DELIVERIES}
    assert told >= {
        refusals.NO_TOKEN,
        refusals.OTHER_TENANT,
        refusals.EXPIRED,
        refusals.OTHER_ALGORITHM,
        refusals.OTHER_AUDIENCE,
        refusals.OTHER_BOT,
        refusals.NO_ACTIVITY,
        None,
    }
