"""Settings from the environment."""

import difflib
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from bot.config.model import Secret, Settings, is_loopback
from bot.config.owners import owners
from bot.config.reminders import channels, reminders, reminders_at
from bot.config.slack import slack
from bot.config.teams import teams
from bot.config.variables import PREFIX, Given, Variable
from bot.errors import SettingsError

LOG_LEVELS = ("debug", "info", "warning", "error")
CHECKOUT = Path(__file__).resolve().parents[2]


def settings(environ: Mapping[str, str]) -> Settings:
    """The settings in ``environ``. Raises `SettingsError` naming the variable and the mend."""
    _refuse_unknown(environ)
    given = {name: environ.get(name, "").strip() for name in Variable}
    host, over_slack = given[Variable.HOST] or "127.0.0.1", slack(given)
    over_teams = teams(given, host)
    if not (over_slack or over_teams or is_loopback(host)):
        raise SettingsError(
            f"{Variable.HOST} is {host}, which others can reach, and the chat page has no login. "
            f"Leave {Variable.HOST} unset, or connect Slack or Teams first."
        )
    several = bool(over_slack and over_slack.installing)
    return Settings(
        knowledge=_knowledge(given),
        cache=_cache(given),
        host=host,
        port=_port(given),
        log_level=_log_level(given),
        slack=over_slack,
        teams=over_teams,
        database=_database(given),
        semantic=_on(given, Variable.SEMANTIC),
        channels=channels(given, several=several, teams=over_teams),
        owners=owners(given, several=several, teams=over_teams),
        worker=_on(given, Variable.WORKER),
        reminders=reminders(given),
        reminders_at=reminders_at(given),
    )


def port_number(text: str, source: str) -> int:
    """The port in ``text``. Raises `SettingsError` naming ``source``, where it was given."""
    if text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535:
        return int(text)
    raise SettingsError(f"{source} is {text!r}: give a port number between 0 and 65535.")


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    ours = [name for name in Variable if name.startswith(PREFIX)]
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in ours:
            near = difflib.get_close_matches(name, ours, n=1, cutoff=0.0)[0]
            raise SettingsError(f"{name} is no setting. The nearest one is {near}.")


def _knowledge(given: Given) -> Path:
    if chosen := given[Variable.KNOWLEDGE]:
        folder = Path(chosen).expanduser().absolute()
        if not folder.is_dir():
            raise SettingsError(
                f"{Variable.KNOWLEDGE} is {chosen}, where there is no folder. "
                "Give the folder that holds the knowledge base."
            )
        return folder
    for home in (Path.cwd(), CHECKOUT):
        if (home / "knowledge").is_dir():
            return home / "knowledge"
    raise SettingsError(
        f"{Variable.KNOWLEDGE} is missing: there is no folder “knowledge” here. "
        "Give the folder that holds the knowledge base."
    )


def _cache(given: Given) -> Path:
    if chosen := given[Variable.CACHE]:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_cache_path("rain-bot", appauthor=False)


def _port(given: Given) -> int:
    for name in (Variable.PORT, Variable.PLATFORM_PORT):
        if given[name]:
            return port_number(given[name], name)
    return 8080


def _log_level(given: Given) -> str:
    level = given[Variable.LOG_LEVEL].lower() or "info"
    if level not in LOG_LEVELS:
        raise SettingsError(
            f"{Variable.LOG_LEVEL} is {level!r}: give one of {', '.join(LOG_LEVELS)}."
        )
    return level


def _on(given: Given, name: Variable) -> bool:
    chosen = given[name].lower() or "on"
    if chosen not in {"on", "off"}:
        raise SettingsError(f"{name} is {chosen!r}: give on or off.")
    return chosen == "on"


def _database(given: Given) -> Secret:
    if url := given[Variable.DATABASE]:
        return Secret(url)
    chosen = given[Variable.STORE]
    if "://" in chosen:
        raise SettingsError(
            f"{Variable.STORE} holds an address: give that as {Variable.DATABASE}, or the name of "
            "a file."
        )
    if not chosen:
        folder = platformdirs.user_data_path("rain-bot", appauthor=False)
        return Secret(f"sqlite:///{folder / 'rain.sqlite3'}")
    file = Path(chosen).expanduser().absolute()
    if file.is_dir():
        raise SettingsError(f"{Variable.STORE} is {chosen}, which is a folder: give a file.")
    return Secret(f"sqlite:///{file}")
