"""What is kept of who passed questions on, in plain words and with until when."""

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from bot.passing.ports import Erasing
from bot.reply import Language, Question
from bot.wording import passing as say
from bot.wording.dates import HOME, day

_HOME = ZoneInfo(HOME)
Lines = Callable[[Question, Language], Awaitable[tuple[str, ...]]]


def keeping(erasing: Erasing) -> Lines:
    """Words it for one person, a line a thing. What it gives may raise `StoreError`."""

    async def lines(question: Question, language: Language) -> tuple[str, ...]:
        due = await erasing.due(question.mine) if question.mine else ()
        if not due:
            return ()
        until = day(due[-1].astimezone(_HOME), language)
        return (say.KEPT_OF_YOU.say(language, count=len(due), day=until),)

    return lines
