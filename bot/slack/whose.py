"""Whose delivery it is: for which workspace the bot received it, and whether the person is of it.

In channels that organisations share (Slack Connect), a delivery names several workspaces, and its
plain ``team_id`` may be another organisation's. Bolt's own way of reading it is this one, but stops
at bodies of an odd shape.
"""

from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]


def workspace(body: Body) -> str:
    """The id of the workspace for which the bot received this; nothing where it is not told."""
    return next(
        filter(
            None,
            (
                _text(_part(body, "view"), "app_installed_team_id"),
                _text(_first(body, "authorizations"), "team_id"),
                _text(_part(body, "team"), "id"),
                _text(body, "team_id"),
                _text(_part(body, "user"), "team_id"),
            ),
        ),
        "",
    )


def is_foreign(body: Body) -> bool:
    """Whether the person is of another workspace than the bot, or it is not told of which.

    The latter counts only where organisations share the channel; elsewhere nobody else can be.
    """
    own = workspace(body)
    if theirs := _persons(body):
        return theirs != own
    return body.get("is_ext_shared_channel") is True


def _persons(body: Body) -> str:
    """The person's own workspace, or their organisation where Slack tells nothing closer."""
    event, user = _part(body, "event"), _part(body, "user")
    return (
        _text(event, "user_team")
        or _text(event, "team")
        or _text(user, "team_id")
        or _text(_part(body, "team"), "id")
    )


def _part(body: Body, name: str) -> Body:
    value = body.get(name)
    return value if isinstance(value, dict) else {}


def _first(body: Body, name: str) -> Body:
    value = body.get(name)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""
