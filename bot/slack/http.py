"""Deliveries over HTTP: nothing is even parsed before its signature is found genuine."""

import re
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.slack.hearing import Hearing

PATH = "/slack/events"
REDIRECT_PATH = "/slack/oauth_redirect"
"""Where Slack sends people back to after they allowed the bot into their workspace."""
_SIGNATURE, _TIMESTAMP = "X-Slack-Signature", "X-Slack-Request-Timestamp"
_SECONDS = re.compile(r"[0-9]{1,12}")
_PASSED_ON = (_SIGNATURE, _TIMESTAMP, "Content-Type")
_UNREADABLE = (ValueError, TypeError, AttributeError, LookupError, RecursionError)


def endpoint(
    app: AsyncApp, signing_secret: str, hearing: Hearing
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """The handler of events, commands and interactions: 401 unsigned, 400 unreadable."""
    verifier = SignatureVerifier(signing_secret)

    async def receive(request: web.Request) -> web.StreamResponse:
        body = await request.read()
        if not _genuine(verifier, body, request.headers):
            return web.json_response({"error": "the signature is not valid"}, status=401)
        hearing.heard()
        delivery = _read(body.decode(), request.headers)
        if delivery is None:
            return web.json_response({"error": "the body cannot be read"}, status=400)
        return await to_aiohttp_response(await app.async_dispatch(delivery))

    return receive


def _genuine(verifier: SignatureVerifier, body: bytes, headers: Mapping[str, str]) -> bool:
    timestamp, signature = headers.get(_TIMESTAMP, ""), headers.get(_SIGNATURE, "")
    if not _SECONDS.fullmatch(timestamp) or not signature.isascii():
        return False
    try:
        return verifier.is_valid(body, timestamp, signature)
    except UnicodeDecodeError:
        return False


def _read(body: str, headers: Mapping[str, str]) -> AsyncBoltRequest | None:
    passed_on = {name: headers[name] for name in _PASSED_ON if name in headers}
    try:
        delivery = AsyncBoltRequest(body=body, headers=dict(passed_on))
    except _UNREADABLE:
        return None
    return delivery if _is_delivery(delivery.body) else None


def _is_delivery(body: object) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("event", {}), dict):
        return False
    return not body.keys().isdisjoint({"type", "command", "ssl_check"})
