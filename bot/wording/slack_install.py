"""What the pages say on which the Slack app is installed; they are read in a browser."""

from bot.wording.phrase import Phrase

INSTALLED_TITLE = Phrase(da="RAIN er installeret", en="RAIN is installed")
INSTALLED = Phrase(
    da="RAIN er nu med i {workspace}. Skriv til RAIN i Slack, eller nævn @RAIN i en kanal.",
    en="RAIN is now part of {workspace}. Write to RAIN in Slack, or mention @RAIN in a channel.",
)
OPEN_SLACK = Phrase(da="Åbn Slack", en="Open Slack")
YOUR_WORKSPACE = Phrase(da="jeres Slack", en="your Slack")
NOT_INSTALLED_TITLE = Phrase(da="RAIN blev ikke installeret", en="RAIN was not installed")
DECLINED = Phrase(
    da="Installationen blev afbrudt i Slack. Intet er ændret.",
    en="The installation was ended in Slack. Nothing was changed.",
)
OUT_OF_DATE = Phrase(
    da="Installationen tog for lang tid, eller den blev begyndt i en anden browser.",
    en="The installation took too long, or was begun in another browser.",
)
ONE_WORKSPACE = Phrase(
    da="RAIN kan kun installeres i ét workspace ad gangen, ikke i en hel organisation.",
    en="RAIN can be installed in one workspace at a time, not in a whole organisation.",
)
INSTALL_FAILED = Phrase(
    da="Noget gik galt hos os eller i Slack.", en="Something went wrong on our side or Slack's."
)
TRY_AGAIN = Phrase(da="Prøv igen", en="Try again")
