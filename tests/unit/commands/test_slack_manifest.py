"""``slack-manifest``: one source for every manifest there is."""

import json
import re
from pathlib import Path

import pytest
import yaml

from bot.slack.manifest import manifest
from bot.slack.scopes import PURPOSES
from tests.unit.commands.conftest import Run

COMMITTED = Path(__file__).parents[3] / "manifest.yaml"
HOST = "https://rain.example.org"
WAYS = [
    ((), manifest()),
    (("--url", HOST), manifest(HOST)),
    (("--url", HOST, "--oauth"), manifest(HOST, oauth=True)),
]


def test_the_committed_manifest_is_what_is_printed(run: Run) -> None:
    mend = "run: rain-bot slack-manifest > manifest.yaml"
    assert COMMITTED.read_text("utf-8") == run("slack-manifest").out, mend


@pytest.mark.parametrize(("arguments", "made"), WAYS)
def test_yaml_and_json_say_the_same(
    run: Run, arguments: tuple[str, ...], made: dict[str, object]
) -> None:
    shown, as_json = run("slack-manifest", *arguments), run("slack-manifest", *arguments, "--json")
    assert (shown.code, shown.err, as_json.code, as_json.err) == (0, "", 0, "")
    assert yaml.safe_load(shown.out) == json.loads(as_json.out) == made
    assert shown.out.endswith("\n")
    assert not shown.out.endswith("\n\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}),
        (("--url", HOST), {"SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"}),
        (
            ("--url", HOST, "--oauth"),
            {"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"},
        ),
    ],
)
def test_it_tells_which_settings_come_next(
    run: Run, arguments: tuple[str, ...], told: set[str]
) -> None:
    out = run("slack-manifest", *arguments).out
    above = out.partition("\n_metadata")[0].splitlines()
    assert all(line.startswith("# ") and len(line) <= 100 for line in above)
    assert set(re.findall(r"SLACK_\w+", out)) == told


def test_every_scope_is_printed_with_what_it_is_for(run: Run) -> None:
    out = run("slack-manifest").out
    assert dict(re.findall(r"^ +- (\S+) # (.+)$", out, re.MULTILINE)) == PURPOSES


@pytest.mark.parametrize("url", [f"{HOST}/", f"{HOST}//"])
def test_a_slash_at_the_end_changes_nothing(run: Run, url: str) -> None:
    assert run("slack-manifest", "--url", url).out == run("slack-manifest", "--url", HOST).out


def test_a_port_is_part_of_the_host(run: Run) -> None:
    assert f"{HOST}:8443/slack/events" in run("slack-manifest", "--url", f"{HOST}:8443").out


@pytest.mark.parametrize(
    "url",
    [
        *("", " ", "rain.example.org", "http://rain.example.org", "https://", "https:///x"),
        *(
            f"{HOST}/slack/events",
            f"{HOST}?x",
            f"{HOST}#x",
            f"{HOST}\n",
            f"{HOST}:port",
            "https://a b",
        ),
        *("https://me:secret@rain.example.org", "https://rain..org", "javascript:alert(1)"),
    ],
)
def test_an_address_slack_could_not_use_is_refused(run: Run, url: str) -> None:
    complaint = run("slack-manifest", "--url", url).complaint
    assert complaint.startswith("rain-bot: --url is ")
    assert HOST in complaint


def test_many_workspaces_need_an_address(run: Run) -> None:
    assert "--url" in run("slack-manifest", "--oauth").complaint
