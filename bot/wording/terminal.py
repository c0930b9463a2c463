"""What the terminal says around a conversation."""

from bot.wording.phrase import Phrase

WELCOME = Phrase(
    da="Spørg på dansk eller engelsk. Ctrl+D slutter.",
    en="Ask in Danish or English. Ctrl+D ends.",
)
PROMPT = Phrase(da="> ", en="> ")
PICK = Phrase(da="Skriv et nummer for at vælge:", en="Type a number to pick:")
GOODBYE = Phrase(da="På gensyn.", en="Goodbye.")
NO_REMINDERS = Phrase(da="Ingen påmindelser.", en="No reminders.")
