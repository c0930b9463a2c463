"""Deliveries over HTTP: nothing of them is read before it is known who sends them."""

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from aiohttp import web

from bot.adapting.faults import report, wordless
from bot.adapting.reading import Body
from bot.teams import refusals
from bot.teams.guard import Guard
from bot.teams.refusals import Refusal

log = logging.getLogger(__name__)

LARGEST = 256 * 1024
"""Bytes of a body. Teams sends no more than a tenth of that."""
_JSON = "application/json"
_RETRY = 5
"""Seconds after which to try again."""
_UNREADABLE = (ValueError, RecursionError)
_BROKEN_OFF = (web.RequestPayloadError, ConnectionError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to a delivery that was taken: an HTTP status, and JSON if there is any."""

    status: int = 200
    body: dict[str, Any] | None = None


Taken = Callable[[Body], Awaitable[Answer]]


def endpoint(guard: Guard, taken: Taken) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """The handler of everything Teams delivers to `bot.teams.names.MESSAGES`.

    What the guard refuses is answered with its status, what cannot be read with 400, too much with
    413. The rest is ``taken``, and 500 where that fails.
    """

    async def receive(request: web.Request) -> web.StreamResponse:
        try:
            body = await _admitted(guard, request)
            if isinstance(body, Refusal):
                return _refused(body)
            return _answered(await taken(body))
        except Exception as error:  # noqa: BLE001 - the last stop before whoever called
            report(log, "Taking a delivery failed", wordless(error))
            return web.json_response({}, status=500)

    return receive


async def _admitted(guard: Guard, request: web.Request) -> Body | Refusal:
    caller = await guard.caller(request.headers.get("Authorization", ""))
    if isinstance(caller, Refusal):
        return caller
    body = await _body(request)
    if isinstance(body, Refusal):
        return body
    return guard.activity(caller, body) or body


async def _body(request: web.Request) -> Body | Refusal:
    if request.content_type != _JSON:
        return refusals.NOT_JSON
    try:
        return _read(await request.clone(client_max_size=LARGEST).read())
    except web.HTTPRequestEntityTooLarge:
        return refusals.TOO_LARGE
    except _BROKEN_OFF:
        return refusals.NOT_JSON


def _read(raw: bytes) -> Body | Refusal:
    try:
        found = json.loads(raw.decode(), parse_constant=_refuse)
        # Half a character, which JSON can escape, could be neither stored nor sent.
        json.dumps(found, ensure_ascii=False).encode()
    except _UNREADABLE:
        return refusals.NOT_JSON
    return found if isinstance(found, dict) else refusals.NO_ACTIVITY


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _refused(refusal: Refusal) -> web.Response:
    log.info("A delivery was refused: %s", refusal.reason)
    response = web.json_response({"error": refusal.reason}, status=refusal.status)
    if refusal.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if refusal.status == 503:
        response.headers["Retry-After"] = str(_RETRY)
    return response


def _answered(answer: Answer) -> web.Response:
    if answer.body is None:
        return web.Response(status=answer.status)
    return web.json_response(answer.body, status=answer.status)
