from dataclasses import replace
from datetime import timedelta

from bot.passing.keeping import keeping
from bot.passing.model import Passed
from bot.reply import Language, Question
from tests.fakes.passed import MemoryPassedOn
from tests.fakes.responder import NOON, FixedClock
from tests.unit.passing.base import ANNA, ASKED, BO, DESK, THREAD

PASSED = Passed(
    id="a1",
    text=ASKED,
    name="Anna Ærlig",
    asker=ANNA,
    there=THREAD,
    language=Language.DANISH,
    area="",
    channel=DESK,
    asked_at=NOON,
    nudge_at=NOON + timedelta(days=2),
)
QUESTION = Question("", NOON, mine=ANNA)


async def test_it_is_told_how_many_and_until_when_the_last_is_kept() -> None:
    passed = MemoryPassedOn(FixedClock())
    for number in (1, 3, 2):
        moved = timedelta(days=number)
        asked = replace(PASSED, id=f"a{number}", nudge_at=PASSED.nudge_at + moved)
        await passed.add(asked)
    (line,) = await keeping(passed)(QUESTION, Language.DANISH)
    assert line == "Spørgsmål, du har sendt videre (3), med dit navn: til onsdag den 26. juli 2023."
    (line,) = await keeping(passed)(QUESTION, Language.ENGLISH)
    assert line == "Questions that you passed on (3), with your name: until Wednesday 26 July 2023."


async def test_who_passed_nothing_on_is_told_nothing() -> None:
    passed = MemoryPassedOn(FixedClock())
    await passed.add(replace(PASSED, asker=BO))
    for question in (QUESTION, replace(QUESTION, mine=None)):
        assert await keeping(passed)(question, Language.DANISH) == ()
