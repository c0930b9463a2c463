"""Slack's part in installing an app: codes, tokens of workspaces, and exchanging those."""

import base64
from dataclasses import dataclass
from itertools import count
from typing import Any

Json = dict[str, Any]
CLIENT_ID, CLIENT_SECRET = "11.22", "a-client-secret"
HALF_A_DAY = 43_200


@dataclass(frozen=True)
class Installed:
    """The bot in a workspace."""

    team: str
    user: str


class SlackOAuth:
    """Knows which token is whose; with ``rotating`` tokens end after so many seconds."""

    def __init__(self, token: str, first: Installed) -> None:
        self.bots = {token: first}
        self.rotating: int | None = None
        self.whole_organisation = False
        self.scopes = ""
        self._codes: dict[str, str] = {}
        self._refreshing: dict[str, str] = {}
        self._numbers = count(1)

    def code(self, team: str) -> str:
        """What Slack sends a browser back with, once somebody there agreed."""
        code = f"code-{next(self._numbers)}"
        self._codes[code] = team
        return code

    def token_of(self, team: str) -> str:
        """The newest token of a workspace."""
        return [token for token, bot in self.bots.items() if bot.team == team][-1]

    def revoke(self, team: str) -> None:
        """End all tokens of a workspace."""
        self.bots = {token: bot for token, bot in self.bots.items() if bot.team != team}

    def access(self, authorization: str, asked: Json) -> Json:
        """The answer to ``oauth.v2.access``."""
        given = f"{CLIENT_ID}:{CLIENT_SECRET}".encode()
        if authorization != f"Basic {base64.b64encode(given).decode()}":
            return {"ok": False, "error": "bad_client_secret"}
        if asked.get("grant_type") == "refresh_token":
            team = self._refreshing.pop(asked["refresh_token"], None)
            refusal = "invalid_refresh_token"
        else:
            team, refusal = self._codes.pop(asked["code"], None), "invalid_code"
        return self._given(team) if team else {"ok": False, "error": refusal}

    def _given(self, team: str) -> Json:
        number = next(self._numbers)
        token, user = f"xoxb-{number}-of-{team}", f"U0RAIN{team}"
        self.bots[token] = Installed(team, user)
        answer = {
            "ok": True,
            "access_token": token,
            "token_type": "bot",
            "scope": self.scopes,
            "bot_user_id": user,
            "app_id": "A0RAIN",
            "team": {"id": team, "name": f"The <{team}>"},
            "enterprise": None,
            "authed_user": {"id": "U0INSTALLER"},
            "is_enterprise_install": self.whole_organisation,
        }
        if self.rotating is not None:
            refresh = f"xoxe-{number}-refresh"
            self._refreshing[refresh] = team
            answer |= {"refresh_token": refresh, "expires_in": self.rotating}
        return answer
