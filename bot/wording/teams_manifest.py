"""What Teams shows of the bot before it has said anything: names, commands, hints.

Teams shows each person the language it is set to, Danish or else English.
"""

from bot.wording.phrase import Phrase

FULL_NAME = Phrase(da="RAIN: hvem ved noget om klinisk AI", en="RAIN: who knows about clinical AI")
DESCRIPTION = Phrase(
    da="Hvem du skal tale med om klinisk AI, og hvad der er på vej",
    en="Who to talk to about clinical AI, and what is coming up",
)
"""At most 80 letters."""
LONG_DESCRIPTION = Phrase(
    da="Spørg på dansk eller engelsk, med dine egne ord: hvem du skal tale med om klinisk AI i og "
    "omkring Region Syddanmark, hvilken hjælp der findes, og hvilke arrangementer der er på vej. "
    "RAIN svarer, når du skriver til den eller nævner den i en kanal eller gruppechat, minder om "
    "arrangementer og sender spørgsmål videre til mennesker, når du beder om det. Under et nyt "
    "indlæg kan du søge efter personer og arrangementer og indsætte dem. Skriv ikke om patienter, "
    "og udelad CPR-numre.",
    en="Ask in Danish or English, in your own words: who to talk to about clinical AI in and "
    "around the Region of Southern Denmark, what help there is, and which events are coming up. "
    "RAIN answers when you write to it or mention it in a channel or group chat, reminds you of "
    "events, and passes questions on to people when you ask for that. Below a new post you can "
    "search for people and events and put them in. Do not write about patients, and leave CPR "
    "numbers out.",
)
HOME = Phrase(da="Hjem", en="Home")
COMMANDS: dict[str, Phrase] = {
    "events": Phrase(da="Kommende arrangementer", en="Upcoming events"),
    "who": Phrase(da="Hvem du kan spørge om hvad", en="Whom you can ask about what"),
    "reminders": Phrase(
        da="Dine og kanalens påmindelser", en="Your reminders, and those of the channel"
    ),
    "help": Phrase(da="Hvad RAIN kan", en="What RAIN can do"),
    "privacy": Phrase(da="Hvad der bliver af det, du skriver", en="What becomes of what you write"),
}
"""What each command does, in the order in which Teams lists them."""
PEOPLE = Phrase(da="Personer", en="People")
PEOPLE_HINT = Phrase(da="Find den, der ved noget om et emne", en="Find who knows about a subject")
PEOPLE_TYPED = Phrase(da="Navn eller emne", en="Name or subject")
EVENTS = Phrase(da="Arrangementer", en="Events")
EVENTS_HINT = Phrase(da="Find et kommende arrangement", en="Find an upcoming event")
EVENTS_TYPED = Phrase(da="Navn, emne eller sted", en="Name, subject or place")
TYPED_HINT = Phrase(da="Med dine egne ord", en="In your own words")
