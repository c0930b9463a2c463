"""What is said when somebody asks for reminders, ends them, or asks which there are."""

from bot.wording.phrase import Phrase

# --- whom and what, within sentences

ALL_EVENTS = Phrase(da="alle arrangementer", en="all events")
ONLINE_EVENTS = Phrase(da="onlinearrangementer", en="online events")
EVENTS_IN = Phrase(da="arrangementer i {place}", en="events in {place}")
EVENTS_ON = Phrase(da="arrangementer på {place}", en="events on {place}")
EVENTS_AT = Phrase(da="arrangementer ved {place}", en="events at {place}")
EVENTS_TAGGED = Phrase(da="arrangementer med mærket »{tag}«", en="events tagged “{tag}”")
QUOTED = Phrase(da="»{title}«", en="“{title}”")
QUOTED_WHEN = Phrase(da="»{title}« ({when})", en="“{title}” ({when})")
FORMER_EVENT = Phrase(
    da="et arrangement, der ikke længere står i min videnbase",
    en="an event that is no longer in my knowledge base",
)

# --- what was set up

SET_UP = Phrase(da="Så er det sat op", en="That is set up")
STARTED = Phrase(da="Jeg minder dig om {what}.", en="I will remind you of {what}.")
STARTED_CHANNEL = Phrase(
    da="Jeg minder hele kanalen om {what}; alle i den får påmindelserne.",
    en="I will remind the whole channel of {what}; everybody in it gets the reminders.",
)
ALREADY_TITLE = Phrase(da="Det er allerede sat op", en="That is set up already")
ALREADY = Phrase(da="Jeg minder dig allerede om {what}.", en="I remind you of {what} already.")
ALREADY_CHANNEL = Phrase(
    da="Jeg minder allerede kanalen om {what}.", en="I remind the channel of {what} already."
)
COVERED = Phrase(
    da="Du får i forvejen påmindelser om {wider}, så det var dækket. Hver påmindelse kommer kun "
    "én gang.",
    en="You get reminders of {wider} anyway, so it was covered. Each reminder comes only once.",
)
COVERED_CHANNEL = Phrase(
    da="Kanalen får i forvejen påmindelser om {wider}, så det var dækket. Hver påmindelse kommer "
    "kun én gang.",
    en="The channel gets reminders of {wider} anyway, so it was covered. Each reminder comes only "
    "once.",
)
NEXT = Phrase(da="Næste påmindelse kommer {when}.", en="The next reminder comes on {when}.")
NEXT_OF = Phrase(
    da="Næste påmindelse kommer {when} og gælder »{title}«.",
    en="The next reminder comes on {when} and is about “{title}”.",
)
THEN = Phrase(da="Derefter:", en="After that:")
THEN_ONE = Phrase(da="Derefter kommer der en {when}.", en="After that, one comes on {when}.")
THEN_ONE_OF = Phrase(
    da="Derefter kommer der en {when} om »{title}«.",
    en="After that, one comes on {when} about “{title}”.",
)
DEADLINE = Phrase(da="{when} (om tilmeldingsfristen)", en="{when} (registration deadline)")
OF_EVENT = Phrase(da="{when}: {title}", en="{when}: {title}")
BEGINS_FIRST = Phrase(
    da="»{title}« begynder {when}, så der kommer ingen påmindelse inden. Bliver det udskudt, "
    "minder jeg om den nye tid.",
    en="“{title}” starts {when}, so no reminder will come before it. If it is put off, I will "
    "remind of the new time.",
)
NEVER_REMINDED = Phrase(
    da="Om »{title}« er der ikke planlagt påmindelser. Bliver det lavet om, får du dem.",
    en="No reminders are planned of “{title}”. If that changes, you will get them.",
)
NOTHING_THERE = Phrase(
    da="Lige nu er der ikke planlagt noget, der hører til. Kommer der noget, minder jeg om det.",
    en="Nothing of that kind is planned yet. When something is, I will remind of it.",
)
NONE_LEFT = Phrase(
    da="Om det, der er planlagt lige nu, kommer der ikke flere påmindelser. Kommer der mere til, "
    "minder jeg om det.",
    en="No more reminders will come of what is planned now. When more is planned, I will remind of "
    "it.",
)

# --- what could not be set up

GONE = Phrase(
    da="Det arrangement står ikke længere i min videnbase, så det kan jeg ikke minde om.",
    en="That event is no longer in my knowledge base, so I cannot remind of it.",
)
HELD = Phrase(
    da="»{title}« er allerede afholdt ({when}), så der er ikke noget at minde om.",
    en="“{title}” has already taken place ({when}), so there is nothing to remind of.",
)
UNDER_WAY = Phrase(
    da="»{title}« er allerede begyndt ({when}), så der kommer ingen påmindelse.",
    en="“{title}” has already started ({when}), so no reminder will come.",
)
CANCELLED = Phrase(
    da="»{title}« er aflyst, så det minder jeg ikke om.",
    en="“{title}” is cancelled, so I will not remind of it.",
)
NOT_KNOWN_TITLE = Phrase(da="Det arrangement kender jeg ikke", en="I do not know that event")
NOT_KNOWN = Phrase(
    da="Jeg minder kun om arrangementer i min videnbase, og der finder jeg ikke noget, der passer. "
    "Se listen, eller bliv mindet om dem alle.",
    en="I remind only of events in my knowledge base, and I find none there that fits. Have a look "
    "at the list, or be reminded of them all.",
)
WHICH_TITLE = Phrase(da="Hvad vil du mindes om?", en="Which do you want to be reminded of?")
WHICH = Phrase(da="Flere passer. Vælg det, du mener:", en="Several fit. Pick the one you mean:")
WHICH_TO_STOP_TITLE = Phrase(da="Hvilke påmindelser skal stoppe?", en="Which reminders shall end?")
NO_ADDRESS_TITLE = Phrase(
    da="Påmindelser kommer i Slack og Teams", en="Reminders come in Slack and Teams"
)
NO_ADDRESS = Phrase(
    da="Her kan jeg ikke skrive til dig senere. Skriv det samme til mig i Slack eller Teams, så "
    "minder jeg dig dér.",
    en="I cannot write to you later here. Write the same to me in Slack or Teams, and I will "
    "remind you there.",
)
NO_CHANNEL_TITLE = Phrase(da="Skriv det i kanalen", en="Write that in the channel")
NO_CHANNEL = Phrase(
    da="Her er vi ikke i en kanal. Skriv det samme i den kanal, det gælder.",
    en="We are not in a channel here. Write the same in the channel you mean.",
)
FAILED_TITLE = Phrase(da="Det lykkedes ikke", en="That did not work")
FAILED = Phrase(
    da="Jeg kan ikke komme til påmindelserne lige nu, og intet er ændret. Prøv igen om lidt.",
    en="I cannot get at the reminders just now, and nothing was changed. Try again in a little "
    "while.",
)

# --- what was ended

ENDED_TITLE = Phrase(da="Så er det stoppet", en="That is ended")
ENDED = Phrase(da="Jeg minder dig ikke længere om {what}.", en="I no longer remind you of {what}.")
ENDED_CHANNEL = Phrase(
    da="Jeg minder ikke længere kanalen om {what}.",
    en="I no longer remind the channel of {what}.",
)
ENDED_ALL = Phrase(da="Du får ikke flere påmindelser om:", en="You get no more reminders of:")
ENDED_ALL_CHANNEL = Phrase(
    da="Kanalen får ikke flere påmindelser om:", en="The channel gets no more reminders of:"
)
STILL_TITLE = Phrase(da="Der kommer stadig påmindelser", en="Reminders will still come")
NOTHING_ALONE = Phrase(
    da="Du har ikke bedt om påmindelser om {what} alene.",
    en="You have not asked for reminders of {what} alone.",
)
NOTHING_ALONE_CHANNEL = Phrase(
    da="Kanalen får ikke påmindelser om {what} alene.",
    en="The channel does not get reminders of {what} alone.",
)
STILL = Phrase(
    da="Du bliver stadig mindet om det, fordi du får påmindelser om {wider}.",
    en="You will still be reminded of it, since you get reminders of {wider}.",
)
STILL_CHANNEL = Phrase(
    da="Kanalen bliver stadig mindet om det, fordi den får påmindelser om {wider}.",
    en="The channel will still be reminded of it, since it gets reminders of {wider}.",
)
LEFT = Phrase(da="Du har stadig påmindelser om:", en="You still have reminders of:")
LEFT_CHANNEL = Phrase(
    da="Kanalen har stadig påmindelser om:", en="The channel still has reminders of:"
)
NOTHING_TITLE = Phrase(da="Der er ikke noget at stoppe", en="There is nothing to end")
NOTHING = Phrase(da="Du får ingen påmindelser om {what}.", en="You get no reminders of {what}.")
NOTHING_CHANNEL = Phrase(
    da="Kanalen får ingen påmindelser om {what}.", en="The channel gets no reminders of {what}."
)
NOTHING_AT_ALL = Phrase(da="Du har ingen påmindelser.", en="You have no reminders.")
NOTHING_AT_ALL_CHANNEL = Phrase(
    da="Kanalen har ingen påmindelser.", en="The channel has no reminders."
)

# --- the list

YOURS_TITLE = Phrase(da="Dine påmindelser", en="Your reminders")
CHANNEL_TITLE = Phrase(da="Kanalens påmindelser", en="The channel's reminders")
HINT = Phrase(da="{title} – {when}", en="{title} – {when}")
ITEM_NEXT = Phrase(da="{what}: næste gang {when}", en="{what}: next on {when}")
ITEM_CANCELLED = Phrase(da="{what}: aflyst", en="{what}: cancelled")
ITEM_NONE = Phrase(da="{what}: ingen planlagt lige nu", en="{what}: none planned right now")
HOW = Phrase(
    da="Skriv for eksempel »påmind mig om arrangementer i Odense« eller »påmind kanalen om alle "
    "arrangementer«, eller tryk »Påmind mig« under et arrangement.",
    en="Write for instance “remind me of events in Odense” or “remind this channel of all events”, "
    "or press “Remind me” below an event.",
)

# --- buttons, and what they ask as if typed

REMIND_ME = Phrase(da="Påmind mig", en="Remind me")
REMIND_ME_OF = Phrase(da="Påmind mig: {title}", en="Remind me: {title}")
REMIND_AGAIN = Phrase(da="Påmind mig igen", en="Remind me again")
REMIND_CHANNEL = Phrase(da="Påmind hele kanalen", en="Remind the whole channel")
REMIND_CHANNEL_ASKED = Phrase(
    da="påmind hele kanalen om {what}", en="remind the whole channel of {what}"
)
REMIND_OF_ALL = Phrase(da="Påmind mig om alle arrangementer", en="Remind me of all events")
REMIND_ASKED = Phrase(da="påmind mig om {what}", en="remind me of {what}")
STOP_THIS = Phrase(da="Stop påmindelser", en="End reminders")
STOP_OF = Phrase(da="Stop: {what}", en="End: {what}")
STOP_OF_CHANNEL = Phrase(da="Stop i kanalen: {what}", en="End in the channel: {what}")
STOP_ASKED = Phrase(da="stop mine påmindelser om {what}", en="stop my reminders of {what}")
STOP_CHANNEL_ASKED = Phrase(
    da="stop kanalens påmindelser om {what}", en="stop the channel's reminders of {what}"
)
FORGOTTEN_TOO = Phrase(da="Dine påmindelser er også slettet.", en="Your reminders are deleted too.")
