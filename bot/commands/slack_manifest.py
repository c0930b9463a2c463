"""``slack-manifest``: what to paste where Slack asks for an app's manifest."""

import json
import re
from argparse import Namespace
from typing import Any

import yaml

from bot.config import Settings
from bot.errors import UsageError
from bot.slack.manifest import manifest
from bot.slack.scopes import PURPOSES

_EXAMPLE = "https://rain.example.org"
_HOST = re.compile(r"https://[\w-]+(\.[\w-]+)*(:[0-9]{1,5})?/*")
_BEGIN = """\
# The Slack app, written by `rain-bot slack-manifest`: change the code instead of this text.
# At https://api.slack.com/apps: "Create New App", "From a manifest", paste this.
"""
_SOCKET = """\
# Then "Install App" gives SLACK_BOT_TOKEN, and "App-Level Tokens" with connections:write gives
# SLACK_APP_TOKEN. For HTTP instead of Socket Mode: `rain-bot slack-manifest --url https://<host>`.
"""
_HTTP = """\
# Then "Install App" gives SLACK_BOT_TOKEN, and "Basic Information" gives SLACK_SIGNING_SECRET.
"""
_OAUTH = """\
# Then "Basic Information" gives SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET, and
# "Manage Distribution" lets other workspaces take the bot in.
"""
_REACHED = """\
# Once the bot runs and is reached under the address below, have Slack verify it: "App Manifest".
"""


def run(arguments: Namespace, _: Settings) -> int:
    """Print the manifest, as YAML with what to do with it unless JSON is asked for."""
    url = _checked(arguments.url) if arguments.url is not None else ""
    if arguments.oauth and not url:
        raise UsageError(f"--oauth needs an address to come back to: add --url {_EXAMPLE}.")
    made = manifest(url, oauth=arguments.oauth)
    if arguments.json:
        print(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        print(_BEGIN + _then(url, oauth=arguments.oauth) + _as_yaml(made), end="")
    return 0


def _checked(url: str) -> str:
    """The address without a slash at its end. Raises `UsageError` where Slack would refuse it."""
    if not _HOST.fullmatch(url):
        raise UsageError(
            f"--url is {url!r}: give https and the host alone, such as {_EXAMPLE}; "
            "the paths are added."
        )
    return url.rstrip("/")


def _then(url: str, *, oauth: bool) -> str:
    if not url:
        return _SOCKET
    return (_OAUTH if oauth else _HTTP) + _REACHED


class _Dumper(yaml.SafeDumper):
    """Writes lists indented and paragraphs folded, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = ">" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)


def _as_yaml(made: dict[str, Any]) -> str:
    text = yaml.dump(made, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=88)
    return re.sub(r"^( +- )([a-z_.:]+)$", _with_purpose, text, flags=re.MULTILINE)


def _with_purpose(line: re.Match[str]) -> str:
    why = PURPOSES.get(line[2])
    return f"{line[0]} # {why}" if why else line[0]
