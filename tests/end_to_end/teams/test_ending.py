"""The bot is stopped while somebody waits for an answer."""

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.ports import Found, Searching
from bot.teams.adapter import Counter, mount
from bot.teams.client import Client
from bot.teams.extension import Extension
from bot.teams.guard import Guard
from bot.teams.leaving import Leaving
from bot.teams.names import MESSAGES
from bot.teams.poster import TeamsPoster
from bot.teams.references import Kept
from tests.fakes.belongings import RecordingBelongings
from tests.fakes.references import MemoryReferences
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen, said
from tests.fakes.teams_people import ANNA
from tests.fakes.teams_sending import APPLICATION
from tests.fakes.teams_server import TeamsServer


class NothingSought(Searching):
    """Finds nothing."""

    def find(self, *_: object) -> tuple[Found, ...]:
        return ()


async def test_an_answer_that_is_under_way_still_arrives() -> None:
    responder, app, clock = FakeResponder(said("Summer day")), web.Application(), FixedClock()
    responder.takes = 0.5
    kept = Kept(MemoryReferences())
    leaving = Leaving(RecordingBelongings(), kept)
    extension = Extension(NothingSought(), clock)
    async with TeamsServer().running() as server:
        client = Client(APPLICATION, server.knows)
        counter = Counter(responder, MemorySeen(), kept, leaving, extension, clock)
        mount(app, Guard("", "", playground=True), client, counter)
        # As in the composition root, where the worker shares the client and ends first.
        async with TestClient(TestServer(app)) as spoken, TeamsPoster(client, kept):
            question = ANNA.at(server.service).message(ANNA.direct, "hej")
            async with spoken.post(MESSAGES, json=question) as response:
                assert response.status == 200
            assert not [post for post in server.taken if post.card]
        assert [post.summary for post in server.taken if post.card] == ["Summer day"]
