from pathlib import Path

from bot.errors import Severity
from bot.knowledge.check import findings
from bot.knowledge.loader import load_with_places, read_folder

FOLDER = Path(__file__).parents[3] / "knowledge"


def test_the_base_that_is_shipped_has_no_errors() -> None:
    loaded = load_with_places(read_folder(FOLDER))
    newest = max(entry.checked for entry in loaded.knowledge.entries())
    found = findings(loaded.knowledge, loaded.places, newest)
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []
