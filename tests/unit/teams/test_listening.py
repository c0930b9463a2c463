import asyncio
from collections.abc import Mapping

from bot.adapting.work import Work
from bot.reply import Address, Intent, Language, Press, Question, Reply
from bot.teams.answer import Answerer
from bot.teams.client import Client
from bot.teams.extension import Extension
from bot.teams.leaving import Leaving
from bot.teams.listening import Listener
from bot.teams.pressing import VERB, Marks, carried
from bot.teams.references import Kept
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.references import MemoryReferences
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen, said
from tests.fakes.teams_people import ANNA, HELP
from tests.fakes.teams_server import TeamsServer
from tests.unit.teams.test_extension import FakeSearching


class SlowReferences(MemoryReferences):
    """Takes its time."""

    async def keep(self, address: Address, data: Mapping[str, object]) -> None:
        await asyncio.sleep(0.05)
        await super().keep(address, data)


async def test_who_presses_something_is_known_before_it_is_done(
    server: TeamsServer, client: Client
) -> None:
    """Whether they may do it is asked of Teams by the account that is kept of them."""
    references, known = SlowReferences(), list[int]()

    def noted(_: Question) -> Reply:
        known.append(references.kept_times)
        return said("Done.")

    answerer = Answerer(FakeResponder(noted), MemorySeen(), FixedClock(), client, lambda: "stamp")
    kept, clock = Kept(references), FixedClock()
    leaving, extension = Leaving(RecordingBelongings(), kept), Extension(FakeSearching(), clock)
    listener = Listener(answerer, kept, leaving, extension, Work())
    data = carried(Press(Intent.TAKE, "x"), Language.DANISH, Marks())
    button = {"verb": VERB, "data": data}
    answer = await listener.taken(ANNA.at(server.service).press(HELP.below("1700"), button))
    assert answer.status == 200
    assert known == [2], "the person and the channel"
