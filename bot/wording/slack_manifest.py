"""What Slack shows of the bot before it has said anything: names, hints, prompts.

Slack keeps one text for everybody, so it holds both languages.
"""

from bot.wording.phrase import Phrase

DESCRIPTION = Phrase(
    da="Hvem du skal tale med om klinisk AI, og hvad der er på vej",
    en="Who to talk to about clinical AI, and what is coming up",
)
LONG_DESCRIPTION = Phrase(
    da="Spørg på dansk eller engelsk, med dine egne ord: hvem du skal tale med om klinisk AI i og "
    "omkring Region Syddanmark, hvilken hjælp der findes, og hvilke arrangementer der er på vej. "
    "Skriv ikke om patienter, og udelad CPR-numre.",
    en="Ask in Danish or English, in your own words: who to talk to about clinical AI in and "
    "around the Region of Southern Denmark, what help there is, and which events are coming up. "
    "Do not write about patients, and leave CPR numbers out.",
)
AGENT_DESCRIPTION = Phrase(
    da="Finder ud af, hvem du kan tale med om klinisk AI i Region Syddanmark, hvilken hjælp der "
    "findes, og hvad der er på vej",
    en="Finds out who you can talk to about clinical AI in the Region of Southern Denmark, what "
    "help there is, and what is coming up",
)
RAIN = Phrase(da="Spørg om klinisk AI", en="Ask about clinical AI")
RAIN_HINT = Phrase(
    da="spørgsmål, hvem, påmind, privatliv, hjælp", en="question, who, remind, privacy, help"
)
EVENTS = Phrase(da="Kommende arrangementer", en="Upcoming events")
EVENTS_HINT = Phrase(da="[måned] [sted] [tidligere]", en="[month] [place] [past]")
SHORTCUT = Phrase(da="Spørg RAIN", en="Ask RAIN")
"""At most 24 letters in both languages together."""
SHORTCUT_HINT = Phrase(
    da="Få svar på det, beskeden spørger om", en="Get an answer to what the message asks"
)
PROMPTS = (
    (
        Phrase(da="Jeg har en idé", en="I have an idea"),
        Phrase(
            da="Jeg har en idé til AI. Hvem skal jeg tale med?",
            en="Who should I talk to about an idea for AI?",
        ),
    ),
    (
        Phrase(da="Kommende arrangementer", en="Upcoming events"),
        Phrase(da="Hvilke arrangementer er på vej?", en="Which events are coming up?"),
    ),
)
"""Questions to begin with, each with what its button says."""
