"""Question to reply: which rule applies first, and nothing else.

Guards come before anything is looked at; then what the platform already knows (a choice, a
command), then what goes on from the last reply, then events, then matching.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.assistant.asker import asker, asks_to_forget
from bot.assistant.compose import Composer
from bot.assistant.continuing import Continuing
from bot.assistant.doors import Doors, excludes
from bot.assistant.explaining import Explaining
from bot.assistant.followups import Kind, follow_up
from bot.assistant.happenings import Happenings
from bot.assistant.informing import examples, help_reply
from bot.assistant.lookup import Lookup
from bot.assistant.near import Near
from bot.assistant.replies import Replies
from bot.assistant.smalltalk import small_talk
from bot.assistant.understanding import Understanding, Understood
from bot.assistant.wanted import Wanted
from bot.events.wish import Wish
from bot.knowledge.model import AnyEntry
from bot.matching.decision import Candidate, Verdict
from bot.matching.language import language_of, read_instead
from bot.matching.relations import Relation
from bot.ports import Responder
from bot.privacy.clinical import asks_clinical_advice
from bot.privacy.cpr import holds_cpr
from bot.reply import Ask, Heading, Intent, Language, Outcome, Paragraph, Part, Question, Reply
from bot.wording import assistant as say
from bot.wording.phrase import Phrase

LED = 0.85
"""Least confidence in the asker's own entrance."""


class Assistant(Responder):
    """Answers from one version of the knowledge base."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self.lookup = lookup
        self.understanding = understanding
        self.near = Near(lookup, understanding.subjects)
        self.doors = Doors(lookup, understanding.subjects)
        self._explaining = Explaining(lookup, understanding)

    def reply(self, question: Question) -> Reply:
        """The reply to a question, in its language, explained where that is asked for."""
        reply = self._reply(question)
        if not question.explain:
            return reply
        return replace(reply, explanation=self._explaining.lines(question, reply))

    def _reply(self, question: Question) -> Reply:
        if holds_cpr(question.text):
            return _refused(_language(question), say.REFUSED_TITLE, say.REFUSED_CPR)
        return _Answering(self, question).reply()


def _refused(language: Language, title: Phrase, why: Phrase) -> Reply:
    parts: tuple[Part, ...] = (Heading(title.say(language)), Paragraph(why.say(language)))
    return Reply(Outcome.REFUSED, language, parts, confidence=1.0, private=True)


def _language(question: Question) -> Language:
    """What was typed tells it best; of a command's words or a pressed button, the person does.

    What was typed in a third language tells least: it only says which of ours is the likelier read.
    """
    told, own = language_of(question.text), question.locale
    first, second = (told, own) if question.intent is Intent.ASK else (own, told)
    return first or second or read_instead(question.text) or Language.DANISH


class _Answering:
    """One question being answered."""

    def __init__(self, assistant: Assistant, question: Question) -> None:
        self._assistant = assistant
        self._lookup = assistant.lookup
        self._question = question
        self._language = _language(question)
        self._composer = Composer(self._lookup, self._language, question.at)
        self._happenings = Happenings(self._lookup, self._language, question.at)
        self._replies = Replies(self._lookup, self._composer)
        self._audience = asker(question.text) or question.audience

    def reply(self) -> Reply:
        """The reply, by the first rule that applies."""
        wanted = Wanted(self._lookup, self._composer, self._question)
        return wanted.reply(self._audience, self._wish, self._answered) or self._typed()

    def _wish(self, text: str) -> Wish:
        return self._assistant.understanding.wish(text, self._question.at)

    def _examples(self) -> tuple[Ask, ...]:
        return examples(self._lookup, self._composer, self._answered)

    def _answered(self, text: str) -> bool:
        """Whether a question would be answered, in the language that is spoken now."""
        understood = self._understand(text)
        return understood.verdict is Verdict.ANSWER and language_of(text) in (None, self._language)

    def _typed(self) -> Reply:
        if not any(character.isalnum() for character in self._question.text):
            return help_reply(self._lookup, self._composer, self._answered, say.EMPTY)
        if asks_clinical_advice(self._question.text):
            return _refused(self._language, say.REFUSED_CLINICAL_TITLE, say.REFUSED_CLINICAL)
        if asks_to_forget(self._question.text):
            said = Paragraph(say.FORGOTTEN.say(self._language))
            return Reply(Outcome.HELP, self._language, (said,))
        return self._asked()

    def _asked(self) -> Reply:
        understood = self._understand(self._question.text)
        return self._continued(understood) or self._follow(self._question.text, understood)

    def _understand(self, text: str) -> Understood:
        return self._assistant.understanding.understand(text, self._question.at)

    def _continued(self, understood: Understood) -> Reply | None:
        """The reply to a question that goes on from the last reply, if it does."""
        follow = follow_up(self._question.text)
        if follow is None:
            return None
        found = (self._lookup.entries.get(id_) for id_ in self._question.about)
        continuing = Continuing(
            self._lookup,
            self._assistant.near,
            self._assistant.understanding,
            self._understand,
            self._replies,
            self._language,
            [entry for entry in found if entry],
            self._audience,
        )
        if follow.kind is not Kind.ALSO:
            return continuing.reply(follow, understood)
        also = continuing.also(follow.rest)
        return self._follow(follow.rest, *also) if also else None

    def _follow(self, text: str, understood: Understood, opening: str = "") -> Reply:
        if understood.talk:
            return small_talk(understood.talk, self._lookup, self._composer, self._examples)
        if understood.wish is not None:
            if understood.verdict is Verdict.UNKNOWN:
                return self._happenings.none_fit()
            return self._happenings.listing(understood.wish, text)
        return self._own_entrance(text, understood) or self._decided(understood, opening)

    def _decided(self, understood: Understood, opening: str) -> Reply:
        found = self._found(understood.candidates)
        match understood.verdict:
            case Verdict.ANSWER:
                reply = self._answer(found, opening or self._first_of_all(understood))
                return replace(reply, others=self._runners_up(understood))
            case Verdict.CHOOSE:
                return self._replies.choose(found, opening=opening)
        why = opening or self._nothing_found()
        return self._replies.unknown(why, self._audience, understood.confidence)

    def _first_of_all(self, understood: Understood) -> str:
        """What has to be said before the answer."""
        named = understood.match.named
        if named.relation is Relation.OTHERS:
            return self._beside_the_named(understood)
        if named.alone:
            return say.ONLY_ONE.say(self._language)
        if self._assistant.understanding.lacking(understood):
            return say.THAT_UNKNOWN.say(self._language)
        return ""

    def _beside_the_named(self, understood: Understood) -> str:
        """That the answer is who else takes care of the same, or that nobody does."""
        own = set(understood.match.named.people)
        entries = (self._lookup.entries[one.label] for one in understood.candidates)
        shown = {person.id for entry in entries for person in self._lookup.shown(entry)}
        if not own & shown:
            return ""
        names = ", ".join(self._lookup.people[one].name for one in understood.match.named.people)
        said = say.SAME_AS if shown - own else say.NOBODY_BUT
        return said.say(self._language, names=names)

    def _runners_up(self, understood: Understood) -> tuple[str, ...]:
        """What came behind the answer and is not out of the question, likeliest first."""
        answered = {candidate.label for candidate in understood.candidates}
        others = understood.match.others
        return tuple(label for label in others if label not in answered)

    def _nothing_found(self) -> str:
        """That nothing was found, and in a third language why that may be."""
        why = say.UNKNOWN.say(self._language)
        if read_instead(self._question.text) is None:
            return why
        return f"{say.TWO_LANGUAGES.say(self._language)} {why}"

    def _own_entrance(self, text: str, understood: Understood) -> Reply | None:
        """The entrance of whoever is asking, where the question leads to one."""
        if self._audience is None:
            return None
        entry = self._assistant.doors.instead(text, understood, self._audience)
        if entry is None:
            return None
        why = say.BECAUSE[self._audience].say(self._language)
        return self._replies.answer([(entry, max(LED, understood.confidence))], why)

    def _answer(self, found: Sequence[tuple[AnyEntry, float]], opening: str) -> Reply:
        if len(found) > 1 and self._audience:
            audience = self._audience
            found = [(e, sure) for e, sure in found if not excludes(e, audience)] or found
        reply = self._replies.answer(found, opening)
        if len(found) > 1:
            return reply
        entry = found[0][0]
        return self._replies.naming(
            reply, entry, self._assistant.doors.others(entry, self._audience)
        )

    def _found(self, candidates: Sequence[Candidate]) -> list[tuple[AnyEntry, float]]:
        return [(self._lookup.entries[c.label], c.confidence) for c in candidates]
