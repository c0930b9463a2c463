"""The words of questions that go on from the last answer, folded like all that is compared.

Such a question consists of nothing else: one word more, and it stands on its own.
"""

from enum import StrEnum

from bot.matching.text import words


class Wanted(StrEnum):
    """What is asked of the thing before."""

    CALL = "call"
    SIGN_UP = "sign up"
    LINK = "link"
    WHEN = "when"
    WRITE = "write"
    WHERE = "where"
    MORE = "more"


ASKED_OF_IT = {
    Wanted.CALL: "telefon telefonen telefonnummer telefonnummeret tlf nummer nummeret nr mobil "
    "mobilnummer phone number ringe ringer call",
    Wanted.SIGN_UP: "tilmelde tilmelder tilmeld tilmelding tilmeldingen melde melder registration "
    "register registrere sign signup deltage deltager attend",
    Wanted.LINK: "link links linket hjemmeside hjemmesiden website webside url side siden page",
    Wanted.WHEN: "hvornaar when tidspunkt tidspunktet dato datoen date klokken",
    Wanted.WRITE: "mail mails mailen mailadresse mailadressen email emails emailen emailadresse "
    "emailadressen e kontakt kontakte kontakter kontaktperson kontaktpersonen kontaktoplysninger "
    "contact contacts skriver skrive write fat reach spoerger spoerge ask tale taler talk snakke "
    "snakker henvende henvender hold",
    Wanted.WHERE: "hvor where sted stedet place henne location foregaar lokale lokalet room sidder "
    "sits adresse adressen address",
    Wanted.MORE: "mere more uddyb uddybe detaljer details detail elaborate oplysninger information "
    "info",
}
"""First match first: "hvor tilmelder jeg mig" is about signing up."""
SUBJECTLESS = frozenset(
    f"{ASKED_OF_IT[Wanted.CALL]} {ASKED_OF_IT[Wanted.LINK]} mail mails mailen mailadresse "
    "mailadressen email emails emailen emailadresse emailadressen datoen tidspunktet stedet "
    "adressen tilmeldingen kontaktpersonen".split()
) - {"ringe", "ringer", "call"}
"""These are always of something: alone they point back."""
PERSON = frozenset(words("han hun hans hendes ham hende she he his him hers"))
PEOPLE = frozenset(words("de dem deres they their them theirs"))
THING = frozenset(words("det den dette denne disse it its that this those these"))
HER = "her"
"""English for a person and Danish for a place: a pronoun among English words alone."""
OPENERS = frozenset(words("og men saa and but so"))
CLOSERS = frozenset(words("saa da then"))
DANISH = frozenset(
    words(
        "hvad hvem hvordan hvor hvornaar er har du faar jeg man kan skal et en paa af med mig "
        "os lige hvilken hvilket vil gerne til"
    )
)
GLUE = DANISH | frozenset(
    words(
        "i vi der om for ville venligst ok okay ja nej tak please what whats which is s the a "
        "an do does did you have we can could would should how to who whom whose me us of "
        "about on in up get at by there fortael fortaelle tell give giv send sende vis show "
        "know ved find finde bliv blive kunne also ogsaa bedst best"
    )
)
ELSE = frozenset(words("ellers andre anden andet else others another flere"))
BESIDE_ELSE = GLUE | frozenset(
    words(
        "nogen nogle anyone anybody someone somebody any some other person personer people "
        "kontakt kontakter kontaktpersoner contact contacts kontakte spoerge spoerger ask "
        "talk tale taler snakke snakker skrive skriver write ringe kender findes are ogsaa "
        "jeg one ones folk det"
    )
)
ITSELF = frozenset(
    words("hvad hvem er for noget en laver goer arbejder med who what is are does do did she")
)
"""Beside a pronoun these ask for the thing itself: "hvad laver hun"."""
