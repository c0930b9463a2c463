"""What the box says in which people search for a card to insert."""

from bot.wording.phrase import Phrase

NOBODY = Phrase(
    da="Jeg kender ingen, der passer på det. Prøv et navn eller et emne, for eksempel jura.",
    en="I know of nobody who fits that. Try a name, or a subject such as law.",
)
NO_EVENT = Phrase(
    da="Jeg kender ingen arrangementer, der passer på det. Prøv en titel, en måned eller en by.",
    en="I know of no event that fits that. Try a title, a month or a town.",
)
NO_COMING_EVENT = Phrase(
    da="Jeg kender ingen kommende arrangementer lige nu.",
    en="I know of no upcoming events right now.",
)
UNKNOWN = Phrase(
    da="Her kan jeg finde kontaktpersoner og arrangementer. Alt andet kan du spørge mig om i "
    "vores chat.",
    en="Here I can find people to contact and events. Ask me about anything else in our chat.",
)
