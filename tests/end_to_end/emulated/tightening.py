"""What the emulator tells otherwise than Slack."""

from typing import Any

Json = dict[str, Any]
_TRUE = ("1", "true", "True", True)


def tightened(method: str, asked: Json, answer: Json) -> Json:
    """The emulator's ``answer`` as Slack would have given it."""
    if not answer["ok"]:
        return answer
    if method == "users.info":
        return answer | {"user": _person(answer["user"], asked)}
    if method in ("users.list", "users.lookupByEmail"):
        key = "members" if method == "users.list" else "user"
        found = answer[key]
        people = [_person(one, asked) for one in (found if isinstance(found, list) else [found])]
        return answer | {key: people if isinstance(found, list) else people[0]}
    if method in ("conversations.history", "conversations.replies"):
        return answer | {"messages": _messages(answer["messages"], asked)}
    return answer


def _person(person: Json, asked: Json) -> Json:
    """With the language beside the profile, and only where it was asked for."""
    profile = dict(person["profile"])
    locale = profile.pop("locale", "en-US")
    told = {"locale": locale} if asked.get("include_locale") in _TRUE else {}
    return {**person, "profile": profile, **told}


def _messages(messages: list[Json], asked: Json) -> list[Json]:
    """Those since ``oldest``, and what is hidden in them only where it was asked for."""
    oldest, inclusive = float(asked.get("oldest") or 0), asked.get("inclusive") in _TRUE
    found = [
        message
        for message in messages
        if (stamp := float(message["ts"])) > oldest or (inclusive and stamp == oldest)
    ]
    all_metadata = asked.get("include_all_metadata") in _TRUE
    return found if all_metadata else [_without_payload(message) for message in found]


def _without_payload(message: Json) -> Json:
    if "metadata" not in message:
        return message
    return message | {"metadata": {"event_type": message["metadata"]["event_type"]}}
