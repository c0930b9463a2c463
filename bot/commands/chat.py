"""``chat``: a conversation in the terminal."""

import asyncio
import sys
from argparse import Namespace
from dataclasses import replace

from bot.app.answering import desk
from bot.app.attending import attending
from bot.app.stores import in_process
from bot.commands.common import clock_at
from bot.config import Settings
from bot.plain_text import plain_text
from bot.reply import Ask, Choose, Intent, Language, Question, Reply
from bot.wording.terminal import GOODBYE, PICK, PROMPT, WELCOME

HERE = "terminal"
"""The one conversation there is, and the one person in it."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Talk until the end of input; a number picks what was offered."""
    clock = clock_at(arguments.at)
    answering = attending(desk(settings, clock), in_process(clock), settings)
    print(f"{WELCOME.da}\n{WELCOME.en}\n")
    offered: tuple[Choose | Ask, ...] = ()
    spoken: Language | None = None
    while (line := _typed()) is not None:
        question = _question(line, offered, Question(line, clock.now()), spoken)
        asked = replace(question, asker=HERE, conversation=HERE)
        reply = asyncio.run(answering.answer(asked))
        spoken = reply.language
        offered = tuple(a for a in reply.actions if isinstance(a, Choose | Ask))
        print(f"\n{plain_text(reply)}\n")
        if offered:
            print(_menu(reply, offered))
    print(GOODBYE.da)
    return 0


def _typed() -> str | None:
    try:
        return input(PROMPT.da)
    except (EOFError, KeyboardInterrupt):
        print(file=sys.stdout)
        return None


def _question(
    line: str, offered: tuple[Choose | Ask, ...], typed: Question, language: Language | None
) -> Question:
    numbers = {str(number): action for number, action in enumerate(offered, 1)}
    picked = numbers.get(line.strip())
    if picked is None:
        return typed
    if isinstance(picked, Choose):
        return Question("", typed.at, Intent.CHOICE, picked.entry, language)
    return Question(picked.text, typed.at)


def _menu(reply: Reply, offered: tuple[Choose | Ask, ...]) -> str:
    rows = [f"  [{number}] {action.label}" for number, action in enumerate(offered, 1)]
    return "\n".join((PICK.say(reply.language), *rows, ""))
