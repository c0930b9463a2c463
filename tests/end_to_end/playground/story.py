"""What went on, line by line."""

from pathlib import Path

from tests.end_to_end.playground.people import Seen


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

    def show(self, step: str, card: Seen) -> None:
        """Add a step and the card that a person saw after it."""
        self.tell(step, card.text)
