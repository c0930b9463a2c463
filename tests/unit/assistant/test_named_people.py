"""Questions that name people, put to the shipped base: them, those beside them, or nobody."""

from collections.abc import Callable

import pytest

from bot.plain_text import plain_text
from bot.reply import Outcome, Reply

Ask = Callable[[str], Reply]
GENERAL, TECHNICAL, CLINICAL, DATA, SPEAKERS = (
    "contact-general",
    "contact-infrastructure",
    "contact-clinical-needs",
    "contact-historical-data",
    "llm-event-speakers",
)
FJORDSIDE, KVIST, MAARBJERG = (
    "kristian-fjordside-nielsen",
    "kristian-kvist",
    "anders-wang-maarbjerg",
)
KIEHN, PAARUP, VAERGMAN, JOHANSEN = (
    "maj-kicki-kiehn",
    "kathrine-holtz-paarup",
    "kim-vaergman",
    "henrik-johansen",
)


def shown(reply: Reply) -> list[str]:
    assert reply.outcome is Outcome.ANSWER
    return [entry.id for entry in reply.entries]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Hvad er mailen på Kathrine Paarups kollega Kiehn?", KIEHN),
        ("Sune Welling Hansen har en kollega der hedder Kvist, hvordan får jeg fat i ham", KVIST),
        ("Please give me the address of Maarbjerg, who works with Kristian Kvist", MAARBJERG),
        ("Not Henrik Johansen but the other one, Værgman - email?", VAERGMAN),
        ("ikke Kristian Kvist, men Fjordside, hvad er hans mail", FJORDSIDE),
        ("I have Henrik Johansen's mail but not that of his teammate Værgman", VAERGMAN),
        ("Kristian fra DOL, hvad er hans mail?", KVIST),
        ("the Kristian who sits in Regional IT, what is his address", FJORDSIDE),
        ("Nielsen i CAI-X, mail?", "peter-boerker-nielsen"),
        ("K. Nielsen", FJORDSIDE),
        ("P. Nielsen", "peter-boerker-nielsen"),
        ("Kristian K.", KVIST),
        ("Kvist, Kristian", KVIST),
        ("kontakt til Overlæge Kiehn", KIEHN),
        ("Hvem i AI-enheden sidder på Sygehus Lillebælt?", KIEHN),
        ("Which member of the AI unit is based at OUH?", PAARUP),
        ("Fjordsied mail", FJORDSIDE),
        ("contact maarbjærg", MAARBJERG),
        ("is sune welling hansen the one for historical data", "sune-welling-hansen"),
        ("Hvad laver lederen af CAI-X Peter Børker?", "peter-boerker-nielsen"),
    ],
)
def test_the_person_who_is_asked_for(ask: Ask, text: str, person: str) -> None:
    found = shown(ask(text))
    assert found[0] == person
    assert not {FJORDSIDE, KVIST, VAERGMAN, JOHANSEN, KIEHN, PAARUP} & set(found) - {person}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hvem arbejder sammen med Henrik Johansen?", TECHNICAL),
        ("Who else does the same thing as Kathrine Holtz Paarup?", CLINICAL),
        ("Hvis Kim Værgman er på ferie, hvem kan jeg så skrive til?", TECHNICAL),
        ("Sune Hansen is on leave this month. Who can stand in for him?", DATA),
        ("afløser for Anders Maarbjerg", DATA),
        ("Er der andre end Maj Kicki Kiehn jeg kan spørge?", CLINICAL),
        ("Kathrine Paarup doesn't answer. Anyone else?", CLINICAL),
        ("Har Jannik Skyttegaard en medoplægsholder?", SPEAKERS),
        ("Instead of Henrik Johansen, who could I write to?", TECHNICAL),
        ("hvem er kims kollega", TECHNICAL),
        ("who are kristian kvist's colleagues", DATA),
    ],
)
def test_those_beside_whom_it_names(ask: Ask, text: str, role: str) -> None:
    assert shown(ask(text)) == [role]


def test_it_is_said_that_nobody_else_takes_care_of_the_same(ask: Ask) -> None:
    alone = ask("Kristian Fjordside er på barsel, hvem er hans vikar?")
    assert shown(alone) == [GENERAL]
    assert "kender jeg ingen" in plain_text(alone)
    assert "det samme som Kim Værgman" in plain_text(ask("Hvem er Kim Værgmans kollega?"))


@pytest.mark.parametrize(
    "text",
    [
        "Who is Kathrine Holtz Paarup's boss?",
        "Hvem er leder for Sune Welling Hansen?",
        "Name of Kristian Fjordside Nielsen's secretary?",
        "Whom does Kim Værgman report to?",
        "Hvem har Peter Børker Nielsen som chef?",
        "Who is married to Anders Maarbjerg?",
        "Hvad tjener Kristian Kvist?",
        "Hvad er Kim Værgmans løn?",
        "How old is Henrik Johansen?",
        "Mail til Peter Kvist",
        "Anne Kvist's email",
        "B. Kvist mail",
        "Kim Hansen mail",
        "Kristian Sørensen, Regional IT",
        "Kim fra OUH",
        "Who is Henrik Maarbjerg?",
        "Just a test",
        "der ligger en kvist på parkeringspladsen",
        "Maj måneds vagtplan",
    ],
)
def test_what_nobody_knows(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.UNKNOWN
    assert reply.entries == ()


@pytest.mark.parametrize(
    "text",
    ["Hvilken Kristian tager sig af nye AI-projekter?", "kristian hvem", "Kristian's colleague"],
)
def test_one_of_two_is_asked_back_for(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert reply.outcome is Outcome.CHOOSE
    assert {entry.id for entry in reply.entries} == {FJORDSIDE, KVIST}


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Kristian in Regional IT or Kristian in DOL: who takes new projects?", {FJORDSIDE, KVIST}),
        ("emails of Maj Kicki Kiehn and Kim Værgman", {KIEHN, VAERGMAN}),
        ("Kvist og Paarup, hvad er deres adresser?", {KVIST, PAARUP}),
        ("henrik johansen kim værgman mails", {JOHANSEN, VAERGMAN}),
    ],
)
def test_two_people(ask: Ask, text: str, both: set[str]) -> None:
    assert set(shown(ask(text))) == both


def test_the_asker_is_nobody_who_is_asked_for(ask: Ask) -> None:
    assert shown(ask("My name is Henrik Johansen, I need storage")) == ["data-code-storage"]
    assert shown(ask("hej jeg hedder Kristian og jeg har brug for GPU")) == ["processing-power"]
