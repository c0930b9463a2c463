"""What an event's card and its calendar entry say."""

from bot.wording.phrase import Phrase

ONLINE = Phrase(da="Online", en="Online")
PLACE_AND_ONLINE = Phrase(da="{place} og online", en="{place} and online")
YEAR_INFERRED = Phrase(
    da="Årstallet står ikke i kilden; {year} er udledt.",
    en="The source does not give the year; {year} is inferred.",
)
CANCELLED = Phrase(da="Aflyst.", en="Cancelled.")
MOVED = Phrase(
    da="Flyttet; tid og sted her er de nye.",
    en="Moved; the time and place here are the new ones.",
)
OVER = Phrase(da="Har været afholdt.", en="Already held.")
UNDER_WAY = Phrase(da="Er i gang.", en="Under way.")
REGISTER_BY = Phrase(da="Tilmelding senest {when}.", en="Register by {when}.")
REGISTRATION_CLOSED = Phrase(
    da="Tilmeldingsfristen var {when}.", en="Registration closed on {when}."
)
REGISTRATION = Phrase(da="Tilmelding: {url}", en="Registration: {url}")
CALENDAR_NAME = Phrase(da="RAIN: arrangementer", en="RAIN: events")
