"""What the Slack adapter says itself; replies come worded."""

from bot.wording.phrase import Phrase

NOT_THERE = Phrase(
    da="Jeg kunne ikke svare i den kanal, for jeg er ikke med i den. Invitér mig med »/invite "
    "@RAIN«, og spørg igen, eller skriv til mig her.",
    en="I could not answer in that channel, as I am not a member of it. Invite me with “/invite "
    "@RAIN” and ask again, or write to me here.",
)
ARCHIVED = Phrase(
    da="Jeg kunne ikke svare i den kanal, for den er arkiveret. Skriv til mig her i stedet.",
    en="I could not answer in that channel, as it is archived. Write to me here instead.",
)
NOT_ALLOWED = Phrase(
    da="Jeg kunne ikke svare i den kanal, for jeg mangler tilladelse til det i Slack. Sig det "
    "gerne til dem, der administrerer jeres Slack, og oplys nummer {reference}. Her kan du godt "
    "skrive til mig.",
    en="I could not answer in that channel, as Slack does not allow me to. Please tell whoever "
    "administers your Slack, and give the number {reference}. You can write to me here.",
)
NOT_CONNECTED = Phrase(
    da="Jeg kan ikke svare her lige nu, for forbindelsen til jeres Slack mangler. Hjælper det ikke "
    "at prøve igen om lidt, må en administrator installere mig på ny.",
    en="I cannot answer here right now, as the connection to your Slack is missing. If trying "
    "again in a while does not help, an administrator has to install me anew.",
)
UNKNOWN_COMMAND = Phrase(
    da="Den kommando kender jeg ikke. Skriv /rain efterfulgt af dit spørgsmål, eller /events.",
    en="I do not know that command. Write /rain followed by your question, or /events.",
)
SHORTENED = Phrase(
    da="Svaret var for langt til Slack og er forkortet.",
    en="The reply was too long for Slack and has been shortened.",
)
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
