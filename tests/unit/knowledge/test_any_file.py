"""Whatever a file holds, the loader ends with a knowledge base or with a `KnowledgeError`."""

from collections.abc import Mapping

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.knowledge.loader import load
from bot.knowledge.model import Knowledge
from tests.unit.knowledge.base import FILES, PEOPLE, encoded

LINES = [(name, number) for name, text in FILES.items() for number in range(text.count("\n"))]
BITS = st.sampled_from(
    [
        *("no", "010", "2023-06-21", "2023-02-30", "9" * 5000, "{da: x}", "[x]", "'", '"', "&a"),
        *("*a", "!x", "\t", "- ", ": ", "{", "[", "\n", "<<: x", "? ", "|\n", "%", "\u2028", "\0"),
        *("12:30", "~", ".nan", "2023-06-21T15:15+02:00", "rain", "symposium", "=", "`", "#"),
        *("0001-01-01", "9999-12-31"),
    ]
)
WORDS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40).filter(str.strip)


def outcome(files: Mapping[str, bytes]) -> Knowledge | KnowledgeError:
    try:
        return load(files)
    except KnowledgeError as error:
        refused = error
    assert refused.problems
    for problem in refused.problems:
        assert problem.file in (files or {"knowledge": b""})
        assert 1 <= problem.line <= files.get(problem.file, b"").count(b"\n") + 2
        assert problem.wrong
        assert problem.mend
        assert str(problem).encode()
    return refused


@given(st.dictionaries(st.sampled_from(["a.yaml", "b.yaml"]), st.binary(max_size=200)))
def test_any_bytes(files: dict[str, bytes]) -> None:
    assert isinstance(outcome(files), KnowledgeError)


@given(st.text(max_size=200))
@example('"\\U00110000"')
@example('"\\UFFFFFFFF"')
@example("%YAML 1." + "9" * 5000 + "\n---\na: 1")
@example("a: !<%ff> x")
@example("? [a]\n: b")
@example("\ufeff\ufeffa: 1")
@example("people: [{id: [], source: {}}]")
def test_any_text(text: str) -> None:
    outcome(encoded({"a.yaml": text, "people.yaml": PEOPLE}))


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.integers(0, 60), BITS), min_size=1, max_size=3)
)
def test_a_valid_base_with_anything_written_into_it(
    changes: list[tuple[tuple[str, int], int, str]],
) -> None:
    files = dict(FILES)
    for (name, number), column, bit in changes:
        lines = files[name].split("\n")
        line = lines[number]
        lines[number] = line[:column] + bit + line[column:]
        files[name] = "\n".join(lines)
    outcome(encoded(files))


@settings(max_examples=200)
@given(st.sampled_from(LINES), BITS)
def test_a_valid_base_with_one_value_replaced(place: tuple[str, int], bit: str) -> None:
    name, number = place
    lines = FILES[name].split("\n")
    lines[number] = lines[number].split(":")[0] + ": " + bit
    outcome(encoded({**FILES, name: "\n".join(lines)}))


@given(st.sampled_from(LINES), st.integers(1, 4))
def test_a_valid_base_with_lines_missing(place: tuple[str, int], count: int) -> None:
    name, number = place
    lines = FILES[name].split("\n")
    del lines[number : number + count]
    outcome(encoded({**FILES, name: "\n".join(lines)}))


@given(st.lists(st.tuples(WORDS, WORDS, st.lists(WORDS, max_size=3)), max_size=5))
def test_a_written_base_is_read_as_it_was(topics: list[tuple[str, str, list[str]]]) -> None:
    written = [
        {
            "id": f"topic-{number}",
            "source": "newsletter",
            "checked": "CHECKED",
            "title": {"da": danish, "en": english},
            "summary": {"da": danish, "en": english},
            "points": {"da": points, "en": [*points]},
        }
        for number, (danish, english, points) in enumerate(topics)
    ]
    text = yaml.safe_dump({"topics": written}, allow_unicode=True).replace("CHECKED", "2023-06-21")
    read = load(encoded({**FILES, "topics.yaml": text})).topics
    assert [topic.title.da for topic in read] == [danish.strip() for danish, _, _ in topics]
    assert [topic.points.en for topic in read] == [
        tuple(point.strip() for point in points) for _, _, points in topics
    ]
