"""``ask``: one question, or one JSON object with ``q`` a line."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from bot.app.answering import desk
from bot.commands.common import clock_at
from bot.config import Settings
from bot.errors import UsageError
from bot.plain_text import plain_text
from bot.ports import Clock, Responder
from bot.privacy.cpr import masked
from bot.reply import Language, Question, Reply


def run(arguments: Namespace, settings: Settings) -> int:
    """Ask and print. Raises `UsageError` where there is no question."""
    clock = clock_at(arguments.at)
    answering = desk(settings, clock)
    locale = Language(arguments.lang) if arguments.lang else None
    if arguments.jsonl:
        return _lines(sys.stdin, answering, clock, locale)
    if arguments.question is None:
        raise UsageError('There is no question: write it in quotes after "ask".')
    question = Question(arguments.question, clock.now(), locale=locale, explain=arguments.explain)
    reply = answering.reply(question)
    if arguments.json:
        print(json.dumps(as_json(question, reply), ensure_ascii=False))
    else:
        print(plain_text(reply))
    if arguments.explain:
        print("\n".join(("", *reply.explanation)), file=sys.stderr)
    return 0


def as_json(question: Question, reply: Reply) -> dict[str, Any]:
    """A reply as the contract has it; a CPR number in the question is not echoed."""
    entries = [
        {"id": entry.id, "kind": entry.kind, "title": entry.title, "score": entry.score}
        for entry in reply.entries
    ]
    return {
        "question": masked(question.text),
        "language": reply.language.value,
        "outcome": reply.outcome.value,
        "confidence": round(reply.confidence, 4),
        "entries": entries,
        "text": plain_text(reply),
    }


def _lines(
    lines: Iterable[str], answering: Responder, clock: Clock, locale: Language | None
) -> int:
    for number, line in enumerate(lines, 1):
        if line.strip():
            question = Question(_asked(line, number), clock.now(), locale=locale)
            answer = as_json(question, answering.reply(question))
            print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


def _asked(line: str, number: int) -> str:
    try:
        asked = json.loads(line)["q"]
    except (ValueError, KeyError, TypeError, RecursionError):
        asked = None
    if not isinstance(asked, str):
        raise UsageError(f'Line {number} is not a JSON object with a text under "q".')
    return asked
