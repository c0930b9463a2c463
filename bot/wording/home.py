"""What the bot's own page says."""

from bot.reply import Audience, Language
from bot.wording.phrase import Phrase

ASK = Phrase(
    da="Hvad vil du vide om klinisk AI i Region Syddanmark?",
    en="What would you like to know about clinical AI in the Region of Southern Denmark?",
)
ASK_EXAMPLE = Phrase(
    da="For eksempel: Hvem har styr på historiske data?",
    en="For instance: Who looks after historical data?",
)
ASK_BUTTON = Phrase(da="Spørg", en="Ask")

# --- contacts

CONTACTS = Phrase(da="Hvem kan hjælpe", en="Who can help")
CONTACTS_FOR = Phrase(da="Vist for {audience}.", en="Shown for {audience}.")
YOUR_DOOR = Phrase(da="Din indgang", en="The way in for you")
ALL_CONTACTS = Phrase(da="Vis alle kontakter", en="Show all contacts")

# --- events

EVENTS = Phrase(da="Næste arrangementer", en="Next events")
NO_EVENTS = Phrase(
    da="Jeg kender ingen kommende arrangementer lige nu.",
    en="I know of no upcoming events right now.",
)

# --- settings

SETTINGS = Phrase(da="Indstillinger", en="Settings")
LANGUAGE = Phrase(
    da="Sprog. Et spørgsmål besvares dog på det sprog, du skriver det på.",
    en="Language. A question is answered in the one you write it in, though.",
)
LANGUAGES: dict[Language, Phrase] = {
    Language.DANISH: Phrase(da="Dansk", en="Danish (dansk)"),
    Language.ENGLISH: Phrase(da="Engelsk (English)", en="English"),
}
AS_PLATFORM = Phrase(da="Samme som i appen her", en="Same as in this app")
WHO = Phrase(
    da="Hvem du er. Så viser jeg den rette indgang.",
    en="Who you are. Then I show the right way in.",
)
AUDIENCES: dict[Audience, Phrase] = {
    Audience.EMPLOYEE: Phrase(da="Ansat i Region Syddanmark", en="Employed by Region Syddanmark"),
    Audience.RESEARCHER: Phrase(da="Forsker på SDU eller OUH", en="Researcher at SDU or OUH"),
    Audience.COMPANY: Phrase(da="Virksomhed", en="Company"),
}
SOMEBODY_ELSE = Phrase(da="Andet eller ikke oplyst", en="Somebody else, or not said")
NOT_SET = Phrase(
    da="Det blev ikke gemt. Prøv igen om lidt.",
    en="That was not saved. Try again in a little while.",
)

# --- what is kept

KEPT = Phrase(da="Det gemmer jeg om dig", en="What I keep about you")
NO_QUESTIONS = Phrase(
    da="Dine spørgsmål gemmer jeg ikke, medmindre du selv sender et videre.",
    en="I do not keep your questions, unless you pass one on yourself.",
)
CONVERSATION = Phrase(
    da="Hvad mit seneste svar handlede om: i ti minutter.",
    en="What my last answer was about: for ten minutes.",
)
AUDIENCE_KEPT = Phrase(
    da="At du spørger som {who}: til {day}.", en="That you ask as {who}: until {day}."
)
LANGUAGE_KEPT = Phrase(
    da="At du har valgt dansk eller engelsk: til {day}.",
    en="That you chose Danish or English: until {day}.",
)
REMINDERS_KEPT = Phrase(
    da="Hvad du vil mindes om: til du stopper det.",
    en="What you want to be reminded of: until you end it.",
)
SENT_KEPT = Phrase(
    da="At jeg har sendt dig en påmindelse: til 90 dage efter arrangementet.",
    en="That I sent you a reminder: until 90 days after the event.",
)
VERDICTS_KEPT = Phrase(
    da="Om mine svar var rigtige ({count}), ikke hvad du spurgte om: til {day}.",
    en="Whether my answers were right ({count}), not what you asked: until {day}.",
)
FORGETTING = Phrase(
    da="»Glem mig« sletter det hele, også dine påmindelser. Kun at en påmindelse er sendt, bliver "
    "stående, til fristen er gået.",
    en="“Forget me” deletes all of it, your reminders too. Only that a reminder was sent stays "
    "until its time is up.",
)
PRIVACY = Phrase(da="Mere om privatliv", en="More on privacy")

# --- around it

AWAY = Phrase(
    da="Dine påmindelser og indstillinger kan jeg ikke komme til lige nu. Prøv igen om lidt.",
    en="I cannot get at your reminders and settings just now. Try again in a little while.",
)
SOURCES = Phrase(da="Kilder: {sources}.", en="Sources: {sources}.")
SOURCE = Phrase(da="{source} (tjekket {day})", en="{source} (checked {day})")
ELSEWHERE = Phrase(
    da="Din side viser, hvad jeg gemmer om dig, så her, hvor andre læser med, viser jeg den ikke. "
    "Skriv »forside« til mig direkte.",
    en="Your page shows what I keep about you, so I do not show it here, where others read along. "
    "Write “home” to me directly.",
)
