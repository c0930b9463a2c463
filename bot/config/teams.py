"""Microsoft Teams' settings."""

from uuid import UUID

from bot.config.addresses import public_url
from bot.config.model import Secret, TeamsSettings, is_loopback
from bot.config.variables import Given, Variable
from bot.errors import SettingsError

WHERE = {
    Variable.TEAMS_CLIENT_ID: (
        "entra.microsoft.com → App registrations → your app → Overview → Application (client) ID "
        "(not the Object ID)"
    ),
    Variable.TEAMS_TENANT_ID: (
        "entra.microsoft.com → App registrations → your app → Overview → Directory (tenant) ID"
    ),
    Variable.TEAMS_CLIENT_SECRET: (
        "entra.microsoft.com → App registrations → your app → Certificates & secrets → the "
        "secret's Value (not its ID; it is shown only once, so make a new one if it is lost)"
    ),
}
"""Where a person finds what belongs into each of Teams' variables."""
_EXAMPLE = "01234567-89ab-4cde-8f01-23456789abcd"
_PARKED, _REPEATED = "park", "repeat"


def teams(given: Given, host: str) -> TeamsSettings | None:
    """How to reach Teams, where it is set up, for a server at ``host``. Raises `SettingsError`."""
    playground = _playground(given, host)
    set_up = [name for name in WHERE if given[name]]
    if not set_up and not playground:
        return None
    if not playground:
        _refuse_missing(given)
    client_id, tenant_id = _ids(given)
    return TeamsSettings(
        client_id=client_id,
        client_secret=_secret(given[Variable.TEAMS_CLIENT_SECRET]),
        tenant_id=tenant_id,
        repeats=_repeats(given),
        public_url=public_url(given),
        playground=playground,
    )


def _playground(given: Given, host: str) -> bool:
    chosen = given[Variable.TEAMS_PLAYGROUND].lower() or "off"
    if chosen not in {"on", "off"}:
        raise SettingsError(f"{Variable.TEAMS_PLAYGROUND} is {chosen!r}: give on or off.")
    if chosen == "off":
        return False
    if given[Variable.TEAMS_CLIENT_SECRET]:
        raise SettingsError(
            f"{Variable.TEAMS_PLAYGROUND} lets anybody in without a token, and "
            f"{Variable.TEAMS_CLIENT_SECRET} opens the real Teams: leave out one or the other."
        )
    if not is_loopback(host):
        raise SettingsError(
            f"{Variable.TEAMS_PLAYGROUND} lets anybody in without a token, and others can reach "
            f"{host}: set {Variable.HOST} to 127.0.0.1, or turn it off."
        )
    return True


def _refuse_missing(given: Given) -> None:
    for name, where in WHERE.items():
        if not given[name]:
            raise SettingsError(f"{name} is missing: find it under {where}")


def _ids(given: Given) -> tuple[str, str]:
    """The application's and the tenant's."""
    client_id, tenant_id = (
        _id(given, name) for name in (Variable.TEAMS_CLIENT_ID, Variable.TEAMS_TENANT_ID)
    )
    if client_id and client_id == tenant_id:
        raise SettingsError(
            f"{Variable.TEAMS_CLIENT_ID} and {Variable.TEAMS_TENANT_ID} are the same id: the first "
            "is the Application (client) ID, the second the Directory (tenant) ID below it."
        )
    return client_id, tenant_id


def _id(given: Given, name: Variable) -> str:
    text = given[name]
    if text and not _is_id(text):
        raise SettingsError(f"{name} is no id like {_EXAMPLE}: take it from {WHERE[name]}")
    return str(UUID(text)) if text else ""


def _secret(text: str) -> Secret | None:
    name = Variable.TEAMS_CLIENT_SECRET
    if _is_id(text):
        raise SettingsError(f"{name} holds an id, and a secret is none: take it from {WHERE[name]}")
    if len(text.split()) > 1:
        raise SettingsError(f"{name} holds a blank, and no secret does: take it from {WHERE[name]}")
    return Secret(text) if text else None


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _repeats(given: Given) -> bool:
    chosen = given[Variable.TEAMS_UNKNOWN].lower() or _PARKED
    if chosen not in {_PARKED, _REPEATED}:
        raise SettingsError(
            f"{Variable.TEAMS_UNKNOWN} is {chosen!r}: give {_PARKED} or {_REPEATED}."
        )
    return chosen == _REPEATED
