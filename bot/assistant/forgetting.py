"""Forgets where somebody can be written to, when they ask to be forgotten."""

from bot.assistant.asker import asks_to_forget
from bot.ports import Attendant, References
from bot.reply import Intent, Question, Reply


class Forgetting(Attendant):
    """Forgets that before ``answering`` forgets what it keeps itself, and says so.

    A platform learns it anew with the next thing that the person does. Raises `StoreError` rather
    than lie.
    """

    def __init__(self, answering: Attendant, references: References) -> None:
        self._answering = answering
        self._references = references

    async def answer(self, question: Question) -> Reply:
        """The reply of whoever stands behind."""
        asked = question.intent is Intent.ASK and asks_to_forget(question.text)
        if asked and question.mine:
            await self._references.forget(question.mine)
        return await self._answering.answer(question)
