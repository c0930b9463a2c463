"""Commands in words: "who", "privacy", "remind …". The nearest to a misspelt one is offered."""

import re
from dataclasses import replace
from types import MappingProxyType

from rapidfuzz.distance import OSA

from bot.ports import Attendant
from bot.reply import Command, Intent, Language, Outcome, Paragraph, Question, Reply
from bot.wording import commands as say

_WORDS = MappingProxyType(
    {
        Intent.HELP: "help hjælp hjaelp",
        Intent.WHO: "who hvem contacts kontakter kontakt",
        Intent.EVENTS: "events event arrangementer arrangement kalender calendar",
        Intent.REMINDERS: "remind reminders reminder påmind påmindelser påmindelse paamind",
        Intent.PRIVACY: "privacy privatliv",
        Intent.HOME: "home forside hjem settings indstillinger",
    }
)
_MEANT = {word: intent for intent, words in _WORDS.items() for word in words.split()}
_TAKE_MORE = frozenset({Intent.EVENTS, Intent.REMINDERS})
"""Commands that say more behind their name."""
_ONLY_BEHIND_A_COMMAND = frozenset(
    (
        *("event", "arrangement", "kalender", "calendar", "reminder", "påmindelse"),
        *("kontakt", "kontakter", "contacts"),
    )
)
"""Words that somebody may begin a question with; alone, they are understood as one."""
_FIRST = re.compile(r"[\s/!]*(\S+)\s*(.*)", re.DOTALL)
_NEAR, _SHORTEST = 0.7, 4
"""How alike a misspelt command is, from how many letters on."""


class Commanding(Attendant):
    """Reads commands; ``answering`` answers them, and everything that is none."""

    def __init__(self, answering: Attendant) -> None:
        self._answering = answering

    async def answer(self, question: Question) -> Reply:
        """The reply. Typed in a conversation, only a word that stands alone is a command."""
        if question.intent is Intent.COMMAND:
            return await self._commanded(question)
        if question.intent is Intent.ASK and (meant := _alone(question.text)):
            question = replace(question, intent=meant, text="")
        return await self._answering.answer(question)

    async def _commanded(self, question: Question) -> Reply:
        found = _FIRST.fullmatch(question.text)
        if found is None:
            return await self._answering.answer(replace(question, intent=Intent.HELP, text=""))
        first, rest = found[1].casefold().strip(".,:;?!"), found[2]
        meant = _MEANT.get(first)
        if meant and (not rest or meant in _TAKE_MORE) and not _goes_on(first, rest):
            return await self._answering.answer(replace(question, intent=meant, text=rest))
        reply = await self._answering.answer(replace(question, intent=Intent.ASK))
        near = _nearest(first, alone=not rest)
        unsure = reply.outcome in (Outcome.UNKNOWN, Outcome.CHOOSE)
        return _suggesting(reply, found[1], near, rest) if near and unsure else reply


def _alone(text: str) -> Intent | None:
    word = text.strip().strip("/.,:;?!").casefold()
    return None if word in _ONLY_BEHIND_A_COMMAND else _MEANT.get(word)


def _goes_on(first: str, rest: str) -> bool:
    """Whether a question begins with the word: "reminder om sommerdagen?"."""
    return bool(rest) and first in _ONLY_BEHIND_A_COMMAND


def _nearest(word: str, *, alone: bool) -> Intent | None:
    """The command that a word is most like, if it is one misspelt."""
    if len(word) < _SHORTEST or word in _MEANT:
        return None
    likely = [(OSA.normalized_similarity(word, known), known) for known in _MEANT]
    alike, known = max(likely)
    meant = _MEANT[known]
    return meant if alike >= _NEAR and (alone or meant in _TAKE_MORE) else None


def _suggesting(reply: Reply, typed: str, near: Intent, rest: str) -> Reply:
    """The reply, asking first whether a command was meant."""
    name = say.NAMES[near].say(reply.language)
    asked = Paragraph(say.DID_YOU_MEAN.say(reply.language, typed=typed[:40], command=name))
    whole = f"{name} {rest}".strip()
    offer = Command(_label(near, reply.language, rest), whole)
    if reply.outcome is Outcome.UNKNOWN:
        return Reply(Outcome.CHOOSE, reply.language, (asked,), (offer,))
    return replace(reply, parts=(asked, *reply.parts), actions=(offer, *reply.actions))


def _label(near: Intent, language: Language, rest: str) -> str:
    name = say.NAMES[near].say(language)
    return f"{name[:1].upper()}{name[1:]} {rest}".strip()[:40]
