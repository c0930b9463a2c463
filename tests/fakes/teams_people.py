"""People in Teams, and what Teams tells the bot of what they do: activities as it writes them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import count

from tests.fakes.teams_server import BOT, TENANT, Json, direct_conversation

SERVICE = "https://smba.trafficmanager.net/emea/"
"""Where Teams takes answers; tests give the fake's own address instead."""
BOT_NAME = "RAIN"
_STAMPS = count(1700000500000)
_EVENTS = count(1)


@dataclass(frozen=True)
class Spot:
    """A conversation. ``team`` and ``thread`` are a channel's alone."""

    kind: str
    id: str
    team: str = ""
    thread: str = ""

    @property
    def whole(self) -> str:
        """The id as Teams writes it, with the thread."""
        return f"{self.id};messageid={self.thread}" if self.thread else self.id

    def below(self, thread: str) -> "Spot":
        """The same channel, in the thread below a message."""
        return replace(self, thread=thread)


TEAM = "19:2f6e1c0c5b7a4d18b6f1d1a2b3c4d5e6@thread.tacv2"
HELP = Spot("channel", "19:7a1b2c3d4e5f60718293a4b5c6d7e8f9@thread.tacv2", TEAM)
GENERAL = Spot("channel", TEAM, TEAM)
"""A team's own channel, which has the team's id."""
GROUP = Spot("groupChat", "19:0123456789abcdef0123456789abcdef@thread.v2")


@dataclass(frozen=True)
class Person:
    """Somebody who uses Teams; ``user`` is the directory's id, ``account`` Teams' for this bot."""

    name: str
    user: str
    account: str
    tenant: str = TENANT
    locale: str = "da-DK"
    service: str = SERVICE
    bot: str = BOT

    @property
    def direct(self) -> Spot:
        """Their conversation with the bot alone."""
        return Spot("personal", direct_conversation(self.account))

    def at(self, service: str) -> "Person":
        """The same person, whose Teams takes answers at this address."""
        return replace(self, service=service)

    def as_member(self, role: str = "user") -> Json:
        """What Teams tells of them as a member of a conversation."""
        return {
            "id": self.account,
            "objectId": self.user,
            "aadObjectId": self.user,
            "name": self.name,
            "givenName": self.name.split(maxsplit=1)[0],
            "userPrincipalName": f"{self.user}@example.org",
            "tenantId": self.tenant,
            "userRole": role,
        }

    # What they do

    def message(self, where: Spot, text: str, *, mention: bool | None = None) -> Json:
        """They write; where others read along, they mention the bot unless told not to."""
        said = escape(text, quote=False)
        body = self._activity("message", where) | {"textFormat": "plain", "text": said}
        if mention if mention is not None else where.kind != "personal":
            tag = f"<at>{BOT_NAME}</at>"
            one = {"type": "mention", "text": tag, "mentioned": {"id": self.bot, "name": BOT_NAME}}
            body |= {"text": f"{tag} {said}", "entities": [one, *body["entities"]]}
        return body

    def press(
        self, where: Spot, button: Json, card: str = "", inputs: Mapping[str, str] | None = None
    ) -> Json:
        """They press a button (an Action.Execute) of the card in the message ``card``."""
        action = {
            "type": "Action.Execute",
            "title": button.get("title", ""),
            "id": button.get("id", ""),
            "verb": button.get("verb", ""),
            "data": {**button.get("data", {}), **(inputs or {})},
        }
        value = {"action": action, "trigger": "manual"}
        invoke = {"name": "adaptiveCard/action", "value": value}
        return self._activity("invoke", where) | invoke | ({"replyToId": card} if card else {})

    def submit(
        self, where: Spot, button: Json, card: str = "", inputs: Mapping[str, str] | None = None
    ) -> Json:
        """They press a button in a client that shows cards in the old way (Action.Submit)."""
        value = {**button.get("data", {}), **(inputs or {})}
        return self._activity("message", where) | {"value": value, "replyToId": card}

    def install(self, where: Spot, action: str = "add") -> Json:
        """They add the bot to a conversation; or ``remove`` it."""
        body = self._activity("installationUpdate", where) | {"action": action}
        if where.kind == "channel":
            # Installing is in a team, and Teams tells it in the team's own channel.
            body["conversation"]["id"] = where.team
            body["channelData"] |= {"settings": {"selectedChannel": {"id": where.id}}}
        body["channelData"] |= {"source": {"name": "message"}}
        return body

    def uninstall(self, where: Spot) -> Json:
        """They remove the bot from a conversation."""
        return self.install(where, "remove")

    def join(self, where: Spot, *accounts: str, left: bool = False) -> Json:
        """Somebody, by default the bot, comes into a conversation that has members, or ``left``."""
        members = [{"id": account} for account in accounts or (self.bot,)]
        change = {"membersRemoved" if left else "membersAdded": members}
        body = self._activity("conversationUpdate", where) | change
        if where.kind == "channel":
            body["channelData"]["eventType"] = "teamMemberRemoved" if left else "teamMemberAdded"
        return body

    def query(self, where: Spot, command: str, text: str, *, skip: int = 0, most: int = 25) -> Json:
        """They search in the box in which messages are written."""
        first = {"name": "initialRun", "value": "true"}
        asked = {"name": "search", "value": text} if text else first
        value = {
            "commandId": command,
            "parameters": [asked],
            "queryOptions": {"skip": skip, "count": most},
        }
        invoke = {"name": "composeExtension/query", "value": value}
        return self._activity("invoke", where) | invoke

    def _activity(self, kind: str, where: Spot) -> Json:
        """What all activities say."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
        named = str(next(_STAMPS)) if kind == "message" else f"f:{next(_EVENTS):032x}"
        thread = where.thread or (named if kind == "message" else "")
        in_channel = where.kind == "channel"
        conversation: Json = {
            "id": where.below(thread).whole if in_channel and thread else where.id,
            "conversationType": where.kind,
            "tenantId": self.tenant,
        }
        if where.kind != "personal":
            conversation["isGroup"] = True
        data: Json = {"tenant": {"id": self.tenant}}
        if in_channel:
            data |= {
                "teamsChannelId": where.id,
                "teamsTeamId": where.team,
                "channel": {"id": where.id},
                "team": {"id": where.team},
            }
        return {
            "type": kind,
            "id": named,
            "timestamp": moment,
            "localTimestamp": moment,
            "localTimezone": "Europe/Copenhagen",
            "channelId": "msteams",
            "serviceUrl": self.service,
            "from": {"id": self.account, "name": self.name, "aadObjectId": self.user},
            "recipient": {"id": self.bot, "name": BOT_NAME},
            "conversation": conversation,
            "channelData": data,
            "locale": self.locale,
            "entities": [
                {
                    "type": "clientInfo",
                    "locale": self.locale,
                    "country": self.locale[-2:],
                    "platform": "Windows",
                    "timezone": "Europe/Copenhagen",
                }
            ],
        }


ANNA = Person("Anna Vest", "5f0c4a1e-30a5-4f5c-9d2a-a1b2c3d4e5f6", "29:1ANNAxq8Zk3vT0pR5sWmYb7dFh")
BO = Person("Bo Lund", "8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0", "29:1BOLUw2Xe4Rf6Tg8Yh0Uj1Ik3Ol")
CY = Person("Cy Berg", "11112222-3333-4444-5555-666677778888", "29:1CYBERa9S8d7F6g5H4j3K2l1Zx")
STRANGER = replace(CY, tenant="0a0b0c0d-1111-2222-3333-444455556666")
"""Somebody of another organisation."""
