from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.index import ELSEWHERE, MOST_RANKED, Index, Phrase, Reading, fingerprint
from bot.matching.text import MOST_CHARACTERS, stem, words
from tests.unit.matching import base

QUESTIONS = {
    "GPU access": "compute",
    "hvem ved noget om gpu'er": "compute",
    "hvem har regnekarft": "compute",
    "traening af modeller": "compute",
    "lagerplads": "storage",
    "lagerplds": "storage",
    "lagerpladsproblemer": "storage",
    "datalagringsløsning": "storage",
    "jeg har et spørgsmål om jura": "law",
    "databehandleraftle": "law",
    "who knows about data procesing agreements": "law",
    "vidnskabsetisk komite": "ethics",
    "ehtics aproval": "ethics",
    "roentgenbilleder": "xray",
    "rontgenbileder med knoglebrud": "xray",
    "introduktionskursus": "course",
    "undervisning for personalet": "course",
    "blodforgiftning": "sepsis",
    "SEPSIS": "sepsis",
    "netvaerksmoede": "meeting",
    "hej": "~greeting",
    "tusind tak": "~thanks",
}


def order(reading: Reading) -> list[str]:
    return [one.label for one in reading.ranked]


@pytest.mark.parametrize(("question", "label"), QUESTIONS.items())
def test_the_right_label_comes_first(index: Index, question: str, label: str) -> None:
    assert index.read(question)[0].label == label


@pytest.mark.parametrize(
    ("label", "phrase"), [(label, text) for label, texts in base.PHRASES.items() for text in texts]
)
def test_every_phrase_leads_to_its_own_label(index: Index, label: str, phrase: str) -> None:
    assert index.read(phrase)[0].label == label


def test_what_was_heard_teaches_what_is_meant_and_adds_no_words() -> None:
    asked = "min bærbare koger når vi træner"
    heard = [Phrase("compute", asked, heard=True), Phrase("heat", "stuen er for varm", heard=True)]
    taught = Index.fit([*base.phrases(), *heard], base.ELSEWHERE)
    untaught = Index.fit(base.phrases(), base.ELSEWHERE)
    similar = "vores bærbare koger hele natten"
    read, unread = (one.read(similar, ["compute"]) for one in (taught, untaught))
    assert read[0].label == "compute"
    assert read[0].score > 3 * next(o.score for o in unread.ranked if o.label == "compute")
    assert taught.carried(read, "compute") == asked
    assert taught.vocabulary.spellings == untaught.vocabulary.spellings
    assert taught.stems["compute"] == untaught.stems["compute"]
    assert taught.stems["heat"] == frozenset()


def test_what_is_about_nothing_of_ours(index: Index) -> None:
    reading = index.read("hvem vandt kampen i weekenden")
    assert reading.elsewhere > reading[0].score
    assert index.read("regnekraft").elsewhere < index.read("regnekraft")[0].score


@given(text=st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_is_read(index: Index, text: str) -> None:
    reading = index.read(text)
    assert set(order(reading)) <= set(index.labels) - {ELSEWHERE}
    assert [one.score for one in reading.ranked] == sorted(
        (one.score for one in reading.ranked), reverse=True
    )
    assert len(set(order(reading))) == len(reading.ranked)
    assert 0.0 <= reading.elsewhere <= 1.0
    for one in reading.ranked:
        assert 0.0 <= one.score <= 1.0
        assert 0.0 <= one.coverage <= reading.covered + 1e-6
        assert 0.0 <= one.near <= 1.0 + 2e-3
        assert (index.carried(reading, one.label) == "") == (one.near == 0.0)
    assert reading.covered <= 1.0 + 1e-6
    assert 0.0 <= reading.nothing <= 1.0 + 2e-3
    assert 0.0 <= reading.theme <= 1.0


def test_coverage_is_the_share_that_a_label_speaks_of(index: Index) -> None:
    reading = index.read("regnekraft")
    assert {one.label: one.coverage for one in reading.ranked}["compute"] == pytest.approx(1.0)
    with_more = index.read("regnekraft xqzvwk")
    assert 0.0 < with_more[0].coverage < 1.0


def test_one_sentence_of_several_is_enough(index: Index) -> None:
    text = "Hej. Jeg er ny her på afdelingen. Hvem ved noget om sepsis? På forhånd tak."
    assert index.read(text)[0].label == "sepsis"


def test_lines_are_sentences_too(index: Index) -> None:
    lines = "jeg er ny her på afdelingen\nhvem ved noget om sepsis\nhilsen en kollega"
    assert index.read(lines).ranked == index.read(lines.replace("\n", ". ")).ranked


def test_a_question_at_either_end_of_a_long_text_is_found(index: Index) -> None:
    padding = "dette er bare noget ganske andet. " * 3_000
    for text in ("sepsis? " + padding, padding + "sepsis?"):
        start = perf_counter()
        assert index.read(text)[0].label == "sepsis"
        assert perf_counter() - start < 2.0
        assert len(index.read(text).text) <= MOST_CHARACTERS + 1


@pytest.mark.parametrize("place", [0, 3, 57, 60])
def test_a_sentence_near_either_end_of_many_is_read_alone(index: Index, place: int) -> None:
    many = ["dette er bare noget ganske andet."] * 60
    told = index.read(" ".join([*many[:place], "Hvem ved noget om sepsis?", *many[place:]]))
    assert told[0].label == "sepsis"
    assert told[0].score > 0.3


@given(st.lists(st.sampled_from([*QUESTIONS, "dette er noget andet"]), max_size=12))
@settings(deadline=None, max_examples=40)
def test_all_of_a_few_sentences_are_read_alone(index: Index, asked: list[str]) -> None:
    whole = index.read(". ".join(asked))
    scores = {one.label: one.score for one in whole.ranked}
    for text in asked if len(asked) > 1 else ():
        alone = index.read(text)
        assert scores.get(alone[0].label, 0.0) >= 0.5 * alone[0].score - 1e-6


def test_the_same_phrases_give_the_same_scores(index: Index) -> None:
    again = Index.fit(base.phrases(), base.ELSEWHERE)
    for question in QUESTIONS:
        assert again.read(question) == index.read(question)


def test_reading_in_any_order_gives_the_same(index: Index) -> None:
    forwards = [index.read(question) for question in QUESTIONS]
    backwards = [index.read(question) for question in reversed(QUESTIONS)]
    assert forwards == backwards[::-1]


def test_reading_from_several_threads_gives_the_same(index: Index) -> None:
    alone = [index.read(question) for question in QUESTIONS]
    fresh = Index.fit(base.phrases(), base.ELSEWHERE)  # nothing remembered yet
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(fresh.read, [*QUESTIONS] * 10))
    assert together == alone * 10


def test_labels_may_be_two_and_have_no_elsewhere() -> None:
    two = Index.fit(
        [Phrase("a", "regnekraft"), Phrase("b", "jura"), Phrase("c", "etik"), Phrase("a", "gpu")]
    )
    assert two.read("regnekraft")[0].label == "a"
    assert two.read("regnekraft").elsewhere == 0.0


def test_a_base_of_one_label() -> None:
    one = Index.fit([Phrase("a", "regnekraft"), Phrase("a", "gpu")], ["hvad er klokken"])
    assert one.read("regnekraft")[0].label == "a"


# --- how near


def test_a_phrase_is_near_its_own_label(index: Index) -> None:
    for label, texts in base.PHRASES.items():
        for text in texts:
            near = {one.label: one.near for one in index.read(text).ranked}
            assert near[label] == max(near.values()) > 0.3


def test_near_goes_by_the_nearest_few_and_nothing_by_the_nearest_one(index: Index) -> None:
    ours = index.read("forudsigelse af sepsis")
    elsewhere = index.read("hvem vandt fodboldkampen")
    assert 0.5 < ours[0].near < 1.0  # three phrases of the label count
    assert elsewhere.nothing == pytest.approx(1.0, abs=2e-3)
    assert elsewhere.nothing > ours.nothing
    assert max(one.near for one in elsewhere.ranked) < elsewhere.nothing


def test_without_sentences_about_something_else_nothing_is_near_them() -> None:
    told = Index.fit([Phrase("a", "regnekraft"), Phrase("b", "jura")])
    assert told.read("hvem vandt fodboldkampen").nothing == 0.0
    assert told.phrases == (Phrase("a", "regnekraft"), Phrase("b", "jura"))


def test_sentences_about_something_else_are_kept_among_the_phrases(index: Index) -> None:
    given_ = base.phrases()
    assert index.phrases[: len(given_)] == tuple(given_)
    assert [(one.label, one.text) for one in index.phrases[len(given_) :]] == [
        (ELSEWHERE, text) for text in base.ELSEWHERE
    ]
    assert index.stems.keys() == {*base.PHRASES, *base.TALK}
    assert stem("fodboldkampen") not in index.vocabulary.weights


# --- what it rests on


@pytest.mark.parametrize(
    ("label", "phrase"), [(label, text) for label, texts in base.PHRASES.items() for text in texts]
)
def test_a_phrase_carries_itself(index: Index, label: str, phrase: str) -> None:
    for text in (phrase, f"hvem ved noget om {phrase}"):
        carried = index.carried(index.read(text), label)
        assert set(words(carried)) <= set(words(text))
        assert index.carried(index.read(carried), label) == carried
    assert index.carried(index.read(phrase), label) == phrase


def test_a_label_carries_the_phrase_nearest_to_the_text(index: Index) -> None:
    reading = index.read("hvem ved noget om knoglbrud?")
    assert index.carried(reading, "xray") == "knoglebrud på røntgen"
    assert index.carried(index.read("a compute clster"), "compute") == "compute cluster"
    assert index.carried(index.read("pancakes"), ELSEWHERE) == "a recipe for pancakes"


@pytest.mark.parametrize(
    ("text", "label"),
    [("regnekraft", "law"), ("", "law"), ("xqzvwk", "compute"), ("regnekraft", "unheard of")],
)
def test_where_no_word_is_shared_nothing_is_carried(index: Index, text: str, label: str) -> None:
    assert index.carried(index.read(text), label) == ""


# --- what marks all that is ours

TOPICS = ("regnekraft", "jura", "sepsis", "undervisning", "røntgen")


def themed(mark: str, topics: tuple[str, ...] = TOPICS) -> Index:
    """A base of which every label but one topic's own word says the ``mark``."""
    given_ = [Phrase(topic, f"{mark} {topic}") for topic in topics]
    talk = [Phrase("~greeting", f"hej {mark}"), Phrase("~thanks", "tak")]
    return Index.fit([*given_, *talk], base.ELSEWHERE)


def test_a_word_of_all_labels_marks_the_base_and_a_word_of_one_does_not() -> None:
    told = themed("xqzvwk")
    assert told.read("xqzvwk").theme == pytest.approx(1.0)
    assert told.read("hvem ved noget om xqzvwk i Odense").theme == pytest.approx(1.0)
    for topic in TOPICS:
        assert 0.0 < told.read(topic).theme <= 1 / len(TOPICS)


def test_a_word_of_more_labels_marks_more() -> None:
    more = [("a", "xqzvwk blorfn"), ("b", "xqzvwk blorfn"), ("c", "xqzvwk"), ("d", "jura")]
    told = Index.fit([Phrase(*pair) for pair in more])
    assert told.read("xqzvwk").theme == pytest.approx(0.75)
    assert told.read("blorfn").theme == pytest.approx(0.5)
    assert told.read("xqzvwk blorfn").theme == pytest.approx(0.75)


def test_a_word_of_all_labels_marks_nothing_where_everybody_says_it() -> None:
    assert themed("og").read("og").theme < 0.05
    assert themed("hvordan").read("hvordan").theme < 0.4 * themed("xqzvwk").read("xqzvwk").theme


def test_a_word_of_one_label_marks_a_base_that_has_no_other() -> None:
    assert themed("xqzvwk", topics=("sepsis",)).read("sepsis").theme > 0.7


def test_a_misspelt_mark_marks_less() -> None:
    told = themed("regnekraft", topics=TOPICS[1:])
    right, wrong = (told.read(word).theme for word in ("regnekraft", "regnekarft"))
    assert 0.7 * right < wrong < right


def test_small_talk_and_sentences_about_something_else_mark_nothing(index: Index) -> None:
    for text in ("hej", "tusind tak", "fodboldkampen", "pancakes", "", "?!", "blorfnag"):
        assert index.read(text).theme == 0.0


def test_a_base_of_small_talk_alone_has_no_mark() -> None:
    told = Index.fit([Phrase("~greeting", "hej"), Phrase("~thanks", "tak")])
    assert told.read("hej").theme == 0.0


# --- the key


def test_the_key_is_the_same_for_the_same() -> None:
    assert fingerprint(base.phrases(), base.ELSEWHERE) == fingerprint(
        iter(base.phrases()), iter(base.ELSEWHERE)
    )


@pytest.mark.parametrize(
    ("phrases", "elsewhere"),
    [
        ([Phrase("a", "gpu")], ["vejr"]),
        ([Phrase("a", "gpu"), Phrase("b", "jura!")], ["vejr"]),
        ([Phrase("a", "gpu"), Phrase("c", "jura")], ["vejr"]),
        ([Phrase("a", "jura"), Phrase("b", "gpu")], ["vejr"]),
        ([Phrase("ag", "pu"), Phrase("b", "jura")], ["vejr"]),
        ([Phrase("a", "gpu", heard=True), Phrase("b", "jura")], ["vejr"]),
        ([Phrase("a", "gpu"), Phrase("b", "jura")], ["vejr", "mad"]),
        ([Phrase("a", "gpu"), Phrase("b", "jura")], []),
        ([], []),
    ],
)
def test_the_key_changes_with_what_is_fitted(phrases: list[Phrase], elsewhere: list[str]) -> None:
    key = fingerprint([Phrase("a", "gpu"), Phrase("b", "jura")], ["vejr"])
    assert fingerprint(phrases, elsewhere) != key


def test_labels_asked_for_are_told_of_however_unlikely_they_are() -> None:
    towns = ("Assens", "Billund", "Esbjerg", "Fredericia", "Grindsted", "Haderslev", "Kolding")
    more = (
        "Langeland",
        "Middelfart",
        "Nordborg",
        "Nyborg",
        "Odense",
        "Svendborg",
        "Vejle",
        "Varde",
    )
    index = Index.fit([Phrase(town, f"færgen til {town}") for town in (*towns, *more)])
    told = [one.label for one in index.read("færgen til Nyborg").ranked]
    assert len(told) == MOST_RANKED < len((*towns, *more))
    missing = next(town for town in (*towns, *more) if town not in told)
    also = [one.label for one in index.read("færgen til Nyborg", {missing}).ranked]
    assert also == [*told, missing]
