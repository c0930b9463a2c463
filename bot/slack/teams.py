"""Whose workspace a delivery belongs to, and whether the person does."""

from slack_bolt.request.internals import extract_team_id

from bot.slack.reading import Body, part, text


def installed(body: Body) -> str:
    """The workspace for which the bot was given this; in shared channels, not always the asker's.

    Where Slack sends bodies of an odd shape the library may fail; then it is nobody's.
    """
    try:
        team = extract_team_id(dict(body))
    except (AttributeError, LookupError, TypeError):
        return ""
    return team if isinstance(team, str) else ""


def foreign(body: Body) -> bool:
    """Whether the person is known to be a member of another workspace."""
    event, user = part(body, "event"), part(body, "user")
    own = text(event, "user_team") or text(event, "team") or text(user, "team_id")
    own = own or text(body, "user_team_id")
    return bool(own) and own != installed(body)
