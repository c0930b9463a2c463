"""Why something that was delivered is not taken.

401 is about the token, 403 about whom it speaks for, 400 is what nobody could have meant, and 503
says to try again. The reasons are for logs and administrators, and quote nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """An HTTP status, and the reason in a few words."""

    status: int
    reason: str


NO_TOKEN = Refusal(401, "no token")
UNREADABLE_TOKEN = Refusal(401, "unreadable token")
INCOMPLETE_TOKEN = Refusal(401, "incomplete token")
OTHER_ALGORITHM = Refusal(401, "other algorithm")
UNKNOWN_KEY = Refusal(401, "unknown key")
WRONG_SIGNATURE = Refusal(401, "wrong signature")
OTHER_ISSUER = Refusal(401, "other issuer")
OTHER_AUDIENCE = Refusal(401, "other audience")
EXPIRED = Refusal(401, "expired")
NOT_YET_VALID = Refusal(401, "not yet valid")
NO_SERVICE = Refusal(401, "no service in the token")
OTHER_SERVICE = Refusal(401, "other service than the token's")

UNKNOWN_SERVICE = Refusal(403, "unknown service")
OTHER_CHANNEL = Refusal(403, "other channel than Teams")
NO_TENANT = Refusal(403, "no tenant")
OTHER_TENANT = Refusal(403, "other tenant")
OTHER_BOT = Refusal(403, "other bot")

NOT_JSON = Refusal(400, "not JSON")
NO_ACTIVITY = Refusal(400, "no activity")
TOO_LARGE = Refusal(413, "too large")

NO_KEYS = Refusal(503, "keys cannot be had")
