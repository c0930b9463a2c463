"""What the Teams adapter says itself; replies come worded."""

from bot.wording.phrase import Phrase

NAME = Phrase(da="RAIN", en="RAIN")
BACK = Phrase(da="Tilbage", en="Back")
SAVE = Phrase(da="Gem", en="Save")
YES = Phrase(da="Ja", en="Yes")
"""Beside a box to tick, where what is ticked stands above it."""
TO_FILL_IN = Phrase(da="Her skal der stå noget.", en="Something has to stand here.")
SHORTENED = Phrase(
    da="Svaret var for langt til Teams og er forkortet.",
    en="The reply was too long for Teams and has been shortened.",
)
TOO_OLD = Phrase(
    da="Din udgave af Teams kan ikke vise svaret. Opdatér Teams, eller åbn Teams i en browser.",
    en="Your version of Teams cannot show the reply. Update Teams, or open Teams in a browser.",
)
"""In place of a whole card, where a client is too old for it."""
FILE = Phrase(da="Kalenderfil", en="Calendar file")
NO_FILE = Phrase(
    da="Kalenderfilen kan jeg ikke give dig her. Brug et af linkene i stedet.",
    en="I cannot give you the calendar file here. Use one of the links instead.",
)
