"""Microsoft Teams' settings."""

from uuid import UUID

from bot.config.addresses import public_url
from bot.config.model import Secret, TeamsSettings, is_loopback
from bot.config.variables import Given, Variable
from bot.errors import SettingsError

WHERE = {
    Variable.TEAMS_CLIENT_ID: (
        "entra.microsoft.com → App registrations → your app → Application (client) ID"
    ),
    Variable.TEAMS_TENANT_ID: (
        "entra.microsoft.com → App registrations → your app → Directory (tenant) ID"
    ),
    Variable.TEAMS_CLIENT_SECRET: (
        "entra.microsoft.com → App registrations → your app → Certificates & secrets → the "
        "secret's Value (not its ID)"
    ),
}
"""Where a person finds what belongs into each of Teams' variables."""
_PARKED, _REPEATED = "park", "repeat"


def teams(given: Given, host: str) -> TeamsSettings | None:
    """How to reach Teams, where it is set up, for a server at ``host``. Raises `SettingsError`."""
    playground = _playground(given, host)
    set_up = [name for name in WHERE if given[name]]
    if not set_up and not playground:
        return None
    if not playground:
        _refuse_missing(given)
    return TeamsSettings(
        client_id=_id(given, Variable.TEAMS_CLIENT_ID),
        client_secret=Secret(found) if (found := given[Variable.TEAMS_CLIENT_SECRET]) else None,
        tenant_id=_id(given, Variable.TEAMS_TENANT_ID),
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


def _id(given: Given, name: Variable) -> str:
    text = given[name]
    if not text:
        return ""
    try:
        return str(UUID(text))
    except ValueError:
        raise SettingsError(f"{name} is no id: take it from {WHERE[name]}") from None


def _repeats(given: Given) -> bool:
    chosen = given[Variable.TEAMS_UNKNOWN].lower() or _PARKED
    if chosen not in {_PARKED, _REPEATED}:
        raise SettingsError(
            f"{Variable.TEAMS_UNKNOWN} is {chosen!r}: give {_PARKED} or {_REPEATED}."
        )
    return chosen == _REPEATED
