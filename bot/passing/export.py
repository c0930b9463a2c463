"""Answers that somebody wants remembered, as entries ready for the knowledge base."""

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

import yaml

from bot.assistant.compose import first_sentence
from bot.passing.model import Proposal
from bot.reply import Language
from bot.wording.dates import HOME, moment

_HOME = ZoneInfo(HOME)
_LONGEST = 600
"""Characters of one text in the knowledge base."""
_NAMES = {Language.DANISH: "Danish", Language.ENGLISH: "English"}
_OTHER = {Language.DANISH: Language.ENGLISH, Language.ENGLISH: Language.DANISH}
NONE = "# Nothing is proposed."
_OPENING = """\
# What people who answered want remembered. For each entry: see to it that it is right and tells
# nothing of anybody, put it into a file below knowledge/, give it an id that says what it is (also
# below `heard`, where the question stands for the bot to learn from), write the other language and
# where it comes from, and run `rain-bot check`, which names what is missing.
# Then `rain-bot export --done` with its number takes it off this list."""


def as_yaml(proposals: Sequence[Proposal], today: date) -> str:
    """A file of topics, with what they rest on as comments."""
    if not proposals:
        return NONE
    entries = ("\n".join(_entry(one, today)) for one in proposals)
    heard = [line for one in proposals if one.question for line in _heard(one)]
    last = ["\n".join(("heard:", *heard))] if heard else []
    return "\n\n".join((f"{_OPENING}\ntopics:", *entries, *last))


def _entry(proposal: Proposal, today: date) -> Iterator[str]:
    language = proposal.language
    when = moment(proposal.at.astimezone(_HOME), Language.ENGLISH)
    yield f"  # Number: {proposal.id}"
    yield f"  # Answered by {_quoted(proposal.by)} on {when}."
    if proposal.question:
        yield f"  # The question was: {_quoted(_one_line(proposal.question))}"
    else:
        yield "  # Whoever asked wants to be forgotten; the question is deleted."
    yield f"  - id: {_id(proposal)}"
    yield "    source: write-the-source  # an id from sources.yaml; add one for what people answer"
    yield f"    checked: {today.isoformat()}"
    yield "    title:"
    if proposal.question:
        yield f"      {language}: {_quoted(first_sentence(_one_line(proposal.question)))}"
    yield from _missing(language, both=not proposal.question)
    summary, *points = _pieces(proposal.answer)
    yield "    summary:"
    yield f"      {language}: {_quoted(summary)}"
    yield from _missing(language, both=False)
    if points:
        yield "    points:"
        yield f"      {language}:"
        yield from (f"        - {_quoted(point)}" for point in points)
        yield from _missing(language, both=False)
    if proposal.area:
        yield f"    contact: {proposal.area}"


def _heard(proposal: Proposal) -> Iterator[str]:
    """The question as it was asked, for the bot to learn from."""
    yield f"  - entry: {_id(proposal)}"
    yield f"    {proposal.language}: [{_quoted(_one_line(proposal.question)[:_LONGEST])}]"


def _id(proposal: Proposal) -> str:
    return f"answer-{proposal.id[:8]}"


def _missing(language: Language, *, both: bool) -> Iterator[str]:
    """Comments where a text is still to be written."""
    for one in (language, _OTHER[language]) if both else (_OTHER[language],):
        yield f"      # {one}: still to be written in {_NAMES[one]}"


def _pieces(answer: str) -> list[str]:
    """The answer's lines, the long ones cut between words."""
    return [piece for line in answer.splitlines() if line.strip() for piece in _cut(line)]


def _cut(line: str) -> Iterator[str]:
    rest = _one_line(line)
    while len(rest) > _LONGEST:
        end = rest.rfind(" ", 0, _LONGEST)
        end = end if end > 0 else _LONGEST
        yield rest[:end]
        rest = rest[end:].lstrip()
    yield rest


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """The text between quotes on one line, whatever is in it."""
    dumped = yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10**6)
    return str(dumped).strip()
