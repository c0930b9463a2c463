"""Files that are whole or not there."""

from pathlib import Path


def keep(path: Path, data: bytes) -> None:
    """Put ``data`` into the file, whole or not at all, making its folder. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_bytes(data)
    draft.replace(path)
