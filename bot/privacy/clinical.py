"""Questions that ask for clinical advice, which a bot must leave to clinicians.

Told by small word groups that have to meet: somebody who is ill, an illness or a medicine, and a
question for what to do. Talk of projects, data and algorithms speaks against it, since the
people who ask this bot name patients and diseases all day.
"""

import re
import unicodedata

from bot.privacy.clinical_words import (
    ADVICE,
    DISEASE,
    DOSE,
    DOSED,
    DRUG,
    GIVE,
    PATIENT,
    PROJECT,
    RELATIVE,
    SYMPTOM,
    WHOM,
)

_MOST_CHARACTERS = 2000
_WORD = re.compile(r"[^\W_]+")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "'": "", "’": ""})
_ILL = rf"(?:{SYMPTOM}|{DISEASE})"
_AILING = rf"{_ILL}(?! (?:patient\w*|klinik\w*|clinic\w*|afdeling\w*|department\w*|ward))"
"""Not "pain patients": those are somebody's field of work."""

_FILLER = (
    r"(?: (?:\d+|i|a|an|the|en|et|this|some|bad|severe|strong|sharp|terrible|high|really|very|"
    r"lots|of|"
    r"been|haft|staerke?|slemme?|voldsomme?|hoej|meget|saa|fundet|found|noticed|faaet|my|min|mit|"
    r"new|ny|"
    r"stor|lille|big|small|diagnosed|with|konstateret|not|ikke))"
)
_BEING_ILL = (
    rf"(?:(?:jeg|han|hun|{RELATIVE}) (?:har|faar|fik|foeler|er|has|is)|"
    rf"(?:i|he|she) (?:have|has|had|got|get|feel|found|am|is)|ive){_FILLER}{{0,3}}"
)
_BODY = (
    r"(?:hoved(?:et)?|mave(?:n)?|bryst(?:et|kassen)?|ryg(?:gen)?|hjerte(?:t)?|ben(?:et)?|"
    r"arm(?:en)?|"
    r"hals(?:en)?|knae(?:et)?|head|stomach|chest|back|heart|legs?|arms?|throat|knees?|blodtryk|"
    r"blood pressure|polyp\w*|modermaerke\w*|mole|knude|lump|skin|hud|(?:blood )?(?:tests?|"
    r"samples?)|blodproeve\w*|"
    r"symptom\w*)"
)

_BAD = (
    r"(?:cancer\w*|malignant|benign|infected|dangerous|normal|kraeft|ondartet|godartet|"
    r"farlig\w*)"
)
_EXAM = (
    r"(?:smear(?: test)?|celleproeve\w*|biops\w+|scope|koloskopi\w*|colonoscop\w+|kolposkopi\w*"
    r"|colposcop\w+|kikkertundersoegelse\w*|keglesnit|operation(?:en)?|surgery|scanning(?:en)?|scan"
    r"|cells|celler|celleforandring\w*|proevesvar\w*|test results?"
    r"|(?:camera |kamera)(?:pill\w*|kapsel)|mammogra\w*)"
)
"""What is done to a patient, or found in one."""
_WORRY = (
    r"(?:hvad betyder|what does (?:it|that|this) mean|(?:er|var) det farligt"
    r"|is (?:it|that) dangerous|bekymret|worried|goer det ondt|does it hurt|will it hurt"
    r"|bedoev\w+|anaesthe\w+|anesthe\w+|drive home|koere hjem|spise|eat|sex|svie\w*"
    r"|hvornaar faar jeg|when do i get|normalt?)"
)
"""What somebody asks who is examined, not who examines."""
_TESTED = (
    r"(?:(?:be|get|getting|being) (?:tested|checked|screened)"
    r"|(?:blive|bliver|faa|faar) (?:testet|tjekket|undersoegt))"
)
_CARED = (
    r"(?:indlaegges|opereres|udskrives|scannes|intuberes|behandles|overflyttes|admitted|operated|"
    r"discharged|scanned|intubated|treated|transferred|referred|henvises)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in patterns))


_PROJECT = _any(PROJECT)
_WHOM = _any(WHOM)
_CARE = _any(PATIENT, RELATIVE)
_ADVICE = _any(ADVICE, GIVE, rf"(?:should|skal|boer|can|maa|kan) {PATIENT}")
_ILLNESS = _any(_ILL)
_MEDICINE = _any(DRUG)
_DOSE = _any(DOSE)
_GIVE = _any(GIVE)

_DOSE_OF = _any(
    rf"{DOSE}(?: \w+){{0,3}} {DRUG}",
    rf"{DRUG}(?: \w+){{0,5}} {DOSE}",
    rf"{GIVE}(?: \w+){{0,3}} {DRUG}",
    rf"(?:which|what|hvilken|hvilke|hvilket) {DRUG}(?: \w+){{0,2}} {GIVE}",
)
"""How much of which medicine."""

_ALONE = _any(
    rf"(?:har|faar) jeg{_FILLER}{{0,2}} {_AILING}",
    rf"(?:do|could) i have{_FILLER}{{0,2}} {_AILING}",
    rf"am i (?:dying|(?:having|getting)(?: \w+){{0,2}} {_ILL})",
    rf"(?:er det|kan det vaere|is (?:it|this)|could (?:it|this) be)(?: \w+)? {_ILL}$",
    r"hvad skal (?:jeg|vi) give(?: (?:ham|hende|patienten|barnet|hen))?(?: (?:nu|her))?$",
    r"what (?:should|do|can) (?:i|we) give (?:him|her|them|the patient)?(?: now)?$",
    rf"(?:hvordan|how) (?:behandler|behandles|do|should|can|to|skal|kan|is|are) ?"
    rf"(?:jeg|vi|man|i|we|you)?(?: (?:treat|behandle|cure|"
    rf"kurere))?(?: \w+)? {DISEASE}(?: treated)?$",
    rf"(?:hvad er |what is |whats )?(?:the |den )?(?:bedste |best )?(?:behandling(?:en)?|treatment)"
    rf"(?: \w+)? (?:af|for|of|mod) (?:\w+ )?{_ILL}$",
    rf"(?:hvad|what)(?: \w+){{0,4}} (?:mod|for) (?:min|mit|mine|my) (?:\w+ )?{_ILL}",
    r"(?:stil|stille|give|giv|make) (?:mig |me |patienten )?(?:en |a )?diagnose?(?:is)?$",
    rf"i am having{_FILLER}{{0,2}} {_AILING}",
    rf"(?:er|is|are) (?:min|mit|mine|my) (?:\w+ )?{_BODY} {_BAD}",
    rf"(?:interpret|read|explain|assess|tolke?|forklare?|vurdere?) (?:min|mit|mine|my) {_BODY}",
    rf"hvad fejler (?:jeg|patienten|han|hun|barnet|{RELATIVE})",
    r"what(?:s| is) wrong with (?:me|my patient|the patient|him|her)",
    rf"(?:skal|boer|should|must) (?:patienten|the patient|my patient|min patient) (?:be )?{_CARED}",
    rf"(?:min|mit|mine|my)(?: \w+){{0,2}} {_EXAM}\b.*\b{_WORRY}",
    rf"{_WORRY}\b.*\b(?:min|mit|mine|my)(?: \w+){{0,2}} {_EXAM}",
    rf"{_WORRY}\b.* (?:efter|after|during|under) (?:en |et |a |an |the )?{_EXAM}",
    rf"(?:jeg|i|we|vi|he|she|han|hun|{RELATIVE})(?: \w+){{0,4}} {_TESTED} (?:for|mod) \w+",
    rf"{DOSED}(?: \w+){{0,4}} (?:{PATIENT}|{RELATIVE})",
    rf"(?:{PATIENT}|{RELATIVE})(?: \w+){{0,4}} {DOSED}",
    r"diagnose (?:me|my \w+|this patient|the patient|mig|patienten|min \w+)",
)
"""Plain enough without company."""

_ACUTE = _any(
    r"(?:jeg (?:bloeder|kaster op|hoster|besvimer|opkaster)|i(?: am|m) (?:bleeding|vomiting|"
    r"dizzy))",
    rf"{_BEING_ILL} {_AILING}",
    rf"(?:patienten|(?:the|my|our) patient|min patient|{RELATIVE})"
    rf"(?: (?:is|er|has|har|keeps)){_FILLER}{{0,2}} {_AILING}",
    rf"(?:patienten|(?:the|my|our) patient|min patient|{RELATIVE}) {SYMPTOM}",
    rf"{SYMPTOM} (?:i|in|paa|on) (?:\w+ )?{_BODY}",
    rf"(?:min|mit|mine|my) (?:\w+ )?{_BODY}(?: \w+){{0,2}} {SYMPTOM}",
)
"""Somebody tells of being ill."""

_OWN = _any(rf"(?:min|mit|mine|my) (?:\w+ )?(?:{_ILL}|{_BODY})", rf"{_BEING_ILL} {_AILING}")


def asks_clinical_advice(text: str) -> bool:
    """Whether the text asks how to treat a particular patient, or about somebody's own illness."""
    said = _folded(text)
    about_medicine = bool(_DOSE_OF.search(said))
    technical = bool(_PROJECT.search(said))
    if technical or _WHOM.search(said):
        # A model for dosing is a project; a dose for this patient is not, whatever else is said.
        in_earnest = about_medicine and bool(_CARE.search(said))
        return in_earnest and (not technical or bool(_GIVE.search(said)))
    if about_medicine or _ALONE.search(said) or _ACUTE.search(said):
        return True
    wants_advice = bool(_ADVICE.search(said) or _DOSE.search(said))
    in_care = bool(_CARE.search(said) and (_ILLNESS.search(said) or _MEDICINE.search(said)))
    return wants_advice and (in_care or bool(_OWN.search(said)))


def _folded(text: str) -> str:
    """Lower case words with a blank between them, Danish letters as ae, oe and aa."""
    lowered = unicodedata.normalize("NFKC", text[:_MOST_CHARACTERS]).lower().translate(_DANISH)
    return " ".join(_WORD.findall(lowered))
