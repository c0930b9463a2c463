"""The question in words: its parts, whom it names, who asks, and what it asks of the events."""

from collections.abc import Iterator

from bot.assistant.asker import asker
from bot.assistant.followups import FollowUp, Kind, follow_up
from bot.assistant.lookup import Lookup
from bot.assistant.understanding import EVENT_FOUND, Understanding, Understood
from bot.events.wish import Wish
from bot.matching.decision import Candidate
from bot.reply import Language, Question
from bot.wording import explaining as say
from bot.wording.dates import day


class Questions:
    """Tells of questions to one version of the knowledge base."""

    def __init__(self, lookup: Lookup, understanding: Understanding) -> None:
        self._lookup = lookup
        self._understanding = understanding

    def told(self, question: Question, understood: Understood) -> Iterator[str]:
        """What a question holds beside its words, a line each."""
        yield from self._parts(question, understood)
        yield from self._names(understood)
        yield from _who_asks(question)
        if follow := follow_up(question.text):
            none_before = "" if question.about else say.NO_REPLY_BEFORE
            yield say.GOES_ON.format(what=_going_on(follow)) + none_before
        yield from self._of_events(question, understood)

    def entry(self, label: str) -> str:
        """An entry by its English title and its id."""
        title = self._lookup.entries[label].label(Language.ENGLISH)
        return say.ENTRY.format(title=title, id=label)

    def _parts(self, question: Question, understood: Understood) -> Iterator[str]:
        match = understood.match
        parts = self._understanding.parts(question.text, match, question.at)
        if not parts or match.named.people:
            return
        asked = {candidate.label for _, candidate in parts if candidate}
        answered = {candidate.label for candidate in understood.candidates}
        if len(asked) < 2:
            yield say.NOT_SEVERAL
        else:
            yield say.SEVERAL if len(asked & answered) > 1 else say.BELONG_TOGETHER
        for part, candidate in parts:
            yield "  " + say.PART.format(part=part, entry=self._sure(candidate))

    def _sure(self, candidate: Candidate | None) -> str:
        return self.entry(candidate.label) if candidate else say.UNSURE

    def _names(self, understood: Understood) -> Iterator[str]:
        named = understood.match.named
        if named.people:
            people = (self._lookup.people[id_].name for id_ in named.people)
            said = say.ONLY_A_FIRST_NAME if named.alone else say.NAMES
            yield said.format(people=", ".join(people))
        elif named.stranger:
            yield say.STRANGER
        if understood.match.called:
            entries = ", ".join(self.entry(label) for label in sorted(understood.match.called))
            yield say.CALLED.format(entries=entries)

    def _of_events(self, question: Question, understood: Understood) -> Iterator[str]:
        if understood.match.named.people:
            return
        wish = self._understanding.wish(question.text, question.at)
        from_calendar = understood.wish is not None or understood.confidence == EVENT_FOUND
        if wish.event_word or wish.next_one or wish.narrowed:
            said = say.EVENTS_ANSWERED if from_calendar else say.EVENTS_READ
            yield said.format(wish=in_words(wish))


def in_words(wish: Wish) -> str:
    """What is asked of the events."""
    return "; ".join(filter(None, _of_wish(wish)))


def _of_wish(wish: Wish) -> Iterator[str]:
    yield _period(wish)
    yield say.IN.format(places=", ".join(map(str.capitalize, wish.places))) if wish.places else ""
    yield from _narrower(wish)
    last_one = say.LATEST_ONE if wish.past else say.NEXT_ONE
    asked = {
        say.ONLINE: wish.online,
        say.ON_SITE: wish.on_site,
        last_one: wish.next_one,
        say.FINAL_ONE: wish.final_one,
        say.PAST: wish.past and not wish.next_one,
        say.SIGNING_UP: wish.registration,
        say.WHEN: wish.when,
        say.WHERE: wish.where,
        say.A_LIST: wish.listing,
        say.EVENTS: wish.event_word,
    }
    yield from (said for said, so in asked.items() if so)
    left = ", ".join(f"“{word}”" for word in wish.unread)
    yield say.BESIDE.format(words=left) if left else ""


def _narrower(wish: Wish) -> Iterator[str]:
    """Where nothing is wanted, whose events are, and of how many days."""
    if wish.outside:
        yield say.OUTSIDE.format(places=", ".join(map(str.capitalize, wish.outside)))
    if wish.organisers:
        yield say.BY.format(organisers=", ".join(sorted(wish.organisers)))
    if days := wish.length:
        one = days.most == 1
        yield say.ONE_DAY if one else say.OF_DAYS.format(fewest=days.fewest, most=days.most)


def _period(wish: Wish) -> str:
    first = day(wish.first, Language.ENGLISH) if wish.first else ""
    last = day(wish.last, Language.ENGLISH) if wish.last else ""
    if first and last:
        return (say.ON if first == last else say.BETWEEN).format(first=first, last=last)
    return say.FROM.format(first=first) if first else say.UNTIL.format(last=last) if last else ""


def _who_asks(question: Question) -> Iterator[str]:
    if told := asker(question.text):
        yield say.ASKED_BY.format(who=say.WHO[told])
    elif question.audience:
        yield say.KNOWN_BY.format(who=say.WHO[question.audience])


def _going_on(follow: FollowUp) -> str:
    match follow.kind:
        case Kind.OTHERS:
            return say.WHO_ELSE
        case Kind.ALSO:
            return say.THE_SAME_OF.format(rest=follow.rest)
    return say.OF_IT.format(wanted=follow.wanted.value)
