"""``teams-package``: the zip that an administrator uploads to Teams."""

import os
from argparse import Namespace
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.config import Settings, Variable
from bot.config.teams import WHERE
from bot.errors import SettingsError, UsageError
from bot.teams.manifest import App
from bot.teams.package import package

_NEXT = """\
Wrote {file}: {name} {version} for {url}.
Upload it at admin.teams.microsoft.com: "Teams apps", "Manage apps".
For yourself alone, in Teams: "Apps", "Manage your apps", "Upload a custom app".
"""


def run(arguments: Namespace, settings: Settings) -> int:
    """Write the package of the bot that the settings name. Raises `UsageError`."""
    app = _app(settings)
    file = Path(arguments.output)
    _write(file, package(app))
    print(_NEXT.format(file=file, name="RAIN", version=app.version, url=app.public_url), end="")
    return 0


def _app(settings: Settings) -> App:
    """What the package is made of. Raises `SettingsError` naming what is missing."""
    teams = settings.teams
    if teams is None or not teams.client_id:
        where = WHERE[Variable.TEAMS_CLIENT_ID]
        raise SettingsError(f"{Variable.TEAMS_CLIENT_ID} is missing: find it under {where}")
    if not teams.public_url.lower().startswith("https://"):
        given = f"{teams.public_url!r}" if teams.public_url else "missing"
        raise SettingsError(
            f"{Variable.PUBLIC_URL} is {given}: give the address under which Teams and browsers "
            "reach this bot, with https, like https://rain.example.org"
        )
    return App(teams.client_id, teams.public_url, version("rain-bot"))


def _write(file: Path, content: bytes) -> None:
    """Write the file, or leave what was there. Raises `UsageError`."""
    try:
        with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as beside:
            beside.write(content)
        try:
            os.chmod(beside.name, 0o644)  # noqa: PTH101 - it holds no secret, and is handed on
            os.replace(beside.name, file)  # noqa: PTH105 - the name is a text
        except OSError:
            Path(beside.name).unlink()
            raise
    except OSError as error:
        raise UsageError(
            f"{file} cannot be written ({error.strerror}): give a file in a folder that is there, "
            "with --output."
        ) from None
