"""What buttons below a reply offer already, so that its text need not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from bot.adapting.text import mail_link
from bot.reply import Choose, EventCard, Fact, Language, OpenLink, PersonCard, Reply, WriteMail
from bot.wording.adapting import READ_MORE, REGISTER


@dataclass(frozen=True, slots=True)
class Offered:
    """What a reply's own actions offer.

    ``mails`` are the subjects to write to people under, by address, ``opened`` the addresses that
    buttons open, and ``chosen`` the labels of entries to choose.
    """

    mails: Mapping[str, str]
    opened: frozenset[str]
    chosen: frozenset[str]

    @classmethod
    def of(cls, reply: Reply) -> Self:
        """By a reply."""
        return cls(
            {a.address: a.subject for a in reply.actions if isinstance(a, WriteMail)},
            frozenset(a.url for a in reply.actions if isinstance(a, OpenLink)),
            frozenset(a.label for a in reply.actions if isinstance(a, Choose)),
        )

    def mail(self, person: PersonCard) -> str:
        """The link that starts a mail to a person; empty where there is no address."""
        return mail_link(person.email, self.mails.get(person.email, ""))

    def links(self, event: EventCard, language: Language) -> Iterator[tuple[str, str]]:
        """The addresses of an event that no button opens, and what to call them."""
        for url, words in ((event.registration, REGISTER), (event.url, READ_MORE)):
            if url and url not in self.opened:
                yield url, words.say(language)

    def leads_on(self, fact: Fact) -> bool:
        """Whether a fact's value is a link: not beside the button that offers the same entry."""
        return bool(fact.url) and fact.value not in self.chosen
