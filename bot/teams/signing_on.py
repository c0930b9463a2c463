"""Who looks at the tab: Teams signs them in, and Microsoft Entra vouches for it with a token."""

from uuid import UUID

from bot.adapting.reading import text
from bot.teams import refusals
from bot.teams.asked import Asked, Person, Place, PlaceKind
from bot.teams.names import resource
from bot.teams.refusals import Refusal
from bot.teams.sdk import PUBLIC, CloudEnvironment, TokenValidator
from bot.teams.tokens import Claims, Tokens

SCOPE = "access_as_user"
"""What the app's registration exposes for its tab; a token for anything else is not good here."""


class SigningOn:
    """Tells who shows a token of one tenant that was issued for one application's tab."""

    def __init__(
        self, client_id: str, tenant_id: str, public_url: str, cloud: CloudEnvironment = PUBLIC
    ) -> None:
        if not (client_id and tenant_id and public_url):
            # The SDK would take tokens of any tenant.
            raise ValueError("Signing on needs an application, its tenant and its address.")
        self._tenant = tenant_id.lower()
        validator = TokenValidator.for_entra(
            client_id,
            tenant_id,
            scope=SCOPE,
            application_id_uri=resource(public_url, client_id),
            cloud=cloud,
        )
        self._tokens = Tokens(validator)

    async def visitor(self, authorization: str) -> Asked | Refusal:
        """Who shows it in an ``Authorization`` header, as if they asked in their own chat."""
        claims = await self._tokens.claims(authorization)
        if isinstance(claims, Refusal):
            return claims
        if text(claims, "tid").lower() != self._tenant:
            return refusals.OTHER_ISSUER
        user = _user(claims)
        if not user:
            return refusals.UNREADABLE_TOKEN
        return Asked(self._tenant, Person("", user), Place(PlaceKind.PERSONAL, "", ""), ())


def _user(claims: Claims) -> str:
    """The directory's id of the person, as Teams writes it in what they do; empty without one."""
    try:
        return str(UUID(text(claims, "oid")))
    except ValueError:
        return ""
