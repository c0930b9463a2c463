from math import hypot, isclose, isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.features import features, read
from bot.matching.style import SENTENCES, TERMS, Style
from bot.matching.vocabulary import Vocabulary
from tests.unit.matching.base import PHRASES

STYLES = pytest.mark.parametrize("style", [TERMS, SENTENCES], ids=["terms", "sentences"])
OPENINGS = (
    "hvem ved noget om {}",
    "who can I ask about {}",
    "kan I hjælpe mig med {}",
    "do you have anything on {}",
)
TOPICS = ("regnekraft", "databehandleraftale", "blodforgiftning", "netværksmøde", "meetup")


def made(text: str, vocabulary: Vocabulary, style: Style = TERMS) -> dict[str, float]:
    return features(read(text, vocabulary), vocabulary, style)


def block(values: dict[str, float], letter: str) -> dict[str, float]:
    return {name: value for name, value in values.items() if name[0] == letter}


def likeness(left: dict[str, float], right: dict[str, float]) -> float:
    """The cosine of two texts' features."""
    both = sum(value * right.get(name, 0.0) for name, value in left.items())
    return both / (hypot(*left.values()) * hypot(*right.values()))


@STYLES
@pytest.mark.parametrize("text", ["", "???", "😀😀"])
def test_no_words_no_features(vocabulary: Vocabulary, text: str, style: Style) -> None:
    assert made(text, vocabulary, style) == {}


@STYLES
@given(text=st.text(max_size=200))
@settings(deadline=None)
def test_each_block_has_its_own_length(vocabulary: Vocabulary, style: Style, text: str) -> None:
    values = made(text, vocabulary, style)
    blocks = {"w": style.meaning, "i": style.inside, "a": style.across}
    assert all(isfinite(value) and value >= 0 for value in values.values())
    assert {name[0] for name in values} <= blocks.keys()
    for letter, length in blocks.items():
        found = block(values, letter)
        assert not found or isclose(hypot(*found.values()), length, rel_tol=1e-6)


@pytest.mark.parametrize(("left_out", "letter"), [("meaning", "w"), ("inside", "i")])
def test_a_block_of_no_length_is_left_out(
    vocabulary: Vocabulary, left_out: str, letter: str
) -> None:
    lengths = {"meaning": 1.0, "inside": 1.0, "across": 1.0, left_out: 0.0}
    values = made("adgang til regnekraft", vocabulary, Style(**lengths, everyday=True, runs=(3,)))
    assert {name[0] for name in values} == {"w", "i", "a"} - {letter}


def test_letters_run_only_as_long_as_the_style_says(vocabulary: Vocabulary) -> None:
    style = Style(1.0, 1.0, 1.0, everyday=True, runs=(2, 5))
    values = made("adgang til regnekraft", vocabulary, style)
    assert {len(name) - 1 for name in block(values, "a")} == {2, 5}


@STYLES
def test_words_in_another_order_mean_the_same(vocabulary: Vocabulary, style: Style) -> None:
    one = made("regnekraft til røntgenbilleder", vocabulary, style)
    other = made("røntgenbilleder til regnekraft", vocabulary, style)
    assert block(one, "w") == pytest.approx(block(other, "w"))
    assert block(one, "i") == pytest.approx(block(other, "i"))
    assert block(one, "a") != block(other, "a")


def test_a_word_said_twice_means_no_more(vocabulary: Vocabulary) -> None:
    once, twice = made("regnekraft", vocabulary), made("regnekraft regnekraft", vocabulary)
    assert block(once, "w") == block(twice, "w")


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_words_of_every_question_leave_some_trace_but_no_great_one(
    vocabulary: Vocabulary, opening: str
) -> None:
    found = []
    for text in (text for texts in PHRASES.values() for text in texts):
        asked, plain = made(opening.format(text), vocabulary), made(text, vocabulary)
        assert likeness(block(asked, "w"), block(plain, "w")) > 0.8
        assert likeness(block(asked, "i"), block(plain, "i")) > 0.95
        assert likeness(block(asked, "a"), block(plain, "a")) > 0.55
        found.append(likeness(asked, plain))
    assert min(found) > 0.72
    assert sum(found) / len(found) > 0.86


@pytest.mark.parametrize("opening", OPENINGS)
def test_with_one_opening_topics_stay_far_apart(vocabulary: Vocabulary, opening: str) -> None:
    asked = {topic: made(opening.format(topic), vocabulary) for topic in TOPICS}
    for topic in TOPICS:
        plain = made(topic, vocabulary)
        others = [asked[other] for other in TOPICS if other != topic]
        assert likeness(asked[topic], plain) > 2 * max(likeness(one, plain) for one in others)
        assert max(likeness(asked[topic], one) for one in others) < 0.4


def test_a_misspelt_word_is_nearer_to_its_own_than_to_another(vocabulary: Vocabulary) -> None:
    slip = made("databehandleraftle", vocabulary)
    assert likeness(slip, made("databehandleraftale", vocabulary)) > 0.8
    assert likeness(slip, made("blodforgiftning", vocabulary)) < 0.3


@STYLES
def test_letters_across_words_are_mostly_the_same_written_in_two(
    vocabulary: Vocabulary, style: Style
) -> None:
    # Only the runs over the joint differ: the longer the runs of a style, the more of them.
    apart = block(made("xqzvwk blorfnag", vocabulary, style), "a")
    joined = block(made("xqzvwkblorfnag", vocabulary, style), "a")
    other = block(made("xqzvwk rtplombe", vocabulary, style), "a")
    assert likeness(apart, joined) > 0.5
    assert likeness(apart, joined) > 1.5 * likeness(apart, other)


def test_letters_across_words_tell_where_words_begin_and_end(vocabulary: Vocabulary) -> None:
    names = block(made("xqzvwk blorf", vocabulary), "a")
    assert {"a xq", "awk ", "ak b", "aorf "} <= names.keys()
    assert not any("  " in name for name in names)


def test_letters_run_across_all_words_and_count_as_the_heaviest_they_touch(
    vocabulary: Vocabulary,
) -> None:
    common, rare = read("hvem xqzvwk", vocabulary)
    runs = block(made("hvem xqzvwk", vocabulary), "a")
    assert 0.02 < common.weight < rare.weight
    ratio = (rare.weight / common.weight) ** 0.25
    assert runs["axqz"] / runs["ahvem"] == pytest.approx(ratio)
    assert runs["am xq"] == runs["a xqz"] == runs["axqz"]
    assert runs["aem "] == runs["ahvem"]


def test_even_the_commonest_words_leave_letters(vocabulary: Vocabulary) -> None:
    common, _ = read("the xqzvwk", vocabulary)
    runs = block(made("the xqzvwk", vocabulary), "a")
    assert common.weight < 0.02
    assert runs["athe"] / runs["axqz"] == pytest.approx(0.02**0.25)


def test_of_an_endless_text_only_so_many_letters_run_across(vocabulary: Vocabulary) -> None:
    long = " ".join(f"{letter}{other}xq" for letter in "abcdefghij" for other in "klmnopqrst" * 3)
    first = " ".join(long.split()[:100])
    assert block(made(long, vocabulary), "a").keys() == block(made(first, vocabulary), "a").keys()


def test_what_a_question_is_but_wrapped_in_means_nothing(vocabulary: Vocabulary) -> None:
    *opening, topic = read("hvem har styr på regnekraft", vocabulary)
    assert topic == read("regnekraft", vocabulary)[0]
    for word in opening[1:]:
        assert word.senses == ()
        assert word.weight < 0.05
    (alone,) = read("styr", vocabulary)
    assert alone.weight > 0.1


def test_how_well_a_stem_tells_is_what_it_means() -> None:
    known = Vocabulary(
        {"gpu": 0.1, "regnekraft": 0.9},
        {"gpu": "gpu", "regnekraft": "regnekraft"},
        {"gpu": 0.81, "regnekraft": 0.09},
    )
    meant = block(made("gpu regnekraft", known), "w")
    assert meant["wgpu"] == pytest.approx(3 * meant["wregnekraft"])


def test_a_misspelt_word_weighs_what_it_stands_for(vocabulary: Vocabulary) -> None:
    (right,), (wrong,) = (read(word, vocabulary) for word in ("regnekraft", "regnekarft"))
    assert wrong.weight == right.weight


def test_everyday_words_weigh_less_than_rare_ones(vocabulary: Vocabulary) -> None:
    (common,), (rare,) = (read(word, vocabulary) for word in ("hvordan", "xqzvwk"))
    assert common.weight < 0.3 * rare.weight
