"""What the documents promise is what the bot does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge.loader import load, read_folder

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def examples() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_entries_to_copy_are_good_ones() -> None:
    event, questions = (example.encode() for example in examples())
    copied = {"copied.yaml": event, "heard/copied.yaml": questions}
    knowledge = load({**read_folder(ROOT / "knowledge"), **copied})
    assert "network-meeting-2027-03" in {event.id for event in knowledge.events}
    assert "network-meeting-2027-03" in {heard.entry for heard in knowledge.heard}


def test_the_event_to_copy_names_the_line_of_a_mistake() -> None:
    example, _ = examples()
    broken = example.replace("T15:30", "T12:30")
    assert broken != example
    files = {**read_folder(ROOT / "knowledge"), "copied.yaml": broken.encode()}
    with pytest.raises(KnowledgeError) as caught:
        load(files)
    (problem,) = caught.value.problems
    assert "ends:" in example.splitlines()[problem.line - 1]


def options(command: str) -> set[str]:
    """The options that the command's help names; without a command, the commands too."""
    shown = subprocess.run(  # noqa: S603 — our own command line
        [sys.executable, "-m", "bot", *command.split(), "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    commands = re.findall(r"^    ([a-z-]+)(?: |$)", shown, re.MULTILINE)
    return {*commands, *re.findall(r"--[a-z]+", shown)}


def test_the_table_of_commands_is_complete() -> None:
    rows = re.findall(r"^\| `([a-z-]+)(.*)$", README, re.MULTILINE)
    assert {name for name, _ in rows} == options("") - {"--help"}
    for name, told in rows:
        assert set(re.findall(r"--[a-z]+", told)) <= options(name), name


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"(?:`|^)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }
    assert named
    assert named <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []
