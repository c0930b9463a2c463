"""The form for an answer, and what is said to those who may know."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.passing.checking import LONGEST
from bot.passing.model import Passed, Stage
from bot.passing.told import told
from bot.reply import (
    Form,
    Intent,
    Language,
    Outcome,
    Paragraph,
    Part,
    Reply,
    TextField,
    TickField,
)
from bot.wording import passing as say
from bot.wording.dates import HOME, moment
from bot.wording.phrase import Phrase

ANSWER, REMEMBER = "answer", "remember"
"""The names of the form's fields."""
_HOME = ZoneInfo(HOME)


class Replying:
    """Words in the language of whoever pressed or filled in something."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def form(self, passed: Passed) -> Reply:
        """The form for an answer, below the question."""
        asker = passed.name or say.NAMELESS.say(self.language)
        question = (Paragraph(say.QUOTED.say(self.language, text=passed.text)),)
        return self._form(passed.id, question, say.ANSWER_HINT.say(self.language, asker=asker))

    def bare_form(self, passed_id: str) -> Reply:
        """The same without the question, where that cannot be read just now."""
        return self._form(passed_id, (), "")

    def _form(self, passed_id: str, parts: tuple[Part, ...], hint: str) -> Reply:
        said = say.YOUR_ANSWER.say(self.language)
        remember, what = say.REMEMBER.say(self.language), say.REMEMBER_HINT.say(self.language)
        form = Form(
            say.RESPOND_TITLE.say(self.language),
            (
                TextField(ANSWER, said, hint=hint, longest=LONGEST),
                TickField(REMEMBER, remember, what),
            ),
            say.SEND.say(self.language),
            Intent.RESPONDED,
            passed_id,
        )
        return Reply(Outcome.HELP, self.language, parts, form=form, private=True)

    def taken(self, by: str) -> Reply:
        """That somebody sees to it, for all in the channel to read."""
        sentence = Paragraph(say.TAKEN.say(self.language, name=self._name(by)))
        return Reply(Outcome.ANSWER, self.language, (sentence,), confidence=1.0)

    def standing(self, passed: Passed) -> Reply:
        """Who has taken or answered it."""
        if passed.stage is Stage.ANSWERED:
            title, phrase = say.ANSWERED_ALREADY_TITLE, say.ANSWERED_BY
        else:
            title, phrase = say.TAKEN_ALREADY_TITLE, say.TAKEN_ALREADY
        return told(Outcome.ANSWER, self.language, title, self._by(phrase, passed))

    def was_first(self, passed: Passed) -> str:
        """That somebody else's answer was sent."""
        return self._by(say.ANSWERED_ALREADY, passed)

    def responded(self, passed: Passed, *, remember: bool) -> Reply:
        """That the answer is on its way."""
        asker = passed.name or say.NAMELESS.say(self.language)
        sentences = [say.RESPONDED.say(self.language, asker=asker)]
        if remember:
            sentences.append(say.REMEMBERED.say(self.language))
        return told(Outcome.ANSWER, self.language, say.RESPONDED_TITLE, *sentences)

    def gone(self, text: str = "") -> Reply:
        """That it is no longer kept; with the ``text`` that somebody had written for it."""
        lost = (say.NOT_LOST.say(self.language), text) if text.strip() else ()
        gone = say.GONE.say(self.language)
        return told(Outcome.UNKNOWN, self.language, say.GONE_TITLE, gone, *lost)

    def refused(self, why: Phrase) -> Reply:
        """Why somebody may not."""
        said = why.say(self.language)
        return told(Outcome.REFUSED, self.language, say.NO_RIGHT_TITLE, said)

    def _by(self, phrase: Phrase, passed: Passed) -> str:
        when = self._when(passed.at or passed.asked_at)
        return phrase.say(self.language, name=self._name(passed.by), when=when)

    def _name(self, by: str) -> str:
        return by or say.A_COLLEAGUE.say(self.language)

    def _when(self, at: datetime) -> str:
        return moment(at.astimezone(_HOME), self.language)
