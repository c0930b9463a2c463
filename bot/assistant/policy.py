"""Question to reply: which rule applies first, and nothing else.

Guards come before anything is looked at; then what the platform already knows (a choice, a
command), then events, then matching.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.assistant.compose import Card, Composer
from bot.assistant.happenings import Happenings
from bot.assistant.length import shortened
from bot.assistant.lookup import Lookup
from bot.assistant.smalltalk import entrance, help_reply, small_talk
from bot.assistant.understanding import Understanding, Understood
from bot.knowledge.model import AnyEntry
from bot.matching.decision import Candidate, Verdict
from bot.matching.language import language_of
from bot.ports import Responder
from bot.privacy.clinical import asks_clinical_advice
from bot.privacy.cpr import holds_cpr
from bot.reply import (
    Action,
    Choose,
    EntryRef,
    Heading,
    Intent,
    Language,
    Listing,
    Outcome,
    Paragraph,
    Part,
    Question,
    Reply,
)
from bot.wording import assistant as say
from bot.wording.phrase import Phrase

MOST_CHARACTERS = 1500
MOST_ACTIONS = 6


class Assistant(Responder):
    """Answers from one version of the knowledge base."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self._lookup = lookup
        self._understanding = understanding

    def reply(self, question: Question) -> Reply:
        """The reply to a question, in its language."""
        if holds_cpr(question.text):
            return _refused(_language(question), say.REFUSED_TITLE, say.REFUSED_CPR)
        return _Answering(self._lookup, self._understanding, question).reply()


def _refused(language: Language, title: Phrase, why: Phrase) -> Reply:
    parts: tuple[Part, ...] = (Heading(title.say(language)), Paragraph(why.say(language)))
    return Reply(Outcome.REFUSED, language, parts, confidence=1.0)


def _language(question: Question) -> Language:
    """What was typed tells it best; of a command's words or a pressed button, the person does."""
    told, own = language_of(question.text), question.locale
    first, second = (told, own) if question.intent is Intent.ASK else (own, told)
    return first or second or Language.DANISH


class _Answering:
    """One question being answered."""

    def __init__(self, lookup: Lookup, understanding: Understanding, question: Question) -> None:
        self._lookup = lookup
        self._understanding = understanding
        self._question = question
        self._language = _language(question)
        self._composer = Composer(lookup, self._language, question.at)
        self._happenings = Happenings(lookup, self._language, question.at)

    def reply(self) -> Reply:
        """The reply, by the first rule that applies."""
        match self._question.intent:
            case Intent.CHOICE:
                return self._chosen()
            case Intent.EVENTS:
                return self._events()
            case Intent.HELP:
                return help_reply(self._language)
        if not any(character.isalnum() for character in self._question.text):
            return help_reply(self._language, say.EMPTY)
        if asks_clinical_advice(self._question.text):
            return _refused(self._language, say.REFUSED_CLINICAL_TITLE, say.REFUSED_CLINICAL)
        return self._asked()

    def _chosen(self) -> Reply:
        entry = self._lookup.entries.get(self._question.entry)
        if entry is None:
            return self._unknown(say.GONE)
        return self._answer([(entry, 1.0)])

    def _events(self) -> Reply:
        wish = self._understanding.wish(self._question.text, self._question.at)
        return self._happenings.listing(wish)

    def _asked(self) -> Reply:
        understood = self._understanding.understand(self._question.text, self._question.at)
        reply = self._follow(understood)
        return replace(reply, explanation=understood.explanation())

    def _follow(self, understood: Understood) -> Reply:
        if understood.talk:
            return small_talk(understood.talk, self._lookup, self._composer, self._language)
        if understood.wish is not None:
            if understood.verdict is Verdict.UNKNOWN:
                return self._happenings.none_fit()
            return self._happenings.listing(understood.wish)
        found = self._found(understood.candidates)
        match understood.verdict:
            case Verdict.ANSWER:
                opening = say.ONLY_ONE if understood.match.named.alone else None
                return self._answer(found, opening)
            case Verdict.CHOOSE:
                return self._choose(found)
        return self._unknown(say.UNKNOWN, understood.confidence)

    def _found(self, candidates: Sequence[Candidate]) -> list[tuple[AnyEntry, float]]:
        return [(self._lookup.entries[c.label], c.confidence) for c in candidates]

    # --- composing

    def _answer(
        self, found: Sequence[tuple[AnyEntry, float]], opening: Phrase | None = None
    ) -> Reply:
        entries = [entry for entry, _ in found]
        cards = [self._composer.card(entry) for entry in entries]
        small_print = self._composer.small_print(entries)
        opening = say.SEVERAL if len(cards) > 1 else opening
        parts: list[Part] = [Paragraph(opening.say(self._language))] if opening else []
        for card in cards:
            parts.extend(card.parts if len(cards) == 1 else card.brief)
        reply = Reply(
            Outcome.ANSWER,
            self._language,
            (*parts, *small_print),
            _actions(cards),
            self._refs(found),
            max((confidence for _, confidence in found), default=0.0),
        )
        return shortened(reply, MOST_CHARACTERS)

    def _choose(self, found: Sequence[tuple[AnyEntry, float]]) -> Reply:
        entries = [entry for entry, _ in found]
        people = all(entry.kind == "person" for entry in entries)
        opening = say.CHOOSE_PERSON if people else say.CHOOSE
        hints = tuple(
            f"{entry.label(self._language)} – {self._composer.hint(entry)}".rstrip("– ")
            for entry in entries
        )
        parts: tuple[Part, ...] = (
            Heading(say.CHOOSE_TITLE.say(self._language)),
            Paragraph(opening.say(self._language)),
            Listing(hints),
            *self._composer.small_print(entries),
        )
        actions = tuple(Choose(entry.label(self._language), entry.id) for entry in entries)
        refs = self._refs(found)
        return Reply(Outcome.CHOOSE, self._language, parts, actions, refs, max(c for _, c in found))

    def _unknown(self, why: Phrase, confidence: float = 0.0) -> Reply:
        role = self._lookup.entrance
        card = self._composer.card(role)
        parts: tuple[Part, ...] = (
            Heading(say.UNKNOWN_TITLE.say(self._language)),
            Paragraph(why.say(self._language)),
            entrance(self._lookup, self._composer),
            *self._composer.small_print([role]),
        )
        return Reply(
            Outcome.UNKNOWN, self._language, parts, card.actions[:1], confidence=confidence
        )

    def _refs(self, found: Sequence[tuple[AnyEntry, float]]) -> tuple[EntryRef, ...]:
        return tuple(
            EntryRef(entry.id, entry.kind, entry.label(self._language), round(score, 4))
            for entry, score in found
        )


def _actions(cards: Sequence[Card]) -> tuple[Action, ...]:
    """Each card's actions in turn, so that none takes all the places."""
    queues = [list(card.actions) for card in cards]
    taken: dict[Action, None] = {}
    while any(queues) and len(taken) < MOST_ACTIONS:
        for queue in queues:
            if queue and len(taken) < MOST_ACTIONS:
                taken[queue.pop(0)] = None
    return tuple(taken)
