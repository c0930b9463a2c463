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
