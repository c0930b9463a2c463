"""What is said when a question is passed on to people, taken, answered, or not."""

from bot.wording.phrase import Phrase

# --- the offer, and the form that asks for consent

OFFER = Phrase(da="Send spørgsmålet videre", en="Pass the question on")
FORM_TITLE = OFFER
EXACTLY_THIS = Phrase(
    da="Dette bliver sendt og intet andet. Ret teksten til, som du vil have den.",
    en="This is what will be sent, and nothing else. Change the text as you like.",
)
YOUR_QUESTION = Phrase(da="Dit spørgsmål", en="Your question")
NO_PATIENTS = Phrase(
    da="Skriv ikke CPR-numre eller andet om patienter.",
    en="Write no CPR numbers, and nothing else about patients.",
)
FROM = Phrase(da="Fra", en="From")
TO = Phrase(da="Til", en="To")
ANSWER_COMES = Phrase(da="Svaret kommer", en="The answer comes")
TO_THIS_THREAD = Phrase(
    da="i den tråd, du spurgte i, hvor andre i kanalen kan læse med",
    en="in the thread you asked in, where others in the channel can read along",
)
TO_YOU = Phrase(da="i din samtale med mig", en="in your conversation with me")
KEPT = Phrase(
    da="Jeg gemmer spørgsmålet i en måned, efter at det er besvaret, og højst i 90 dage i alt. "
    "Skriver du »glem mig«, sletter jeg det straks.",
    en="I keep the question for a month after it was answered, and for 90 days at most. Write "
    "“forget me” and I delete it at once.",
)
SEND = Phrase(da="Send", en="Send")
NAMELESS = Phrase(da="en, hvis navn jeg ikke kender", en="somebody whose name I do not know")
ALL_ELSE = Phrase(da="Alle andre emner", en="All other subjects")
THOSE_FOR = Phrase(da="dem, der svarer på spørgsmål her", en="those who answer questions here")

# --- what became of it, to the asker

SENT_TITLE = Phrase(da="Spørgsmålet er sendt", en="The question is sent")
SENT = Phrase(da="Modtager: {area}.", en="It goes to: {area}.")
SENT_THEN = Phrase(
    da="Når en af dem svarer, får du svaret {where}. Har ingen taget det efter to arbejdsdage, "
    "minder jeg dem om det én gang.",
    en="When one of them answers, the answer comes {where}. If nobody has taken it after two "
    "working days, I remind them once.",
)
SENT_ALREADY_TITLE = Phrase(da="Det er allerede sendt", en="That is sent already")
SENT_ALREADY = Phrase(
    da="Spørgsmålet er sendt én gang og bliver ikke sendt igen.",
    en="The question was sent once and is not sent again.",
)
KEPT_OF_YOU = Phrase(
    da="Spørgsmål, du har sendt videre ({count}), med dit navn: til {day}.",
    en="Questions that you passed on ({count}), with your name: until {day}.",
)
FORGOTTEN_TOO = Phrase(
    da="De spørgsmål, jeg har sendt videre for dig, er også slettet hos mig. Det, der allerede er "
    "skrevet i en kanal, kan jeg ikke hente tilbage.",
    en="The questions that I passed on for you are deleted here too. What was already written to a "
    "channel I cannot take back.",
)
NOBODY_TITLE = Phrase(da="Der er ingen at sende det til", en="There is nobody to send it to")
NOBODY = Phrase(
    da="Der er ikke udpeget nogen til at svare her. Spørg i stedet dem, som svaret nævner.",
    en="Nobody is set up to answer here. Ask those whom the reply names instead.",
)

# --- what cannot be sent

EMPTY = Phrase(da="Der står ikke noget endnu.", en="There is nothing in it yet.")
TOO_LONG = Phrase(
    da="Det er for langt. Der er plads til {most} tegn.",
    en="That is too long. There is room for {most} characters.",
)
HOLDS_CPR = Phrase(
    da="Teksten så ud til at indeholde et CPR-nummer. Intet er sendt eller gemt. Sørg for, at "
    "nummeret er slettet, og send igen.",
    en="The text seemed to hold a CPR number. Nothing was sent or kept. Make sure that the number "
    "is deleted, and send again.",
)
CLINICAL = Phrase(
    da="Spørgsmål om patienter og behandling sender jeg ikke videre. Intet er sendt eller gemt. "
    "Er det akut, så ring 112; ellers må en kliniker svare.",
    en="Questions about patients and treatment I do not pass on. Nothing was sent or kept. In an "
    "emergency call 112; otherwise a clinician has to answer.",
)
FAILED_TITLE = Phrase(da="Det lykkedes ikke", en="That did not work")
FAILED = Phrase(
    da="Jeg kan ikke gemme noget lige nu, og intet er sendt. Prøv igen om lidt.",
    en="I cannot keep anything just now, and nothing was sent. Try again in a little while.",
)

# --- to those who may know

FORWARDED_TITLE = Phrase(
    da="Et spørgsmål, jeg ikke kan svare på", en="A question that I cannot answer"
)
ASKER = Phrase(da="Spørger", en="Asked by")
AREA = Phrase(da="Område", en="Area")
ASKED_AT = Phrase(da="Spurgt", en="Asked")
HOW_TO_ANSWER = Phrase(
    da="Tag spørgsmålet, så de andre ved, at du ser på det, eller svar med det samme. Svaret "
    "bliver sendt i dit navn.",
    en="Take the question so that the others know you are on it, or answer at once. The answer is "
    "sent in your name.",
)
TAKE = Phrase(da="Jeg tager det", en="I will take it")
RESPOND = Phrase(da="Svar", en="Answer")
NUDGE_TITLE = Phrase(
    da="Ingen har taget dette spørgsmål endnu", en="Nobody has taken this question yet"
)
TAKEN = Phrase(da="{name} tager spørgsmålet.", en="{name} takes the question.")
TAKEN_ALREADY_TITLE = Phrase(da="Det er allerede taget", en="It is taken already")
TAKEN_ALREADY = Phrase(
    da="{name} tog spørgsmålet {when}. Kender du svaret, må du gerne svare alligevel.",
    en="{name} took the question on {when}. If you know the answer, do answer all the same.",
)
ANSWERED_TITLE = Phrase(da="{name} har svaret", en="{name} has answered")
ANSWERED_ALREADY_TITLE = Phrase(da="Det er allerede besvaret", en="It is answered already")
ANSWERED_ALREADY = Phrase(
    da="{name} svarede {when}, så dit svar er ikke sendt. Her er din tekst, så den ikke går tabt.",
    en="{name} answered on {when}, so your answer was not sent. Here is your text, so that it is "
    "not lost.",
)
ANSWERED_BY = Phrase(da="{name} svarede {when}.", en="{name} answered on {when}.")
A_COLLEAGUE = Phrase(da="En kollega", en="A colleague")
GONE_TITLE = Phrase(da="Spørgsmålet findes ikke længere", en="The question is gone")
GONE = Phrase(
    da="Det er slettet, enten fordi det er gammelt, eller fordi den, der spurgte, har bedt om det.",
    en="It was deleted, either because it is old or because whoever asked it wanted that.",
)
NOT_LOST = Phrase(da="Din tekst var:", en="Your text was:")

# --- the answer

RESPOND_TITLE = Phrase(da="Svar på spørgsmålet", en="Answer the question")
YOUR_ANSWER = Phrase(da="Dit svar", en="Your answer")
ANSWER_HINT = Phrase(
    da="{asker} får det at se med dit navn.", en="{asker} will see it with your name."
)
REMEMBER = Phrase(da="Husk svaret", en="Remember this answer")
REMEMBER_HINT = Phrase(
    da="Gør det til et forslag til videnbasen.", en="Make it a proposal for the knowledge base."
)
RESPONDED_TITLE = Phrase(da="Svaret er sendt", en="The answer is sent")
RESPONDED = Phrase(
    da="{asker} får det, og kanalen får at vide, at der er svaret.",
    en="{asker} gets it, and the channel learns that there is an answer.",
)
REMEMBERED = Phrase(
    da="Det er også gemt som forslag til videnbasen.",
    en="It is also kept as a proposal for the knowledge base.",
)
RESPONSE_TITLE = Phrase(da="Svar på dit spørgsmål", en="An answer to your question")
QUOTED = Phrase(da="»{text}«", en="“{text}”")
WRITTEN_BY = Phrase(
    da="Skrevet af {name}. Svaret er ikke fra min videnbase.",
    en="Written by {name}. The answer is not from my knowledge base.",
)

# --- who may not

NO_RIGHT_TITLE = Phrase(da="Det kan du ikke", en="You cannot do that")
GUEST = Phrase(
    da="Kun dem, der hører til her, kan tage og besvare spørgsmål.",
    en="Only those who belong here can take and answer questions.",
)
ELSEWHERE = Phrase(
    da="Det kan kun gøres i den kanal, spørgsmålet er sendt til.",
    en="That can be done only in the channel that the question was sent to.",
)
NOT_A_MEMBER = Phrase(
    da="Kun medlemmer af den kanal, spørgsmålet er sendt til, kan tage og besvare det.",
    en="Only members of the channel that the question was sent to can take and answer it.",
)
CANNOT_TELL = Phrase(
    da="Jeg kan ikke se lige nu, om du er medlem af kanalen, og derfor er intet sket. Prøv igen om "
    "lidt.",
    en="I cannot see just now whether you are a member of the channel, so nothing was done. Try "
    "again in a little while.",
)

# --- what did not get through

QUESTION_LOST_TITLE = Phrase(
    da="Dit spørgsmål kom ikke frem", en="Your question did not get through"
)
QUESTION_LOST = Phrase(
    da="Jeg kunne ikke aflevere det. Spørg her i stedet:",
    en="I could not deliver it. Ask here instead:",
)
ANSWER_LOST_TITLE = Phrase(da="Et svar kom ikke frem", en="An answer did not get through")
ANSWER_LOST = Phrase(
    da="Jeg kunne ikke aflevere svaret fra {by} til {asker}. Skriv selv til vedkommende, hvis I "
    "har mulighed for det. Spørgsmålet var:",
    en="I could not deliver the answer by {by} to {asker}. Write to them yourselves if you can. "
    "The question was:",
)
