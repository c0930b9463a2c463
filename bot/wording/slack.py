"""What the Slack adapter says itself; replies come worded."""

from bot.wording.phrase import Phrase

FAILED = Phrase(
    da="Det gik galt hos mig. Prøv igen om lidt. Sker det igen, så oplys nummer {reference}, "
    "når du melder fejlen.",
    en="Something went wrong on my side. Try again in a little while. If it happens again, give "
    "the number {reference} when you report it.",
)
UNKNOWN_COMMAND = Phrase(
    da="Den kommando kender jeg ikke. Skriv /rain efterfulgt af dit spørgsmål, eller /events.",
    en="I do not know that command. Write /rain followed by your question, or /events.",
)
UNKNOWN_BUTTON = Phrase(
    da="Den knap kan jeg ikke længere læse. Skriv dit spørgsmål i stedet.",
    en="I can no longer read that button. Write your question instead.",
)
AND_MORE = Phrase(da="… og {count} mere", en="… and {count} more")
SHORTENED = Phrase(
    da="Svaret var for langt til Slack og er forkortet.",
    en="The reply was too long for Slack and has been shortened.",
)
READ_MORE = Phrase(da="Læs mere", en="Read more")
REGISTER = Phrase(da="Tilmelding", en="Registration")
WINDOW = Phrase(da="RAIN", en="RAIN")
CLOSE = Phrase(da="Luk", en="Close")
WORKING = Phrase(da="Et øjeblik …", en="One moment …")
STATUS = Phrase(da="leder efter svaret …", en="is looking for the answer …")
"""Slack writes it behind the bot's name."""
TRY = Phrase(da="Spørg for eksempel", en="Ask, for example")
FILE_SENT = Phrase(
    da="Kalenderfilen ligger i din samtale med mig.",
    en="The calendar file is in your conversation with me.",
)
FILE_NOT_SENT = Phrase(
    da="Kalenderfilen kunne jeg ikke sende. Brug et af linkene i stedet.",
    en="I could not send the calendar file. Use one of the links instead.",
)
