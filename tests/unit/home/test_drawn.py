"""The page in Slack: within its limits, whatever stands in the knowledge base."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.models.views import View

from bot.assistant.lookup import Lookup
from bot.desk import read
from bot.knowledge.forms import Text
from bot.reminders.model import Scope, ScopeKind
from bot.reply import Language
from bot.slack import views
from tests.unit.assistant.base import SOON
from tests.unit.events.making import event
from tests.unit.home.base import Visit

MOST_BLOCKS = 60
LONG = (
    "Et meget langt navn på noget, der handler om klinisk kunstig intelligens og billeder fra "
    "hele landet i mange år"
)
"""Longer than any in the shipped base."""


def grown(lookup: Lookup) -> Lookup:
    """The base with fifty more events and thirty more areas, all of them with long names."""
    title = Text(da=LONG, en=LONG)
    source = lookup.knowledge.sources[0].id
    events = tuple(
        event(
            f"more-{n}",
            source=source,
            title=title,
            place=title,
            starts=date(2023, 8, 1) + timedelta(days=n),
            register_by=date(2023, 7, 1),
            year_inferred=True,
        )
        for n in range(50)
    )
    role = lookup.entrance
    staff = tuple(lookup.people)
    roles = tuple(
        role.model_copy(
            update={"id": f"r-{n}", "title": title, "people": staff[n : n + 4], "entrance": False}
        )
        for n in range(30)
    )
    knowledge = lookup.knowledge
    changes = {"events": events, "roles": (*knowledge.roles, *roles)}
    return Lookup(knowledge.model_copy(update=changes))


async def drawn(lookup: Lookup, locale: Language) -> list[dict[str, Any]]:
    """The blocks, which Slack's own models take."""
    visit = Visit(lookup, locale=locale, now=SOON)
    await visit.sets("audience", "employee")
    await visit.has(Scope(), *(Scope(ScopeKind.EVENT, one.id) for one in lookup.knowledge.events))
    view = views.home(await visit.opens())
    assert View(**view).to_dict()["blocks"] == view["blocks"]
    found: list[dict[str, Any]] = view["blocks"]
    return found


def ids(blocks: list[dict[str, Any]]) -> list[str]:
    elements = [
        element
        for block in blocks
        for element in (*block.get("elements", ()), block.get("element"), block.get("accessory"))
    ]
    return [element["action_id"] for element in elements if element and "action_id" in element]


@pytest.mark.parametrize("locale", Language)
@pytest.mark.parametrize("large", [False, True])
async def test_it_is_short_and_whole(shipped: Path, locale: Language, *, large: bool) -> None:
    base = read(shipped)
    lookup = grown(base) if large else base
    blocks = await drawn(lookup, locale)
    assert len(blocks) <= MOST_BLOCKS
    assert len(set(ids(blocks))) == len(ids(blocks))
    menus = [block for block in blocks if block.get("accessory", {}).get("type") == "static_select"]
    assert len(menus) == 2
    assert "context" in blocks[-1]["type"]
    assert len(LONG) > max(len(one.label(locale)) for one in base.knowledge.events)
