"""What is said around people's verdicts on answers."""

from bot.wording.phrase import Phrase

RIGHT = Phrase(da="Rigtigt svar", en="Right answer")
WRONG = Phrase(da="Forkert svar", en="Wrong answer")
OTHERS = Phrase(da="Vis andre", en="Show others")
THANKS = Phrase(
    da="Tak! Så ved vi, at svaret kan bruges.", en="Thank you! So we know that the answer is good."
)
THANKS_UNKEPT = Phrase(
    da="Tak! Jeg kunne dog ikke notere det.", en="Thank you! I could not take a note of it, though."
)
REGRET = Phrase(
    da="Det er jeg ked af. Jeg har noteret, at svaret var forkert, men ikke, hvad du skrev.",
    en="I am sorry. I have taken a note that the answer was wrong, but not of what you wrote.",
)
REGRET_UNKEPT = Phrase(da="Det er jeg ked af.", en="I am sorry.")
PERHAPS = Phrase(da="Måske mente du noget af det her:", en="Perhaps you meant one of these:")
OTHER_WORDS = Phrase(
    da="Prøv gerne igen med andre ord.", en="You are welcome to try again in other words."
)
FORGOTTEN_TOO = Phrase(
    da="Det, du har sagt om mine svar, er også slettet.",
    en="What you said of my answers is deleted too.",
)

# --- on the command line

NOTHING = Phrase(da="Ingen svar er bedømt.", en="No answers were judged.")
ROW = Phrase(
    da="{wrong} forkert, {right} rigtigt, senest {day}: {title}",
    en="{wrong} wrong, {right} right, last on {day}: {title}",
)
GONE = Phrase(da="{id} (findes ikke længere)", en="{id} (no longer there)")
