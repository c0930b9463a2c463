"""The words in which people ask for reminders, folded, each followed by one blank."""

from bot.matching.text import words

GREETINGS = (
    "hej|hejsa|hi|hey|hello|hallo|dav|rain|bot|botten|rainbot|ok|okay|ja|yes|yep|tak|nej|no|oh|"
    "og|and|saa|so|super|fint|great|thanks|thank you|god morgen|goddag|good morning|jo|jamen"
)
SOFTENERS = "please|pls|plz|venligst|lige|bare|just|gerne|kindly|godt|ikke|also|ogsaa|mon|at|to"
REQUESTS = (
    r"(?:kan|kunne|vil|ville|maa|gider|can|could|would|will) "
    r"(?:du|i|botten|jeg bede dig om|you|u|the bot|we ask you)|"
    r"(?:jeg|vi) (?:vil|ville)(?: gerne| godt)* (?:have|ha)(?: at)? (?:du|dig|i|jer|botten)"
    r"(?: til)?|"
    r"(?:jeg|vi) (?:vil|ville)(?: gerne| godt)* bede (?:dig|jer|botten)(?: om)?|"
    r"(?:i|we) (?:want|need|would like|d like|wish)(?: for)? you|id like you|wed like you|"
    r"(?:du|i) (?:maa|skal|you can|you may)|you (?:may|can|should)|husk|remember|vaer soed"
)
"""How a request to the bot begins; it is what the bot is to do that follows."""
WANTING = (
    r"(?:jeg|vi) (?:vil|ville|oensker|skal|kunne)(?: gerne| godt| bare| lige| taenke mig)*"
    r"(?: at)?(?: have| ha| faa| modtage| bede om| bruge)?|"
    r"(?:maa|kan|kunne) (?:jeg|vi)(?: ikke| godt| lige| gerne)* (?:faa|have|bede om|modtage)|"
    r"(?:i|we) (?:want|need|wish|would like|d like|would love)(?: to)?"
    r"(?: have| get| receive| set up| set)?|(?:id|wed) (?:like|love)(?: to)?"
    r"(?: have| get| receive| set up)?|"
    r"(?:can|could|may) (?:i|we)(?: please)? (?:get|have|receive|set up|set|ask for)"
)
"""How a wish for a thing begins."""
REMIND = "paamind|paaminde|remind|reminde"
MIND = "mind|minde"
DO_YOU_REMIND = r"(?:minder|paaminder) (?:du|i|botten)(?: ikke)?"
"""How Danish asks in the present tense."""
REMINDED = (
    r"(?:(?:blive|bliver|faa|be|get|to be|to get|at blive) )?"
    r"(?:paamindes|paamindet|mindet|reminded)"
)
NOUN = (
    r"(?:paamindelse(?:r|n|rne|s)?|reminder(?:s|e|en|ne|ene)?|"
    r"notifikation(?:er|en|erne)?|notifications?)"
)
MAKING = (
    "send|sende|giv|give|opret|oprette|lav|lave|saet|saette|set|set up|setup|create|make|add|"
    "tilfoej|get|start|aktiver|enable|bestil|skriv|tilmeld|tilmelde|put|schedule|planlaeg"
)
SWITCHING_ON = "slaa til|taend|taend for|turn on|switch on|aktiver|enable|start|activate"
FOLLOWING = "subscribe|abonner|abonnere"
NOTICE = r"(?:besked|en besked|et praj|praj|lyd|et hint|a heads up|heads up|notice|en meddelelse)"
ALERTING = "notify|alert|ping|advar|adviser|varsle|varsl"
TELLING = "sig til|sige til|let me know|let us know|lad mig vide|lad os vide"

ENDING = (
    "stop|stoppe|stopp|afmeld|afmelde|fjern|fjerne|slet|slette|annuller|annullere|afbryd|afbryde|"
    "ophaev|aflys|sluk|sluk for|slaa fra|cancel|delete|remove|unsubscribe|disable|end|mute|"
    "turn off|switch off|get rid of|drop|clear|deaktiver|deaktivere|afslut|frameld|fravaelg|kill|"
    "quit|undgaa|slip for|opsig|opsige|opt out of|nulstil"
)
SWITCHING = "slaa|slaas|turn|switch|saet|sluk"
"""What ends reminders with an "off" behind them, and begins them with an "on"."""
CEASING = (
    "stop|stoppe|stopp|hold op|holde op|lad vaere|lade vaere|lad nu vaere|quit|cease|hold nu op|"
    "drop"
)
NOT = "ikke|not|aldrig|never"
DO_NOT = (
    r"dont|do not|dont you|dont ever|never|du (?:skal|maa|behoever) ikke(?: at)?|"
    r"(?:i|you) (?:skal|behoever) ikke(?: at)?|(?:you )?(?:do not|dont|neednt|need not)"
    r"(?: need| have)?(?: to)?|no need to|ingen grund til at"
)
NOT_WANTING = (
    r"(?:jeg|vi) (?:vil|oensker|skal|gider)(?: helst)? ikke(?: laengere| mere)?(?: at)?"
    r"(?: have| ha| faa)?|(?:i|we) (?:dont|do not|no longer|wont|didnt)"
    r"(?: (?:want|need|wish|like|care))?(?: for| to have| to get| to receive| to)?"
)
SOME = "en|et|a|an|the|nogle|some|flere|more|alle|all|de|disse|those|these"
THEIR = (
    "alle|all|mine|min|my|the|vores|our|kanalens|channels|those|these|any|every|de|disse|denne|"
    "dette|den|this|that|flere|more|of|for|fra|from|sending|sende|at|en|a"
)
MORE = "flere|mere|more|further|any|any more|additional|laengere|igen|again|fremover|nogensinde"
ANYMORE = r"(?:mere|laengere|igen|any ?more|any longer|again|fremover|ever|nogensinde)"
NO_MORE = (
    "(?:ingen|ikke) (?:flere|mere)|(?:no|not any) (?:more|further)|no|ingen|nix|slut med|enough|nok"
)

CHANNEL = frozenset(
    words(
        "kanal kanalen kanalens channel channels gruppe gruppen group team teamet holdet chat "
        "chatten traad traaden thread"
    )
)
ME = frozenset({"mig", "mej", "me", "myself", "mine", "my", "min", "mit"})
US = frozenset({"os", "us", "her", "here", "everyone", "everybody", "vores", "our"})
A_CHANNEL = (
    r"(?:(?:hele|whole|entire|this|the|denne|den|dette|det|vores|our|alle|everyone|everybody|all|"
    r"folk|i|in|til|for|to|of|af|her|here|from|fra) ){0,4}"
    r"(?:kanal|kanalen|channel|gruppe|gruppen|group|team|teamet|holdet|chat|chatten|traaden|thread)"
)
ALL_OF_US = r"(?:alle|everyone|everybody|folk)(?: os| of us)?(?: her| here)?"
SOME_OF_US = (
    r"(?:(?:alle|everyone|everybody|all|all of|folk|til|for|to|from|fra) ){0,2}"
    r"(?:os|us|her|here)(?: alle| all)?"
)
MYSELF = r"(?:(?:til|for|to|from|fra) )?(?:mig|mej|me|myself)(?: personligt| selv| personally)?"

FOR_ME = "(?:til|for|to) (?:mig|me)"
FILLERS = (
    "lige|ogsaa|also|please|pls|plz|gerne|venligst|igen|again|godt|just|altid|always|nu|now|selv"
)
A_WHILE = (
    r"(?:(?:(?:en|et|a|an|the|to|tre|two|three|par|couple|of|few|nogle|some|\d+) ){0,3}"
    r"(?:uger?|dage?n?|aftenen|morgenen|timer?|timen|minutter|maaned|weeks?|days?|hours?|minutes|"
    r"months?) )"
)
ABOUT = (
    rf"{A_WHILE}(?:foer|inden|before|ahead of|prior to)|om|paa|til|ang|angaaende|vedr|"
    "vedroerende|omkring|about|of|for|on|regarding|concerning|re|naar|inden|foer|forud for|when|"
    "before|ahead of|prior to|every time|hver gang|whenever|i god tid foer|in good time before|"
    "in time for|from|fra|med|with"
)
LINKING = frozenset(
    words(
        "om paa til ang angaaende vedr omkring about of for on regarding naar inden foer when "
        "before to at from fra med with der som that which og and"
    )
)
"""What links the request with the events' names, and is none of theirs."""
ATTENDING = (
    r"(?:(?:at|to) )?(?:tilmelde (?:mig|os)(?: til)?|melde (?:mig|os) til|deltage i|komme til|"
    r"tage til|sign up (?:for|to)|signing up for|register (?:for|to)|registering for|attend|"
    r"attending|go to|going to|join|joining|participate in|tilmelding(?:en)? til|"
    r"tilmeldingsfrist(?:en)? (?:til|for)|(?:the )?(?:registration|sign up)(?: deadline)? for)"
)
"""What people do at events: the rest names the event."""
THERE_IS = r"(?:der (?:er|sker|kommer|afholdes|bliver)|there(?:s| is| are)|theres|det er|its)"
COMING = (
    r"(?:naermer sig|begynder|starter|starts?|begins?|approach(?:es)?|(?:is|are) (?:near|close|"
    r"coming(?: up)?|about to (?:start|begin))|comes? up|kommer|afholdes|holdes|gaar i gang|"
    r"finder sted|takes? place|skal til at (?:starte|begynde)|staar for doeren)"
)
CLOSING = (
    r"(?:tak|please|pls|plz|venligst|thanks|thank you|thx|mange tak|paa forhaand|paa forhaand tak|"
    rf"in advance|nu|now|ogsaa|too|as well|asap|lige|mvh|{ANYMORE}|{A_WHILE}(?:foer|before))"
)

QUESTION_WORDS = frozenset(
    words(
        "hvem hvad hva hvilken hvilket hvilke hvordan hvorfor hvor hvornaar hvis who whom whose "
        "what whats which how why where whether"
    )
)
"""What follows them is to be told, not to be reminded of when its time comes."""
OF_PEOPLE = frozenset(
    words(
        "navn navnet navne name names mail mailen mailadresse email emailen adresse adressen "
        "address telefon telefonnummer phone nummer nummeret number hans hendes deres his their "
        "password adgangskode kode koden"
    )
)
"""What people have forgotten, not what comes."""
IS = frozenset({"er", "is", "var", "was", "are"})

LISTING = frozenset(
    words(
        "hvilke hvad hvilken which what whats mine min my our vores all alle the list liste "
        "lister listen vis vise show see se me mig har have do does i jeg vi we are am er there "
        "der is set sat opsat up op any nogen nogle active aktive current nuvaerende her here in "
        "this channel channels kanal kanalen kanalens gruppen group team teamet denne kan can you "
        "du give giv overview oversigt over of on naeste next hvornaar when kommer come comes "
        "coming faa faar get got about om for please tak hvordan how subscription subscriptions "
        "abonnement abonnementer to lige venligst tell fortael at bliver will be being planned "
        "planlagt planlagte kommende upcoming has status os us for til from fra slaar laver "
        "opretter stopper afmelder slaa stop turn off enable disable create make aendrer aendre "
        "change manage administrer tilmeldt subscribed signed work virker fungerer handle hjaelp "
        "help now nu today i dag ja hej hi hello hey rain godt og and which ones naar ogsaa also "
        "check tjek use bruger bruge bede beder ask start starter begynder lav saet setup saetter "
        "aktiver aktiverer"
    )
)
"""A text of nothing but these and a word of reminding asks what is set up, or how that is done."""
REMINDING = frozenset(
    words("paamind paaminde paaminder paamindet paamindes remind reminde reminding reminded minder")
)
BARE_STOP = frozenset(
    {"stop", "stopp", "stop it", "stop det", "stop nu", "stop tak", "please stop"}
)

ASKING_FOR_LIST = frozenset(
    words(
        "list liste lister listen help hjaelp status show vis mine my min hvilke which what hvad "
        "oversigt overview"
    )
)
"""What asks for the list, behind a command about reminders."""
BETWEEN_LISTING = frozenset(words("i in for the this is set all hele den denne us me"))
OFF = (
    "off|stop|stopp|fra|slut|end|cancel|nej|no|ingen|none|never|aldrig|afmeld|unsubscribe|slet|"
    "delete|remove|fjern|mute|ikke|not|dont|ingenting|nothing|afslut|annuller|disable"
)
"""What turns reminders off, behind a command about reminders."""
ON = "start|ja|yes|add|tilfoej|set|saet|opret|subscribe|til|on"
IN_DANISH = frozenset(
    words(
        "paamind paaminde paaminder paamindet paamindes minde mindet paamindelse paamindelser "
        "paamindelsen paamindelserne besked mig os kanalen notifikationer husk"
    )
)
IN_ENGLISH = frozenset({"me", "us", "my", "our", "remind", "reminding", "reminded", "reminders"})
"""Words that tell the language of a request at once; "reminder" is said in both."""
MISSPELT = (
    "paamind",
    "paaminde",
    "paamindelse",
    "paamindelser",
    "paamindelsen",
    "paamindelserne",
    "remind",
    "reminder",
    "reminders",
    "reminding",
    "afmeld",
    "unsubscribe",
    "kanalen",
    "channel",
)
"""The words whose slips are mended."""
