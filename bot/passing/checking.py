"""What people wrote, before it is kept or sent to anybody."""

import re

from bot.privacy.clinical import asks_clinical_advice
from bot.privacy.cpr import holds_cpr, masked
from bot.reply import Language
from bot.wording import passing as say

LONGEST = 2000
"""Characters of a question, and of an answer."""
LONGEST_NAME = 80
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without what no database takes and nobody can see, and blanks around it."""
    return _CONTROL.sub("", text.replace("\r\n", "\n")).strip()


def clean_name(name: str) -> str:
    """A name on one line, not too long, and without a CPR number that somebody put there."""
    return masked(" ".join(clean(name).split()))[:LONGEST_NAME]


def passable(text: str) -> bool:
    """Whether a question may be offered to be passed on: no CPR number, nothing clinical."""
    return bool(clean(text)) and not _holds_cpr(text) and not _clinical(text)


def wrong_with_question(text: str, language: Language) -> str:
    """Why a question is not passed on, and the mend; empty where it may be."""
    if wrong := wrong_with_answer(text, language):
        return wrong
    return say.CLINICAL.say(language) if _clinical(text) else ""


def wrong_with_answer(text: str, language: Language) -> str:
    """Why an answer is not sent, and the mend; empty where it may be."""
    if not clean(text):
        return say.EMPTY.say(language)
    if _holds_cpr(text):
        return say.HOLDS_CPR.say(language)
    if len(clean(text)) > LONGEST:
        return say.TOO_LONG.say(language, most=LONGEST)
    return ""


# Both as it was typed and as it would be sent: what cleaning takes away hides either.


def _holds_cpr(text: str) -> bool:
    return holds_cpr(text) or holds_cpr(clean(text))


def _clinical(text: str) -> bool:
    return asks_clinical_advice(text) or asks_clinical_advice(clean(text))
