"""The side of those who may know: they take a question, and answer it."""

from bot.errors import StoreError
from bot.matching.language import language_of
from bot.passing.checking import clean, clean_name, wrong_with_answer
from bot.passing.model import Answer, Passed, Stage
from bot.passing.ports import PassedOn
from bot.passing.responding_form import ANSWER, REMEMBER, Replying
from bot.passing.rights import Rights
from bot.passing.told import again
from bot.reply import TICKED, Language, Question, Reply
from bot.wording import passing as say


class Responding:
    """Deals with questions that were passed on, for those who may."""

    def __init__(self, passed: PassedOn, rights: Rights) -> None:
        self._passed = passed
        self._rights = rights

    async def taken(self, question: Question) -> Reply:
        """Let the person see to the question, unless somebody does. May raise `StoreError`."""
        replying, passed = Replying(_language(question)), await self._find(question)
        if passed is None:
            return replying.gone()
        if refusal := await self._rights.refusal(question, passed):
            return replying.refused(refusal)
        by = clean_name(question.name)
        if await self._passed.take(passed.id, by, question.at):
            return replying.taken(by)
        now = await self._passed.find(passed.id)
        return replying.standing(now) if now else replying.gone()

    async def form(self, question: Question) -> Reply:
        """The form for an answer, where one is still wanted. May raise `StoreError`."""
        replying, passed = Replying(_language(question)), await self._find(question)
        if passed is None:
            return replying.gone()
        if refusal := await self._rights.refusal(question, passed):
            return replying.refused(refusal)
        if passed.stage is Stage.ANSWERED:
            return replying.standing(passed)
        return replying.form(passed)

    async def responded(self, question: Question) -> Reply:
        """Send the answer that was filled in, once; else say why not, and give the text back."""
        replying, text = Replying(_language(question)), question.fields.get(ANSWER, "")
        wrong = wrong_with_answer(text, replying.language)
        try:
            passed = await self._find(question)
            if passed is None:
                return replying.gone("" if wrong else text)
            if wrong:
                return again(replying.form(passed), wrong, text)
            return await self._answered(question, passed, replying, text)
        except StoreError:
            return again(
                replying.bare_form(question.entry), say.FAILED.say(replying.language), text
            )

    async def _answered(
        self, question: Question, passed: Passed, replying: Replying, text: str
    ) -> Reply:
        if refusal := await self._rights.refusal(question, passed):
            return again(replying.form(passed), refusal.say(replying.language), text)
        answer = Answer(
            text=clean(text),
            by=clean_name(question.name),
            at=question.at,
            language=language_of(text) or passed.language,
            remember=question.fields.get(REMEMBER) == TICKED,
        )
        if await self._passed.answer(passed.id, answer):
            return replying.responded(passed, remember=answer.remember)
        now = await self._passed.find(passed.id)
        if now is None:
            return replying.gone(text)
        if (now.answer, now.by) == (answer.text, answer.by):  # sent twice, it is one answer
            return replying.responded(passed, remember=answer.remember)
        return again(replying.form(passed), replying.was_first(now), text)

    async def _find(self, question: Question) -> Passed | None:
        return await self._passed.find(question.entry)


def _language(question: Question) -> Language:
    return question.locale or Language.DANISH
