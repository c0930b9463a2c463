"""Who is in the Playground's organisation, and where they talk.

Its own organisation has ids that no Teams would give: these are as the real ones look.
"""

from dataclasses import dataclass
from typing import Any

import yaml

Json = dict[str, Any]
TENANT = "5f1a2b3c-0000-4000-8000-000000000001"
BOT = "28:5f1a2b3c-0000-4000-8000-000000000002"
NAME = "RAIN"
PERSONAL = "a:anna-and-rain"
"""Anna's conversation with the bot: the one conversation with one person that it begins with."""
GROUP = "19:the-group@thread.v2"
GENERAL = "19:general@thread.tacv2"
"""The team's first channel, whose id is the team's."""
OWNERS = "19:rain-svarer@thread.tacv2"
"""The channel of those who answer what the bot cannot."""
CHANNELS = (GENERAL, OWNERS)


@dataclass(frozen=True)
class Member:
    """Somebody in the organisation."""

    number: int
    name: str

    @property
    def account(self) -> str:
        """Teams' id of the person for this bot."""
        return f"29:{self._short}"

    @property
    def user(self) -> str:
        """The directory's id."""
        return f"5f1a2b3c-0000-4000-8000-0000000000{self.number}"

    @property
    def _short(self) -> str:
        return self.name.partition(" ")[0].lower()

    def told(self) -> Json:
        """As the Playground's configuration tells of a person."""
        given, _, surname = self.name.partition(" ")
        address = f"{self._short}@rain.example"
        return {
            "id": self.account,
            "name": self.name,
            "userPrincipleName": address,  # its own word for it
            "aadObjectId": self.user,
            "givenName": given,
            "surname": surname,
            "email": address,
        }


ANNA = Member(10, "Anna Testesen")
JOHN = Member(11, "John Tester")
OLE = Member(12, "Ole Ejermand")
OTHERS = (JOHN, OLE, Member(13, "Bo Bisidder"), Member(14, "Eva Sidst"), Member(15, "Ib Ekstra"))
"""The Playground asks for five besides the one who is logged in."""


def configuration() -> str:
    """What is written into the Playground's file of settings."""
    return yaml.safe_dump(
        {
            "version": "0.1.0",
            "tenantId": TENANT,
            "bot": {"id": BOT, "name": NAME},
            "currentUser": ANNA.told(),
            "users": [member.told() for member in OTHERS],
            "personalChat": {"id": PERSONAL},
            "groupChat": {"id": GROUP, "name": "Klinisk AI"},
            "team": {
                "id": GENERAL,
                "name": "Region Test",
                "aadGroupId": "5f1a2b3c-0000-4000-8000-0000000000aa",
                "channels": [{"id": OWNERS, "name": "rain-svarer"}],
            },
        },
        allow_unicode=True,
    )
