"""All that is used of Microsoft's Teams SDK.

Importing it takes a second and warns of previews that are of no use here.
"""

import logging
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from microsoft_teams.api import ClientCredentials, TokenCredentials
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.auth import TokenValidator
    from microsoft_teams.apps.token_manager import TokenManager
    from microsoft_teams.common.http import Client as HttpClient
    from microsoft_teams.common.http import ClientOptions


__all__ = [
    "PUBLIC",
    "App",
    "ClientCredentials",
    "ClientOptions",
    "CloudEnvironment",
    "HttpClient",
    "TokenCredentials",
    "TokenManager",
    "TokenValidator",
]

QUIET = {
    # It logs what it refuses, with what a token said, and what it sends, with what people wrote.
    "microsoft_teams": logging.CRITICAL,
    "microsoft_teams.common.http.client": logging.CRITICAL,  # it hands its own level on to httpx
    # These log addresses, which hold the ids of people and conversations.
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "msal": logging.WARNING,
    "urllib3": logging.WARNING,
}
"""From which level on the SDK and what it is built on are heard. What fails is raised as well."""
for _name, _level in QUIET.items():
    logging.getLogger(_name).setLevel(_level)
