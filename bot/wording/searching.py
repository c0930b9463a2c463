"""What is said of somebody who was looked up."""

from bot.wording.phrase import Phrase

NOBODY_FOR = Phrase(
    da="Kilden nævner ingen bestemt person for »{area}«. Spørg i stedet: {role}.",
    en="The source names nobody in particular for “{area}”. Ask instead: {role}.",
)
