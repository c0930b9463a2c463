"""The addresses at which Teams takes what the bot writes.

Every activity names its own, and the bot's token is sent there: so it is one of few, or nothing is.
"""

import re

HOSTS = frozenset(
    {
        "smba.trafficmanager.net",  # everybody but the clouds of the United States' authorities
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    }
)
"""Those that Microsoft documents. Anybody can have a name below trafficmanager.net: no others."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
LONGEST = 300
_PATH = r"(?P<path>(?:/[a-z0-9_~.-]+)*/?)"
_TEAMS = re.compile(rf"https://(?P<host>[a-z0-9.-]+)(?::443)?{_PATH}")
_HERE = re.compile(rf"http://(?P<host>[a-z0-9.-]+|\[::1\])(?::[0-9]{{1,5}})?{_PATH}")


class Services:
    """Knows those addresses; in a ``playground`` they are on this machine, and there alone."""

    def __init__(self, *, playground: bool = False) -> None:
        self._form = _HERE if playground else _TEAMS
        self._hosts = LOOPBACK if playground else HOSTS

    def known(self, url: str) -> bool:
        """Whether ``url`` is an address of Teams, to which more of a path can be added.

        Whatever is written otherwise than Teams writes it is unknown: a name and password, another
        port, a query, a character that programs read in more than one way.
        """
        if not url.isascii() or len(url) > LONGEST:
            return False
        found = self._form.fullmatch(url.lower())
        if found is None or found["host"] not in self._hosts:
            return False
        return not {".", ".."} & {*found["path"].split("/")}
