"""Turns of phrase by which a question asks for those around somebody, as parts of patterns.

They match a folded text with a mark for each name, as in `bot.matching.relations`.
"""

_MATE = r"(?:kolleg\w*|coll?eag?u?es?|colleges|makker\w*|arbejdskammerat\w*|sidem\w+|kompagnon\w*)"
_STAND_IN = (
    r"(?:stand ?ins?|substitut\w*|replacements?|deputy|deputies|vikar\w*|afloeser\w*|backup"
    r"|stedfortraeder\w*|erstatning\w*|erstatter\w*|efterfoelger\w*|successors?|alternativ\w*)"
)
COLLEAGUE = (
    rf"(?:{_MATE}|{_STAND_IN}|team ?mates?|team|teamet|co ?workers?|peers?|counterparts?|sidekicks?"
    r"|co ?(?:speakers?|presenters?|hosts?)|med(?:oplaegsholder|forfatter|ansvarlig)\w*)"
)
"""Somebody who does the same, or does it in somebody's place."""
_KIN = (
    r"(?:wife|husband|spouse|partner|kone|mand|aegtefaelle|kaereste|girlfriend|boyfriend|boern|barn"
    r"|children|child|kids?|mother|father|mor|far|brother|sister|bror|soester)"
)
_HELPER = r"(?:sekretaer\w*|secretary|secretaries|assistants?|assistent\w*)"
_ABOVE = (
    r"(?:\w*chef(?:en|s|er)?|boss|bosses|\w*leder(?:en|s|ens)?|\w*managers?|leaders?|supervisors?"
    r"|superiors?|directors?|heads?|direktoer\w*|overordnede|foresatte|mentor|vejleder\w*"
    r"|employees|ansatte|medarbejdere)"
)
_PRIVATE = (
    r"(?:loen|loennen|salary|wages?|income|indkomst|age|alder|birthday|foedselsdag|cpr\w*|religion"
    r"|date of birth|foedselsdato|privatadresse|(?:home|private) address|hjemmeadresse)"
)
_EARLIER = (
    r"(?:(?:previous|former|earlier|last|prior|tidligere|forrige|sidste|gamle)"
    r" (?:\w+ )?(?:jobs?|employers?|positions?|posts?|arbejde|arbejdsplads\w*|arbejdsgiver\w*"
    r"|stilling\w*|ansaettelse\w*))"
)
_PAPERS = (
    r"(?:cv|curriculum|vita|ph d|phd\w*|thesis|dissertation|speciale|afhandling\w*|disputats"
    r"|github|linkedin|twitter|facebook|instagram|mobilepay|h index|publications?|publikation\w*"
    r"|publikationsliste|certifications?|certificat\w*|eksamensbevis|degrees?|education"
    r"|uddannelse|uddannet|horoskop|horoscope|stjernetegn|pay grade|loentrin|baggrund|background"
    r"|orcid|citations|citationer|award|awards|biografi|biography|hometown|hjemby|nationalit\w*"
    r"|vegetar\w*|yndlings\w*|favou?rite|mara(?:thon|ton)|skostoerrelse|shoe size|gymnasium"
    r"|karakterer|grades|familie|family|politisk\w*|political\w*|religioes|religious"
    r"|hobby|hobbies|kaeledyr|pets?|dog|hund|cat|kat|private coffee|photo|portraet\w*"
    r"|private? (?:\w+ )?(?:phone|number|mobile|mail|telefon\w*|nummer|mobil\w*)"
    r"|privat(?:nummer|mobil|telefon|mail)\w*)"
)
DETAIL = rf"(?:{_PAPERS}|{_EARLIER})"
"""A particular of a person that few entries tell."""
_MY_OWN = r"(?:jeg|vi|min|mit|mine|vores|i|we|my|our|im|ive|mig|me|us|os)"
"""Words by which the sentence tells of whoever asks: "I write my PhD, may I talk to Kim?"."""
UNTOLD = rf"(?:{_KIN}|{_HELPER}|{_ABOVE}|{_PRIVATE})"
"""Whom or what no entry tells of a person."""
KIND = (
    r"(?:(?:naermeste|nye?|egne?|faste|tidligere|nuvaerende|personlige?|direkte|gode?|andre|anden"
    r"|closest|nearest|new|direct|own|immediate|line|former|current|personal|good|other|fellow"
    r"|daglige|faglige|ai|two|to|three|tre) )*"
)
"""Words between somebody and what is theirs: "Kim's nearest colleague"."""
NAME = r"@(?P<base>\d+)s?\b"
HIS = r"(?:his|her|their|hans|hendes|deres|dennes|vedkommendes)"
_GONE = (
    r"(?:ferie\w*|syg\w*|sick|ill|leave|barsel\w*|orlov|holidays?|vacation|away|vaek|fri|rejst"
    r"|unavailable|travell?ing|stoppet|left|quit|sluttet|resigned|retired|pension\w*|busy|optaget"
    r"|absent|fravaerende|out of office|kursus|gone|indlagt|utilgaengelig|off)"
)
_MUTE = (
    r"(?:svarer (?:ikke|aldrig)|(?:ikke|aldrig) (?:svarer?|svaret|vender tilbage|kan traeffes)"
    r"|(?:ikke|aldrig) (?:er |kommer )?(?:her|hjemme|inde|til stede|tilgaengelig|traeffes)"
    r"|(?:not|n t|never|doesn t|isn t|hasn t|won t|t) (?:answer\w*|repl\w+|respond\w*|available"
    r"|here|around|in|there|reachable))"
)
_CANNOT = r"\b(?:ikke(?: kan| kunne)?|can t|cannot|can not|couldn t|unable to|not)"
_REACH = (
    r"(?:faa|faar|faaet|fange|fat|reach|get|catch|traeffe|contact|kontakte)"
    r"(?: (?:fat|hold|hul|igennem|through|kontakt))?"
)
AWAY = (
    rf"{NAME} (?:(?!@)\w+ ){{0,4}}?(?:{_GONE}|{_MUTE})\b",
    rf"{_CANNOT} {_REACH}(?: (?:i|paa|of|to|til|med))? {NAME}",
    rf"\b(?:intet|ikke noget|ingen|no|any) (?:svar|reply|answer|response) (?:fra|from|af) {NAME}",
)
"""Somebody is not there, or does not answer."""
SOMEBODY = r"\b(?:hvem|who|whom|nogen|ellers|else|anyone|anybody|someone|somebody|another)\b"
ELSE = (
    r"\b(?:who|whom|hvem|anyone|anybody|someone|somebody|nogen)\b(?: (?!@)\w+){0,4}"
    r" (?:ellers|else)\b"
    r"|\b(?:nogen|nogle|er der|findes der) (?:andre|anden|en anden)\b|\banother (?:person|one)\b"
)
_DOES_WITH = (
    r"(?:arbejder|samarbejder|sidder|taler|holder|deler|staar|passer|works?|working|sits?|speaks?"
    r"|speaking|shares?|sharing|presents?|presenting|teams? up|collaborates?|cooperates?)"
    r" (?:(?!@)\w+ ){0,4}?(?:sammen med|together with|side by side with|alongside|with|med)"
)
_SAME = r"\b(?:samme|same|tilsvarende|similar)\b (?:(?!@)\w+ ){0,3}?(?:som|as|to|med|with)"
_IN_PLACE = (
    r"(?:stand in|cover|covers|covering|fill in|step in|steps in|take over|takes over|deputi[sz]es?"
    r"|vikarierer|vikariere|afloese|afloeser|daekker|daekke|overtage|overtager|overtog|took over"
    r"|substitutes?"
    r"|replaces?|erstatter?|traede|traeder)"
    r"(?: (?:ind|for|from|over|fra|efter|after))*"
)
_BUT = (
    r"(?:besides?|except|apart from|others? than|else than|(?:else|anyone|anybody|who|nobody) but"
    r"|and(?:en|re|et) end|ellers end|ud ?over|bortset fra|foruden|undtagen|instead of"
    r"|in place of|i ?stedet for|rather than|uden om)"
)
_WHO = r"\b(?:hvem|who|nogen|somebody|someone|anybody|anyone)\b"
OTHERS_OF = (
    rf"@(?P<base>\d+)s? {KIND}{COLLEAGUE}\b",
    rf"\b{COLLEAGUE} (?:of|to|til|for) (?:\w+ )?{NAME}",
    rf"\b{_MATE} (?:med|with) {NAME}",
    rf"\b{_BUT} {NAME}",
    rf"{_SAME} {NAME}",
    rf"\b(?:not|ikke) {NAME} (?:but|men)\b",
    rf"\b(?:but not|men ikke|og ikke|and not|if not|hvis ikke) {NAME}",
    rf"(?:\b(?:hvem|who|whom)|@\d+ (?:who|som|der)) (?:(?!@)\w+ ){{0,2}}?{_DOES_WITH} {NAME}",
    rf"{_WHO} (?:(?!@)\w+ ){{0,4}}?{_IN_PLACE} {NAME}",
    rf"{NAME} (?:har|has|have) (?:(?!@)\w+ )?{KIND}{COLLEAGUE}\b",
    rf"\b(?:har|has|does) {NAME} (?:have )?(?:(?!@)\w+ )?{KIND}{COLLEAGUE}\b",
    rf"{NAME} .{{0,80}}?\b{HIS} {KIND}{COLLEAGUE}\b",
)
_WHOM = r"\b(?:hvem|who|whom)\b"
_LEADS = r"(?:leder|manages?|leads?|supervises?|bestemmer over|hired|ansatte|hyrede)"
_OF_THEIR_OWN = (
    r"(?:married to|gift med|dating|kaereste med|how old is|hvor gammel er|tjener|much does"
    r"|when was|hvor bor|where does)"
)
_HELPING = r"(?:help\w*|hjaelp\w*|with|med|supervis\w*|vejled\w*)"
_ASIDE = rf"(?:(?!@|\.|\b(?:{_MY_OWN}|{_HELPING})\b)\w+ )"
"""A word between, of the same sentence, that is no name and tells of no asker and no help."""
_LIVES = (
    r"(?:bor|lives?|studied|study|studere\w*|laeste|udgivet|publiceret|published"
    r"|graduate\w*|forsvare\w*|defend\w*|arbejdet foer|worked before|arbejdede foer)"
)
_SPENT = r"(?:how long|how many years|hvor laenge|hvor mange aar)"
_PRONOUN = r"(?:han|hun|he|she|hans|hendes|his|her|their|sin|sit|sine)"
_DOES = r"(?:has|have|does|did|is|was|har|er|hvornaar|when|what|where|hvor)"
_BLOOD = r"(?:far|mor|bror|soester|father|mother|brother|sister)"
DETAIL_OF = (
    rf"{NAME} .{{0,60}}?\b{_PRONOUN} {_ASIDE}{{0,5}}{DETAIL}\b",
    rf"\b(?:what|which|hvilke\w*|hvad) {_ASIDE}{{0,2}}{DETAIL} {_ASIDE}{{0,3}}{NAME}",
    rf"\b{DETAIL} {_ASIDE}{{1,5}}(?:of|by|af|fra) {_ASIDE}{{0,2}}{NAME}",
    rf"{NAME} .{{0,20}}?\b(?:er|is)(?: (?:han|hun|he|she))? {_BLOOD} (?:til|of|to)\b",
    rf"@(?P<base>\d+)(?:s {_ASIDE}{{0,3}}| ){DETAIL}\b",
    rf"\b{DETAIL} (?:of|by|from|fra|af|paa) {_ASIDE}{{0,2}}{NAME}",
    rf"\b{_DOES} {_ASIDE}{{0,4}}{NAME} {_ASIDE}{{0,5}}(?:{DETAIL}|{_LIVES})\b",
    rf"\b(?:bor|lives?) {NAME}",
    rf"\b{_SPENT} {_ASIDE}{{0,2}}{NAME}",
)
"""A particular of somebody's career or private life."""
_OFF = r"(?:ferie\w*|syg\w*|sick|ill|barsel\w*|orlov|holidays?|vacation|maternity|paternity)\b"
_WHETHER = r"(?:is|has|does|when|er|har|hvornaar|hvorfor|why)"
ABSENT = (
    rf"\b{_WHETHER} {_ASIDE}{{0,2}}{NAME} {_ASIDE}{{0,5}}{_OFF}",
    rf"{NAME} .{{0,60}}?\b(?:is (?:he|she)|er (?:han|hun)) {_ASIDE}{{0,2}}{_OFF}",
)
"""Whether and when somebody is away, where nobody is asked for instead."""
UNTOLD_OF = (
    rf"@(?P<base>\d+)s? {KIND}{UNTOLD}\b",
    rf"\b{_ABOVE} (?:of|for|over) (?:\w+ )?{NAME}",
    rf"\b(?:{_KIN}|{_HELPER}) (?:of|for|to|til) {NAME}",
    rf"{NAME} .{{0,80}}?\b{HIS} {KIND}{UNTOLD}\b",
    rf"{NAME} (?:som|as) (?:\w+ )?{_ABOVE}\b",
    rf"{_WHOM}.{{0,40}} {NAME} (?:\w+ )?(?:refer\w*|rapporter\w*|report\w*) (?:til|to)\b",
    rf"\b(?:refererer|rapporterer) {NAME} til\b",
    rf"{_WHOM}.{{0,20}} {NAME} work for\b",
    rf"{_WHOM} (?:\w+ )?{_LEADS} {NAME}",
    rf"\b{_OF_THEIR_OWN} {NAME}(?! (?:work|sit)\b)",
    rf"{NAME} (?:born|foedt|earns?|tjener|married|gift|single)\b",
)
