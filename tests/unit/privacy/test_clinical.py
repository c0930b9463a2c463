import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.clinical import asks_clinical_advice

ADVICE = (
    "patienten bløder, hvad gør vi?",
    "patient has chest pain what should I give",
    "What dose of amoxicillin should a child get?",
    "hvad skal jeg give",
    "har jeg kræft?",
    "my polyps were removed, when should I be scoped again",
    "Hvor meget paracetamol må jeg tage om dagen?",
    "Min mor har fået en blodprop, hvad skal vi gøre?",
    "I have a headache and fever",
    "Jeg har ondt i brystet",
    "do I have diabetes?",
    "Skal vi give antibiotika ved lungebetændelse?",
    "How do I treat sepsis?",
    "Hvordan behandler man atrieflimren?",
    "A 72-year-old with shortness of breath, what do we do?",
    "Patienten har feber og er bevidstløs, hjælp!",
    "Is it dangerous that my heart beats so fast and hurts?",
    "My child has a rash, should I be worried?",
    "kan jeg tage ibuprofen sammen med warfarin",
    "Can I take ibuprofen with warfarin?",
    "Hvilken dosis insulin skal patienten have?",
    "Er det kræft?",
    "Could this be a melanoma?",
    "Hvad er den bedste behandling af sepsis?",
    "My husband is vomiting blood, what now?",
    "Jeg har fundet en knude i brystet, er det farligt?",
    "hvad skal jeg tage mod min hovedpine",
    "Can you diagnose my rash?",
    "Our AI says stroke, how much heparin should I give the patient?",
    "the patient is bleeding",
    "Hvornår skal jeg have fjernet mit modermærke?",
    "Min datter har 40 i feber",
    "what is the treatment for pneumonia",
    "Hvad er dosering af morfin til børn?",
    "hvem kan sige hvor meget morfin patienten skal have",
    "Jeg bløder fra næsen",
    "should my patient with atrial fibrillation stop warfarin before surgery",
)
OTHER = (
    "AI for cervical cancer",
    "patientdata til træning",
    "hvem har styr på blødningsprojektet",
    "projekt om blødningstendenser hos patienter",
    "we treat sepsis patients and want an algorithm",
    "Hvem kan hjælpe med at forudsige sepsis hos patienter?",
    "I have an idea for detecting polyps",
    "Hvad skal jeg give videre til kompetenceenheden?",
    "What should I give as an example in the application?",
    "Can we give the patient access to a chatbot?",
    "Hvordan behandler vi persondata?",
    "How do I handle consent from patients?",
    "Jeg har en idé om kræft",
    "vi har mange patienter med blødning og vil bruge AI",
    "Kan AI finde lungebetændelse på røntgenbilleder?",
    "AI-model til dosering af insulin",
    "algorithm for dosing warfarin",
    "Who works with diabetes?",
    "Hvad laver I om brystkræft?",
    "What is PEACE?",
    "Do you have anything on chest pain?",
    "diabetes",
    "kræft",
    "blødning",
    "Må vi bruge patienters billeder?",
    "How much does it cost?",
    "Hvor meget koster det at få hjælp?",
    "hvad gør vi hvis vi vil i gang?",
    "Jeg har ondt i maskinlæringen",
    "Who do I contact about stroke?",
    "Hvordan kommer jeg i gang?",
    "what do you do",
    "kan i hjælpe med hypertension?",
    "Is there an event about dementia?",
    "Hvilke projekter er der om demens?",
    "What does the bleeding model do?",
    "Er der nogen der arbejder med epilepsi?",
    "polyps in the colon",
    "Kan vi få hjælp til at finde patienter med sjælden sygdom?",
    "hjælp til projekt om hjertestop",
    "Can I use ChatGPT for patient records?",
    "How do I start?",
    "I have a question about colposcopy and cervical cancer screening",
    "kikkertundersøgelser med kapsel og polypper",
    "Vi har en afdeling der behandler KOL-patienter og søger sparring",
    "help with an atrial fibrillation detector",
    "I am a doctor in the emergency department",
    "I work with pain and want to get started",
    "Jeg er læge på akutafdelingen og har brug for hjælp",
    "What is the status of the stroke work?",
    "har I noget om kræft",
    "I har noget med sepsis, ikke?",
    "I have a question about chest pain",
    "I have pain patients and want advice",
    "Vi har sepsis-patienter, hvad kan I hjælpe med?",
    "Who do I contact about insulin dosing",
    "hvad kan I tilbyde inden for diabetes?",
    "Hvad gør vi, hvis patienten siger nej til at deltage?",
    "Hvad skal vi gøre ved patientens journal",
)


@pytest.mark.parametrize("text", ADVICE)
def test_asking_for_clinical_advice(text: str) -> None:
    assert asks_clinical_advice(text)
    assert asks_clinical_advice(f"  {text.upper()}  ")


@pytest.mark.parametrize("text", ADVICE)
def test_letters_typed_on_a_foreign_keyboard(text: str) -> None:
    typed = text.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    assert asks_clinical_advice(typed)


@pytest.mark.parametrize("text", OTHER)
def test_asking_about_projects_and_people(text: str) -> None:
    assert not asks_clinical_advice(text)
    assert not asks_clinical_advice(text.lower().rstrip("?"))


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    assert asks_clinical_advice(text) in {True, False}
