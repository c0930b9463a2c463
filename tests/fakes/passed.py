"""Questions that were passed on, in memory, and a channel's list of members."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.delivery.model import Kind
from bot.errors import PostingError
from bot.passing.model import Answer, Passed, Proposal, Stage
from bot.passing.ports import Erasing, Membership, PassedOn, Proposals
from bot.ports import Clock
from bot.reply import Address

PROPOSED = timedelta(days=365)


class MemoryPassedOn(PassedOn, Erasing, Proposals):
    """Keeps everything in this process; ``letters`` is what there is to be sent, in order."""

    def __init__(self, clock: Clock) -> None:
        self.kept: dict[str, Passed] = {}
        self.letters: list[tuple[Kind, str]] = []
        self._proposed: dict[str, Proposal] = {}
        self._clock = clock

    async def add(self, passed: Passed) -> bool:
        if passed.id in self.kept:
            return False
        self.kept[passed.id] = passed
        self.letters += [(Kind.FORWARDED, passed.id), (Kind.NUDGE, passed.id)]
        return True

    async def find(self, passed_id: str) -> Passed | None:
        passed = self.kept.get(passed_id)
        return passed if passed and passed.erased_at > self._clock.now() else None

    async def take(self, passed_id: str, by: str, at: datetime) -> bool:
        passed = await self.find(passed_id)
        if passed is None or passed.stage is not Stage.OPEN:
            return False
        self.kept[passed_id] = replace(passed, stage=Stage.TAKEN, by=by, at=at)
        self._drop_nudge(passed_id)
        return True

    async def answer(self, passed_id: str, answer: Answer) -> bool:
        passed = await self.find(passed_id)
        if passed is None or passed.stage is Stage.ANSWERED:
            return False
        self.kept[passed_id] = replace(
            passed, stage=Stage.ANSWERED, by=answer.by, at=answer.at, answer=answer.text
        )
        self._drop_nudge(passed_id)
        self.letters += [(Kind.RESPONSE, passed_id), (Kind.ANSWERED, passed_id)]
        if answer.remember:
            self._proposed[passed_id] = Proposal(
                passed_id,
                passed.text,
                answer.text,
                answer.by,
                answer.at,
                answer.language,
                passed.area,
            )
        return True

    async def due(self, asker: Address) -> tuple[datetime, ...]:
        theirs = (one.erased_at for one in self.kept.values() if one.asker.key == asker.key)
        return tuple(sorted(due for due in theirs if due > self._clock.now()))

    async def forget(self, asker: Address) -> int:
        theirs = [id_ for id_, one in self.kept.items() if one.asker.key == asker.key]
        for id_ in theirs:
            self._erase(id_)
            if proposed := self._proposed.get(id_):
                self._proposed[id_] = replace(proposed, question="")
        return len(theirs)

    async def erase(self) -> None:
        now = self._clock.now()
        for id_ in [id_ for id_, one in self.kept.items() if one.erased_at <= now]:
            self._erase(id_)
        for id_ in [id_ for id_, one in self._proposed.items() if one.at <= now - PROPOSED]:
            del self._proposed[id_]

    async def proposals(self) -> tuple[Proposal, ...]:
        return tuple(sorted(self._proposed.values(), key=lambda one: (one.at, one.id)))

    async def done(self, proposal_id: str) -> bool:
        return self._proposed.pop(proposal_id, None) is not None

    def _drop_nudge(self, passed_id: str) -> None:
        self.letters = [one for one in self.letters if one != (Kind.NUDGE, passed_id)]

    def _erase(self, passed_id: str) -> None:
        del self.kept[passed_id]
        self.letters = [one for one in self.letters if one[1] != passed_id]


class FakeMembership(Membership):
    """Knows who is in every channel, unless it is in ``trouble``."""

    def __init__(self, *members: str) -> None:
        self.members = set(members)
        self.trouble: PostingError | None = None

    async def member(self, person: Address, channel: Address) -> bool:
        if self.trouble:
            raise self.trouble
        return person.id in self.members
