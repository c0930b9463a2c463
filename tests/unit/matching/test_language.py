import json
import tracemalloc
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import language, tongues
from bot.matching.language import language_of, read_instead
from bot.reply import Language

DANISH = (
    "Hvem kan jeg spørge om adgang til en supercomputer?",
    "hvad koster det at faa hjaelp",
    "Jeg vil gerne tilmelde mig mødet",
    "hvornaar er naeste arrangement",
    "Er der nogen der ved noget om billeddiagnostik",
    "vi mangler hjælp til et projekt",
    "Findes der et kursus for sygeplejersker?",
    "hvor finder jeg skabelonen",
    "kan I hjælpe os med jura",
    "jeg har brug for data til min ph.d.",
    "hvem står for etisk godkendelse",
    "Hvordan kommer vi i gang med et forløb",
    "må jeg dele patientdata",
    "hvem skal jeg ringe til",
    "det er jo ikke den rigtige",
    "er det muligt at få rådgivning",
    "vi vil gerne afprøve en algoritme paa vores afdeling",
    "HVAD SKER DER NÆSTE UGE",
)
ENGLISH = (
    "Who can I ask about access to a supercomputer?",
    "what does it cost to get help",
    "I would like to sign up for the meeting",
    "when is the next event",
    "Does anybody know about medical imaging",
    "we need help with a project",
    "Is there a course for nurses?",
    "where do I find the template",
    "can you help us with legal questions",
    "I need data for my thesis",
    "who is responsible for ethics approval",
    "How do we get started with a pilot",
    "may I share patient data",
    "who should I call",
    "that is not the right one",
    "is it possible to get advice",
    "we would like to try an algorithm on our ward",
    "WHAT IS HAPPENING NEXT WEEK",
)
READERS_OF_ENGLISH = (
    "Wer kann mir bei einem KI-Projekt helfen?",
    "wann ist die nächste veranstaltung",
    "Was kostet das?",
    "WER KANN MIR HELFEN",
    "Qui peut m'aider avec un projet d'intelligence artificielle ?",
    "quand est le prochain événement",
    "¿Quién me puede ayudar con un proyecto?",
    "Chi mi può aiutare con un progetto?",
    "Quem me pode ajudar com um projeto?",
    "Wie kan mij helpen met een project?",
    "Kto może mi pomóc w projekcie?",
    "kto moze mi pomoc z danymi",
    "Kdo mi může pomoci s projektem?",
    "Yapay zeka projesi için bana kim yardım edebilir?",
    "Kuka voi auttaa minua?",
    "Cine mă poate ajuta cu un proiect?",
    "Ki tud nekem segíteni egy projektben?",
    "Kas gali man padėti su projektu?",
    "Ko mi može pomoći sa projektom?",
    "Ai có thể giúp tôi với dự án này?",
    "من يمكنه مساعدتي في مشروع الذكاء الاصطناعي؟",
    "چه کسی می‌تواند به من کمک کند؟",
    "Хто може допомогти мені з проєктом AI?",
    "Ποιος μπορεί να με βοηθήσει;",
    "谁能帮助我做AI项目?",
    "誰に聞けばいいですか?",
    "ใครช่วยฉันได้บ้าง",
    "שלום",
)
READERS_OF_DANISH = (
    "Kina ikiorsinnaavaanga?",
    "Qanoq ikiorneqarsinnaavunga?",
    "sumi paasissutissat nassaarisinnaavakka",
    "AI pillugu kina oqaloqatigisinnaavara?",
    "Hvør kann hjálpa mær við einari verkætlan?",
    "hvussu nógv kostar tað",
    "Hver getur hjálpað mér með verkefni?",
    "Vem kan hjälpa mig med ett projekt?",
    "när är nästa evenemang",
    "jeg vil gjerne snakke med noen om personvern",
)
STILL_OURS = (
    ("hvem kan hjælpe med et Proof of Concept", Language.DANISH),
    ("hvad betyder ein schönes Wochenende", Language.DANISH),
    ("hvem er Владимир Петров", Language.DANISH),
    ("hej, que pasa med det projekt", Language.DANISH),
    ("hvem kan hjaelpe mej med jura", Language.DANISH),
    ("kan man få en vis-à-vis samtale à la carte", Language.DANISH),
    ("is there a Kaffeeklatsch on in June", Language.ENGLISH),
    ("what does 你好 mean", Language.ENGLISH),
    ("who runs the fête à la française", Language.ENGLISH),
    ("wanna know whos the contact 4 legal stuff", Language.ENGLISH),
)
UNDECIDED = (
    *("a", "I", "å", "q", "Ω", "7", "aaaaaaaaaaaa", "^(a+)+$", "😀" * 500, "12345 678"),
    *("Müller", "Wolfgang Schmidt", "Łukasz Żak", "hilfe", "CAI-X", "GPU", "qanoq"),
)
QUESTIONS = Path(__file__).resolve().parents[2] / "questions"
NEITHER = ("", "   ", "???", "12345", "21.6.2023", "😀 🎉", "data", "database", "CAI-X", "שלום")


@pytest.mark.parametrize("text", DANISH)
def test_danish(text: str) -> None:
    assert language_of(text) is Language.DANISH


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert language_of(text) is Language.ENGLISH


@pytest.mark.parametrize("text", NEITHER)
def test_words_that_do_not_tell(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("text", [*READERS_OF_ENGLISH, *READERS_OF_DANISH])
def test_another_language_is_neither(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("text", READERS_OF_ENGLISH)
def test_who_writes_another_language_reads_english(text: str) -> None:
    assert read_instead(text) is Language.ENGLISH


@pytest.mark.parametrize("text", READERS_OF_DANISH)
def test_the_realm_and_its_neighbours_read_danish(text: str) -> None:
    assert read_instead(text) is Language.DANISH


@pytest.mark.parametrize("text", [*DANISH, *ENGLISH])
def test_our_own_languages_are_no_others(text: str) -> None:
    assert read_instead(text) is None
    assert read_instead(text.upper()) is None


@pytest.mark.parametrize(("text", "expected"), STILL_OURS)
def test_a_few_words_of_another_language_change_nothing(text: str, expected: Language) -> None:
    assert read_instead(text) is None
    assert language_of(text) is expected


@pytest.mark.parametrize("text", UNDECIDED)
def test_too_little_is_in_no_language(text: str) -> None:
    assert read_instead(text) is None


@pytest.mark.parametrize("text", ["a", "I", "å", "q", "a" * 100_000, "a a a", "^(a+)+$"])
def test_one_letter_tells_nothing_however_often(text: str) -> None:
    assert language_of(text) is None


def test_no_question_we_know_of_is_in_another_language() -> None:
    lines = [line for file in QUESTIONS.glob("*.jsonl") for line in file.read_text().splitlines()]
    asked = [json.loads(line)["q"] for line in lines]
    assert len(asked) > 500
    assert [text for text in asked if read_instead(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who is Søren Ågård?", Language.ENGLISH),
        ("can I meet Åse Bjørnholt from Rødovre", Language.ENGLISH),
        ("who works at Sundhedsdatastyrelsen", Language.ENGLISH),
        ("Hvem er George Washington Smith?", Language.DANISH),
        ("hvem er Head of Data Science hos Green Hills Medical", Language.DANISH),
    ],
)
def test_names_inside_a_sentence_do_not_decide(text: str, expected: Language) -> None:
    assert language_of(text) is expected


@pytest.mark.parametrize("text", ["Jørgen's email address please", "Søren, who are you?"])
def test_a_name_at_the_beginning_does_not_decide(text: str) -> None:
    assert language_of(text) is Language.ENGLISH


def test_nothing_is_learnt_from_what_was_asked() -> None:
    both = [*DANISH, *ENGLISH, *NEITHER, *READERS_OF_ENGLISH]
    before = [language_of(text) for text in both]
    for _ in range(20):
        language_of("projektor gribble flurb dette her")
        language_of("wer gribble flurb kann das")
    after = [language_of(text) for text in reversed(both)]
    assert after[::-1] == before


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_can_be_asked_about(text: str) -> None:
    told, instead = language_of(text), read_instead(text)
    assert told in {None, *Language}
    assert instead in {None, *Language}
    assert told is None or instead is None


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "hvad er ", "A", "Æ B ", "?", "😀", ". Hej"),
        *("wer kann mir helfen ", "谁", "من يمكنه ", "qanoq ", "ł", "ą ć "),
    ],
)
def test_a_very_long_text_takes_little_time(piece: str) -> None:
    start = perf_counter()
    language_of(piece * (100_000 // len(piece)))
    read_instead(piece * (100_000 // len(piece)))
    assert perf_counter() - start < 2.0


def test_much_white_space_takes_little_time() -> None:
    start = perf_counter()
    language_of("hvad" + " " * 12_000 + "er")
    assert perf_counter() - start < 2.0


def test_the_memory_of_words_is_bounded() -> None:
    assert language._telling.cache_info().maxsize


def test_other_languages_are_not_looked_into_for_plain_questions() -> None:
    tongues.common_words.cache_clear()
    assert language_of("Hvem kan jeg spørge om det, og hvad skal vi gøre?") is Language.DANISH
    assert language_of("Who can I ask about this, and what should we do?") is Language.ENGLISH
    assert tongues.common_words.cache_info().currsize == 0


def test_other_languages_take_little_memory() -> None:
    tongues.common_words.cache_clear()
    tracemalloc.start()
    try:
        tongues.common_words()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 15_000_000
