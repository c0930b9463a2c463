"""The words that tell what a question wants of the events, as patterns on folded text."""

import re

_NOUNS = (
    r"\w*(?:events?|arr?ang?em[ae]n?g?t)(?:et|en|er|erne|ets|s)?|evnets?|arr|"
    r"arrangements(?:fronten|oversigt\w*|program\w*|listen?|raekken?)|"
    r"\w*(?:kon?ferenc|con?ferenc|webinar|seminar|symposi|kongres|congress|workshop|foredrag|"
    r"hackat[h]?on|meet ?up|oplaeg)\w*|\w*temadage?n?|messen?|lectures?|"
    r"\w*(?:netvaerks|fyraftens|tema|hjem|medlems|online|info|informations)[ -]?moede(?:t|r|rne)?|"
    r"(?<=\brain[ -])moede(?:t|r|rne)?|(?:network|member|online|info\w*) (?:meeting|talk|session)s?"
)
_MEETING = (
    r"(?:moede(?:r|rne|t)?(?! (?:fysisk )?op\b)|meetings?|talks|gatherings?|activities|aktiviteter|"
    r"kurser|courses)"
)
_COMING = (
    r"(?:naeste|next|kommende|upcoming|coming|foerstkommende|planlagte?|planned|scheduled|"
    r"hvornaar(?: er)?(?: der)?|when(?: is| are)?|sidste|last|tidligere|past|previous)"
)

MEETING = re.compile(rf"\b{_MEETING}\b")
"""What is an event only together with a time."""

NOUN = re.compile(rf"\b(?:{_NOUNS})\b")
"""An event by its noun."""

EVENT = re.compile(
    rf"\b(?:{_NOUNS}|{_COMING}(?: the| det| de| rain)? {_MEETING}|"
    r"(?:event |aktivitets|arrangements|moede)?(?:kalender(?:en)?|calendar)|"
    r"hvad? (?:der )?(?:sker|foregaar)"
    r"(?! (?:der )?(?:\w+ )?(?:med|hvis|naar|efter at|paa grund|under)\b)(?: der)?|"
    r"sker der (?:noget|nogen ting|nyt)|paa (?:programmet|plakaten)|(?:everything|anything|noget|"
    r"alt|der) (?:planned|planlagt)|"
    r"what(?:s| is) (?:on|happening|going on|coming(?: up)?|next|up next|planned|cooking|brewing)"
    r"(?! (?:with|to|if|when|my|your|the (?:agenda|project|model))\b)|"
    r"(?:anything|noget|something) (?:on|happening|going on|coming up|planned|planlagt)|"
    r"coming up|paa trapperne|i vente|happenings?)\b"
)
"""An event by its noun, or a turn of phrase that asks what is going on."""

NOT_EVENT = re.compile(
    r"\b(?:eventuel\w*|eventual\w*|adverse events?|haendelser?|event (?:log|loop)s?)\b"
)
"""What only looks like an event."""

LISTING = re.compile(
    r"\b(?:events|evnets|\w*arr?ang?em[ae]n?g?t(?:er|erne)|\w*(?:konferencer|webinarer|seminarer|"
    r"moeder|"
    r"temadage|workshopper)(?:ne)?|conferences|webinars|seminars|workshops|meetings|meetups|"
    r"list(?:e|en)?|oversigt(?:en)?|overblik(?:ket)?|overview|\w*kalender(?:en)?|calendar|program(?:met)?|schedule|"
    r"kommende|upcoming|coming up|whats (?:on|happening|going on|coming|planned)|"
    r"what is (?:on|happening|going on|coming|planned)|hvad (?:der )?(?:sker|foregaar)|sker der|"
    r"(?:which|what|hvilke|any|nogen|nogle|alle?|all|every|hvert|"
    r"each) (?:\w+ )?(?:event|arrangement)\w*)\b"
)
"""More than one event is asked for."""

REGISTRATION = re.compile(
    r"\b(?:tilmeld\w*|tilmled\w*|timeld\w*|meld(?:e|er)? (?:mig|os|vi|jeg|man)(?: \w+)? til|"
    r"melder (?:jeg|man|vi) (?:mig|sig|os)(?: til)?|sign(?:ing|ed)? ?-?up|regist(?:er|rer|re) "
    r"(?:for|mig|til|to|myself|online|here)|registration|registering|registrering|rsvp|enrol\w*|"
    r"billet\w*|"
    r"tickets?|book (?:a )?(?:seat|place|plads)|reserve(?:re)? (?:a |en )?(?:seat|plads)|"
    r"(?:hvordan|hvor(?! mange)|hvornaar|kan|maa|skal|how(?! many)|where|when|can|may|"
    r"should) (?:\w+ ){0,3}"
    r"(?:deltage?r?|attend|participate|take part|register|registrere|komme med|join in))\b"
)
"""How, where or when to sign up."""

DEADLINE = re.compile(
    r"\b(?:(?:(?:sidste|last|latest|seneste) )?(?:\w*frist(?:en)?|deadline)|"
    r"(?:sidste|last|latest|seneste) (?:\w*tilmelding\w*|chance|dag|day|date))\b"
)
"""The deadline of registration: its "last" is no past."""

WHEN = re.compile(
    r"\b(?:hvornaar|hvorn|naar er|when|hvilken (?:dag|dato|uge|maaned)|(?:what|which) (?:day|date|"
    r"time|"
    r"week|month)|dato(?:en|er)?|dates?|klokken|klokkeslaet|tidspunkt(?:et)?|hvad tid|start(?:s|"
    r"er)|slutter|slut|ender|begynder|faerdig|finish(?:es|ed)?|ends?|begins?)\b"
)
"""Day or time is asked for."""

WHERE = re.compile(
    r"\b(?:hvor(?! (?:mange|meget|lang\w*|laenge|ofte|dan|for|naar|stor\w*|god\w*|dyr\w*|svaer\w*|"
    r"tit|"
    r"kan|finder|tilmeld\w*|meld\w*|skal|registrer\w*)\b)(?: henne)?|"
    r"where(?! (?:can|do|to|should|could)\b)|sted(?:et)?|venue|location|lokation\w*|adresse\w*|"
    r"address|"
    r"lokale(?:t)?|which (?:city|town|place)|what (?:city|town|place)|hvilken by)\b"
)
"""The place is asked for."""

NEXT = re.compile(
    r"\b(?:(?:de[tn] |the )?(?:allernaeste|naeste|next|foerstkommende|soonest|foerste|"
    r"first)(?! (?:half|of|halvdel|gang|time)\b) ?|"
    r"up next)\b"
)
"""The next one; what was "next week" has been taken before."""

STILL_AHEAD = re.compile(
    r"\blast quarter of\b|\bsidste kvartal (?:af|i)\b|"
    r"\b(?:events|conferences|that|which|they) last"
    r"(?= (?:for|more|longer|only|just|less|several)\b)|"
    r"\bhow long\b.*\blast\b|\b(?:hvornaar|hvor|hvad|when|where) (?:var|was) (?:det|it)(?: nu|"
    r" again)\b"
)
"""A verb that is no past, and a past that asks for the future: "hvornår var det nu, det er"."""

PAST = re.compile(
    r"\b(?:tidligere|past|previous(?:ly)?|forrige|sidste|(?<!it )(?<!event )(?<!at )last|latest|"
    r"seneste|most recent|overstaaede?|gamle|earlier|har (?:der )?vaeret|(?:have|has) been|"
    r"fandt sted|took place|var|(?<!\bi )was|were|blev|skete|happened|havde|"
    r"(?<!\bi )had|did|gik|missed|misset|gaaet glip)\b"
)
"""What is over."""

LATEST_ONE = re.compile(
    r"\b(?:sidste|last|latest|seneste|most recent|forrige|previous)"
    r"(?! (?:events|\w+er|conferences|webinars|meetings|seminars)\b)"
)
"""A single past one."""

_TO_COME = (
    r"(?:of (?:the|this) (?:year|month|autumn|summer)|this (?:year|month|autumn|summer)|before \w+|"
    r"i aar|i (?:denne|indevaerende) maaned|til efteraaret|inden \w+|paa aaret)"
)
FINAL_ONE = re.compile(
    r"\b(?:(?:aarets|maanedens|efteraarets|sommerens) (?:aller)?sidste (?!frist|dag|chance)|"
    rf"(?:sidste|last|final) (?:\w+ )?(?:{_NOUNS}) (?:\w+ )?{_TO_COME}\b)"
)
"""The last one of those that are coming."""

GONE = re.compile(r"\b(?:var|was|were|blev|took place|fandt sted|havde|had|did|har vaeret)\b")
"""A verb that is past."""

TOLD_OF_EACH = re.compile(
    r"\b(?:towns?|cit(?:y|ies)|by(?:er|erne|en)?|places?|venues?|sted(?:er|erne)?|links?|titles?|"
    r"titler|organi[sz]ers?|arrangoer\w*|prices?|pris(?:er|erne)?|times?|tider)\b"
)
"""What a list is to say of each event, and no other thing that is asked for."""

CONSTRAINTS = (
    REGISTRATION, EVENT, LISTING, MEETING, WHEN, WHERE, DEADLINE, NEXT, PAST
)  # fmt: skip
"""All that is read by other means than title words."""
