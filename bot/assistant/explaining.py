"""Why a question was answered as it was, in English, for whoever tends the knowledge base.

It is worked out anew when it is asked for, so that ordinary answers do without it. What was typed
stands in it, but for CPR numbers, so it goes to whoever asked and is kept nowhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.assistant.asker import asker, asks_to_forget
from bot.assistant.explaining_evidence import percent
from bot.assistant.explaining_first import Ranking
from bot.assistant.explaining_question import Questions
from bot.assistant.explaining_words import Meanings, Typed
from bot.assistant.followups import Kind, follow_up
from bot.assistant.lookup import Lookup
from bot.assistant.understanding import Understanding, Understood
from bot.matching.decision import Verdict
from bot.matching.features import Word
from bot.matching.index import ELSEWHERE
from bot.matching.matcher import Match
from bot.matching.offices import offices_asked
from bot.matching.particulars import particulars_asked
from bot.matching.relations import Relation
from bot.matching.whom import STRANGE
from bot.privacy.cpr import masked
from bot.reply import EntryRef, Intent, Outcome, Question, Reply
from bot.wording import explaining as say

MOST_ENTRIES = 4


class Explaining:
    """Explains the replies given from one version of the knowledge base."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self._understanding = understanding
        self._questions = Questions(lookup, understanding)
        self._meanings = Meanings(understanding.index.vocabulary.spellings)
        self._ranking = Ranking(understanding, self._questions.entry)

    def lines(self, question: Question, reply: Reply) -> tuple[str, ...]:
        """How a question was understood and why that led to its reply, a line a step.

        Of what is refused nothing is told but that; a pressed button has nothing to explain.
        """
        if reply.outcome is Outcome.REFUSED:
            return (say.ENDED[Outcome.REFUSED],)
        if question.intent is not Intent.ASK:
            return ()
        if not any(character.isalnum() for character in question.text):
            return (say.NO_WORDS,)
        if asks_to_forget(question.text):
            return (say.FORGET,)
        return tuple(self._told(replace(question, text=masked(question.text)), reply))

    def _told(self, question: Question, reply: Reply) -> Iterator[str]:
        understood = self._understanding.understand(question.text, question.at)
        typed = Typed(question.text)
        match = understood.match
        yield from self._ended(question, reply, understood)
        yield from _section(say.WHY, self._why(question, reply, understood))
        yield from _section(say.QUESTION, self._questions.told(question, understood))
        yield from _section(say.WORDS, self._meanings.table(match.reading.words, typed))
        if match.evidence and match.reading.words and not understood.talk:
            first, *rest = match.evidence
            title = say.FIRST.format(entry=self._questions.entry(first[0]))
            yield from _section(title, self._ranking.first(match, typed))
            if rest:
                title = say.RUNNER_UP.format(entry=self._questions.entry(rest[0][0]))
                yield from _section(title, self._ranking.runner_up(understood, typed))

    def _ended(self, question: Question, reply: Reply, understood: Understood) -> Iterator[str]:
        no_event = reply.outcome is Outcome.UNKNOWN and understood.wish is not None
        ended = say.NO_EVENTS_LISTED if no_event else say.ENDED[reply.outcome]
        yield ended.format(entries=self._entries(reply.entries))
        by_words = [candidate.label for candidate in understood.candidates]
        if understood.wish or understood.talk or not reply.entries:
            return
        as_told = understood.verdict.value == reply.outcome.value
        if as_told and set(by_words) >= {entry.id for entry in reply.entries}:
            return
        entries = ", ".join(map(self._questions.entry, by_words)) or say.NOTHING
        who = asker(question.text) or question.audience
        if question.about and follow_up(question.text):
            yield say.GONE_ON.format(entries=entries)
        elif who:
            yield say.LED_TO_ENTRANCE.format(who=say.WHO[who], entries=entries)

    def _entries(self, found: Iterable[EntryRef]) -> str:
        shown = list(found)
        said = [
            say.SURE.format(entry=self._questions.entry(one.id), sure=percent(one.score))
            for one in shown[:MOST_ENTRIES]
        ]
        more = len(shown) - len(said)
        return "; ".join((*said, say.MORE_WORDS.format(count=more)) if more else said)

    def _why(self, question: Question, reply: Reply, understood: Understood) -> Iterator[str]:
        """What decided before the confidence did, or against the first entry."""
        match, typed = understood.match, Typed(question.text)
        if _lacks_subject(question, reply):
            yield say.NEEDS_SUBJECT
        elif match.named.people:
            yield from self._of_people(match, typed)
        elif understood.wish is not None or understood.candidates != match.decision.candidates:
            return  # events, or several needs: told of the question
        elif understood.talk:
            yield say.SMALL_TALK.format(kind=understood.talk)
        elif offices := self._offices(match):
            yield say.OFFICE.format(words=typed.quoted(offices))
        elif match.beyond:
            yield self._beyond(match, typed)
        elif match.decision.verdict is Verdict.ANSWER and not match.decision.costs:
            (called, *_) = match.decision.candidates
            yield say.NOTHING_BUT_THE_NAME.format(entry=self._questions.entry(called.label))
        elif match.decision.verdict is Verdict.UNKNOWN:
            yield from self._nothing_of_ours(match)

    def _beyond(self, match: Match, typed: Typed) -> str:
        """Why a question is about what nobody here speaks of."""
        asked, places = self._understanding.untold(match)
        if asked:
            return say.PARTICULAR.format(words=typed.quoted(asked))
        if places:
            return say.ELSEWHERE.format(places=", ".join(f"“{place}”" for place in places))
        return say.BABBLE

    def _of_people(self, match: Match, typed: Typed) -> Iterator[str]:
        if (
            match.named.relation in {Relation.UNTOLD, Relation.DETAIL}
            and not match.decision.candidates
        ):
            yield say.UNTOLD
            return
        if match.decision.verdict is not Verdict.UNKNOWN:
            beside = match.named.relation is Relation.OTHERS
            yield say.BESIDE_THE_NAMED if beside else say.BY_NAME
            return
        if asked := particulars_asked(match.reading, frozenset()):
            yield say.PARTICULAR.format(words=typed.quoted(asked))
            return
        strange = (w for w in match.reading.words if w.weight >= STRANGE and not w.senses)
        yield say.STRANGE_BESIDE_NAME.format(words=typed.quoted(strange))

    def _offices(self, match: Match) -> tuple[Word, ...]:
        return offices_asked(match.reading, self._own(match))

    def _own(self, match: Match) -> frozenset[str]:
        """The stems of the likeliest entry."""
        index = self._understanding.index
        return index.stems[match.evidence[0][0]] if match.evidence else frozenset[str]()

    def _nothing_of_ours(self, match: Match) -> Iterator[str]:
        """The nearest sentence that is about nothing of ours, where it is nearer than an entry."""
        reading = match.reading
        sentence = self._understanding.index.carried(reading, ELSEWHERE)
        first = match.evidence[0][1].near if match.evidence else 0.0
        if sentence and reading.nothing > first:
            yield say.NEAREST_NOTHING.format(phrase=sentence, likeness=percent(reading.nothing))


def _lacks_subject(question: Question, reply: Reply) -> bool:
    follow = follow_up(question.text)
    alone = follow is not None and follow.kind is not Kind.ALSO and not question.about
    return alone and reply.outcome is Outcome.UNKNOWN


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with indented lines under it; nothing where there are none."""
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)
