"""A small base with an entry of each kind, and what an assistant says of them."""

from datetime import UTC, datetime

from bot.assistant.compose import Composer
from bot.assistant.lookup import Lookup
from bot.knowledge.loader import load
from bot.reply import Language

MORE = """\
sources:
  - id: letter
    title: {da: Brevet, en: The letter}
    published: 2023-06-01
organisations:
  - id: rain
    source: letter
    checked: 2023-06-01
    name: {da: Netværket, en: The network}
    aliases: [RAIN, Regional AI]
    summary: {da: Et netværk., en: A network.}
  - id: unit
    source: letter
    checked: 2023-06-01
    name: {da: Enheden, en: The unit}
    part_of: rain
    summary: {da: En enhed., en: A unit.}
    points: {da: [Det første, Det andet], en: [The first, The second]}
    contact: front-desk
people:
  - id: anna-hansen
    source: letter
    checked: 2023-06-01
    name: Anna Hansen
    email: anna@example.dk
    organisation: unit
    title: {da: Jurist, en: Lawyer}
  - id: bo-berg
    source: letter
    checked: 2023-06-01
    name: Bo Berg
    reach: {da: Ring til omstillingen, en: Call the switchboard}
    organisation: rain
roles:
  - id: front-desk
    source: letter
    checked: 2023-06-01
    title: {da: Indgangen, en: The entrance}
    people: [bo-berg, anna-hansen]
    organisation: unit
    summary: {da: Spørg her., en: Ask here.}
    audience: [employee, company]
    entrance: true
  - id: legal
    source: letter
    checked: 2023-06-01
    title: {da: Jura, en: Law}
    organisation: unit
    summary: {da: Ingen er nævnt., en: Nobody is mentioned.}
    fallback: deputy
  - id: deputy
    source: letter
    checked: 2023-06-01
    title: {da: Stedfortræder, en: Deputy}
    organisation: unit
    summary: {da: Heller ingen., en: Nobody either.}
    fallback: front-desk
services:
  - id: advice
    source: letter
    checked: 2023-06-01
    title: {da: Sparring, en: Advice}
    provided_by: unit
    summary: {da: Hjælp til start., en: Help to begin.}
    steps: {da: [Skriv, Mød op], en: [Write, Come]}
    contact: front-desk
    links:
      - title: {da: Siden, en: The page}
        url: https://example.dk/sparring
  - id: legal-advice
    source: letter
    checked: 2023-06-01
    title: {da: Juridisk hjælp, en: Legal help}
    provided_by: unit
    summary: {da: Hjælp til jura., en: Help with law.}
    contact: legal
projects:
  - id: scan
    source: letter
    checked: 2023-06-01
    title: {da: Skanning, en: Scanning}
    summary: {da: Et projekt., en: A project.}
    points: {da: [Et punkt], en: [A point]}
    organisations: [rain, unit]
    people: [anna-hansen]
topics:
  - id: ruling
    source: letter
    checked: 2023-06-01
    check_every: 30
    title: {da: Afgørelsen, en: The ruling}
    summary: {da: Den faldt., en: It fell.}
    points: {da: [Derfor], en: [That is why]}
events:
  - id: gathering
    source: letter
    checked: 2023-06-01
    title: {da: Træffet, en: The gathering}
    summary: {da: Vi mødes., en: We meet.}
    starts: 2023-06-21T15:15
    ends: 2023-06-21T16:45
    place: {da: Odense, en: Odense}
    organiser: rain
    people: [anna-hansen]
    registration: https://example.dk/tilmelding
"""
LOOKUP = Lookup(load({"all.yaml": MORE.encode()}))
SOON = datetime(2023, 6, 1, 7, tzinfo=UTC)
"""Just checked; the event lies ahead."""
LONG_AFTER = datetime(2026, 11, 23, 8, tzinfo=UTC)


def composer(language: Language = Language.ENGLISH, at: datetime = SOON) -> Composer:
    return Composer(LOOKUP, language, at)
