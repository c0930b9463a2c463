"""What the assistant says around the knowledge base's own texts."""

from bot.reply import Audience
from bot.wording.phrase import Phrase

HELP = Phrase(
    da="Jeg finder den rette at spørge om klinisk kunstig intelligens i og omkring Region "
    "Syddanmark, fortæller, hvilken hjælp der findes, og hvilke arrangementer der er på vej. "
    "Skriv bare, hvad du mangler, på dansk eller engelsk.",
    en="I find the right person to ask about clinical artificial intelligence in and around the "
    "Region of Southern Denmark, tell what help exists and which events are coming up. "
    "Just write what you need, in Danish or English.",
)
HELP_TITLE = Phrase(da="Det kan jeg hjælpe med", en="What I can help with")
GREETING = Phrase(da="Hej!", en="Hello!")
THANKS = Phrase(da="Det var så lidt. Skriv, når der er mere.", en="You are welcome. Ask any time.")
GOODBYE = Phrase(da="På gensyn.", en="Goodbye for now.")
WHO_AM_I = Phrase(
    da="Jeg er en bot, ikke et menneske. Jeg slår op i en videnbase, som mennesker vedligeholder.",
    en="I am a bot, not a person. I look things up in a knowledge base that people maintain.",
)
SORRY = Phrase(
    da="Det er jeg ked af. Prøv at skrive det med andre ord, eller spørg her:",
    en="I am sorry. Try other words, or ask here:",
)
EMPTY = Phrase(da="Hvad vil du vide?", en="What would you like to know?")
UNKNOWN_TITLE = Phrase(da="Det ved jeg ikke", en="I do not know that")
UNKNOWN = Phrase(
    da="Det finder jeg intet om i min videnbase, og jeg gætter ikke. Handler det om kunstig "
    "intelligens i sundhedsvæsenet, kan du spørge her:",
    en="I find nothing about that in my knowledge base, and I do not guess. If it is about "
    "artificial intelligence in health care, you can ask here:",
)
TWO_LANGUAGES = Phrase(da="Jeg læser kun dansk og engelsk.", en="I read Danish and English only.")
GONE = Phrase(
    da="Det punkt står ikke længere i videnbasen.",
    en="That entry is no longer in the knowledge base.",
)
CHOOSE_TITLE = Phrase(da="Mente du …", en="Did you mean …")
CHOOSE = Phrase(
    da="Jeg er ikke sikker på, hvad du mener. Vælg det, der passer:",
    en="I am not sure which you mean. Pick the one that fits:",
)
CHOOSE_WHOM = Phrase(da="Hvem mener du?", en="Whom do you mean?")
CHOOSE_PERSON = Phrase(
    da="Det navn passer på flere:",
    en="That name fits more than one person:",
)
ONLY_ONE = Phrase(
    da="Jeg kender kun denne ene med det navn:",
    en="This is the only person of that name I know:",
)
SAME_AS = Phrase(
    da="De her tager sig af det samme som {names}:",
    en="These take care of the same as {names}:",
)
NOBODY_BUT = Phrase(
    da="Ud over {names} kender jeg ingen, der tager sig af det samme. Det er det her:",
    en="Beside {names} I know nobody who takes care of the same. It is this:",
)
THAT_UNKNOWN = Phrase(
    da="Netop det ved jeg ikke; spørg arrangøren. Det her ved jeg om arrangementet:",
    en="That I do not know; ask the organiser. This is what I know of the event:",
)
REFUSED_TITLE = Phrase(da="Det kan jeg ikke tage imod", en="I cannot take that")
REFUSED_CPR = Phrase(
    da="Din besked ser ud til at indeholde et CPR-nummer. Jeg har ikke gemt den og har ikke slået "
    "noget op. Slet den gerne i chatten, og stil spørgsmålet igen uden nummeret.",
    en="Your message seems to hold a CPR number. I have not kept it and have looked nothing up. "
    "Please delete it from the chat, and ask again without the number.",
)
REFUSED_CLINICAL_TITLE = Phrase(
    da="Det må en kliniker svare på", en="That is for a clinician to answer"
)
REFUSED_CLINICAL = Phrase(
    da="Jeg giver ikke råd om patienter eller behandling. Er det akut, så ring 112; ellers kan "
    "den behandlingsansvarlige læge, afdelingens vagthavende eller egen læge hjælpe. Jeg kan "
    "hjælpe med, hvem man spørger om projekter med kunstig intelligens.",
    en="I do not advise on patients or treatment. In an emergency call 112; otherwise turn to the "
    "doctor in charge, the ward's doctor on call or your own doctor. I can help with whom to ask "
    "about projects with artificial intelligence.",
)
SOURCE = Phrase(da="Kilde: {source}. Sidst tjekket {day}.", en="Source: {source}. Checked {day}.")
STALE = Phrase(
    da="Oplysningerne kan være forældede: de skulle være tjekket igen senest {day}.",
    en="This may be out of date: it was due to be checked again by {day}.",
)
NOBODY_NAMED = Phrase(
    da="Kilden nævner ingen bestemt person her. Spørg i stedet: {role}.",
    en="The source names nobody in particular here. Ask instead: {role}.",
)
TAKES_CARE_OF = Phrase(da="Tager sig af", en="Takes care of")
TAKES_PART_IN = Phrase(da="Medvirker i", en="Takes part in")
PROVIDED_BY = Phrase(da="Tilbydes af", en="Provided by")
PARTNERS = Phrase(da="Partnere", en="Partners")
ORGANISER = Phrase(da="Arrangør", en="Organiser")
PART_OF = Phrase(da="Hører under", en="Part of")
ALSO_CALLED = Phrase(da="Også kaldet", en="Also called")
FOR_WHOM = Phrase(da="For", en="For")
EMPLOYEES = Phrase(da="ansatte i Region Syddanmark", en="employees of Region Syddanmark")
RESEARCHERS = Phrase(
    da="forskere og klinikere på SDU og OUH", en="researchers and clinicians at SDU and OUH"
)
COMPANIES = Phrase(da="virksomheder", en="companies")
AUDIENCES: dict[Audience, Phrase] = {
    Audience.EMPLOYEE: EMPLOYEES,
    Audience.RESEARCHER: RESEARCHERS,
    Audience.COMPANY: COMPANIES,
}
WRITE_TO = Phrase(da="Skriv til {name}", en="Write to {name}")
MAIL_SUBJECT = Phrase(
    da="Spørgsmål via RAIN-botten: {topic}", en="Question through the RAIN bot: {topic}"
)
SIGN_UP = Phrase(da="Tilmelding", en="Registration")
SIGN_UP_TO = Phrase(da="Tilmelding: {title}", en="Registration: {title}")
READ_MORE = Phrase(da="Læs mere: {title}", en="Read more: {title}")
UPCOMING_TITLE = Phrase(da="Kommende arrangementer", en="Upcoming events")
PAST_TITLE = Phrase(da="Afholdte arrangementer", en="Past events")
MATCHING_TITLE = Phrase(da="Arrangementer, der passer", en="Events that fit")
NEXT_TITLE = Phrase(da="Næste arrangement", en="Next event")
NONE_UPCOMING = Phrase(
    da="Jeg kender ingen kommende arrangementer lige nu. De seneste var:",
    en="I know of no upcoming events right now. The latest were:",
)
NO_EVENTS_TITLE = Phrase(da="Ingen arrangementer passer", en="No events fit")
NO_EVENTS_FIT = Phrase(
    da="Jeg kender ingen arrangementer, der passer på det, du spørger om.",
    en="I know of no events that fit what you ask.",
)
ALL_UPCOMING = Phrase(da="Vis alle kommende arrangementer", en="Show all upcoming events")
ALL_UPCOMING_QUESTION = Phrase(da="kommende arrangementer", en="upcoming events")
SEVERAL = Phrase(
    da="Du spørger om flere ting. Her er det, jeg fandt:",
    en="You ask for several things. This is what I found:",
)
MORE = Phrase(da="… og {count} mere", en="… and {count} more")
EXAMPLE_CONTACT = Phrase(
    da="Hvem har styr på historiske data?", en="Who looks after historical data?"
)
EXAMPLE_SERVICE = Phrase(
    da="Hvor kan vi låne regnekraft til en algoritme?",
    en="Where can we borrow computing power for an algorithm?",
)
EXAMPLE_EVENT = Phrase(da="Hvornår er »{title}«?", en="When is “{title}”?")
EXAMPLE_AREA = Phrase(da="Hvem kan hjælpe med {area}?", en="Who can help with {area}?")
EXAMPLE_EVENTS = Phrase(da="Hvad sker der i oktober?", en="What is on in October?")
CONTINUES = Phrase(
    da="Jeg forstår det som en fortsættelse af »{title}«.",
    en="I take this as a continuation of “{title}”.",
)
CONTINUES_LACKING = Phrase(
    da="Jeg forstår det som en fortsættelse af »{title}«, men netop det ved jeg ikke. Jeg ved:",
    en="I take this as a continuation of “{title}”, but just that I do not know. I know:",
)
CONTINUES_SEVERAL = Phrase(
    da="Jeg forstår det som en fortsættelse af mit svar før, og der var flere. Hvilken mener du?",
    en="I take this as a continuation of my last answer, and it named several. Which do you mean?",
)
TAKEN_AS = Phrase(
    da="Jeg forstår det som et spørgsmål om »{title}«.",
    en="I take this as a question about “{title}”.",
)
NEEDS_SUBJECT = Phrase(
    da="Det lyder som en fortsættelse, men jeg ved ikke af hvad. Stil spørgsmålet igen, og skriv, "
    "hvad eller hvem det handler om. Ellers kan du spørge her:",
    en="That sounds like a continuation, but I do not know of what. Ask again, and write what or "
    "whom it is about. Otherwise you can ask here:",
)
NO_SUBJECT_FOUND = Phrase(
    da="Jeg forstår det som en fortsættelse af »{title}«, men finder intet, der passer, og jeg "
    "gætter ikke. Skriv gerne hele spørgsmålet, eller spørg her:",
    en="I take this as a continuation of “{title}”, but find nothing that fits, and I do not "
    "guess. You can write the whole question, or ask here:",
)
SECOND_TITLE = Phrase(da="Andre muligheder", en="Other possibilities")
SECOND = Phrase(
    da="De her var også tæt på det, du spurgte om. Vælg det, der passer:",
    en="These were close to what you asked, too. Pick the one that fits:",
)
MORE_EVENTS = Phrase(da="Vis de næste {count}", en="Show the next {count}")
PAGE_OF = Phrase(da="Nr. {first}–{last} af {count}", en="{first}–{last} of {count}")
ADD_TO_CALENDAR = Phrase(da="Læg i kalender", en="Add to calendar")
CALENDAR_TITLE = Phrase(da="Læg i din kalender", en="Add to your calendar")
CALENDAR = Phrase(
    da="Åbn det i din kalender på nettet, eller brug kalenderfilen, som alle kalendere kan læse.",
    en="Open it in your calendar on the web, or use the calendar file, which every calendar reads.",
)
CALENDAR_OVER = Phrase(
    da="Det arrangement er overstået eller aflyst, så der er intet at lægge i kalenderen.",
    en="That event is over or cancelled, so there is nothing to add to the calendar.",
)
OTHERS_TITLE = Phrase(da="Andre, du kan spørge", en="Others you can ask")
NOBODY_ELSE = Phrase(
    da="Ud over »{title}« kender jeg ingen andre, der er tæt på. Indgangen er her:",
    en="Beside “{title}” I know nobody else who is close to it. The way in is here:",
)
BECAUSE: dict[Audience, Phrase] = {
    Audience.EMPLOYEE: Phrase(
        da="Du er ansat i Region Syddanmark, så her er din indgang:",
        en="You are employed by Region Syddanmark, so this is the way in for you:",
    ),
    Audience.RESEARCHER: Phrase(
        da="Du forsker ved SDU eller OUH, så her er din indgang:",
        en="You do research at SDU or OUH, so this is the way in for you:",
    ),
    Audience.COMPANY: Phrase(
        da="Du spørger for en virksomhed, så her er jeres indgang:",
        en="You ask for a company, so this is the way in for you:",
    ),
}
FOR_OTHERS = Phrase(
    da="Det her er for {audience}. Er du ikke det, er indgangen en anden:",
    en="This is for {audience}. If you are not one of them, there is another entrance:",
)
DOOR_FOR = Phrase(da="For {audience}", en="For {audience}")
ASKING_AS: dict[Audience, Phrase] = {
    Audience.EMPLOYEE: Phrase(
        da="ansat i Region Syddanmark", en="an employee of Region Syddanmark"
    ),
    Audience.RESEARCHER: Phrase(da="forsker ved SDU eller OUH", en="a researcher at SDU or OUH"),
    Audience.COMPANY: Phrase(da="virksomhed", en="a company"),
}
REMEMBERED = Phrase(
    da="Jeg husker, at du spørger som {who}, så jeg kan vise den rette indgang. Skriv »glem mig«, "
    "så glemmer jeg det.",
    en="I will remember that you ask as {who}, to show the right entrance. Write “forget me” and "
    "I forget it.",
)
FORGOTTEN = Phrase(
    da="Det er glemt: hvem du er, hvad du har valgt, og hvad vi sidst talte om her.",
    en="That is forgotten: who you are, what you chose, and what we last talked about here.",
)
