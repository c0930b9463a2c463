"""What is drawn of Slack. Drawing itself needs Node and is looked at, not tested."""

import asyncio
import json
import re
from pathlib import Path

import pytest

from bot.config import settings
from bot.desk import Desk
from scripts.pictures.drawing import HERE, TOOLS, CannotDrawError, tools
from scripts.pictures.scene import Kind, Scene
from scripts.pictures.scenes import scenes
from tests.fakes.slack_server import wrong_with

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "slack"
LARGEST = 150_000
SHOWN = {
    "historical-data": ("swh@rsyd.dk", "Anders.Maarbjerg@rsyd.dk", "kgk@rsyd.dk"),
    "event": ("WHINN", "9. november 2023", "Påmind mig"),
    "events": ("Nordic AI Meet", "WHINN", "Tilmelding"),
    "choice": ("Kristian Kvist", "Kristian Fjordside Nielsen"),
    "unknown": ("Det ved jeg ikke",),
    "help": ("Hvem har styr på historiske data?",),
    "refused-number": ("CPR-nummer",),
    "refused-treatment": ("112",),
    "steps": ("Kom med behovet", "projektledelse"),
    "nobody-named": ("names nobody", "kfn@rsyd.dk"),
    "company": ("companies and start-ups", "forget me"),
    "event-dark": ("15:15–16:45",),
    "remind-me": ("Stop påmindelser", "Derefter kommer der en tirsdag den 7. november"),
    "person": ("kgk@rsyd.dk", "Historiske data"),
    "who": ("Hvem du kan spørge", "Jura og informationssikkerhed"),
    "privacy": ("Glem mig", "CPR-numre"),
    "misspelt-command": ("Mente du »privatliv«?",),
    "calendar": ("Outlook", "Google"),
    "others": ("Andre muligheder",),
    "right": ("Tak!",),
    "wrong": ("Det er jeg ked af.", "Send spørgsmålet videre"),
    "passing-offer": ("Det ved jeg ikke", "Send spørgsmålet videre"),
    "passing-form": ("Anna Holm", "i den tråd, du spurgte i", "Alle andre emner"),
    "passing-sent": ("Modtager: Jura og informationssikkerhed.",),
    "passing-owners": ("Anna Holm", "Jeg tager det", "Svar"),
    "passing-nudge": ("Ingen har taget dette spørgsmål endnu",),
    "passing-taken": ("Bo Lind tager spørgsmålet.",),
    "passing-respond": ("Dit svar", "Husk svaret"),
    "passing-responded": ("Anna Holm får det",),
    "passing-answer": ("Svar på dit spørgsmål", "Skrevet af Bo Lind"),
    "reminder": ("Begynder om 7 dage", "WHINN"),
    "reminder-late": ("Begynder om 20 minutter",),
    "reminder-deadline": ("Sidste frist for tilmelding er i morgen",),
    "correction-moved": ("Rettelse: sådan er det nu", "Flyttet"),
    "correction-cancelled": ("Rettelse: arrangementet er aflyst",),
    "reminders": ("Dine påmindelser", "Arrangementer i København"),
    "home": ("Hvem kan hjælpe", "Næste arrangementer", "Indstillinger", "Det gemmer jeg om dig"),
    "home-english": ("The way in for you", "End reminders", "Friday 31 May 2024"),
}


@pytest.fixture(scope="module")
def made(desk: Desk, shipped: Path) -> dict[str, Scene]:
    """Every scene by its name."""
    found = asyncio.run(scenes(desk, settings({"RAIN_KNOWLEDGE": str(shipped)})))
    assert len(found) == len({scene.name for scene in found}), "a name twice"
    return {scene.name: scene for scene in found}


def test_slack_takes_the_blocks_of_every_scene(made: dict[str, Scene]) -> None:
    wrong = {
        name: wrong_with(list(map(dict, scene.blocks)), scene.kind) for name, scene in made.items()
    }
    assert {name: problems for name, problems in wrong.items() if problems} == {}


@pytest.mark.parametrize(("name", "words"), SHOWN.items(), ids=SHOWN)
def test_a_scene_shows_what_it_is_for(
    made: dict[str, Scene], name: str, words: tuple[str, ...]
) -> None:
    text = json.dumps(made[name].blocks, ensure_ascii=False)
    assert [word for word in words if word not in text] == []


def test_every_scene_is_looked_at(made: dict[str, Scene]) -> None:
    assert set(SHOWN) == set(made)


def test_names_are_names_of_files(made: dict[str, Scene]) -> None:
    assert [name for name in made if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_every_scene_has_its_small_picture_and_no_other_is_left(made: dict[str, Scene]) -> None:
    pictures = sorted(PICTURES.iterdir())
    assert [picture.name for picture in pictures] == sorted(f"{name}.png" for name in made)
    assert [picture.name for picture in pictures if picture.stat().st_size > LARGEST] == []


def test_a_modal_brings_its_own_words() -> None:
    words = {part: {"type": "plain_text", "text": part.upper()} for part in ("title", "submit")}
    scene = Scene.of_view("asking", {"type": "modal", "blocks": [], **words})
    assert (scene.kind, scene.title, scene.submit, scene.close) == (
        Kind.MODAL,
        "TITLE",
        "SUBMIT",
        "",
    )


def test_a_home_has_none() -> None:
    scene = Scene.of_view("home", {"type": "home", "blocks": [{"type": "divider"}]})
    assert scene == Scene("home", Kind.HOME, [{"type": "divider"}])


def put(folder: Path, program: str) -> None:
    (folder / program).write_text("#!/bin/sh\n", "utf-8")
    (folder / program).chmod(0o755)


def test_what_is_missing_is_named_in_a_sentence(tmp_path: Path) -> None:
    put(tmp_path, "node")
    with pytest.raises(CannotDrawError, match=r"not installed: npm, Chromium\.$") as caught:
        tools(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_browser_of_another_name_will_do(tmp_path: Path) -> None:
    for program in ("node", "npm", "google-chrome"):
        put(tmp_path, program)
    found = tools(str(tmp_path))
    assert set(found) == set(TOOLS)
    assert found["Chromium"] == str(tmp_path / "google-chrome")


def test_the_packages_that_draw_are_pinned() -> None:
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    packages = {name: package for name, package in locked.items() if name}
    assert [name for name, package in packages.items() if "integrity" not in package] == []
