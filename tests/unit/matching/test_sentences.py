from importlib.resources import files

import pytest

from bot.matching.sentences import SMALLTALK, about_the_bot, elsewhere, smalltalk
from bot.matching.text import MOST_CHARACTERS, readable, words

DATA = files("bot.matching").joinpath("data")
FILES = [
    f"{name}.{language}.txt" for name in ("elsewhere", "smalltalk") for language in ("da", "en")
]


def lines(name: str) -> list[str]:
    text = DATA.joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def said(sentence: str) -> str:
    return " ".join(words(sentence))


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_tidy(name: str) -> None:
    assert lines(name)
    for line in lines(name):
        assert line == line.strip()
        sentence = line.split("\t")[-1]
        assert readable(sentence) == sentence
        assert len(sentence) < MOST_CHARACTERS
        assert words(sentence)


@pytest.mark.parametrize("name", FILES)
def test_no_line_stands_twice(name: str) -> None:
    found = [said(line) for line in lines(name)]
    assert sorted({line for line in found if found.count(line) > 1}) == []


def test_no_sentence_is_both_small_talk_and_about_something_else() -> None:
    talk = {said(sentence) for _, sentence in smalltalk()}
    assert talk & {said(sentence) for sentence in elsewhere()} == set()


def test_no_sentence_is_two_kinds_of_small_talk() -> None:
    kinds: dict[str, set[str]] = {}
    for kind, sentence in smalltalk():
        kinds.setdefault(said(sentence), set()).add(kind)
    assert {sentence: found for sentence, found in kinds.items() if len(found) > 1} == {}


def test_each_kind_of_small_talk_is_spoken_in_both_languages() -> None:
    spoken = [
        {line.split("\t")[0] for line in lines(f"smalltalk.{language}.txt")}
        for language in ("da", "en")
    ]
    assert spoken[0] == spoken[1]
    assert all(not kind.startswith(SMALLTALK) for kind in spoken[0])


def test_all_lines_are_read() -> None:
    assert len(elsewhere()) == len(lines("elsewhere.da.txt")) + len(lines("elsewhere.en.txt"))
    assert len(smalltalk()) == len(lines("smalltalk.da.txt")) + len(lines("smalltalk.en.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "er du en robot?",
        "Hej, er du et menneske?",
        "are you a machine",
        "Are you human?",
        "hi, are you real?",
        "er du ai",
    ],
)
def test_about_the_bot(text: str) -> None:
    assert about_the_bot(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hvem ved noget om GPU",
        "are you able to help with a GPU",
        "er du sød at hjælpe mig",
        "hvad er du bedst til",
        "er du en robot " + "der kan meget " * 20,
    ],
)
def test_not_about_the_bot(text: str) -> None:
    assert not about_the_bot(text)
