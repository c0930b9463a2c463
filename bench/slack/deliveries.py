"""What Slack delivers in the benchmark. Everything here is pure.

Every delivery has a mark that is found again in where its answer goes, and in nothing else.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

Json = dict[str, Any]

TEAM, APP, BOT = "T0RSYD", "A0RAIN", "U0RAIN"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
PEOPLE, CHANNELS = 4000, 6000
"""So many that nobody is written to more than once a second, alone or in a channel. Slack takes no
more; our app waits for that where the bare one does not, and its waiting would be measured."""
SHARES = {"direct": 40, "mention": 30, "command": 20, "button": 10}
"""Of a hundred deliveries."""
_BEGUN = 1_790_000_000
"""Seconds since 1970 of the first message; they only have to differ."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A body as Slack posts it; ``mark`` is the thread, channel or address of its answer."""

    mark: str
    content_type: str
    body: str


def questions(folder: Path) -> tuple[list[str], list[str]]:
    """The different questions in a folder's ``*.jsonl``, and the ids of entries named there."""
    texts: dict[str, None] = {}
    entries: dict[str, None] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            asked = json.loads(line)
            texts[asked["q"]] = None
            entries |= dict.fromkeys(asked.get("entries", ()))
    return list(texts), list(entries)


def deliveries(
    asked: Sequence[str], entries: Sequence[str], address: str, run: int
) -> Iterator[Delivery]:
    """A mix without end, the same for the same ``run``; no other run has the same ids in it.

    ``address`` is what answers to the asker alone are posted to, with the mark behind it.
    """
    chance = Random(run)  # noqa: S311 - a game
    kinds, weights = list(SHARES), list(SHARES.values())
    texts: list[str] = []
    number = run * 1_000_000
    while True:
        number += 1
        if not texts:
            texts = chance.sample(asked, len(asked))
        make = _Making(number, chance, texts.pop(), chance.choice(entries), address)
        match chance.choices(kinds, weights)[0]:
            case "direct":
                yield make.direct()
            case "mention":
                yield make.mention()
            case "command":
                yield make.command()
            case _:
                yield make.button()


class _Making:
    """One delivery, of a kind that is chosen last."""

    def __init__(self, number: int, chance: Random, text: str, entry: str, address: str) -> None:
        self._number = number
        self._text = text
        self._entry = entry
        self._address = address
        self._stamp = f"{_BEGUN + number // 1000}.{number:09}"
        self._user = f"U{chance.randrange(PEOPLE):07}"
        self._channel = f"C{chance.randrange(CHANNELS):07}"
        self._chosen = chance.random() < 0.5

    def direct(self) -> Delivery:
        """A direct message in a thread of its own, as the agent's view begins one."""
        own = f"D{self._user[1:]}"
        place = {"channel": own, "channel_type": "im", "thread_ts": self._stamp}
        return self._event({"type": "message", **place}, self._text)

    def mention(self) -> Delivery:
        """A mention in a channel."""
        place = {"channel": self._channel, "channel_type": "channel"}
        return self._event({"type": "app_mention", **place}, f"<@{BOT}> {self._text}")

    def command(self) -> Delivery:
        """A slash command, each in a channel of its own."""
        mark = f"C{self._number:010}"
        body = {
            **self._sender(),
            "team_id": TEAM,
            "team_domain": "region",
            "channel_id": mark,
            "channel_name": "ai",
            "user_id": self._user,
            "user_name": "somebody",
            "command": "/rain",
            "text": self._text,
            "is_enterprise_install": "false",
            "response_url": f"{self._address}{mark}",
            "trigger_id": f"trigger.{self._number}",
        }
        return Delivery(mark, FORM, urlencode(body))

    def button(self) -> Delivery:
        """A button below a message in a channel: an offered entry, or an offered question."""
        meant = "choose" if self._chosen else "ask"
        action = {
            "type": "button",
            "action_id": f"{meant}-0",
            "block_id": "b1",
            "text": {"type": "plain_text", "text": "…", "emoji": False},
            "value": f"da:{self._entry if self._chosen else self._text}",
            "action_ts": self._stamp,
        }
        body = {
            **self._sender(),
            "type": "block_actions",
            "team": {"id": TEAM, "domain": "region"},
            "user": {"id": self._user, "username": "somebody", "team_id": TEAM},
            "channel": {"id": self._channel, "name": "ai"},
            "container": {
                "type": "message",
                "message_ts": self._stamp,
                "channel_id": self._channel,
                "is_ephemeral": False,
            },
            "message": {"type": "message", "user": BOT, "ts": self._stamp, "text": "…"},
            "response_url": f"{self._address}{self._stamp}",
            "trigger_id": f"trigger.{self._number}",
            "actions": [action],
        }
        return Delivery(self._stamp, FORM, urlencode({"payload": json.dumps(body)}))

    def _sender(self) -> Json:
        return {"token": "verification", "api_app_id": APP}

    def _event(self, event: Json, text: str) -> Delivery:
        line = {"type": "rich_text_section", "elements": [{"type": "text", "text": self._text}]}
        block = {"type": "rich_text", "block_id": "b1", "elements": [line]}
        body = {
            **self._sender(),
            "team_id": TEAM,
            "context_team_id": TEAM,
            "type": "event_callback",
            "event_id": f"Ev{self._number:010}",
            "event_time": int(float(self._stamp)),
            "authorizations": [
                {"enterprise_id": None, "team_id": TEAM, "user_id": BOT, "is_bot": True}
            ],
            "is_ext_shared_channel": False,
            "event": {
                "user": self._user,
                "ts": self._stamp,
                "event_ts": self._stamp,
                "client_msg_id": f"message-{self._number}",
                "team": TEAM,
                "text": text,
                "blocks": [block],
                **event,
            },
        }
        return Delivery(self._stamp, JSON, json.dumps(body))
