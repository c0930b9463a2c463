import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.rarity import table
from bot.matching.text import stem
from bot.matching.vocabulary import EVERYDAY, LONGEST_ABBREVIATION, Sense, Vocabulary

TEXTS = (
    ("GPU og regnekraft", "infrastruktur", "hjælp til projekter"),
    ("lager til forskningsdata", "pladsproblem", "hjælp til data"),
    ("videnskabsetisk komité", "hjælp til ansøgninger"),
    ("blodforgiftning", "hjælp til sepsis", "kardiologi", "kardiogram"),
)
BACKGROUND = ("hjælp mig med en film", "hvad er klokken", "hjælp til flytning")
SLIPS = {
    "a letter too many": "regnekrafft",
    "a letter too few": "regnekaft",
    "a wrong letter": "regnekrsft",
    "two letters swapped": "regnekarft",
    "two slips": "regmekrafft",
}


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return Vocabulary.of(TEXTS, BACKGROUND)


def only(senses: tuple[Sense, ...]) -> Sense:
    assert len(senses) == 1
    return senses[0]


def test_a_known_word_means_itself(known: Vocabulary) -> None:
    assert only(known.senses("regnekraft")) == Sense(stem("regnekraft"), 1.0, "exact")


@pytest.mark.parametrize("word", ["regnekraften", "projekt", "projekterne", "infrastrukturer"])
def test_another_form_of_a_known_word(known: Vocabulary, word: str) -> None:
    sense = only(known.senses(word))
    assert (sense.weight, sense.how) == (1.0, "form")
    assert sense.stem in known.weights


def test_the_plural_of_a_short_word(known: Vocabulary) -> None:
    assert only(known.senses("gpus")) == Sense("gpu", 1.0, "form")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_misspelt_word(known: Vocabulary, slip: str) -> None:
    sense = only(known.senses(slip))
    assert sense.stem == stem("regnekraft")
    assert sense.how == "typo of regnekraft"
    assert 0.5 < sense.weight < 1.0


def test_swapping_two_letters_is_the_surest_slip(known: Vocabulary) -> None:
    swapped = only(known.senses(SLIPS["two letters swapped"]))
    wrong = only(known.senses(SLIPS["a wrong letter"]))
    assert 1.0 > swapped.weight > wrong.weight


def test_a_slip_goes_before_what_a_word_begins_with() -> None:
    texts = [["feed", "feedback"], ["projekter", "signaturprojekterne"], ["sign"]]
    known = Vocabulary.of(texts, [])
    assert only(known.senses("feedbcak")).how == "typo of feedback"
    assert only(known.senses("signatruprojektene")).how == "typo of signaturprojekterne"


@pytest.mark.parametrize("word", ["gpus", "gpuer", "gpuen", "gpuerne"])
def test_a_short_technical_word_has_every_ending(word: str) -> None:
    known = Vocabulary.of([["adgang til gpu", "to gpus"], ["skal"]], [])
    assert only(known.senses(word)).stem == "gpu"
    assert known.senses("skalere") != known.senses("skal")


def test_more_slips_are_less_sure(known: Vocabulary) -> None:
    one, two = (only(known.senses(SLIPS[how])) for how in ("a letter too many", "two slips"))
    assert two.weight < one.weight


def test_a_slip_in_the_first_letter_is_less_sure(known: Vocabulary) -> None:
    assert (
        only(known.senses("tegnekrxft".replace("x", "a"))).weight
        < only(known.senses("regnekrsft")).weight
    )


@pytest.mark.parametrize("word", ["blomkålsgratin", "xqzvwkjh", "håndboldresultat"])
def test_a_word_like_no_other_means_nothing(known: Vocabulary, word: str) -> None:
    assert known.senses(word) == ()


def test_everyday_words_are_never_taken_for_slips_or_beginnings(known: Vocabulary) -> None:
    everyday = [
        word
        for language in ("da", "en")
        for word, frequency in table(language).items()
        if frequency >= EVERYDAY
    ]
    assert len(everyday) > 1000
    hows = {sense.how for word in everyday for sense in known._senses(word)}
    assert not {how for how in hows if how.startswith(("typo", "short"))}


def test_a_known_everyday_word_still_means_itself(known: Vocabulary) -> None:
    assert only(known.senses("hjaelp")).how == "exact"


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("regnekraftbehov", {"regnekraft"}),
        ("projektlager", {"projekt", "lager"}),
        ("sepsisprojekter", {"sepsis", "projekter"}),
    ],
)
def test_the_known_parts_of_a_compound(known: Vocabulary, compound: str, parts: set[str]) -> None:
    senses = known.senses(compound)
    assert {sense.stem for sense in senses} == {stem(part) for part in parts}
    assert all(0.5 < sense.weight <= 1.0 for sense in senses)
    assert {sense.how for sense in senses} == {f"part of {compound}"}


def test_a_long_word_one_slip_from_a_known_one_is_that_one_and_no_compound() -> None:
    known = Vocabulary.of((("informationssikkerhed",), ("sikkerhed",), ("patientdata", "data")), ())
    assert only(known.senses("infomationssikkerhed")).stem == stem("informationssikkerhed")
    assert only(known.senses("patientdta")).stem == stem("patientdata")
    assert {one.stem for one in known.senses("patientsikkerhed")} == {stem("sikkerhed")}


def test_a_small_part_of_a_long_word_does_not_count(known: Vocabulary) -> None:
    assert not any(sense.how.startswith("part") for sense in known.senses("lagerxkwqzvbnmwrtpsdfg"))


def test_a_beginning_stands_for_the_word(known: Vocabulary) -> None:
    sense = only(known.senses("infras"))
    assert sense.stem == stem("infrastruktur")
    assert sense.weight < 1.0
    assert sense.how.startswith("short for")


def test_a_beginning_of_two_words_may_stand_for_either(known: Vocabulary) -> None:
    assert {sense.stem for sense in known.senses("kardi")} == {
        stem("kardiologi"),
        stem("kardiogram"),
    }


def test_a_beginning_of_many_words_stands_for_none() -> None:
    many = Vocabulary.of([[f"qvarz{letter}blum" for letter in "abcdefgh"]], ())
    assert many.senses("qvarz") == ()


def test_a_long_beginning_is_no_abbreviation(known: Vocabulary) -> None:
    beginning = "videnskabsetisk"[: LONGEST_ABBREVIATION + 1]
    assert not any(sense.how.startswith("short") for sense in known.senses(beginning))


def test_what_few_say_weighs_more_than_what_all_say(known: Vocabulary) -> None:
    assert known.weights[stem("blodforgiftning")] > known.weights[stem("hjaelp")]


def test_what_is_said_elsewhere_too_weighs_less() -> None:
    alone = Vocabulary.of([["flytning"], ["regnekraft"]], ["hvad er klokken"])
    said = Vocabulary.of([["flytning"], ["regnekraft"]], ["flytning", "hvad er klokken"])
    assert said.weights[stem("flytning")] < alone.weights[stem("flytning")]
    assert said.weights[stem("regnekraft")] == alone.weights[stem("regnekraft")]


def test_everyday_words_tell_little_where_terms_are_written(known: Vocabulary) -> None:
    assert known.telling == known.weights


def test_where_sentences_are_written_only_the_groups_tell() -> None:
    terms = Vocabulary.of(TEXTS, BACKGROUND)
    whole = Vocabulary.of(TEXTS, BACKGROUND, everyday=False)
    elsewhere = Vocabulary.of(TEXTS, ["regnekraft og data"] * 9, everyday=False)
    assert whole.weights == terms.weights
    assert whole.spellings == terms.spellings
    assert whole.telling == elsewhere.telling
    # "og" is used by one group alone, as "regnekraft" is; "hjælp" by all.
    assert whole.telling["og"] == whole.telling[stem("regnekraft")]
    assert terms.telling["og"] < 0.5 * terms.telling[stem("regnekraft")]
    assert whole.telling[stem("hjaelp")] < 0.3 * whole.telling["og"]


@given(
    st.lists(st.lists(st.text("abdeghknorst ", max_size=30), max_size=3), max_size=5),
    st.lists(st.text("abdeghknorst ", max_size=30), max_size=3),
    st.booleans(),
)
@settings(deadline=None)
def test_every_stem_has_its_weights(
    texts: list[list[str]], background: list[str], everyday: bool
) -> None:
    made = Vocabulary.of(texts, background, everyday=everyday)
    assert made.weights.keys() == made.telling.keys() == set(made.spellings.values())
    assert all(0.0 < weight <= 1.0 for weight in made.weights.values())
    assert all(0.0 <= weight <= 1.0 for weight in made.telling.values())


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=30))
@settings(deadline=None)
def test_a_sense_is_always_a_known_stem(word: str) -> None:
    known = Vocabulary.of(TEXTS, BACKGROUND)
    for sense in known.senses(word):
        assert sense.stem in known.weights
        assert 0.0 < sense.weight <= 1.0


@given(data=st.data())
@settings(deadline=None)
def test_one_slip_in_a_long_rare_word_is_understood(known: Vocabulary, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(["regnekraft", "infrastruktur", "blodforgiftning"]))
    at = data.draw(st.integers(1, len(word) - 2))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    cut = data.draw(st.sampled_from([0, 1]))
    slip = word[:at] + letter + word[at + cut :]
    assert stem(word) in {sense.stem for sense in known.senses(slip)}


def test_an_empty_vocabulary_knows_nothing() -> None:
    assert Vocabulary.of((), ()).senses("regnekraft") == ()


def test_the_memory_of_typed_words_is_bounded(known: Vocabulary) -> None:
    assert known.senses.cache_info().maxsize
