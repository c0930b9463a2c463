"""Words by which another entry is found."""

from pathlib import Path

from bot.assistant.defence import stolen
from bot.assistant.lookup import Lookup
from bot.assistant.vocabulary import phrases
from bot.desk import fitted
from bot.errors import Problem, Severity
from bot.knowledge.loader import load_with_places, read_folder
from bot.matching.index import Index
from bot.store.index_cache import FolderCache

BASE = """\
sources:
  - id: letter
    title: {{da: Brevet, en: The letter}}
    published: 2023-06-01
organisations:
  - id: unit
    source: letter
    checked: 2023-06-01
    name: {{da: Enheden, en: The unit}}
    summary: {{da: En enhed., en: A unit.}}
roles:
  - id: desk
    source: letter
    checked: 2023-06-01
    title: {{da: Indgangen, en: The entrance}}
    organisation: unit
    summary: {{da: Spørg her., en: Ask here.}}
    entrance: true
topics:
  - id: storage
    source: letter
    checked: 2023-06-01
    title: {{da: Lagring af filer, en: Keeping files}}
    summary: {{da: Plads til filer., en: Room for files.}}
    ask: {{da: [lagring, serverplads, filer], en: [storage, disk space, files]}}
  - id: travel
    source: letter
    checked: 2023-06-01
    title: {{da: Rejser til udlandet, en: Travel abroad}}
    summary: {{da: Om rejser., en: On travel.}}
    ask: {{da: [{da}], en: [{en}]}}
"""


def found(da: str, en: str) -> list[Problem]:
    loaded = load_with_places({"base.yaml": BASE.format(da=da, en=en).encode()})
    lookup = Lookup(loaded.knowledge)
    index = Index.fit(phrases(lookup), ["hvad er klokken", "what is for lunch"])
    return list(stolen(lookup, index, loaded.places))


def test_words_of_its_own_are_no_finding() -> None:
    assert found("rejse, tog", "journey, train") == []


def test_a_neighbours_words_are_named_with_line_and_thief() -> None:
    (problem,) = found("rejse, tog, lagring af filer", "journey, train")
    assert (problem.file, problem.line, problem.severity) == ("base.yaml", 31, Severity.WARNING)
    assert "“lagring af filer” under travel finds storage" in problem.wrong
    assert "leave these words out" in problem.mend


def test_an_entry_that_none_of_its_words_finds() -> None:
    (problem,) = found("lagring af filer, filer", "keeping files, disk space")
    assert problem.wrong == "None of the words of travel finds it."


def test_nobody_steals_in_the_shipped_base(shipped: Path, fitted_cache: Path) -> None:
    loaded = load_with_places(read_folder(shipped))
    lookup = Lookup(loaded.knowledge)
    problems = list(stolen(lookup, fitted(lookup, FolderCache(fitted_cache)), loaded.places))
    assert not problems, "\n".join(map(str, problems))
