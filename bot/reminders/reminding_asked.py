"""A question about reminders: who asks, for whom, about what, and what they have."""

import asyncio
from dataclasses import dataclass

from bot.knowledge.model import Event
from bot.reminders.asking import Whom
from bot.reminders.model import Scope, ScopeKind
from bot.reminders.ports import Subscriptions
from bot.reminders.reminding_coming import Coming
from bot.reminders.reminding_declined import Declining
from bot.reminders.reminding_names import its_event
from bot.reminders.reminding_subject import Subjects
from bot.reply import Address, Language, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about reminders, and all that answering it takes."""

    subscriptions: Subscriptions
    subjects: Subjects
    coming: Coming
    question: Question
    language: Language

    @property
    def declining(self) -> Declining:
        """What words why nothing was set up."""
        return Declining(self.coming, self.language)

    async def scopes(self, about: str) -> tuple[Scope, ...]:
        """What the words may mean: one scope, several to pick from, or none."""
        # Understanding takes its time; in a thread it keeps nobody else waiting.
        return await asyncio.to_thread(
            self.subjects.of, about, self.question.at, self.question.about
        )

    async def kept(self, address: Address) -> tuple[Scope, ...]:
        """The scopes that an address has asked for. Raises `StoreError`."""
        return tuple(one.scope for one in await self.subscriptions.of(address))

    def event(self, scope: Scope) -> Event | None:
        """The event of a scope that is about a single one, as far as it is known."""
        return its_event(scope, self.coming.lookup)

    def wider(self, scopes: tuple[Scope, ...], event: Event) -> tuple[Scope, ...]:
        """Those of the scopes that hold an event among others."""
        others = (scope for scope in scopes if scope.kind is not ScopeKind.EVENT)
        return tuple(scope for scope in others if self.coming.covers(scope, event))

    def for_channel(self, whom: Whom | None) -> bool:
        """Whether the channel is meant; "us" between two is the person."""
        if whom is Whom.HERE:
            return self.question.here is not None
        return whom is Whom.CHANNEL

    def whose(self, whom: Whom | None) -> list[tuple[Address, bool]]:
        """Whose reminders are meant, the person's before all, and whether it is a channel."""
        both = (self.question.mine, False), (self.question.here, True)
        asked = [one for one in both if whom is None or one[1] is self.for_channel(whom)]
        return [(address, channel) for address, channel in asked if address]
