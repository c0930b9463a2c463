"""The pages on which workspaces install the bot (OAuth v2): away to Slack, and back."""

import logging
from collections.abc import Awaitable, Callable
from urllib.parse import urljoin

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import install_pages
from bot.slack.account import UNREACHABLE, told
from bot.slack.installations import EXPIRATION, Installations, States
from bot.slack.options import InstallOptions
from bot.slack.scopes import SCOPES
from bot.slack.tokens import STORE_FAILURES

log = logging.getLogger(__name__)
INSTALL_PATH, REDIRECT_PATH = "/slack/install", "/slack/oauth_redirect"
_AUTHORIZE_PATH = "/oauth/v2/authorize"
_FAILURES = (*STORE_FAILURES, *UNREACHABLE, KeyError)
"""What installing may end with beside what the library makes a page of."""
_HTML = {"Content-Type": ["text/html; charset=utf-8"], "Cache-Control": ["no-store"]}
Step = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def mount(app: web.Application, options: InstallOptions, client: AsyncWebClient) -> None:
    """Add the pages; ``client`` has no token."""
    flow = AsyncOAuthFlow(client=client, logger=client.logger, settings=_settings(options, client))
    app.router.add_get(INSTALL_PATH, _page(flow.handle_installation, asked=False))
    app.router.add_get(REDIRECT_PATH, _page(flow.handle_callback, asked=True))


def _settings(options: InstallOptions, client: AsyncWebClient) -> AsyncOAuthSettings:
    return AsyncOAuthSettings(
        client_id=options.client_id,
        client_secret=options.client_secret,
        scopes=sorted(SCOPES),
        user_scopes=[],
        redirect_uri=urljoin(options.public_url, REDIRECT_PATH),
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        install_page_rendering_enabled=False,  # it would hold nothing but a button
        authorization_url=urljoin(client.base_url, _AUTHORIZE_PATH),
        callback_options=AsyncCallbackOptions(success=_installed, failure=_not_installed),
        installation_store=Installations(options.engine, options.client_id),
        state_store=States(options.engine),
        state_expiration_seconds=EXPIRATION,
        logger=client.logger,
    )


def _page(step: Step, *, asked: bool) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """The page of a step, which looks at the address's query only where it is ``asked`` to.

    On the way to Slack the library would pass a part of it on as it is.
    """

    async def page(request: web.Request) -> web.StreamResponse:
        query = request.query_string if asked else ""
        read = await to_bolt_request(request)
        bolt = AsyncBoltRequest(body="", query=query, headers=read.headers)
        try:
            answer = await step(bolt)
        except _FAILURES as error:
            answer = _failed(bolt, told(error), 500)
        response = await to_aiohttp_response(answer)
        response.headers["Referrer-Policy"] = "no-referrer"  # the address holds Slack's code
        return response

    return page


async def _installed(arguments: AsyncSuccessArgs) -> BoltResponse:
    installation = arguments.installation
    log.info("Workspace %s installed the bot.", installation.team_id)
    body = install_pages.installed(
        install_pages.language(arguments.request.headers),
        installation.team_name or "",
        str(installation.app_id or ""),
        str(installation.team_id or ""),
    )
    cookie = arguments.settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(status=200, body=body, headers={**_HTML, "Set-Cookie": [cookie]})


async def _not_installed(arguments: AsyncFailureArgs) -> BoltResponse:
    return _failed(arguments.request, arguments.reason, arguments.suggested_status_code)


def _failed(request: AsyncBoltRequest, reason: str, status: int) -> BoltResponse:
    known = install_pages.known(reason)
    # Anybody can write anything into the address.
    log.warning("An installation failed: %s", known or "for another reason")
    body = install_pages.not_installed(install_pages.language(request.headers), known, INSTALL_PATH)
    return BoltResponse(status=status, body=body, headers=dict(_HTML))
