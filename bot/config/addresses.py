"""Addresses in settings, to which secrets or people are sent."""

from urllib.parse import urlsplit

from bot.config.model import is_loopback
from bot.config.variables import Given, Variable
from bot.errors import SettingsError


def public_url(given: Given) -> str:
    """Where this server is found from outside; empty where that is not said.

    Raises `SettingsError`.
    """
    url = given[Variable.PUBLIC_URL]
    if url and (not safe(url) or urlsplit(url).path.strip("/") or {"?", "#", "@"} & {*url}):
        raise SettingsError(
            f"{Variable.PUBLIC_URL} is {url!r}: give an address without a path, like "
            "https://rain.example.org"
        )
    return url.rstrip("/")


def safe(url: str) -> bool:
    """Whether a token may be sent to ``url``: in the clear it may not leave this machine."""
    try:
        address = urlsplit(url)
        host = address.hostname or ""
    except ValueError:
        return False
    encrypted = address.scheme == "https" and host != ""
    return encrypted or (address.scheme == "http" and is_loopback(host))
