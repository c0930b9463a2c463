from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.config import TeamsSettings, settings
from bot.errors import SettingsError

CLIENT_ID = "11111111-2222-4333-8444-555555555555"
TENANT_ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
SECRET = "abc8Q~the-value-of-a-secret"  # noqa: S105
TEAMS = {
    "TEAMS_CLIENT_ID": CLIENT_ID,
    "TEAMS_TENANT_ID": TENANT_ID,
    "TEAMS_CLIENT_SECRET": SECRET,
}
PLAYGROUND = {"RAIN_TEAMS_PLAYGROUND": "on"}
ELSEWHERE = {"RAIN_HOST": "0.0.0.0"}  # noqa: S104


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "knowledge").mkdir()
    monkeypatch.chdir(tmp_path)


def teams(environ: Mapping[str, str]) -> TeamsSettings:
    found = settings(environ).teams
    assert found
    return found


def refusal(environ: Mapping[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        settings(environ)
    return str(caught.value)


def test_without_any_of_them_there_is_no_teams() -> None:
    assert settings({}).teams is None
    assert settings({"RAIN_TEAMS_PLAYGROUND": "off"}).teams is None


def test_teams_needs_three() -> None:
    found = teams(TEAMS)
    assert (found.client_id, found.tenant_id) == (CLIENT_ID, TENANT_ID)
    assert found.client_secret
    assert found.client_secret.reveal() == SECRET
    assert not found.playground
    assert not found.repeats
    assert found.public_url == ""
    assert SECRET not in repr(settings(TEAMS))


@pytest.mark.parametrize("name", TEAMS)
def test_the_one_that_is_missing_is_named(name: str) -> None:
    sentence = refusal(TEAMS | {name: " "})
    assert sentence.startswith(f"{name} is missing: find it under entra.microsoft.com")
    assert "App registrations" in sentence


@pytest.mark.parametrize("name", TEAMS)
def test_one_alone_names_another(name: str) -> None:
    sentence = refusal({name: TEAMS[name]})
    assert " is missing: " in sentence
    assert not sentence.startswith(name)


@pytest.mark.parametrize("name", ["TEAMS_CLIENT_ID", "TEAMS_TENANT_ID"])
@pytest.mark.parametrize(
    "text", ["rain", "region.onmicrosoft.com", CLIENT_ID[:-1], f"28:{CLIENT_ID}", SECRET, "0"]
)
def test_what_is_no_id_is_named_and_not_shown(name: str, text: str) -> None:
    sentence = refusal(TEAMS | {name: text})
    assert sentence.startswith(f"{name} is no id like ")
    assert "take it from entra.microsoft.com" in sentence
    assert text not in sentence or text in ("rain", "0")


@pytest.mark.parametrize("name", ["TEAMS_CLIENT_ID", "TEAMS_TENANT_ID"])
def test_an_id_is_read_however_it_is_written(name: str) -> None:
    plain = TEAMS[name]
    for written in (plain.upper(), f"{{{plain}}}", plain.replace("-", ""), f" {plain} "):
        found = teams(TEAMS | {name: written})
        assert plain in (found.client_id, found.tenant_id)


def test_an_application_and_its_tenant_are_two() -> None:
    sentence = refusal(TEAMS | {"TEAMS_TENANT_ID": CLIENT_ID.upper()})
    assert sentence.startswith("TEAMS_CLIENT_ID and TEAMS_TENANT_ID are the same id: ")
    assert "Directory (tenant) ID" in sentence


def test_the_secrets_id_is_not_the_secret() -> None:
    other = "77777777-2222-4333-8444-555555555555"
    sentence = refusal(TEAMS | {"TEAMS_CLIENT_SECRET": other})
    assert sentence.startswith("TEAMS_CLIENT_SECRET holds an id, and a secret is none: ")
    assert "Value" in sentence
    assert other not in sentence


def test_a_secret_has_no_blanks() -> None:
    sentence = refusal(TEAMS | {"TEAMS_CLIENT_SECRET": f"{SECRET} and more"})
    assert sentence.startswith("TEAMS_CLIENT_SECRET holds a blank")
    assert SECRET not in sentence


def test_teams_can_be_served_to_others() -> None:
    assert settings(TEAMS | ELSEWHERE).host == ELSEWHERE["RAIN_HOST"]


@pytest.mark.parametrize(
    ("text", "repeats"), [("", False), ("park", False), ("repeat", True), ("Repeat", True)]
)
def test_what_is_not_known_to_have_arrived_is_parked_or_repeated(text: str, repeats: bool) -> None:
    assert teams(TEAMS | {"RAIN_TEAMS_UNKNOWN": text}).repeats is repeats


@pytest.mark.parametrize("text", ["on", "never", "parked", "repeat, park"])
def test_any_other_word_for_it_is_named(text: str) -> None:
    sentence = refusal(TEAMS | {"RAIN_TEAMS_UNKNOWN": text})
    assert sentence == f"RAIN_TEAMS_UNKNOWN is {text!r}: give park or repeat."


def test_the_address_from_outside_is_taken_along() -> None:
    given = TEAMS | {"RAIN_PUBLIC_URL": "https://rain.example.org/"}
    assert teams(given).public_url == "https://rain.example.org"
    assert refusal(TEAMS | {"RAIN_PUBLIC_URL": "rain"}).startswith("RAIN_PUBLIC_URL is 'rain'")


def test_a_playground_needs_nothing_else() -> None:
    found = teams(PLAYGROUND)
    assert found.playground
    assert found.client_secret is None
    assert (found.client_id, found.tenant_id) == ("", "")
    assert teams({"RAIN_TEAMS_PLAYGROUND": "ON", "TEAMS_CLIENT_ID": CLIENT_ID}).client_id


def test_a_playground_has_no_secret() -> None:
    sentence = refusal(TEAMS | PLAYGROUND)
    assert "lets anybody in without a token" in sentence
    assert "leave out one or the other" in sentence
    assert SECRET not in sentence


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "rain.example.org"])  # noqa: S104
def test_a_playground_is_on_this_machine_alone(host: str) -> None:
    sentence = refusal(PLAYGROUND | {"RAIN_HOST": host})
    assert f"others can reach {host}" in sentence
    assert "RAIN_HOST" in sentence


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "::1"])
def test_on_this_machine_it_may_be(host: str) -> None:
    assert teams(PLAYGROUND | {"RAIN_HOST": host}).playground


def test_a_playground_is_on_or_off() -> None:
    assert refusal({"RAIN_TEAMS_PLAYGROUND": "yes"}) == (
        "RAIN_TEAMS_PLAYGROUND is 'yes': give on or off."
    )


def test_a_playgrounds_ids_are_ids_too() -> None:
    assert refusal(PLAYGROUND | {"TEAMS_CLIENT_ID": "bot-id"}).startswith("TEAMS_CLIENT_ID is no")
