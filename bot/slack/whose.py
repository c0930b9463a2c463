"""Whose delivery it is: for which workspace the bot received it, and whether the person is of it.

In channels that organisations share (Slack Connect), a delivery names several workspaces, and its
plain ``team_id`` may be another organisation's. Bolt's own way of reading it is this one, but stops
at bodies of an odd shape.
"""

from bot.adapting.reading import Body, first, part, text


def workspace(body: Body) -> str:
    """The id of the workspace for which the bot received this; nothing where it is not told."""
    return next(
        filter(
            None,
            (
                text(part(body, "view"), "app_installed_team_id"),
                text(first(body, "authorizations"), "team_id"),
                text(part(body, "team"), "id"),
                text(body, "team_id"),
                text(part(body, "user"), "team_id"),
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
    event, user = part(body, "event"), part(body, "user")
    return (
        text(event, "user_team")
        or text(event, "team")
        or text(user, "team_id")
        or text(part(body, "team"), "id")
    )
