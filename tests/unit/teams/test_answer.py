from dataclasses import replace

from bot.reply import Intent, Language, Outcome, Paragraph, Press, Reply
from bot.teams.answer import Answerer
from bot.teams.asked import Asked, Person, Place, PlaceKind
from bot.teams.client import Client
from tests.fakes.responder import FakeResponder, FixedClock, MemorySeen
from tests.fakes.teams_cards import shown
from tests.fakes.teams_people import ANNA, HELP
from tests.fakes.teams_server import TENANT, TeamsServer, refusal

TAKEN = Reply(Outcome.ANSWER, Language.DANISH, (Paragraph("Anna Vest tager spørgsmålet."),))


def answerer(client: Client, reply: Reply) -> Answerer:
    return Answerer(FakeResponder(reply), MemorySeen(), FixedClock(), client, lambda: "stamp")


def pressed(server: TeamsServer, intent: Intent = Intent.TAKE) -> Asked:
    place = Place(PlaceKind.CHANNEL, HELP.id, server.service, "1700000000000", HELP.team)
    return Asked(TENANT, Person(ANNA.account, ANNA.user, ANNA.name), place, (), Press(intent, "x"))


async def test_all_hear_who_takes_a_question_and_its_card_stays(
    server: TeamsServer, client: Client
) -> None:
    said = await answerer(client, TAKEN).card(pressed(server))
    assert said == "Anna Vest tager spørgsmålet."
    post = await server.next_post()
    assert (post.conversation, post.thread) == (HELP.id, "1700000000000")
    assert "Anna Vest tager spørgsmålet." in shown(post.card)
    assert await server.more_posts() == []


async def test_what_only_whoever_pressed_has_to_know_is_told_to_them_alone(
    server: TeamsServer, client: Client
) -> None:
    for reply, intent in ((replace(TAKEN, private=True), Intent.TAKE), (TAKEN, Intent.CHOICE)):
        card = await answerer(client, reply).card(pressed(server, intent))
        assert isinstance(card, dict)
        assert "Anna Vest tager spørgsmålet." in shown(card)
    assert await server.more_posts() == []


async def test_where_nothing_can_be_written_below_the_card_it_says_so_in_its_place(
    server: TeamsServer, client: Client
) -> None:
    server.answers["send"].append(refusal(403, "BotNotInConversationRoster"))
    card = await answerer(client, TAKEN).card(pressed(server))
    assert isinstance(card, dict)
    assert "Anna Vest tager spørgsmålet." in shown(card)
