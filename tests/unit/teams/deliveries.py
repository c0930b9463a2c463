"""All that may arrive, and what becomes of it: the table of docs/teams-security.md."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.store.clocks import SystemClock
from bot.teams import refusals
from bot.teams.refusals import Refusal
from tests.fakes.teams_keys import CLIENT_ID, FIRST, SERVICE, TENANT, Keys, private

OTHER = "99999999-8888-4777-8666-555555555555"
MINUTE = 60


@dataclass(frozen=True)
class FromNow:
    """A moment so many seconds after the delivery; what is collected first may be tried late."""

    seconds: int


def _moment(given: object) -> object:
    if not isinstance(given, FromNow):
        return given
    return int(SystemClock().now().timestamp()) + given.seconds


def activity(**changed: object) -> dict[str, Any]:
    """A message as Teams delivers it; None leaves a field out."""
    usual = {
        "type": "message",
        "id": "1700000000001",
        "serviceUrl": SERVICE,
        "channelId": "msteams",
        "from": {"id": "29:anna", "name": "Anna", "aadObjectId": OTHER},
        "recipient": {"id": f"28:{CLIENT_ID}", "name": "RAIN"},
        "conversation": {"conversationType": "personal", "id": "a:1", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "text": "a private question",
    }
    return {key: value for key, value in {**usual, **changed}.items() if value is not None}


@dataclass(frozen=True)
class Delivery:
    """``what`` is delivered in words; ``refusal`` is None where it is taken."""

    what: str
    refusal: Refusal | None
    header: Callable[[Keys], str] = Keys.bearer
    body: dict[str, Any] = field(default_factory=activity)


def with_claims(what: str, refusal: Refusal | None, **claims: object) -> Delivery:
    return Delivery(
        what, refusal, lambda keys: keys.bearer(**{name: _moment(claims[name]) for name in claims})
    )


def with_header(what: str, refusal: Refusal | None, header: Callable[[Keys], str]) -> Delivery:
    return Delivery(what, refusal, header)


def with_body(what: str, refusal: Refusal | None, **changed: object) -> Delivery:
    return Delivery(what, refusal, body=activity(**changed))


def unsigned(keys: Keys) -> str:
    claims = jwt.decode(keys.token(), options={"verify_signature": False})
    return f"Bearer {jwt.encode(claims, None, 'none', headers={'kid': FIRST})}"


def signed_with_the_public_key(keys: Keys) -> str:
    """What fools who takes the token's word for how it was signed."""
    public = private(FIRST).public_key()
    secret = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _, claims, _ = keys.token().split(".")
    header = coded(json.dumps({"alg": "HS256", "kid": FIRST}).encode())
    signed = f"{header}.{claims}"
    algorithm = jwt.get_algorithm_by_name("HS256")
    signature = coded(algorithm.sign(signed.encode(), secret))
    return f"Bearer {signed}.{signature}"


def coded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def changed_after_signing(keys: Keys) -> str:
    header, _, signature = keys.token().split(".")
    _, claims, _ = keys.token(serviceurl="https://smba.trafficmanager.net/amer/").split(".")
    return f"Bearer {header}.{claims}.{signature}"


def nested(_: Keys) -> str:
    return f"Bearer {coded(b'{' * 3000)}.{coded(b'[' * 2000)}.{coded(b'x')}"


def without_kid(keys: Keys) -> str:
    claims = jwt.decode(keys.token(), options={"verify_signature": False})
    return f"Bearer {jwt.encode(claims, private(FIRST), 'RS256')}"


TAKEN = (
    Delivery("a message, with the token Teams sends with it", None),
    with_claims(
        "a token that expired less than five minutes ago, for clocks differ",
        None,
        exp=FromNow(-4 * MINUTE),
    ),
    with_body("a service URL without the slash at its end", None, serviceUrl=SERVICE[:-1]),
    with_body("a tenant in one of the two places where it is named", None, channelData=None),
    with_body("an activity of a kind we do not know", None, type="novelty"),
    with_body("no recipient", None, recipient=None),
)

TOKENS = (
    with_header("none", refusals.NO_TOKEN, lambda _: ""),
    with_header("the word Bearer alone", refusals.NO_TOKEN, lambda _: "Bearer "),
    with_header("without the word Bearer", refusals.NO_TOKEN, lambda keys: keys.token()),
    with_header("name and password instead", refusals.NO_TOKEN, lambda _: "Basic cmFpbjpyYWlu"),
    with_header("garbage", refusals.UNREADABLE_TOKEN, lambda _: "Bearer garbage"),
    with_header("garbage with dots", refusals.UNREADABLE_TOKEN, lambda _: "Bearer a.b.c"),
    with_header("letters that no token has", refusals.UNREADABLE_TOKEN, lambda _: "Bearer æ.ø.å"),
    with_header("nested a thousand deep", refusals.UNREADABLE_TOKEN, nested),
    with_header("`alg: none`, not signed", refusals.OTHER_ALGORITHM, unsigned),
    with_header(
        "HS256, signed with the public key", refusals.OTHER_ALGORITHM, signed_with_the_public_key
    ),
    with_header("names no key", refusals.UNKNOWN_KEY, without_kid),
    with_header(
        "names a key that is not published", refusals.UNKNOWN_KEY, lambda k: k.bearer("other")
    ),
    with_header(
        "signed with another key than it names",
        refusals.WRONG_SIGNATURE,
        lambda keys: keys.bearer("other", kid=FIRST),
    ),
    with_header("changed after it was signed", refusals.WRONG_SIGNATURE, changed_after_signing),
    with_claims("expired", refusals.EXPIRED, exp=FromNow(-6 * MINUTE)),
    with_claims("without an end", refusals.INCOMPLETE_TOKEN, exp=None),
    with_claims("with an end that is no time", refusals.UNREADABLE_TOKEN, exp="soon"),
    with_claims("not yet valid", refusals.NOT_YET_VALID, nbf=FromNow(10 * MINUTE)),
    with_claims("made in the future", refusals.NOT_YET_VALID, iat=FromNow(10 * MINUTE)),
    with_claims("another bot's", refusals.OTHER_AUDIENCE, aud=OTHER),
    with_claims("for nobody", refusals.INCOMPLETE_TOKEN, aud=None),
    with_claims("made by somebody else", refusals.OTHER_ISSUER, iss="https://evil.example"),
    with_claims("made by nobody", refusals.INCOMPLETE_TOKEN, iss=None),
    with_claims(
        "made by Entra for our own tenant",
        refusals.OTHER_ISSUER,
        iss=f"https://login.microsoftonline.com/{TENANT}/v2.0",
        tid=TENANT,
        azp="5a807f24-c9de-44ee-a3a7-329e88a00ffc",
    ),
    with_claims("without a service URL", refusals.NO_SERVICE, serviceurl=None),
    with_claims("with a service URL that is no text", refusals.NO_SERVICE, serviceurl=[SERVICE]),
    with_claims(
        "with another service URL than the activity's",
        refusals.OTHER_SERVICE,
        serviceurl="https://smba.trafficmanager.net/amer/",
    ),
)


def at(service: str) -> Delivery:
    """Both the token and the activity name this service."""
    return Delivery(
        f"it names `{service}`, as the token does",
        refusals.UNKNOWN_SERVICE,
        lambda keys: keys.bearer(serviceurl=service),
        activity(serviceUrl=service),
    )


ACTIVITIES = (
    at("https://evil.example/"),
    at("https://evil.trafficmanager.net/emea/"),
    at("http://smba.trafficmanager.net/emea/"),
    at("http://127.0.0.1:3978/"),
    with_body("it comes from Azure's Web Chat", refusals.OTHER_CHANNEL, channelId="webchat"),
    with_body("it tells no channel", refusals.OTHER_CHANNEL, channelId=None),
    with_body("another tenant", refusals.OTHER_TENANT, channelData={"tenant": {"id": OTHER}}),
    with_body(
        "another tenant in one of two places",
        refusals.OTHER_TENANT,
        conversation={"id": "a:1", "tenantId": OTHER},
    ),
    with_body("no tenant", refusals.NO_TENANT, channelData=None, conversation={"id": "a:1"}),
    with_body("to another bot", refusals.OTHER_BOT, recipient={"id": f"28:{OTHER}"}),
    with_body("no service URL", refusals.NO_ACTIVITY, serviceUrl=None),
    with_body("a service URL that is no text", refusals.NO_ACTIVITY, serviceUrl=5),
    with_body("no kind of activity", refusals.NO_ACTIVITY, type=None),
    Delivery("an empty object", refusals.NO_ACTIVITY, body={}),
)

DELIVERIES = (*TAKEN, *TOKENS, *ACTIVITIES)


@dataclass(frozen=True)
class Raw:
    """A body that comes with a good token."""

    what: str
    refusal: Refusal
    body: bytes
    kind: str = "application/json"


BODIES = (
    Raw("nothing", refusals.NOT_JSON, b""),
    Raw("no JSON", refusals.NOT_JSON, b"{"),
    Raw("JSON that is sent as `text/plain`", refusals.NOT_JSON, b"{}", "text/plain"),
    Raw("not UTF-8", refusals.NOT_JSON, '{"type":"message"}'.encode("utf-16")),
    Raw("a list", refusals.NO_ACTIVITY, b"[]"),
    Raw("a number", refusals.NO_ACTIVITY, b"5"),
    Raw("`NaN` for a number", refusals.NOT_JSON, b'{"type": NaN}'),
    Raw("half a character (`\\ud83d`)", refusals.NOT_JSON, b'{"type":"message","text":"\\ud83d"}'),
    Raw("nested a hundred thousand deep", refusals.NOT_JSON, b'{"a":' * 50_000),
    Raw("lists nested as deep", refusals.NOT_JSON, b"[" * 100_000),
    Raw("more than 256 KB", refusals.TOO_LARGE, json.dumps({"text": "x" * 262_144}).encode()),
)
