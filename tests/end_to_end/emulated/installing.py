"""The app is put into the workspace by one of its members, on the emulator's own page."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import aiohttp
from slack_sdk.oauth import AuthorizeUrlGenerator
from slack_sdk.web.async_client import AsyncWebClient

from tests.end_to_end.emulated.emulator import CLIENT_ID, CLIENT_SECRET, REDIRECT
from tests.end_to_end.emulated.front import Front

_FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
_LOGIN = re.compile(r'class="user-login">([^<]*)<')


async def allowed(address: str, user: str) -> str:
    """Open the page at ``address``, allow it as the user of this name, and where that leads to."""
    async with aiohttp.ClientSession() as browser:
        async with browser.get(address) as page:
            assert page.status == 200, await page.text()
            form = _forms(await page.text())[user]
        where = f"{address.partition('/oauth/')[0]}/oauth/v2/authorize/callback"
        async with browser.post(where, data=form, allow_redirects=False) as sent:
            assert sent.status == 302
            return sent.headers["Location"]


async def install(front: Front, scopes: Iterable[str], user: str = "admin") -> str:
    """Put the app into the workspace; the bot's token."""
    asking = AuthorizeUrlGenerator(
        client_id=CLIENT_ID,
        scopes=sorted(scopes),
        redirect_uri=REDIRECT,
        authorization_url=f"{front.url}/oauth/v2/authorize",
    )
    led_to = await allowed(asking.generate("a-state"), user)
    assert led_to.startswith(REDIRECT)
    told = parse_qs(urlsplit(led_to).query)
    assert told["state"] == ["a-state"]
    asked = {
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "code": told["code"][0],
        "redirect_uri": REDIRECT,
    }
    # The client's own method for this warns of what aiohttp is about to take away.
    client = AsyncWebClient(base_url=f"{front.url}/api/")
    answer = await client.api_call("oauth.v2.access", data=asked)
    return str(answer["access_token"])


def _forms(page: str) -> dict[str, dict[str, str]]:
    """What each person on the page would send by pressing their name."""
    return {
        unescape(login): {unescape(name): unescape(value) for name, value in _FIELD.findall(form)}
        for form in page.split("<form")[1:]
        for login in _LOGIN.findall(form)
    }
