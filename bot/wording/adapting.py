"""What the adapters of all platforms say themselves."""

from bot.wording.phrase import Phrase

FAILED = Phrase(
    da="Det gik galt hos mig. Prøv igen om lidt. Sker det igen, så oplys nummer {reference}, "
    "når du melder fejlen.",
    en="Something went wrong on my side. Try again in a little while. If it happens again, give "
    "the number {reference} when you report it.",
)
UNKNOWN_BUTTON = Phrase(
    da="Den knap kan jeg ikke længere læse. Skriv dit spørgsmål i stedet.",
    en="I can no longer read that button. Write your question instead.",
)
RECEIVED = Phrase(da="Det har jeg allerede modtaget.", en="I have received that already.")
READ_MORE = Phrase(da="Læs mere", en="Read more")
REGISTER = Phrase(da="Tilmelding", en="Registration")
ADD_TO_CALENDAR = Phrase(da="Læg i kalender", en="Add to calendar")
AND_MORE = Phrase(da="… og {count} mere", en="… and {count} more")
