"""Word groups of clinical questions as regular expressions on folded text, Danish and English."""

PATIENT = (
    r"(?:patienten|pt|borgeren|den syge|the patient|(?:my|our|this|a|one) patient|"
    r"(?:min|vores|denne|en) (?:\w+ )?(?:patient|borger)|patient (?:has|is|with|har|er|med|paa)|"
    r"patient \d+|"
    r"\d{1,3}[ -]?(?:aarig\w*|year[ -]?old|yo)|(?:manden|kvinden|barnet|drengen|pigen))"
)
"""One particular patient, not patients in general."""

RELATIVE = (
    r"(?:(?:min|mit|mine|my) (?:\w+ )?(?:mor|far|kone|mand|kaereste|soen|datter|barn|baby|boern|"
    r"bror|"
    r"soester|mormor|farfar|bedste\w+|mother|father|mum|mom|dad|wife|husband|son|daughter|child|"
    r"kid|"
    r"kids|brother|sister|grand\w+|partner|girlfriend|boyfriend))"
)
"""Somebody close to the person who asks."""

SYMPTOM = (
    r"(?:bloeder|bloedning(?:en)?|bleeds?|bleeding|brystsmerter|(?:chest|stomach|back|"
    r"abdominal) pain|"
    r"pains?|smerter(?:ne)?|ondt|hurts?|feber(?:en)?|fever|hovedpine|headaches?|migraene|aandenoed|"
    r"aandedraetsbesvaer|short(?:ness)? of breath|kramper|seizures?|besvim\w*|faint\w*|unconscious|"
    r"bevidstloes|opkast\w*|kaster op|vomit\w*|kvalme|nausea|svimmel\w*|dizz\w*|udslaet|rash|knude|"
    r"lump|polyp\w*|blod i|blood in|palpitations|hjertebanken|hosten?|hoster|cough\w*|diarr?h?\w*|"
    r"swelling|haevet|haevelse|lammelse\w*|numb\w*|(?:hoejt|lavt) blodtryk|(?:high|"
    r"low) blood pressure|allerg\w*)"
)
"""What a body does that it should not."""

DISEASE = (
    r"(?:\w*kraeft\w*|\w*cancer\w*|\w*tumou?r\w*|\w*sarkom\w*|melanom\w*|leukaemi\w*|leukemi\w*|"
    r"lymfom\w*|"
    r"lymphoma|diabetes|sukkersyge|sepsis|septisk|blodforgiftning|lungebetaendelse|pneumonia|"
    r"\w+itis|\w+betaendelse|blodprop\w*|stroke|apopleksi|thrombosis|trombose|embol\w*|"
    r"atrie?(?:al)? ?fibril\w*|atrieflimren|hjerteanfald|heart attack|hjertestop|cardiac arrest|"
    r"kol|"
    r"copd|astma|asthma|epileps\w*|demens|dementia|alzheimer\w*|depression|migraine|infektion\w*|"
    r"infection\w*|influenza|covid\w*|corona|anaemia|anemia|forgiftning|poisoning|hypertension|"
    r"\w+(?:oma|aemi|emia))"
)
"""Illnesses by their names or the endings of such names."""

DRUG = (
    r"(?:\w+(?:cillin|mycin|floxacin|cycline?|statin|prazole?|sartan|olol|parin|xaban|mab|azepam|"
    r"azole?|"
    r"tidin|dipine?|profen|setron|triptan)|paracetamol|panodil|pamol|ipren|morfin|morphine|insulin|"
    r"metformin|warfarin|marevan|aspirin|magnyl|adrenalin|adrenaline|epinephrine|antibioti\w*|"
    r"penicill?in|fentanyl|oxycodone?|tramadol|prednisol\w*|medicinen|\w+smedicin|(?:min|mine|"
    r"my) (?:medicin|medicine)|penicillamin|tabletter|"
    r"pills?|"
    r"smertestillende|painkillers?|blodfortyndende|blood thinners?|furosemide?|furix|amiodarone?|"
    r"digoxin|ketamine?|naloxone?|medication|drugs?)"
)
"""Medicines by name, by the endings of such names, and in general."""

DOSE = (
    r"(?:\w*dos(?:is|er|ering|e|es|age|ing|erer|eres)|hvor (?:meget|mange (?:mg|ml|enheder))|"
    r"how (?:much|many)|\d+ ?mg|mg)"
)
"""An amount of medicine."""

DOSED = r"(?:\w*dos(?:is|en|er|ering(?:en)?|e|es|age))"
"""A dose by its name; "how much" may be of anything."""

GIVE = (
    r"(?:(?:skal|boer|maa|kan|should|can|could|do|shall|must|may) (?:jeg|vi|man|i|we|you) "
    r"(?:\w+ )?(?:give|giv|tage|take|ordinere|prescribe|administ\w+|inject|injicere|behandle|treat|"
    r"stoppe|stop|bruge|use|start(?:e)?|pausere|seponere))"
)
"""Whether or what to give, take or do."""

ADVICE = (
    r"(?:hvad (?:goer|skal|boer|kan|maa) (?:jeg|vi|man|i|du)|hvad nu|hvad er (?:der )?galt|"
    r"what (?:do|should|can|shall|must|would) (?:i|we|you)|what now|whats wrong|what is wrong|"
    r"what (?:is|could) (?:it|this)(?: be)?|hvad kan det vaere|skal (?:jeg|vi|han|hun|hen|"
    r"patienten)|"
    r"boer (?:jeg|vi|han|hun)|should (?:i|we|he|she|they|the patient)|when (?:should|can|do) (?:i|"
    r"we)|"
    r"hvornaar (?:skal|boer|kan|maa) (?:jeg|vi)|er det (?:farligt|alvorligt|kraeft|normalt)|"
    r"is (?:it|this|that) (?:dangerous|serious|cancer\w*|normal|contagious|safe)|"
    r"(?:hvordan|how) (?:skal|boer|kan|do|should|can|would|goer|behandler) (?:jeg|vi|man|i|we|you)|"
    r"need (?:surgery|an operation)|kan (?:jeg|han|hun) (?:doe|tage)|hjaelp|help|what treatment|"
    r"hvilken behandling|akut|emergency|diagnos\w+)"
)
"""A question for what to do or what it is."""

PROJECT = (
    r"(?:ai|ki|ml|kunstig|artificial|intelligen\w*|\w*algorit\w*|\w*model(?:s|ler|len|lerne|"
    r"lling)?|"
    r"modellering|\w*projekt\w*|\w*project\w*|\w*data\w*|\w*register|registr\w+|maskin\w*|machine|"
    r"deep|"
    r"neural\w*|software\w*|apps?|appen|forsk\w*|research\w*|studi(?:e|er|et|es|um)|study|trial|"
    r"traen\w*|"
    r"train(?:ing|ed)?|predict\w*|forudsig\w*|praediktion\w*|automat\w*|monitor\w*|overvaag\w*|"
    r"tele\w+|event\w*|"
    r"arrangement\w*|konference\w*|conference|innovation\w*|rain|cai|cimt|chatgpt|gpt\w*|llm\w*|"
    r"chatbot\w*|bot|boten|botten|system\w*|vaerktoej\w*|tools?|loesning\w*|solutions?|udvikl\w*|"
    r"develop\w*|"
    r"ide|ideer?|ideas?|implement\w*|evaluer\w*|evaluat\w*|teknologi\w*|technolog\w*|digital\w*|"
    r"startup|firma|company|virksomhed\w*|gdpr|samtykke|consent|godkend\w*|approv\w*|"
    r"dataset\w*|billed\w*|images?|scann(?:ing)?(?:er|ings)?billed\w*|segment\w*|annot\w*|"
    r"samarbejd\w*|"
    r"collaborat\w*|funding|ansoeg\w*|application|beslutningsstoette|nyhedsbrev|"
    r"newsletter|rapport\w*|reports?|robot\w*|sprogmodel\w*|sensor\w*|workflow|"
    r"kompetenceenhed\w*|netvaerk\w*)"
)
"""What the talk is of projects and technology rather than of a person's care."""

WHOM = r"(?:hvem|who|whom|kontakt\w*|contact\w*|unit|network|apply|web|link)"
"""A question for people rather than for advice."""
