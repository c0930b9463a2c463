"""Questions from one platform are passed on to people on another, and the answers come back."""

from dataclasses import dataclass, replace

import pytest

from bot.delivery.model import Kind
from bot.passing.model import Channel, Passed, Stage
from bot.passing.owners import Owners
from bot.reply import Address, AddressKind, Form, Language, Reply, Respond, Take
from tests.fakes.passed import FakeMembership
from tests.unit.passing.base import ANSWERED, ASKED, Company, forward, said


@dataclass(frozen=True)
class Side:
    """A platform: who asks there and where, who answers there, and in which channel."""

    asker: Address
    there: Address
    expert: Address
    channel: Channel
    other: Address


def side(platform: str, workspace: str, names: str, *, named: bool) -> Side:
    asker, expert, other, asked_in, owned = names.split()
    kinds = (AddressKind.PERSON,) * 3 + (AddressKind.CHANNEL,)
    found = [
        Address(platform, workspace, kind, id_)
        for kind, id_ in zip(kinds, (asker, expert, other, asked_in), strict=True)
    ]
    owners = Address(platform, workspace if named else "", AddressKind.CHANNEL, owned)
    channel = Channel("", owners, Language.DANISH)
    return Side(found[0], replace(found[3], thread="17"), found[1], channel, found[2])


SLACK = side("slack", "T1", "U1 U2 U3 C1 C8", named=False)
TEAMS = side("teams", "tenant", "anna bo cy 19:a@thread.tacv2 19:x@thread.tacv2", named=True)
BOTH_WAYS = pytest.mark.parametrize(
    ("asked", "answered"), [(TEAMS, SLACK), (SLACK, TEAMS)], ids=["from-teams", "from-slack"]
)


def company(*channels: Channel) -> Company:
    members = FakeMembership(SLACK.expert.id, TEAMS.expert.id)
    return Company(owners=Owners(channels), members=members)


def where(asked: Side) -> dict[str, object]:
    return {"here": replace(asked.there, thread=""), "there": asked.there, "name": "Anna"}


def at_owners(answered: Side) -> dict[str, object]:
    # Whoever presses is in a workspace, whether the settings name it or not.
    here = replace(answered.channel.address, workspace=answered.expert.workspace)
    return {"here": here, "there": replace(here, thread="18"), "name": "Bo"}


async def sent(people: Company, asked: Side, area: str = "-") -> Passed:
    """The question as it is kept, after the offer, the form, and the consent."""
    offered = await people.answer(people.question(asked.asker, text=ASKED, **where(asked)))
    offer = forward(offered)
    assert offer is not None
    form = (await people.presses(offer, asked.asker, **where(asked))).form
    assert form is not None
    await people.fills_in(form, asked.asker, {"text": ASKED, "area": area}, **where(asked))
    (passed,) = people.passed.kept.values()
    return passed


async def opened(people: Company, passed: Passed, who: Address, answered: Side) -> Reply:
    return await people.presses(Respond("Svar", passed.id), who, **at_owners(answered))


async def answer(people: Company, form: Form | None, answered: Side) -> Reply:
    filled = {"answer": ANSWERED, "remember": ""}
    return await people.fills_in(form, answered.expert, filled, **at_owners(answered))


@BOTH_WAYS
async def test_where_only_the_other_platform_has_owners_they_are_asked_and_answer(
    asked: Side, answered: Side
) -> None:
    people = company(answered.channel)
    passed = await sent(people, asked)
    assert passed.channel == answered.channel
    assert (passed.asker, passed.there) == (asked.asker, asked.there)
    taken = await people.presses(
        Take("Jeg tager det", passed.id), answered.expert, **at_owners(answered)
    )
    assert said(taken) == "Bo tager spørgsmålet."
    reply = await answer(
        people, (await opened(people, passed, answered.expert, answered)).form, answered
    )
    assert "Svaret er sendt" in said(reply)
    kept = people.passed.kept[passed.id]
    assert (kept.stage, kept.answer, kept.there) == (Stage.ANSWERED, ANSWERED, asked.there)
    assert (Kind.RESPONSE, passed.id) in people.passed.letters


@BOTH_WAYS
async def test_where_both_have_owners_the_own_ones_are_asked(asked: Side, answered: Side) -> None:
    people = company(answered.channel, asked.channel)
    passed = await sent(people, asked)
    assert passed.channel.address.key == asked.channel.address.key


@BOTH_WAYS
async def test_an_area_that_only_the_other_platform_has_goes_there(
    asked: Side, answered: Side
) -> None:
    law = replace(answered.channel, area="legal")
    people = company(asked.channel, law)
    passed = await sent(people, asked, "legal")
    assert passed.channel == law


@BOTH_WAYS
async def test_only_members_of_the_channel_may_answer(asked: Side, answered: Side) -> None:
    people = company(answered.channel)
    passed = await sent(people, asked)
    for who in (answered.other, asked.expert):
        reply = await opened(people, passed, who, answered)
        assert reply.form is None
        assert reply.private


@BOTH_WAYS
async def test_a_member_elsewhere_with_the_same_id_is_somebody_else(
    asked: Side, answered: Side
) -> None:
    people = company(answered.channel)
    passed = await sent(people, asked)
    double = replace(answered.expert, platform=asked.expert.platform, workspace="elsewhere")
    assert (await opened(people, passed, double, answered)).form is None
