"""All that is used of Microsoft's Teams SDK.

Importing it takes a second and warns of previews that are of no use here.
"""

import logging
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from microsoft_teams.api import ApiClient
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.auth import TokenValidator

__all__ = ["PUBLIC", "ApiClient", "App", "CloudEnvironment", "TokenValidator"]

QUIET = {
    # It logs what it refuses, with what a token said, and what it sends, with what people wrote.
    "microsoft_teams": logging.CRITICAL,
    # These log addresses, which hold the ids of people and conversations.
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "msal": logging.WARNING,
    "urllib3": logging.WARNING,
}
"""From which level on the SDK and what it is built on are heard. What fails is raised as well."""
for _name, _level in QUIET.items():
    logging.getLogger(_name).setLevel(_level)
