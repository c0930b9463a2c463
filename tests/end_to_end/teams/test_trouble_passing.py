"""Questions that are passed on, by people who press too often, in the wrong place, or both."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.teams.pressing import FIELD, KEY
from tests.end_to_end.teams.whole import PRIVATE, Bot, carried, whole
from tests.fakes.teams_cards import buttons, pressed, shown
from tests.fakes.teams_people import ANNA, BO, CY, GROUP, HELP, Person, Spot

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.usefixtures("discreet"),
]
Json = dict[str, Any]
QUESTION = f"Hvordan får vi kvantecomputere til stjernekikkerten på taget, {PRIVATE}?"
ANSWER = f"Det gør Dorte på fjerde sal, {PRIVATE}."
TAKE, RESPOND = "Jeg tager det", "Svar"
ELSEWHERE = Spot("channel", "19:elsewhere@thread.tacv2", HELP.team)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def bot(
    shipped: Path, fitted_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Bot]:
    store = tmp_path_factory.mktemp("store")
    async with whole(shipped, fitted_cache, store, RAIN_OWNERS=f"teams:{HELP.id}") as bot:
        # The bot has to have been heard of there once: that is how it knows where to write.
        await bot.ask(BO, HELP, "privatliv")
        members = {one.account: one.as_member() for one in (BO, CY)}
        bot.server.members |= dict.fromkeys((HELP.id, ELSEWHERE.id, GROUP.id), members)
        yield bot


async def form(bot: Bot, person: Person = ANNA) -> Json:
    """The form in which somebody sees what will be sent."""
    asked = await bot.ask(person, person.direct, QUESTION)
    return await bot.press(person, person.direct, asked.card, "Send spørgsmålet videre")


async def passed_on(bot: Bot) -> tuple[Json, Spot]:
    """A question as those who may know see it, and the thread below it."""
    await bot.press(ANNA, ANNA.direct, await form(bot), "Send")
    told = await bot.next_card()
    assert told.conversation == HELP.id
    return told.card, HELP.below(told.id)


async def twice(bot: Bot, person: Person, where: Spot, data: Json) -> list[str]:
    told = await asyncio.gather(*(bot.invoke(person, where, data) for _ in range(2)))
    return sorted(shown(one.card) for one in told)


async def test_a_form_that_is_sent_twice_is_one_question(bot: Bot) -> None:
    data = pressed(await form(bot), "Send")
    once, again = await twice(bot, ANNA, ANNA.direct, data)
    assert "allerede modtaget" in once
    assert "Spørgsmålet er sendt" in again
    assert "allerede modtaget" in shown((await bot.invoke(ANNA, ANNA.direct, data)).card)
    assert (await bot.next_card()).conversation == HELP.id
    assert await bot.server.more_posts() == []


async def test_in_a_client_of_the_old_way_too(bot: Bot) -> None:
    data = pressed(await form(bot), "Send")
    bodies = [ANNA.at(bot.server.service).submit(ANNA.direct, {"data": data}) for _ in range(3)]
    for body in (*bodies, bodies[0]):
        assert (await bot.tell(body)).status == 200
    posts = [await bot.next_card(), await bot.next_card(), *await bot.server.more_posts(0.5)]
    assert sorted(post.conversation for post in posts) == sorted([HELP.id, ANNA.direct.id])


async def test_anothers_form_is_of_no_use(bot: Bot) -> None:
    data = pressed(await form(bot), "Send")
    assert "Spørgsmålet er sendt" in shown((await bot.invoke(ANNA, ANNA.direct, data)).card)
    await bot.next_card()
    stolen = await bot.invoke(CY, CY.direct, data | {f"{FIELD}text": "Noget helt andet?"})
    assert "allerede" in shown(stolen.card)
    fresh = data | {KEY: data[KEY] | {"s": "another"}}
    assert "allerede sendt" in shown((await bot.invoke(CY, CY.direct, fresh)).card)
    assert await bot.server.more_posts() == []
    kept = bot.rows("passed", data[KEY]["e"].partition("-")[0])
    assert len(kept) == 1
    assert CY.user not in kept[0]


async def test_who_pretends_to_send_anothers_form_does_not_keep_them_from_it(bot: Bot) -> None:
    data = pressed(await form(bot), "Send")
    empty = data | {f"{FIELD}text": ""}
    await bot.invoke(CY, CY.direct, empty)
    assert "Spørgsmålet er sendt" in shown((await bot.invoke(ANNA, ANNA.direct, data)).card)
    assert (await bot.next_card()).conversation == HELP.id


async def test_a_token_that_never_was_gives_no_rights(bot: Bot) -> None:
    for intent in ("take", "respond", "responded"):
        for entry in ("", "never", "../passed", "x" * 200):
            data = carried(intent, e=entry, s=f"{intent}{entry}"[:60]) | {f"{FIELD}answer": ANSWER}
            told = shown((await bot.invoke(BO, HELP, data)).card)
            assert "findes ikke længere" in told
    assert await bot.server.more_posts() == []


async def test_an_owners_button_works_where_it_stands_and_for_owners(bot: Bot) -> None:
    card, below = await passed_on(bot)
    entry = dict(buttons(card))[TAKE][KEY]["e"]
    places = [ANNA.direct, BO.direct, ELSEWHERE, GROUP]
    wrong = [(who, where) for who in (ANNA, BO) for where in places]
    for who, where in [*wrong, (ANNA, HELP), (ANNA, below)]:
        for title in (TAKE, RESPOND):
            told = await bot.invoke(who, where, pressed(card, title))
            assert "Det kan du ikke" in shown(told.card)
        sent = carried("responded", e=entry, s=f"forged {who.user}") | {f"{FIELD}answer": ANSWER}
        told = await bot.invoke(ANNA, where, sent)
        assert "Svaret er sendt" not in shown(told.card)
    assert await bot.server.more_posts() == []
    assert "Det kan du ikke" not in shown(await bot.press(BO, below, card, TAKE))
    assert BO.name in shown((await bot.next_card()).card), "which all in the channel are told"


async def test_two_take_it_at_once_and_one_has_it(bot: Bot) -> None:
    card, below = await passed_on(bot)
    data = pressed(card, TAKE)
    told = await asyncio.gather(*(bot.invoke(who, below, data) for who in (BO, CY, BO, CY)))
    texts = [shown(one.card) for one in told]
    assert len([text for text in texts if "allerede taget" in text]) == 3
    posts = [post for post in await bot.server.more_posts(1) if post.card]
    assert len(posts) <= 1


async def test_two_answer_at_once_and_one_answer_arrives(bot: Bot) -> None:
    card, below = await passed_on(bot)
    forms = [await bot.press(who, below, card, RESPOND) for who in (BO, CY)]
    told = await asyncio.gather(
        *(
            bot.press(who, below, form, "Send", answer=f"{ANSWER} {who.name}")
            for who, form in zip((BO, CY), forms, strict=True)
        )
    )
    texts = [shown(one) for one in told]
    assert len([text for text in texts if "Svaret er sendt" in text]) == 1
    assert len([text for text in texts if "allerede besvaret" in text or "svarede" in text]) == 1
    posts = [await bot.next_card(), await bot.next_card(), *await bot.server.more_posts()]
    assert sorted(post.conversation for post in posts) == sorted([HELP.id, ANNA.direct.id])


async def test_two_who_share_a_form_of_the_old_way_are_both_told(bot: Bot) -> None:
    """There a form is a message, which all in the channel can fill in."""
    card, below = await passed_on(bot)
    shared = await bot.press(BO, below, card, RESPOND)
    data = [pressed(shared, "Send", {f"{FIELD}answer": f"{ANSWER} {n}"}) for n in range(2)]
    for who, one in zip((BO, CY), data, strict=True):
        await bot.tell(who.at(bot.server.service).submit(below, {"data": one}))
    posts = [await bot.next_card() for _ in range(4)] + await bot.server.more_posts()
    texts = [shown(post.card) for post in posts]
    assert len(texts) == 4, "what each is told, the answer, and that there is one"
    assert len([text for text in texts if "Svaret er sendt" in text]) == 1
    assert len([text for text in texts if "dit svar er ikke sendt" in text]) == 1
