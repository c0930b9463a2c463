import ast
import re
from pathlib import Path

from bot.config import Variable, settings

ROOT = Path(__file__).resolve().parents[2]
# As a shell reads it: what holds spaces stands in quotes.
ASSIGNMENT = re.compile(
    r"""^(?:# )?(?P<name>[A-Z][A-Z_]+)=(?P<value>"[^"]*"|[^\s"]*)$""", re.MULTILINE
)
DOCUMENTED = {
    name: value.strip('"')
    for name, value in ASSIGNMENT.findall((ROOT / ".env.example").read_text("utf-8"))
}


def reads_environment(file: Path) -> bool:
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"), str(file))))
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    names |= {node.name for node in nodes if isinstance(node, ast.alias)}
    return bool(names & {"environ", "environb", "getenv"})


def test_every_setting_is_documented_and_everything_documented_is_a_setting() -> None:
    assert sorted(DOCUMENTED) == sorted(Variable)


def test_the_documented_defaults_are_the_ones_in_force() -> None:
    documented = settings(DOCUMENTED | {"RAIN_KNOWLEDGE": str(ROOT / DOCUMENTED["RAIN_KNOWLEDGE"])})
    default = settings({"RAIN_KNOWLEDGE": str(ROOT / "knowledge")})
    assert documented == default


def test_the_environment_is_read_in_one_place() -> None:
    readers = [file.name for file in (ROOT / "bot").rglob("*.py") if reads_environment(file)]
    assert set(readers) <= {"__main__.py"}
