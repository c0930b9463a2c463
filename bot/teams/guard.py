"""Who may speak to the bot: Teams, for our own tenant, about our own application."""

from dataclasses import dataclass

from bot.adapting.reading import Body, part, text
from bot.teams import refusals
from bot.teams.names import BOT
from bot.teams.refusals import Refusal
from bot.teams.sdk import PUBLIC, CloudEnvironment, TokenValidator
from bot.teams.services import Services
from bot.teams.tokens import Tokens

CHANNEL = "msteams"
"""How the Bot Framework calls Teams, among all that it connects bots to."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who showed a good token; ``service`` is the address that the token names."""

    service: str


class Guard:
    """Lets in what Teams sends to one application of one tenant.

    In a ``playground`` nobody has to show a token and whatever tenant and bot are named is
    believed, so its services are on this machine alone. Raises `ValueError` where it would have to
    let in anybody otherwise.
    """

    def __init__(
        self,
        client_id: str,
        tenant_id: str,
        *,
        playground: bool = False,
        cloud: CloudEnvironment = PUBLIC,
    ) -> None:
        if not playground and not (client_id and tenant_id):
            raise ValueError("A guard needs to know its application and its tenant.")
        self._bot, self._tenant = f"{BOT}{client_id}".lower(), tenant_id.lower()
        self._services = Services(playground=playground)
        self._tokens = (
            None if playground else Tokens(TokenValidator.for_service(client_id, cloud=cloud))
        )

    async def caller(self, authorization: str) -> Caller | Refusal:
        """Who calls, by their ``Authorization`` header, before anything of theirs is read."""
        if self._tokens is None:
            return Caller("")
        claims = await self._tokens.claims(authorization)
        if isinstance(claims, Refusal):
            return claims
        # Tokens of Entra are good for many things, and name no service.
        service = text(claims, "serviceurl")
        return Caller(service) if service else refusals.NO_SERVICE

    def activity(self, caller: Caller, body: Body) -> Refusal | None:
        """Why that caller's activity is not taken; None where it is."""
        service = text(body, "serviceUrl")
        if not service or not text(body, "type"):
            return refusals.NO_ACTIVITY
        if self._tokens and service.rstrip("/") != caller.service.rstrip("/"):
            return refusals.OTHER_SERVICE
        if not self._services.known(service):
            return refusals.UNKNOWN_SERVICE
        if text(body, "channelId") != CHANNEL:
            return refusals.OTHER_CHANNEL
        return self._misled(body) if self._tokens else None

    def _misled(self, body: Body) -> Refusal | None:
        """Why it is not for us."""
        tenants = _tenants(body)
        if not tenants:
            return refusals.NO_TENANT
        if tenants != {self._tenant}:
            return refusals.OTHER_TENANT
        recipient = text(part(body, "recipient"), "id").lower()
        return refusals.OTHER_BOT if recipient not in ("", self._bot) else None


def _tenants(body: Body) -> set[str]:
    """All that an activity names: every kind that Teams sends names one, most of them twice."""
    named = (
        text(part(body, "channelData", "tenant"), "id"),
        text(part(body, "conversation"), "tenantId"),
    )
    return {one.lower() for one in named if one}
