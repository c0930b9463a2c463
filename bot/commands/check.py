"""``check``: what is wrong with the knowledge base, and what somebody should look at."""

from argparse import Namespace
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.app.passing import channels
from bot.assistant.defence import stolen
from bot.assistant.lookup import Lookup
from bot.commands.common import clock_at
from bot.config import Settings, Variable
from bot.desk import fitted
from bot.errors import KnowledgeError, Problem, Severity
from bot.knowledge.check import findings
from bot.knowledge.loader import load_with_places, read_folder
from bot.knowledge.model import DEFAULT_ZONE
from bot.passing.owners import unknown_areas
from bot.store.index_cache import FolderCache


def run(arguments: Namespace, settings: Settings) -> int:
    """Print every finding; 1 when there are errors, or warnings where those count."""
    today = clock_at(arguments.at).now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    try:
        loaded = load_with_places(read_folder(settings.knowledge))
    except KnowledgeError as error:
        return _report(error.problems, strict=arguments.strict)
    lookup = Lookup(loaded.knowledge)
    index = fitted(lookup, FolderCache(settings.cache))
    problems = [
        *loaded.warnings,
        *findings(loaded.knowledge, loaded.places, today),
        *stolen(lookup, index, loaded.places),
        *_without_role(settings, lookup),
    ]
    return _report(sorted(problems), strict=arguments.strict)


def _without_role(settings: Settings, lookup: Lookup) -> list[Problem]:
    """The areas of RAIN_OWNERS whose questions go to nobody."""
    return [
        Problem(
            Variable.OWNERS,
            1,
            f"{area} is no role of the knowledge base.",
            "Write the id of a role before the channel, or the channel alone.",
            Severity.WARNING,
        )
        for area in unknown_areas(channels(settings), lookup)
    ]


def _report(problems: Sequence[Problem], *, strict: bool) -> int:
    for problem in problems:
        print(problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    print(f"{errors} errors, {warnings} warnings.")
    return 1 if errors or (strict and warnings) else 0
