"""What the local web chat says itself; replies come worded."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.wording.phrase import Phrase

PAGE: Mapping[str, Phrase] = MappingProxyType(
    {
        "title": Phrase(da="Spørg RAIN", en="Ask RAIN"),
        "tagline": Phrase(
            da="Hvem du skal tale med om klinisk AI, hvilken hjælp der findes, og hvad der sker.",
            en="Who to talk to about clinical AI, what help there is, and what is coming up.",
        ),
        "skip": Phrase(da="Gå til spørgsmålet", en="Skip to the question"),
        "languages": Phrase(da="Sprog", en="Language"),
        "believed": Phrase(da="Botten tror, det er {day}", en="The bot believes it is {day}"),
        "day": Phrase(da="Vælg en anden dag", en="Choose another day"),
        "day_hint": Phrase(
            da="Gælder kun her på siden. Vælg en tidligere dag for at se, hvad der var på vej, og "
            "flyt den frem igen for at se påmindelserne komme.",
            en="On this page only. Choose an earlier day to see what was coming up then, and move "
            "it forward again to see the reminders come.",
        ),
        "today": Phrase(da="Tilbage til i dag", en="Back to today"),
        "log": Phrase(da="Samtale", en="Conversation"),
        "welcome": Phrase(da="Hvad vil du vide?", en="What would you like to know?"),
        "welcome_more": Phrase(
            da="Skriv et spørgsmål med dine egne ord, på dansk eller engelsk. Skriv ikke om "
            "patienter, og skriv ikke CPR-numre.",
            en="Write a question in your own words, in Danish or English. Do not write about "
            "patients, and leave CPR numbers out.",
        ),
        "starters": Phrase(da="Prøv for eksempel", en="Try, for example"),
        "starter_help": Phrase(
            da="Hvem kan hjælpe mig i gang med et AI-projekt?",
            en="Who can help me get started with an AI project?",
        ),
        "starter_data": Phrase(
            da="Hvem taler jeg med om historiske data?",
            en="Who do I talk to about historical data?",
        ),
        "starter_centre": Phrase(da="Fortæl om CAI-X", en="Tell me about CAI-X"),
        "starter_events": Phrase(da="Kommende arrangementer", en="Upcoming events"),
        "starter_can": Phrase(da="Hvad kan botten?", en="What can the bot do?"),
        "you": Phrase(da="Du", en="You"),
        "question": Phrase(da="Dit spørgsmål", en="Your question"),
        "send": Phrase(da="Send", en="Send"),
        "busy": Phrase(da="Finder et svar …", en="Finding an answer …"),
        "problem": Phrase(da="Det gik ikke", en="That did not work"),
        "gone": Phrase(
            da="Botten svarer ikke. Se efter, at den stadig kører, og send så igen.",
            en="The bot does not respond. Check that it is still running, then send again.",
        ),
        "missed": Phrase(
            da="Botten svarer ikke, så der kan mangle påmindelser her. Se efter, at den stadig "
            "kører, og flyt så dagen igen.",
            en="The bot does not respond, so reminders may be missing here. Check that it is still "
            "running, then move the day again.",
        ),
        "feed": Phrase(da="Alle arrangementer som kalenderfil", en="All events as a calendar file"),
    }
)
"""The page's words by the key its template and script know them under."""

SPEAKER = Phrase(da="RAIN-botten", en="The RAIN bot")
POSTED = Phrase(da="Påmindelse, {when}", en="Reminder, {when}")

TOO_LARGE = Phrase(
    da="Spørgsmålet er for langt. Skriv det kortere, gerne i en enkelt sætning.",
    en="The question is too long. Make it shorter, ideally a single sentence.",
)
NOT_JSON = Phrase(
    da="Forespørgslen skal være af typen application/json.",
    en="The request has to be of the type application/json.",
)
NOT_UNDERSTOOD = Phrase(
    da="Forespørgslen kunne ikke læses. Genindlæs siden, og prøv igen.",
    en="The request could not be read. Reload the page and try again.",
)
BAD_DAY = Phrase(
    da="Den dag kan ikke bruges. Skriv den som 2023-06-21, mellem 1970 og 2199.",
    en="That day cannot be used. Write it like 2023-06-21, between 1970 and 2199.",
)
WRONG_HOST = Phrase(
    da="Siden svarer kun på denne maskines egen adresse, for eksempel localhost.",
    en="This page responds only at this machine's own address, such as localhost.",
)
NOT_FOUND = Phrase(da="Det findes ikke her.", en="There is no such thing here.")
FAILED = Phrase(
    da="Noget gik galt hos botten. Prøv igen, eller oplys referencen {reference}.",
    en="Something went wrong in the bot. Try again, or quote the reference {reference}.",
)
