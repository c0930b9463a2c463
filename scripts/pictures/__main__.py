"""Draw every scene: ``python -m scripts.pictures [FOLDER]``."""

import asyncio
import sys
from pathlib import Path

from bot.app.answering import desk
from bot.config import settings
from bot.errors import RainError
from scripts.pictures import in_slack, in_teams
from scripts.pictures.drawing import draw, tools
from scripts.pictures.scenes import scenes
from scripts.pictures.stage import StoppedClock

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"


def main(folder: Path) -> None:
    """Write the pictures into a folder. Raises `RainError` for what is missing or wrong."""
    tools()  # before the knowledge base is read, which takes a moment
    chosen = settings({"RAIN_KNOWLEDGE": str(ROOT / "knowledge")})
    answering = desk(chosen, StoppedClock(), seconded=False)
    told = asyncio.run(scenes(answering, chosen))
    slack = [in_slack.scene(one) for one in told]
    teams = [in_teams.scene(one) for one in told if one.name in in_teams.SHOWN]
    for file in (
        *draw(slack, "slack.mjs", folder / "slack"),
        *draw(teams, "teams.mjs", folder / "teams"),
    ):
        print(f"{file} ({file.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    except RainError as error:
        sys.exit(str(error))
