"""The pages Teams links to from the app: what becomes of what people write, and on what terms."""

from bot.wording.phrase import Phrase

PRIVACY_TITLE = Phrase(da="RAIN og dine oplysninger", en="RAIN and your data")
IN_TEAMS_TITLE = Phrase(da="I Microsoft Teams", en="In Microsoft Teams")
IN_TEAMS = (
    Phrase(
        da="Samtalen med RAIN ligger i Teams, hos Microsoft, under de regler, din organisation har "
        "for Teams. Beskeder til RAIN og svarene på dem går gennem Microsofts tjeneste for botter.",
        en="The conversation with RAIN stays in Teams, at Microsoft, under the rules your "
        "organisation has for Teams. Messages to RAIN and its answers go through Microsoft's "
        "service for bots.",
    ),
    Phrase(
        da="For at kunne skrive til dig eller en kanal senere gemmer RAIN Teams' id for dig eller "
        "kanalen og adressen, hvor Teams tager imod, indtil appen fjernes igen, eller du beder om "
        "at blive glemt.",
        en="To be able to write to you or a channel later, RAIN keeps Teams' id of you or the "
        "channel, and the address at which Teams takes messages, until the app is removed again, "
        "or you ask to be forgotten.",
    ),
    Phrase(
        da="RAIN læser kun det, der skrives til den eller nævner den. Hvem der er med i en kanal, "
        "spørger den kun om, når nogen vil svare på et spørgsmål, der er sendt videre.",
        en="RAIN reads only what is written to it or mentions it. Who is in a channel it asks only "
        "when somebody wants to answer a question that was passed on.",
    ),
)
FORGET_TITLE = Phrase(da="Hvis du vil glemmes", en="To be forgotten")
FORGET_WHERE = Phrase(
    da="Skriv »glem mig« til RAIN. Id'et og adressen ovenfor slettes med det samme, og gemmes "
    "igen, næste gang du skriver.",
    en="Write “forget me” to RAIN. The id and the address above are deleted at once, and kept "
    "again the next time you write.",
)
TERMS_TITLE = Phrase(da="Vilkår for RAIN", en="Terms of RAIN")
TERMS = (
    Phrase(
        da="RAIN fortæller, hvem du kan tale med om klinisk AI, hvilken hjælp der findes, og hvad "
        "der er på vej. Det er gratis at bruge for dem, der har adgang til appen.",
        en="RAIN tells whom you can talk to about clinical AI, what help there is, and what is "
        "coming up. It is free to use for those who have access to the app.",
    ),
    Phrase(
        da="Svarene bygger på oplysninger, som organisationerne selv har offentliggjort. Hvert "
        "svar nævner sin kilde, og hvornår den sidst blev bekræftet. De kan være forældede; "
        "spørg den nævnte person, før du handler på noget vigtigt.",
        en="Answers rest on what the organisations themselves have published. Each names its "
        "source and when that was last confirmed. They may be out of date; ask the person named "
        "before you act on something important.",
    ),
    Phrase(
        da="RAIN giver ingen råd om undersøgelse og behandling. Skriv ikke om patienter, og udelad "
        "CPR-numre.",
        en="RAIN gives no advice on examination and treatment. Do not write about patients, and "
        "leave CPR numbers out.",
    ),
    Phrase(
        da="Den organisation, der har lagt appen ind i Teams, driver botten og svarer for den. "
        "Programmet er open source (MIT-licensen) og leveres uden garanti.",
        en="The organisation that added the app to Teams runs the bot and answers for it. The "
        "software is open source (MIT licence) and comes without warranty.",
    ),
)
OTHER_LANGUAGE = Phrase(da="In English", en="På dansk")
"""The link to the same page in the language that this one is not in."""
