"""Scenes as PNG, drawn by ``draw.mjs`` with Node and Chromium."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bot.errors import RainError
from scripts.pictures.scene import Scene

HERE = Path(__file__).resolve().parent
TOOLS = {
    "Node": ("node",),
    "npm": ("npm",),
    "Chromium": ("chromium", "chromium-browser", "google-chrome"),
}


class CannotDrawError(RainError):
    """Something that drawing needs is missing or failed; the sentence says what."""


def tools(path: str | None = None) -> dict[str, str]:
    """Where each of `TOOLS` is, on ``path`` instead of the usual search path if it is given.

    Raises `CannotDrawError` naming all that are missing.
    """
    found = {
        tool: next(filter(None, (shutil.which(name, path=path) for name in names)), "")
        for tool, names in TOOLS.items()
    }
    if missing := [tool for tool, place in found.items() if not place]:
        raise CannotDrawError(
            f"Pictures are drawn with {', '.join(TOOLS)}; not installed: {', '.join(missing)}."
        )
    return found


def draw(scenes: Sequence[Scene], frame: str, folder: Path) -> list[Path]:
    """Write a picture of each scene into a folder. Raises `CannotDrawError`.

    ``frame`` is the module that draws one scene in the browser.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = tools()
    _install(found["npm"])
    given = json.dumps([asdict(scene) for scene in scenes])
    to = str(folder.resolve())
    drawn = _run(found["Node"], "draw.mjs", found["Chromium"], frame, to, given=given)
    return [Path(line) for line in drawn.splitlines()]


def _install(npm: str) -> None:
    """Fetch what package-lock.json names, unless that was done since it changed."""
    lock, done = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        _run(npm, "ci")


def _run(*command: str, given: str = "") -> str:
    ended = subprocess.run(  # noqa: S603 — npm, and our own script
        command, cwd=HERE, input=given, capture_output=True, check=False, encoding="utf-8"
    )
    if ended.returncode:
        raise CannotDrawError(
            f"{Path(command[0]).name} {command[1]} failed: {ended.stderr.strip()}"
        )
    return ended.stdout
