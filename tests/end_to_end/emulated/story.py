"""What went on, line by line."""

from pathlib import Path
from typing import Any

from tests.fakes.slack_server import Post
from tests.fakes.slack_workspace import shown, shown_view

Json = dict[str, Any]


class Story:
    """What went on, to be read afterwards in ``file``."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", "utf-8")

    def tell(self, step: str, *lines: str) -> None:
        """Add a step and what was seen of it."""
        told = [step, *(f"    {line}" for text in lines for line in text.splitlines())]
        with self._file.open("a", encoding="utf-8") as file:
            file.write("\n".join(told) + "\n")

    def show(self, step: str, post: Post) -> None:
        """Add a step and what a person saw of it."""
        self.tell(step, shown(post))

    def show_view(self, step: str, view: Json) -> None:
        """Add a step and the Home or the modal that a person saw after it."""
        self.tell(step, shown_view(view))
