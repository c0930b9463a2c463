"""How messages about a question that was passed on read, at the moment they are posted."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.assistant.smalltalk import people_of_role
from bot.delivery.model import Kind
from bot.passing.model import Passed, Stage
from bot.passing.owners import area_name
from bot.reply import (
    Action,
    Fact,
    Facts,
    Heading,
    Language,
    Note,
    Outcome,
    Paragraph,
    Part,
    Reply,
    Respond,
    Take,
)
from bot.wording import passing as say
from bot.wording.dates import HOME, moment

_HOME = ZoneInfo(HOME)


def message(passed: Passed, kind: Kind, lost: str, lookup: Lookup, now: datetime) -> Reply | None:
    """What is posted about a question at ``now`` (aware); None where there is no use in it.

    ``lost`` is the kind of the message that could not be delivered, where this one says so.
    """
    return _Words(passed, lookup, now).of(kind, lost)


class _Words:
    def __init__(self, passed: Passed, lookup: Lookup, now: datetime) -> None:
        self._passed = passed
        self._lookup = lookup
        self._now = now

    def of(self, kind: Kind, lost: str) -> Reply | None:
        answered = self._passed.stage is Stage.ANSWERED
        match kind:
            case Kind.FORWARDED if not answered:
                words = self._forwarded
            case Kind.NUDGE if self._passed.stage is Stage.OPEN:
                words = self._nudge
            case Kind.RESPONSE if answered:
                words = self._response
            case Kind.ANSWERED if answered:
                words = self._answered
            case Kind.UNDELIVERED if lost == Kind.RESPONSE:
                words = self._answer_lost
            case Kind.UNDELIVERED if not answered:
                words = self._question_lost
            case _:
                return None
        return words()

    # --- to those who may know, in the language of their channel

    def _forwarded(self) -> Reply:
        language = self._passed.channel.language
        area = area_name(self._passed.area, self._lookup, language)
        facts = [
            Fact(say.ASKER.say(language), self._asker(language)),
            Fact(say.AREA.say(language), area),
            Fact(say.ASKED_AT.say(language), self._asked_at(language)),
        ]
        parts: tuple[Part, ...] = (
            Heading(say.FORWARDED_TITLE.say(language)),
            self._quoted(language),
            Facts(tuple(fact for fact in facts if fact.value)),
            Note(say.HOW_TO_ANSWER.say(language)),
        )
        return _reply(language, parts, self._offers(language))

    def _nudge(self) -> Reply:
        language = self._passed.channel.language
        parts = Heading(say.NUDGE_TITLE.say(language)), self._quoted(language)
        return _reply(language, parts, self._offers(language))

    def _answered(self) -> Reply:
        language = self._passed.channel.language
        title = say.ANSWERED_TITLE.say(language, name=self._by(language))
        return _reply(language, (Heading(title), Paragraph(self._passed.answer)))

    def _answer_lost(self) -> Reply:
        language = self._passed.channel.language
        asker, by = self._asker(language), self._by(language)
        parts = (
            Heading(say.ANSWER_LOST_TITLE.say(language)),
            Paragraph(say.ANSWER_LOST.say(language, asker=asker, by=by)),
            self._quoted(language),
        )
        return _reply(language, parts)

    # --- to the asker, in their language

    def _response(self) -> Reply:
        language = self._passed.language
        parts = (
            Heading(say.RESPONSE_TITLE.say(language)),
            self._quoted(language),
            Paragraph(self._passed.answer),
            Note(say.WRITTEN_BY.say(language, name=self._by(language))),
        )
        return _reply(language, parts)

    def _question_lost(self) -> Reply:
        language = self._passed.language
        role = self._lookup.roles.get(self._passed.area, self._lookup.entrance)
        composer = Composer(self._lookup, language, self._now)
        parts = (
            Heading(say.QUESTION_LOST_TITLE.say(language)),
            self._quoted(language),
            Paragraph(say.QUESTION_LOST.say(language)),
            people_of_role(role, self._lookup, composer),
        )
        return _reply(language, parts)

    # --- pieces

    def _offers(self, language: Language) -> tuple[Action, ...]:
        respond = Respond(say.RESPOND.say(language), self._passed.id)
        if self._passed.stage is not Stage.OPEN:
            return (respond,)
        return Take(say.TAKE.say(language), self._passed.id), respond

    def _quoted(self, language: Language) -> Paragraph:
        return Paragraph(say.QUOTED.say(language, text=self._passed.text))

    def _asker(self, language: Language) -> str:
        return self._passed.name or say.NAMELESS.say(language)

    def _by(self, language: Language) -> str:
        return self._passed.by or say.A_COLLEAGUE.say(language)

    def _asked_at(self, language: Language) -> str:
        return moment(self._passed.asked_at.astimezone(_HOME), language)


def _reply(language: Language, parts: tuple[Part, ...], offers: tuple[Action, ...] = ()) -> Reply:
    return Reply(Outcome.ANSWER, language, parts, offers, confidence=1.0)
