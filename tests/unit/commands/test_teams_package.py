"""``teams-package``: a file that can be uploaded, or a sentence that says what is missing."""

import io
import json
import stat
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.teams.manifest import App
from bot.teams.package import package
from tests.unit.commands.conftest import Run

CLIENT = "11111111-2222-4333-8444-555555555555"
TENANT = "99999999-2222-4333-8444-555555555555"
HOST = "https://rain.example.org"
SET = {
    "TEAMS_CLIENT_ID": CLIENT,
    "TEAMS_TENANT_ID": TENANT,
    "TEAMS_CLIENT_SECRET": "hush-hush",
    "RAIN_PUBLIC_URL": HOST,
}


@pytest.fixture
def connected(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs commands with Teams set up, in a folder of its own."""
    for name, value in SET.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return run


def test_the_package_of_the_settings_is_written(connected: Run, tmp_path: Path) -> None:
    ran = connected("teams-package", "--output", "app.zip")
    assert (ran.code, ran.err) == (0, "")
    assert "Wrote app.zip" in ran.out
    assert "Manage apps" in ran.out
    made = App(CLIENT, HOST, version("rain-bot"))
    assert (tmp_path / "app.zip").read_bytes() == package(made)
    assert [file.name for file in tmp_path.glob("*app.zip*")] == ["app.zip"]
    assert stat.S_IMODE((tmp_path / "app.zip").stat().st_mode) == 0o644


def test_without_a_name_it_has_one(connected: Run, tmp_path: Path) -> None:
    assert connected("teams-package").code == 0
    with ZipFile(io.BytesIO((tmp_path / "rain-teams.zip").read_bytes())) as archive:
        assert json.loads(archive.read("manifest.json"))["bots"][0]["botId"] == CLIENT


def test_no_secret_is_in_it_and_none_is_printed(connected: Run, tmp_path: Path) -> None:
    ran = connected("teams-package")
    assert "hush-hush" not in ran.out
    assert b"hush-hush" not in (tmp_path / "rain-teams.zip").read_bytes()


def test_a_former_one_is_replaced(connected: Run, tmp_path: Path) -> None:
    (tmp_path / "rain-teams.zip").write_text("old")
    connected("teams-package")
    assert (tmp_path / "rain-teams.zip").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("output", ["gone/app.zip", "."])
def test_what_cannot_be_written_leaves_nothing_behind(
    connected: Run, tmp_path: Path, output: str
) -> None:
    before = sorted(tmp_path.iterdir())
    complaint = connected("teams-package", "--output", output).complaint
    assert complaint.startswith(f"rain-bot: {output} cannot be written (")
    assert "--output" in complaint
    assert sorted(tmp_path.iterdir()) == before


def test_without_teams_the_id_is_what_is_missing(run: Run) -> None:
    complaint = run("teams-package").complaint
    assert complaint.startswith("rain-bot: TEAMS_CLIENT_ID is missing: ")
    assert "App registrations" in complaint


@pytest.mark.parametrize("name", ["TEAMS_CLIENT_ID", "TEAMS_TENANT_ID", "TEAMS_CLIENT_SECRET"])
def test_each_part_that_is_missing_is_named(
    connected: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv(name)
    assert f"{name} is missing" in connected("teams-package").complaint


def test_for_the_playground_there_is_no_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAIN_TEAMS_PLAYGROUND", "on")
    assert "TEAMS_CLIENT_ID is missing" in run("teams-package").complaint


@pytest.mark.parametrize(("url", "said"), [("", "missing"), ("http://localhost:8080", "'http:")])
def test_teams_opens_encrypted_addresses_alone(
    connected: Run, monkeypatch: pytest.MonkeyPatch, url: str, said: str
) -> None:
    monkeypatch.setenv("RAIN_PUBLIC_URL", url)
    complaint = connected("teams-package").complaint
    assert complaint.startswith(f"rain-bot: RAIN_PUBLIC_URL is {said}")
    assert "https://rain.example.org" in complaint
