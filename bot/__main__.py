"""The command line: ``rain-bot`` is ``python -m bot``.

Exit codes: 0 when all went well; 1 when something unexpected failed or `check` found errors; 2
when an argument, a setting, a file or the store cannot be used, with one line on standard error.
"""

import logging
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from bot.config import Settings, settings
from bot.errors import KnowledgeError, StoreError, UsageError


class _Parser(ArgumentParser):
    """Ends with one line instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}. Try: {self.prog} --help")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    _print_whatever_comes()
    try:
        arguments = _parser().parse_args(argv)
        chosen = settings(os.environ)
        logging.basicConfig(
            level=chosen.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
        )
        return _run(arguments, chosen)
    except (UsageError, StoreError) as error:
        _complain(f"rain-bot: {error}")
        return 2
    except KnowledgeError as error:
        _complain(f"{error}\nrain-bot: the knowledge base has {len(error.problems)} errors.")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has seen enough; closing it again must not fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _print_whatever_comes() -> None:
    """Let no letter that the terminal cannot show stop an answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _run(arguments: Namespace, chosen: Settings) -> int:
    # Each command is imported when it runs, so that none waits for what another one needs.
    command = import_module(f"bot.commands.{arguments.command.replace('-', '_')}")
    code: int = command.run(arguments, chosen)
    return code


def _parser() -> ArgumentParser:
    parser = _Parser(prog="rain-bot", description="Who to ask about clinical AI, and what is on.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    at = _Parser(add_help=False)
    at.add_argument("--at", metavar="ISO", help="answer as if it were this moment")
    lang = _Parser(add_help=False)
    lang.add_argument("--lang", choices=("da", "en"), help="the asker's own language")
    _ask(commands.add_parser("ask", parents=[at, lang], help="ask one question"))
    _evaluate(commands.add_parser("evaluate", parents=[at], help="score a file of questions"))
    commands.add_parser("chat", parents=[at], help="talk in the terminal")
    _events(commands.add_parser("events", parents=[at, lang], help="list events"))
    check = commands.add_parser("check", parents=[at], help="check the knowledge base")
    check.add_argument("--strict", action="store_true", help="warnings are errors")
    _reminders(commands.add_parser("reminders", parents=[at], help="what is posted when, where"))
    export = commands.add_parser("export", help="answers proposed for the knowledge base, as YAML")
    export.add_argument("--done", metavar="NUMBER", help="take this one off the list first")
    commands.add_parser("remind", help="send reminders, and nothing else")
    feedback = commands.add_parser("feedback", help="which answers were called right or wrong")
    feedback.add_argument("--json", action="store_true", help="print JSON")
    commands.add_parser("migrate", help="bring the store's tables up to date")
    _slack_manifest(commands.add_parser("slack-manifest", help="print Slack's manifest"))
    package = commands.add_parser("teams-package", help="write the app package for Teams")
    package.add_argument(
        "--output", metavar="FILE", default="rain-teams.zip", help="the zip to write"
    )
    serve = commands.add_parser("serve", parents=[at], help="serve all that is configured")
    serve.add_argument("--port", metavar="NUMBER", help="the port to listen on")
    return parser


def _ask(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", help="the question, in quotes")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--jsonl", action="store_true", help="a JSON object a line on stdin")
    parser.add_argument("--explain", action="store_true", help="say how it was understood")


def _evaluate(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="JSON lines with gold answers")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _events(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", metavar="DAY", help="from this day")
    parser.add_argument("--to", dest="until", metavar="DAY", help="to this day")
    parser.add_argument("--past", action="store_true", help="what is over")
    parser.add_argument("--place", metavar="PLACE", help="in this place")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print JSON")
    output.add_argument("--ics", action="store_true", help="print a calendar file")


def _reminders(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", metavar="ISO", help="from this day or moment")
    parser.add_argument("--to", dest="until", metavar="ISO", help="to this day or moment")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _slack_manifest(parser: ArgumentParser) -> None:
    parser.add_argument("--url", metavar="URL", help="where Slack reaches the bot, for HTTP")
    parser.add_argument("--oauth", action="store_true", help="for many workspaces; needs --url")
    parser.add_argument("--json", action="store_true", help="print JSON")


if __name__ == "__main__":
    sys.exit(main())
