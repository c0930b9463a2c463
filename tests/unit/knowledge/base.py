"""A small valid knowledge base to spoil one line at a time."""

from bot.errors import KnowledgeError, Problem
from bot.knowledge.loader import load

PEOPLE = """\
sources:
  - id: newsletter
    title: {da: Nyhedsbrevet, en: The newsletter}
    published: {first: 2023-06-01, last: 2023-06-30}
    url: https://example.dk/nyt
organisations:
  - id: rain
    source: newsletter
    checked: 2023-06-21
    name: {da: RAIN, en: RAIN}
    summary: {da: Et netværk om klinisk AI., en: A network on clinical AI.}
people:
  - id: anna-hansen
    source: newsletter
    checked: 2023-06-21
    name: Anna Hansen
    email: anna.hansen@example.dk
    organisation: rain
roles:
  - id: front-desk
    source: newsletter
    checked: 2023-06-21
    title: {da: Indgangen, en: The entrance}
    people: [anna-hansen]
    organisation: rain
    summary: {da: Spørg her., en: Ask here.}
    audience: [employee, company]
    entrance: true
"""
EVENTS = """\
services:
  - id: advice
    source: newsletter
    checked: 2023-06-21
    title: {da: Sparring, en: Advice}
    provided_by: rain
    summary: {da: Hjælp til start., en: Help to begin.}
    contact: front-desk
    ask:
      da: [sparring, hjælp]
      en: [advice]
    steps:
      da: [Skriv til os.]
      en: [Write to us.]
events:
  - id: symposium
    source: newsletter
    checked: 2023-06-21
    title: {da: Symposium, en: Symposium}
    starts: 2023-06-21T15:15
    ends: 2023-06-21 16:30
    place: {da: Odense, en: Odense}
    organiser: rain
    registration: https://example.dk/tilmelding
    register_by: 2023-06-14
"""
FILES = {"events.yaml": EVENTS, "people.yaml": PEOPLE}


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    """The files as `load` takes them."""
    return {name: text.encode() for name, text in files.items()}


def spoilt(old: str, new: str) -> dict[str, bytes]:
    """The base with the first occurrence of one text replaced in the file that holds it."""
    file = next(name for name, text in FILES.items() if old in text)
    return encoded({**FILES, file: FILES[file].replace(old, new, 1)})


def problems(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """What the loader says about a base that it must refuse."""
    try:
        load(files)
    except KnowledgeError as error:
        return error.problems
    raise AssertionError("the base was taken")


def line_of(text: str, found: str) -> int:
    """The line, from 1, on which something first stands."""
    return text[: text.index(found)].count("\n") + 1
