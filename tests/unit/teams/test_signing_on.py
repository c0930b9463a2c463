"""Who looks at the tab, by the token that is shown."""

from collections.abc import AsyncIterator

import jwt
import pytest

from bot.reply import Address, AddressKind
from bot.store.clocks import SystemClock
from bot.teams.asked import Asked
from bot.teams.refusals import Refusal
from bot.teams.sdk import PUBLIC
from bot.teams.signing_on import SigningOn
from tests.fakes.teams_keys import CLIENT_ID, SECOND, TENANT, USER, Keys

HOST = "rain.example.org"
OTHER = "bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee"
HOUR = 3600


@pytest.fixture
async def keys() -> AsyncIterator[Keys]:
    async with Keys().running() as keys:
        yield keys


@pytest.fixture
def signing_on(keys: Keys) -> SigningOn:
    return SigningOn(CLIENT_ID, TENANT, f"https://{HOST}", keys.cloud)


async def refused(signing_on: SigningOn, authorization: str) -> Refusal:
    found = await signing_on.visitor(authorization)
    assert isinstance(found, Refusal)
    return found


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"aud": f"api://{HOST}/{CLIENT_ID}"},
        {"iss": f"https://sts.windows.net/{TENANT}/"},
        {"scp": "User.Read access_as_user"},
        {"oid": USER.upper(), "tid": TENANT.upper()},
    ],
)
async def test_a_good_token_tells_who_it_is(
    keys: Keys, signing_on: SigningOn, claims: dict[str, str]
) -> None:
    visitor = await signing_on.visitor(f"Bearer {keys.signed_on(**claims)}")
    assert isinstance(visitor, Asked)
    assert visitor.asker == f"teams:{TENANT}:{USER}"
    assert visitor.mine == Address("teams", TENANT, AddressKind.PERSON, USER)
    assert visitor.here is None


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": OTHER},
        {"aud": f"api://evil.example/{CLIENT_ID}"},
        {"aud": None},
        {"iss": f"https://sts.windows.net/{OTHER}/", "tid": OTHER},
        {"iss": PUBLIC.token_issuer},
        {"iss": None},
        {"tid": OTHER},
        {"tid": None},
        {"exp": int(SystemClock().now().timestamp()) - HOUR},
        {"exp": None},
        {"nbf": int(SystemClock().now().timestamp()) + HOUR},
        {"scp": None, "roles": ["access_as_user"]},
        {"scp": "User.Read"},
        {"oid": None},
        {"oid": "me"},
        {"oid": ["x"]},
    ],
    ids=str,
)
async def test_any_other_token_is_refused(
    keys: Keys, signing_on: SigningOn, claims: dict[str, object]
) -> None:
    assert (await refused(signing_on, f"Bearer {keys.signed_on(**claims)}")).status == 401


async def test_a_token_of_a_delivery_is_none_of_a_person(keys: Keys, signing_on: SigningOn) -> None:
    assert (await refused(signing_on, keys.bearer())).status == 401


async def test_a_token_signed_by_somebody_else_is_refused(
    keys: Keys, signing_on: SigningOn
) -> None:
    forged = keys.signed_on(SECOND, kid="key-1")
    assert (await refused(signing_on, f"Bearer {forged}")).status == 401


async def test_a_token_that_is_not_signed_is_refused(keys: Keys, signing_on: SigningOn) -> None:
    good = jwt.decode(keys.signed_on(), options={"verify_signature": False})
    for algorithm, key in (("none", None), ("HS256", "x" * 32)):
        forged = jwt.encode(good, key, algorithm, headers={"kid": "key-1"})
        assert (await refused(signing_on, f"Bearer {forged}")).status == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic x", "Bearer x.y.z", "x" * 9000])
async def test_no_token_is_refused(signing_on: SigningOn, keys: Keys, header: str) -> None:
    assert (await refused(signing_on, header)).status == 401
    assert keys.asked == 0


async def test_keys_that_cannot_be_had_are_said_to_be_missing(
    keys: Keys, signing_on: SigningOn
) -> None:
    keys.broken = True
    assert (await refused(signing_on, f"Bearer {keys.signed_on()}")).status == 503


@pytest.mark.parametrize(
    "given", [("", TENANT, "https://x"), (CLIENT_ID, "", "https://x"), (CLIENT_ID, TENANT, "")]
)
def test_it_does_not_work_for_any_tenant(given: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="its tenant"):
        SigningOn(*given)
