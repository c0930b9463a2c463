"""The form in which the asker sees what will be sent, and what is said when it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from bot.assistant.lookup import Lookup
from bot.passing.checking import LONGEST, clean_name
from bot.passing.model import Channel
from bot.passing.owners import area_name, called, nearest
from bot.passing.told import told
from bot.reply import (
    Fact,
    Facts,
    Field,
    Form,
    Intent,
    Language,
    Note,
    Option,
    Outcome,
    Paragraph,
    PickField,
    Question,
    Reply,
    TextField,
)
from bot.wording import passing as say

TEXT, AREA = "text", "area"
"""The names of the form's fields."""
_ALL_ELSE = "-"
"""What is picked for the channel of no area: a value is never empty, and no area is called so."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What tells one form from all others, and the area that the question is about."""

    token: str
    area: str

    @classmethod
    def read(cls, entry: str) -> Self:
        """From a form's entry."""
        token, _, area = entry.partition("-")
        return cls(token, area)

    @property
    def entry(self) -> str:
        """As a form's entry."""
        return f"{self.token}-{self.area}" if self.area else self.token


class Sending:
    """One question on its way to one of ``channels``."""

    def __init__(
        self, question: Question, channels: Sequence[Channel], lookup: Lookup, language: Language
    ) -> None:
        self.channels = channels
        self.language = language
        self._question = question
        self._lookup = lookup

    def channel(self, picked: str, area: str) -> Channel:
        """The channel that was picked; where none was, the one for the area."""
        wanted = "" if picked == _ALL_ELSE else picked or area
        return nearest(self.channels, wanted)

    def area(self, channel: Channel, ticket: Ticket) -> str:
        """The area that those in the channel are told: theirs, or what the question is about.

        Where that has a channel of its own, and another one was picked, it is about something else.
        """
        return channel.area or self._without_channel(ticket)

    def form(self, ticket: Ticket, text: str, channel: Channel) -> Reply:
        """What will be sent to whom, to be changed and agreed to."""
        language = self.language
        form = Form(
            say.FORM_TITLE.say(language),
            (
                TextField(
                    TEXT,
                    say.YOUR_QUESTION.say(language),
                    text,
                    say.NO_PATIENTS.say(language),
                    LONGEST,
                ),
                *self._pick(channel),
            ),
            say.SEND.say(language),
            Intent.FORWARDED,
            ticket.entry,
        )
        parts = (
            Paragraph(say.EXACTLY_THIS.say(language)),
            Facts(self._facts(channel, ticket)),
            Note(say.KEPT.say(language)),
        )
        return Reply(Outcome.HELP, language, parts, form=form, private=True)

    def sent(self, channel: Channel) -> Reply:
        """That it was sent, to whom, and how it goes on."""
        language = self.language
        return told(
            Outcome.ANSWER,
            language,
            say.SENT_TITLE,
            say.SENT.say(language, area=self._called(channel)),
            say.SENT_THEN.say(language, where=self._where()),
        )

    def sent_already(self) -> Reply:
        """That it was sent before."""
        language = self.language
        return told(
            Outcome.ANSWER, language, say.SENT_ALREADY_TITLE, say.SENT_ALREADY.say(language)
        )

    def _pick(self, channel: Channel) -> tuple[Field, ...]:
        if len(self.channels) == 1:
            return ()
        options = tuple(Option(_value(one), self._called(one)) for one in self.channels)
        return (PickField(AREA, say.TO.say(self.language), options, _value(channel)),)

    def _facts(self, channel: Channel, ticket: Ticket) -> tuple[Fact, ...]:
        language = self.language
        name = clean_name(self._question.name) or say.NAMELESS.say(language)
        to_whom = self._called(channel) if len(self.channels) == 1 else ""
        about = area_name(self._without_channel(ticket), self._lookup, language)
        facts = (
            Fact(say.FROM.say(language), name),
            Fact(say.TO.say(language), to_whom),
            Fact(say.AREA.say(language), about),
            Fact(say.ANSWER_COMES.say(language), self._where()),
        )
        return tuple(fact for fact in facts if fact.value)

    def _without_channel(self, ticket: Ticket) -> str:
        """The area that the question is about, unless it has a channel of its own."""
        own = any(one.area == ticket.area for one in self.channels)
        return "" if own else ticket.area

    def _called(self, channel: Channel) -> str:
        return called(channel, self.channels, self._lookup, self.language)

    def _where(self) -> str:
        here, there = self._question.here, self._question.there
        public = here is not None and there is not None and there.key == here.key
        return (say.TO_THIS_THREAD if public else say.TO_YOU).say(self.language)


def _value(channel: Channel) -> str:
    return channel.area or _ALL_ELSE
