"""The tokens that come with everything Teams delivers, and with what its tab sends."""

from collections.abc import Mapping
from typing import Any

import jwt

from bot.teams import refusals
from bot.teams.keyring import Keyring, Known
from bot.teams.refusals import Refusal
from bot.teams.sdk import TokenValidator

Claims = Mapping[str, Any]
ALGORITHM = "RS256"
_SCHEME = "bearer"
_REFUSED = (
    (jwt.ExpiredSignatureError, refusals.EXPIRED),
    (jwt.ImmatureSignatureError, refusals.NOT_YET_VALID),
    (jwt.InvalidAudienceError, refusals.OTHER_AUDIENCE),
    (jwt.InvalidIssuerError, refusals.OTHER_ISSUER),
    (jwt.InvalidSignatureError, refusals.WRONG_SIGNATURE),
    (jwt.MissingRequiredClaimError, refusals.INCOMPLETE_TOKEN),
    (jwt.PyJWKClientError, refusals.UNKNOWN_KEY),
)
_UNREADABLE = (jwt.PyJWTError, ValueError, TypeError, ArithmeticError, RecursionError)


class Tokens:
    """Verifies that Microsoft made a token, and for our application.

    What a token has to hold, the SDK's ``validator`` decides; only its keys come from a `Keyring`.
    """

    def __init__(self, validator: TokenValidator) -> None:
        self._validator = validator
        self._keys = Keyring(self._validator.options.jwks_uri)
        # Its own client would fetch keys in the event loop.
        self._validator._jwks_client = self._keys  # noqa: SLF001

    async def claims(self, authorization: str) -> Claims | Refusal:
        """What the token of an ``Authorization`` header says, once it is known to be genuine."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != _SCHEME or not token.strip():
            return refusals.NO_TOKEN
        header = _header(token)
        if isinstance(header, Refusal):
            return header
        match await self._keys.known(header["kid"]):
            case Known.NO:
                return refusals.UNKNOWN_KEY
            case Known.CANNOT_TELL:
                return refusals.NO_KEYS
            case Known.YES:
                return await self._verified(token)

    async def _verified(self, token: str) -> Claims | Refusal:
        try:
            claims = await self._validator.validate_token(token)
        except _UNREADABLE as error:
            found = (refusal for kind, refusal in _REFUSED if isinstance(error, kind))
            return next(found, refusals.UNREADABLE_TOKEN)
        # Not even the SDK asks for it.
        return claims if "exp" in claims else refusals.INCOMPLETE_TOKEN


def _header(token: str) -> dict[str, Any] | Refusal:
    """How it was signed; that is looked at before any key is fetched for it."""
    try:
        header: dict[str, Any] = jwt.get_unverified_header(token)
    except _UNREADABLE:
        return refusals.UNREADABLE_TOKEN
    if header.get("alg") != ALGORITHM:
        return refusals.OTHER_ALGORITHM
    return header if header.get("kid") else refusals.UNKNOWN_KEY
