"""What is drawn of Slack and Teams. Drawing itself needs Node and is looked at, not tested."""

import asyncio
import json
import re
from pathlib import Path

import pytest

from bot.config import settings
from bot.desk import Desk
from scripts.pictures.drawing import HERE, TOOLS, CannotDrawError, tools
from scripts.pictures.in_slack import scene as in_slack
from scripts.pictures.in_teams import SHOWN as IN_TEAMS
from scripts.pictures.in_teams import scene as in_teams
from scripts.pictures.scene import Kind, Scene, Told
from scripts.pictures.scenes import scenes
from tests.fakes.slack_server import wrong_with
from tests.fakes.teams_schema import wrong_with_card

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
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
def told(desk: Desk, shipped: Path) -> list[Told]:
    """Everything that is told in a picture."""
    return asyncio.run(scenes(desk, settings({"RAIN_KNOWLEDGE": str(shipped)})))


@pytest.fixture(scope="module")
def made(told: list[Told]) -> dict[str, Scene]:
    """Every scene in Slack by its name."""
    assert len(told) == len({one.name for one in told}), "a name twice"
    return {one.name: in_slack(one) for one in told}


@pytest.fixture(scope="module")
def cards(told: list[Told]) -> dict[str, Scene]:
    """Every scene in Teams by its name."""
    return {one.name: in_teams(one) for one in told if one.name in IN_TEAMS}


def test_slack_takes_the_blocks_of_every_scene(made: dict[str, Scene]) -> None:
    wrong = {
        name: wrong_with(list(map(dict, scene.blocks)), scene.kind) for name, scene in made.items()
    }
    assert {name: problems for name, problems in wrong.items() if problems} == {}


def test_teams_takes_the_card_of_every_scene(cards: dict[str, Scene]) -> None:
    wrong = {name: wrong_with_card(dict(*scene.blocks)) for name, scene in cards.items()}
    assert {name: problems for name, problems in wrong.items() if problems} == {}


@pytest.mark.parametrize("name", sorted(IN_TEAMS))
def test_a_scene_shows_the_same_in_teams(cards: dict[str, Scene], name: str) -> None:
    text = json.dumps(cards[name].blocks, ensure_ascii=False)
    assert [word for word in SHOWN[name] if word not in text] == []


def test_commands_are_words_in_teams(told: list[Told]) -> None:
    asked = {one.name: in_teams(one).asked for one in told}
    assert asked["privacy"] == "privatliv"


def test_what_stands_in_the_place_of_an_answer_leads_back_in_teams(
    cards: dict[str, Scene],
) -> None:
    back = [name for name, scene in cards.items() if "Tilbage" in json.dumps(scene.blocks)]
    assert back == ["remind-me", "passing-form"]


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


@pytest.mark.parametrize("platform", ["slack", "teams"])
def test_every_scene_has_its_small_picture_and_no_other_is_left(
    made: dict[str, Scene], cards: dict[str, Scene], platform: str
) -> None:
    drawn = made if platform == "slack" else cards
    pictures = sorted((PICTURES / platform).iterdir())
    assert [picture.name for picture in pictures] == sorted(f"{name}.png" for name in drawn)
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
