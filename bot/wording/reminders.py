"""What the bot writes of its own accord: reminders, corrections, and notices to who set them up."""

from bot.wording.phrase import Phrase

BEGINS = Phrase(da="Begynder {when}", en="Starts {when}")
TAKES_PLACE = Phrase(da="Finder sted {when}", en="Takes place {when}")
REGISTRATION_CLOSES = Phrase(da="Tilmeldingen lukker {when}", en="Registration closes {when}")
LAST_DAY_TO_REGISTER = Phrase(
    da="Sidste frist for tilmelding er {when}", en="The last day to register is {when}"
)
NOW = Phrase(da="nu", en="now")
IN_ONE_MINUTE = Phrase(da="om et minut", en="in one minute")
IN_MINUTES = Phrase(da="om {count} minutter", en="in {count} minutes")
IN_ONE_HOUR = Phrase(da="om en time", en="in one hour")
IN_TWO_HOURS = Phrase(da="om to timer", en="in two hours")
TODAY = Phrase(da="i dag", en="today")
TOMORROW = Phrase(da="i morgen", en="tomorrow")
IN_DAYS = Phrase(da="om {count} dage", en="in {count} days")
BY_THE_CLOCK = Phrase(da="{when} kl. {hour:02}.{minute:02}", en="{when} at {hour:02}:{minute:02}")
SOON_BY_THE_CLOCK = Phrase(
    da="{when}, kl. {hour:02}.{minute:02}", en="{when}, at {hour:02}:{minute:02}"
)
DANISH_TIME = Phrase(da="{when}: {moment} dansk tid", en="{when}: {moment} Danish time")

CANCELLED = Phrase(da="Rettelse: arrangementet er aflyst", en="Correction: the event is cancelled")
CHANGED = Phrase(da="Rettelse: sådan er det nu", en="Correction: this is how it stands now")
NO_LONGER_SO = Phrase(
    da="Det, jeg tidligere har skrevet om arrangementet, gælder ikke længere. Det rigtige er:",
    en="What I wrote about this event before no longer holds. What is right is this:",
)
STOP = Phrase(da="Stop påmindelser om det", en="No more reminders of this")

NOTICE_TITLE = Phrase(da="En påmindelse kom ikke frem", en="A reminder did not get through")
NOTICE_OF = Phrase(
    da="Jeg kunne ikke aflevere den påmindelse om »{title}«, som du har sat op.",
    en="I could not deliver the reminder of “{title}” that you set up.",
)
NOTICE_OF_SOME = Phrase(
    da="Jeg kunne ikke aflevere en påmindelse, som du har sat op.",
    en="I could not deliver a reminder that you set up.",
)
NO_SUCH_CHANNEL = Phrase(
    da="Kanalen er slettet, eller også er den lukket, og jeg er ikke med i den.",
    en="The channel was deleted, or it is private and I am not in it.",
)
ARCHIVED = Phrase(da="Kanalen er arkiveret.", en="The channel is archived.")
NOT_A_MEMBER = Phrase(da="Jeg er ikke med i kanalen.", en="I am not in the channel.")
NOT_ALLOWED = Phrase(
    da="Jeg har ikke lov til at skrive der.", en="I am not allowed to write there."
)
NO_SUCH_PERSON = Phrase(
    da="Modtageren har ikke længere en konto, jeg kan skrive til.",
    en="The person it was for no longer has an account that I can write to.",
)
BLOCKED = Phrase(da="Modtageren har blokeret mig.", en="The person it was for has blocked me.")
UNCERTAIN = Phrase(
    da="Forbindelsen røg undervejs, så den kan være kommet frem alligevel. Jeg sender den ikke "
    "igen, for så kunne den komme to gange.",
    en="The connection broke on the way, so it may have arrived after all. I do not send it "
    "again, or it could arrive twice.",
)
OTHER_REASON = Phrase(
    da="Som årsag er noteret »{reason}«.", en="The reason on record is “{reason}”."
)
INVITE = Phrase(
    da="Inviter mig til kanalen, så kommer de næste frem, eller sæt påmindelsen op i en anden.",
    en="Invite me to the channel and the next ones will arrive, or set the reminder up in another.",
)
UNARCHIVE = Phrase(
    da="Åbn kanalen igen, eller sæt påmindelsen op i en anden.",
    en="Unarchive the channel, or set the reminder up in another.",
)
ALLOW = Phrase(
    da="Bed dem, der administrerer chatten, om at give mig lov, eller sæt påmindelsen op et andet "
    "sted.",
    en="Ask whoever administers the chat to allow me, or set the reminder up somewhere else.",
)
ELSEWHERE = Phrase(
    da="Sæt påmindelsen op et andet sted, hvis nogen stadig har brug for den.",
    en="Set the reminder up somewhere else if anybody still needs it.",
)
LOOK = Phrase(
    da="Se efter i chatten, og fortæl det selv videre, hvis den mangler.",
    en="Have a look in the chat, and pass the word on yourself if it is missing.",
)
