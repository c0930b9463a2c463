"""What Slack would refuse and the emulator takes."""

import json
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.fakes.slack_history import wrong_with_metadata
from tests.fakes.slack_server import wrong_with

Json = dict[str, Any]
MOST_IN_A_MESSAGE, MOST_IN_A_VIEW = 50, 100


def wrong_with_message(body: Json) -> Json | None:
    """Slack's refusal of a message; None where it would take it."""
    blocks = _read(body.get("blocks")) or []
    if problems := [*_problems(blocks, MOST_IN_A_MESSAGE)] or wrong_with(blocks):
        return _refusal("invalid_blocks", problems)
    metadata = _read(body.get("metadata"))
    if metadata is not None and (problem := wrong_with_metadata(metadata)):
        return _refusal(problem)
    return None


def wrong_with_view(body: Json) -> Json | None:
    """Slack's refusal of a Home or a modal; None where it would take it."""
    view = _read(body.get("view"))
    if not isinstance(view, dict):
        return _refusal("invalid_arguments", ["no view"])
    problems = list(_problems(view.get("blocks") or [], MOST_IN_A_VIEW))
    problems += _unformed(lambda: View(**view).to_dict())
    inputs = any(block.get("type") == "input" for block in view.get("blocks") or [])
    if view.get("type") == "modal" and inputs and not view.get("submit"):
        problems.append("inputs without a submit")
    return _refusal("invalid_arguments", problems) if problems else None


def _problems(blocks: list[Json], most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"more than {most} blocks"
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(named) != len(set(named)):
        yield "a block_id twice"
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Json) -> Iterator[str]:
    read = Block.parse(block)
    if read is None:
        yield f"a block of an unknown type: {block.get('type')}"
        return
    yield from _unformed(read.to_dict)
    # The models leave out what they do not know; Slack refuses the whole message.
    if unknown := block.keys() - read.attributes - {"type", "block_id"}:
        yield f"unknown in a {block['type']}: {', '.join(sorted(unknown))}"


def _unformed(form: Any) -> list[str]:  # noqa: ANN401 — any of the models' methods
    try:
        form()
    except SlackObjectFormationError as error:
        return [str(error)]
    return []


def _read(value: object) -> Any:  # noqa: ANN401 — JSON, sent as it is or as text
    return json.loads(value) if isinstance(value, str) and value else value


def _refusal(code: str, problems: list[str] | None = None) -> Json:
    more = {"response_metadata": {"messages": problems}} if problems else {}
    return {"ok": False, "error": code, **more}
