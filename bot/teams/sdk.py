"""All that is used of Microsoft's Teams SDK.

Importing it takes a second and warns of previews that are of no use here.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from microsoft_teams.api import ApiClient, ClientCredentials, TokenCredentials
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.auth import TokenValidator
    from microsoft_teams.apps.token_manager import TokenManager
    from microsoft_teams.common.http import Client as HttpClient
    from microsoft_teams.common.http import ClientOptions

__all__ = [
    "PUBLIC",
    "ApiClient",
    "App",
    "ClientCredentials",
    "ClientOptions",
    "CloudEnvironment",
    "HttpClient",
    "TokenCredentials",
    "TokenManager",
    "TokenValidator",
]
