import time

import pytest

from tests.unit.knowledge.base import problems

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("content", "line", "wrong", "mend"),
    [
        (b"", 1, "empty", "delete"),
        (b"# only a comment\n", 1, "empty", "delete"),
        (b"people:\n  - name: J\xf8rgen\n", 2, "UTF-8", "Save the file"),
        ("people: []".encode("utf-16"), 1, "UTF-8", "Save the file"),
        (b"people:\n\t- id: x\n", 2, "tabs (line 2)", "spaces"),
        (b"people:\n  - id: x\n    name: A: B\n", 3, "colon", "quotes"),
        (b"people:\n  - id: x\n    name: @Anna\n", 3, "sign", "quotes"),
        (b"people:\n  - id: x\n    name: *Anna\n", 3, "`*Anna` points", "quotes"),
        (b"people:\n  - id: x\n    name: & Anna\n", 3, "ampersand", "quotes"),
        (b"people:\n  - id: &one x\n", 2, "`&one` marks", "in full"),
        (b"people:\n  - name: !!python/name:os.system x\n", 2, "tag", "quotes"),
        (b'people:\n  - name: "Anna\n    email: x\n', 2, "never close", "Close"),
        (b"people:\n  - id: x\n   name: y\n", 3, "indented", "depth"),
        (b"people:\n  - id: x\n  name\n", 3, "colon is missing", "indent"),
        (b"people: [\n  a, b\nroles: []\n", 3, "comma", "Close"),
        (b"people: []\n---\nroles: []\n", 2, "second document", "two files"),
        (b"- a\n- b\n", 1, "keys and lists", "people:"),
        (b"just words\n", 1, "keys and lists", "people:"),
        (b"people: " + b"[" * 30 + b"]" * 30, 1, "nested too deeply", "See"),
        (b"people: []\nrols: []\n", 2, "no key `rols`", "Did you mean `roles`?"),
        (b"people: []\nqqqq: []\n", 2, "no key `qqqq`", "The keys are sources,"),
        (b"people: []\nroles: Anna\n", 2, "no list", "- "),
        (b"people: []\nroles:\n", 2, "no list", "remove the key"),
        (b"people:\n  - Anna\n", 2, "no fields", "- id:"),
        (b"people: []\nroles: []\npeople: []\n", 3, "second time; the first is on line 1", "one"),
        (b"people: []\n[a, b]: []\n", 2, "where a key belongs", "word"),
        (b"people: []\nx: \x07\n", 2, "invisible", "Delete"),
        (b'people:\n  - "\\0"\n', 2, "invisible", "Delete"),
        (b'people:\n  - "\\uD800"\n', 2, "invisible", "Delete"),
        (b'people:\n  - "\\UFFFFFFFF"\n', 1, "not YAML", "backslash"),
        (b'people:\n  - "\\d"\n', 2, "backslash", "twice"),
    ],
)  # fmt: skip
def test_what_is_not_plain_yaml_is_named_with_its_line(
    content: bytes, line: int, wrong: str, mend: str
) -> None:
    found = problems({"a.yaml": content})
    assert [problem for problem in found if problem.line == line], found
    told = next(problem for problem in found if problem.line == line and wrong in problem.wrong)
    assert told.file == "a.yaml"
    assert mend in told.mend


def test_a_byte_order_mark_is_no_error() -> None:
    (only,) = problems({"a.yaml": "\ufeffrols: []\n".encode()} | {"b.yaml": b"people: []"})
    assert "rols" in only.wrong


@pytest.mark.parametrize(
    "content",
    [BOMB.encode(), b"[" * 900_000, b"- " * 400_000, b"? " * 400_000, b"a: {" * 200_000],
    ids=["aliases", "brackets", "dashes", "keys", "braces"],
)
def test_a_bomb_is_refused_fast(content: bytes) -> None:
    begun = time.perf_counter()
    assert problems({"bomb.yaml": content})
    assert time.perf_counter() - begun < 2
