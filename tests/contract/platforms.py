"""Writes docs/platforms.md: what the suite holds every adapter to, and who lacks what.

``python -m tests.contract.platforms`` writes it anew; a test compares.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.contract.adapter_suite import AdapterSuite
from tests.contract.test_slack import TestSlack
from tests.contract.test_teams import TestTeams
from tests.contract.test_web import TestWeb

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "platforms.md"
PLATFORMS: Mapping[str, type[AdapterSuite]] = {
    "Slack": TestSlack,
    "Teams": TestTeams,
    "Chat page": TestWeb,
}
_HEAD = """# What the bot does on each platform

Every platform passes the same tests (`tests/contract/adapter_suite.py`); each line is one of them.
Where a platform lacks one, the reason stands in its place. Written by
`python -m tests.contract.platforms`.

"""


def cases() -> tuple[str, ...]:
    """The names of the suite's cases, in its order."""
    return tuple(name for name in vars(AdapterSuite) if name.startswith("test_"))


def document() -> str:
    """The whole document."""
    return _HEAD + "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f"| | {' | '.join(PLATFORMS)} |"
    yield "|---" * (len(PLATFORMS) + 1) + "|"
    for name in cases():
        held = (suite.lacks.get(name, "yes") for suite in PLATFORMS.values())
        yield f"| {_sentence(name)} | {' | '.join(held)} |"


def _sentence(name: str) -> str:
    said = name.removeprefix("test_").replace("_", " ")
    return f"{said[0].upper()}{said[1:]}"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
