"""Answers questions that go on from the last reply, and says what they were taken for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.assistant.doors import excludes
from bot.assistant.follow_words import Wanted
from bot.assistant.followups import FollowUp, Kind
from bot.assistant.lookup import Lookup
from bot.assistant.near import Near
from bot.assistant.replies import Replies
from bot.assistant.subjects import called
from bot.assistant.understanding import Understanding, Understood
from bot.knowledge.model import AnyEntry, Event, Person, Role, Service
from bot.matching.decision import Candidate, Verdict
from bot.reply import Audience, Language, Reply
from bot.wording import assistant as say
from bot.wording.phrase import Phrase

FOLLOWED = 0.8
"""Confidence in what a question was taken to go on from."""
MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Continuing:
    """Goes on from the entries that the last reply in a conversation rested on.

    ``previous`` are those that still exist, ``understand`` tells what a text is about by itself,
    and ``audience`` is who asks.
    """

    lookup: Lookup
    near: Near
    understanding: Understanding
    understand: Callable[[str], Understood]
    replies: Replies
    language: Language
    previous: Sequence[AnyEntry]
    audience: Audience | None = None

    def reply(self, follow: FollowUp, alone: Understood) -> Reply | None:
        """The reply to what cannot stand alone; None where it is to be taken as any other."""
        sure = alone.verdict is Verdict.ANSWER or bool(alone.talk)
        if not self.previous:
            return None if sure and not follow.leaning else self._subjectless(follow, alone)
        if follow.kind is Kind.OTHERS:
            return self._others()
        targets = self._targets(follow)
        if sure and not follow.leaning and not _holds_any(targets, follow.wanted, self.lookup):
            return None
        return self._of_it(targets, follow.wanted)

    def also(self, rest: str) -> tuple[Understood, str] | None:
        """What "and legal?" asks, with what to say of that; None without anything before it."""
        if not self.previous:
            return None
        alone = self.understand(rest)
        if alone.talk:
            return None
        if alone.verdict is Verdict.ANSWER:
            labels = [candidate.label for candidate in alone.candidates]
            title = self.lookup.entries[labels[0]].label(self.language) if labels else ""
            return alone, say.TAKEN_AS.say(self.language, title=title) if len(labels) == 1 else ""
        continued = self._together(rest, alone) or self._near_first(alone)
        if continued.verdict is Verdict.UNKNOWN:
            return continued, self._about(say.NO_SUBJECT_FOUND)
        return continued, self._about(say.CONTINUES)

    # --- something about the same thing

    def _targets(self, follow: FollowUp) -> list[AnyEntry]:
        if not follow.person:
            return list(self.previous)
        people = {p.id: p for entry in self.previous for p in self.lookup.shown(entry)}
        return list(people.values())

    def _of_it(self, targets: Sequence[AnyEntry], wanted: Wanted) -> Reply:
        holding = [entry for entry in targets if _holds(entry, wanted, self.lookup)]
        if len(holding or targets) > 1:
            found = [(entry, FOLLOWED) for entry in (holding or targets)[:MOST_OFFERED]]
            several = say.CONTINUES_SEVERAL.say(self.language)
            return self.replies.choose(found, opening=several)
        if not targets:
            return self._unknown(self._about(say.NO_SUBJECT_FOUND))
        (entry,) = holding or targets
        if not holding and wanted is Wanted.WRITE and (role := self.near.contact_above(entry)):
            return self._answer(role, say.CONTINUES)
        return self._answer(entry, say.CONTINUES if holding else say.CONTINUES_LACKING)

    def _answer(self, entry: AnyEntry, opening: Phrase) -> Reply:
        return self.replies.answer([(entry, FOLLOWED)], self._about(opening))

    # --- who else

    def _others(self) -> Reply:
        others = [
            (entry, FOLLOWED)
            for entry in self.near.others(self.previous)
            if not (self.audience and excludes(entry, self.audience))
        ]
        if not others:
            return self._unknown(self._about(say.NOBODY_ELSE))
        if len(others) == 1:
            return self.replies.answer(others, self._about(say.CONTINUES))
        return self.replies.choose(others, say.OTHERS_TITLE, self._about(say.CONTINUES))

    # --- the same of another thing

    def _together(self, rest: str, alone: Understood) -> Understood | None:
        """The rest behind the name of what it goes on from, where that is sure and speaks of it."""
        before = {entry.id for entry in self.previous}
        for name in self._names():
            understood = self.understand(f"{name} {rest}")
            if understood.verdict is not Verdict.ANSWER or len(understood.candidates) != 1:
                continue
            (found,) = understood.candidates
            fits = self.near.akin(found.label, self.previous[0])
            new = found.label not in before and found.label != self.near.house(self.previous[0])
            if fits and new and self.understanding.speaks(found.label, alone.match):
                return understood
        return None

    def _names(self) -> list[str]:
        """What the rest may belong to: the house of the entry before, and the entry."""
        house = self.lookup.entries.get(self.near.house(self.previous[0]))
        named = [entry for entry in (house, self.previous[0]) if entry]
        return list(dict.fromkeys(called(entry)[0] for entry in named))

    def _near_first(self, alone: Understood) -> Understood:
        def far(candidate: Candidate) -> bool:
            return not self.near.akin(candidate.label, self.previous[0])

        return Understood(alone.verdict, tuple(sorted(alone.candidates, key=far)), alone.match)

    def _about(self, phrase: Phrase) -> str:
        return phrase.say(self.language, title=self.previous[0].label(self.language))

    def _unknown(self, why: str) -> Reply:
        return self.replies.unknown(why, self.audience)

    def _subjectless(self, follow: FollowUp, alone: Understood) -> Reply | None:
        if alone.verdict is Verdict.CHOOSE and not follow.leaning:
            return None
        return self._unknown(say.NEEDS_SUBJECT.say(self.language))


def _holds_any(entries: Sequence[AnyEntry], wanted: Wanted, lookup: Lookup) -> bool:
    return any(_holds(entry, wanted, lookup) for entry in entries)


def _holds(entry: AnyEntry, wanted: Wanted, lookup: Lookup) -> bool:
    """Whether an entry's answer tells what is wanted; no telephone numbers are kept."""
    event = isinstance(entry, Event)
    linked = bool(entry.links or (isinstance(entry, Event) and entry.registration))
    seated = isinstance(entry, Role) or (isinstance(entry, Person) and bool(entry.organisation))
    told = {
        Wanted.CALL: False,
        Wanted.SIGN_UP: isinstance(entry, Service) or (event and linked),
        Wanted.LINK: linked,
        Wanted.WHEN: event,
        Wanted.WRITE: bool(lookup.shown(entry)),
        Wanted.WHERE: event or seated,
        Wanted.MORE: True,
    }
    return told[wanted]
