"""What the bot says about its own commands, about whom to ask, and about privacy."""

from bot.wording.phrase import Phrase

DID_YOU_MEAN = Phrase(
    da="»{typed}« er ingen kommando. Mente du »{command}«?",
    en="“{typed}” is no command. Did you mean “{command}”?",
)
NAMES: dict[str, Phrase] = {
    "help": Phrase(da="hjælp", en="help"),
    "who": Phrase(da="hvem", en="who"),
    "events": Phrase(da="arrangementer", en="events"),
    "reminders": Phrase(da="påmind", en="remind"),
    "privacy": Phrase(da="privatliv", en="privacy"),
    "home": Phrase(da="forside", en="home"),
}
"""What each command is called in the other texts; the words that are understood are many more."""
COMMANDS = Phrase(
    da="Skriv »hvem« for at se, hvem du kan spørge, »arrangementer« for det, der sker, »påmind« "
    "for dine påmindelser, »forside« for dine indstillinger og »privatliv« for, hvad der bliver af "
    "det, du skriver.",
    en="Write “who” to see whom you can ask, “events” for what is on, “remind” for your reminders, "
    "“home” for your settings and “privacy” for what becomes of what you write.",
)
WHO_TITLE = Phrase(da="Hvem du kan spørge", en="Whom you can ask")
WHO = Phrase(
    da="Vælg et område for at se adresser, eller skriv, hvad du mangler.",
    en="Pick an area to see addresses, or write what you need.",
)
NOBODY_YET = Phrase(da="ingen er nævnt; spørg {stand_in}", en="nobody is named; ask {stand_in}")
PRIVACY_TITLE = Phrase(da="Hvad der bliver af det, du skriver", en="What becomes of what you write")
PRIVACY = Phrase(
    da="Dine spørgsmål besvares af botten selv og gemmes ikke. Ingen sprogmodel eller søgetjeneste "
    "udefra bliver spurgt.",
    en="Your questions are answered by the bot itself and are not kept. No language model or "
    "search service outside is asked.",
)
PRIVACY_POINTS = (
    Phrase(
        da="CPR-numre og spørgsmål om en patients behandling afvises og gemmes aldrig. Skriv dem "
        "ikke.",
        en="CPR numbers and questions about a patient's treatment are refused and never kept. Do "
        "not write them.",
    ),
    Phrase(
        da="I ti minutter huskes, hvad det seneste svar til dig handlede om, så du kan spørge "
        "videre; ikke hvad du skrev.",
        en="For ten minutes I remember what your last answer was about, so that you can ask on; "
        "not what you wrote.",
    ),
    Phrase(
        da="Siger du, hvem du er (ansat, forsker, virksomhed), huskes det i 30 dage. Det, du "
        "vælger på min side, huskes et år.",
        en="If you say who you are (employee, researcher, company), that is remembered for 30 "
        "days. What you choose on my page is remembered for a year.",
    ),
    Phrase(
        da="Dine påmindelser gemmes, til du afslutter dem.",
        en="Your reminders are kept until you end them.",
    ),
    Phrase(
        da="Siger du, at et svar var rigtigt eller forkert, gemmes det uden dit spørgsmål i et år.",
        en="If you say that an answer was right or wrong, that is kept for a year, without your "
        "question.",
    ),
    Phrase(
        da="Et spørgsmål sendes kun videre til mennesker, når du selv trykker på det og har set, "
        "hvad der sendes. Det slettes 30 dage efter svaret.",
        en="A question is passed on to people only if you press for it and have seen what is sent. "
        "It is erased 30 days after the answer.",
    ),
)
FORGET = Phrase(da="Glem mig", en="Forget me")
FORGET_TEXT = Phrase(da="glem mig", en="forget me")
"""As if typed."""
FORGET_HINT = Phrase(
    da="»Glem mig« sletter det hele med det samme. Kun hvilke påmindelser der blev sendt hvornår, "
    "står tilbage i 90 dage.",
    en="“Forget me” erases all of it at once. Only which reminders were sent when stays for 90 "
    "days.",
)
