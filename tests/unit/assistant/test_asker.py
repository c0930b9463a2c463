"""Who asks: a statement about oneself tells it, a mention of others does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.asker import asker, asks_to_forget
from bot.reply import Audience


@pytest.mark.parametrize(
    "text",
    [
        "vi er en startup, hvem taler vi med",
        "hvordan kommer mit firma i gang med CAI-X",
        "we are a vendor with an AI product",
        "Som virksomhed, hvordan kommer vi i gang?",
        "As a vendor, who do I talk to?",
        "vi er en lille dansk virksomehd der laver AI",
        "Startup her - hvem kan vi tale med?",
        "I'm the founder of a start-up",
        "jeg arbejder i et medicofirma",
        "jeg er leverandør af AI",
        "I work for a supplier",
        "we run a small company",
        "our company has a product",
        "jeg kommer fra en virksomhed",
        "I'm CEO of a startup",
        "We're a startup",
        "hvad kan vi få hjælp til som virksomhed?",
        "vi er et firma som laver AI",
        "vi er en leverandoer",
        "we are a statup",
    ],
)
def test_a_company_says_so(text: str) -> None:
    assert asker(text) is Audience.COMPANY


@pytest.mark.parametrize(
    "text",
    [
        "jeg er ph.d.-studerende på OUH",
        "I'm a PhD student at OUH",
        "jeg er forsker på SDU",
        "I am a postdoc at SDU and need GPU",
        "jeg er læge på OUH og vil forske i AI",
        "I do research at OUH",
        "mit ph.d.-projekt handler om AI",
        "as a researcher at SDU, who do I ask",
        "jeg arbejder på SDU",
        "vi er en forskergruppe",
        "jeg er proffesor på SDU",
        "vi er to forskere fra SDU",
        "I'm a clinician at OUH planning a research study",
    ],
)
def test_a_researcher_says_so(text: str) -> None:
    assert asker(text) is Audience.RESEARCHER


@pytest.mark.parametrize(
    "text",
    [
        "jeg er sygeplejerske på Sygehus Lillebælt",
        "I work at the hospital in Vejle",
        "jeg er ansat i regionen",
        "jeg er ansat på Sygehus Lillebælt og vil i gang med AI, hvem kontakter jeg",
        "jeg er læge på OUH",
        "jeg er projektleder på OUH",
        "I'm a nurse in Kolding",
        "as an employee of the region, who do I contact",
        "jeg arbejder på kardiologisk afdeling i Esbjerg",
        "jeg er sygeplejeske på ouh",
        "I am a project manager at Odense University Hospital",
        "jeg er forsker på Sygehus Lillebælt og",
        "som ansat i Region Syddanmark",
        "jeg er overlæge på røntgenafdelingen i Vejle",
        "jeg sidder på Sygehus Sønderjylland",
    ],
)
def test_an_employee_says_so(text: str) -> None:
    assert asker(text) is Audience.EMPLOYEE


@pytest.mark.parametrize(
    "text",
    [
        "which company takes part in PEACE?",
        "kender I en forsker i billeddata",
        "hvilken virksomhed er med i PEACE",
        "vi er i dialog med et firma",
        "vi er blevet kontaktet af en leverandør",
        "I am looking for a researcher",
        "vores leverandør vil holde møde",
        "vi har et firma der vil sælge os AI",
        "jeg arbejder på et projekt med OUH",
        "jeg arbejder på et projekt i Odense",
        "jeg er forsker på DTU",
        "jeg er læge i Aarhus",
        "jeg er patient på OUH",
        "I'm a business analyst",
        "hvem er professor i CAI-X",
        "er du en virksomhed?",
        "min kollega er forsker på SDU",
        "vi er ikke et firma",
        "jeg er praktiserende læge i Odense",
        "how do companies work with CAI-X",
        "vi mangler en forsker",
        "do you know a startup at OUH?",
        "can we use Cellari as a vendor?",
        "I am interested in OUH",
        "jeg er interesseret i en startup",
        "we need a data scientist",
        "jeg skal holde møde med en leverandør",
        "hjælp til virksomheder",
        "vi er en startup og jeg er læge på OUH",
        "i en virksomhed",
        "our business case for OUH",
        "når vi er hos et firma",
    ],
)
def test_who_is_merely_mentioned_or_elsewhere_is_not_the_asker(text: str) -> None:
    assert asker(text) is None


@given(st.text(max_size=300))
def test_nobody_asks_as_anyone(text: str) -> None:
    assert asker(text) is not Audience.ANYONE


@pytest.mark.parametrize(
    "text",
    ["glem mig", "Glem mig!", "forget me", "Please forget me.", "glem alt om mig", "»glem mig«"],
)
def test_the_wish_to_be_forgotten(text: str) -> None:
    assert asks_to_forget(text)


@pytest.mark.parametrize(
    "text",
    ["", "glem det", "glem mig ikke", "forget me not", "who is forgotten?", "glem mig " * 20],
)
def test_another_wish(text: str) -> None:
    assert not asks_to_forget(text)
