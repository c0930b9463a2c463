"""The package an administrator uploads: the manifest, its Danish texts, and two icons, in a zip."""

import io
import json
from importlib import resources
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot.teams.manifest import COLOUR, DANISH, OUTLINE, App, Json, danish, manifest

MANIFEST = "manifest.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can tell; every file bears it, so that equal packages are equal."""
_READABLE = 0o100644 << 16
_UNIX = 3


def package(app: App) -> bytes:
    """The zip: the same bytes for the same app, wherever and whenever it is made."""
    files = {
        MANIFEST: _as_json(manifest(app)),
        DANISH: _as_json(danish(app)),
        COLOUR: _icon(COLOUR),
        OUTLINE: _icon(OUTLINE),
    }
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:  # compressed, it would depend on who does it
        for name, content in files.items():
            archive.writestr(_entry(name), content)
    return made.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _LONG_AGO)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry


def _as_json(made: Json) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _icon(name: str) -> bytes:
    return (resources.files("bot.teams") / "icons" / name).read_bytes()
