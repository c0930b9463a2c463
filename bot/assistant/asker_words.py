"""The words by which people tell who they are, folded as `bot.matching.text.words` gives them."""

from bot.matching.text import words

SELF = (
    "jeg er|vi er|jeg arbejder|vi arbejder|jeg sidder|vi sidder|jeg kommer|vi kommer|jeg ringer"
    "|jeg skriver|vi skriver|jeg repraesenterer|vi repraesenterer|jeg driver|vi driver|jeg ejer"
    "|vi ejer|i am|im|we are|i work|we work|i come|we come|i represent|we represent|i run|we run"
    "|i own|we own"
)
"""How a statement about oneself begins."""
BETWEEN = frozenset(
    words(
        "en et den det a an the lille ny nyt nystartet mindre stoerre nyuddannet ung dansk "
        "danske small new young danish tech teknologisk ai ki it medtech medico privat "
        "private i paa for af fra ved in at of from as som ceo cto direktoer stifter "
        "medstifter founder co cofounder ejer owner ansat employed udvikler developer "
        "ingenioer engineer saelger konsulent consultant klinisk clinical senior junior "
        "ledende chief hold gruppe team group nogle par nogen some couple to two tre three "
        "bare just blot ogsaa also her selv erfaren experienced data"
    )
)
"""What may stand between the beginning and the word that tells: nothing that names others."""
COMPANY = frozenset(
    words(
        "startup startups startupvirksomhed opstartsvirksomhed ivaerksaettervirksomhed firma "
        "firmaet virksomhed virksomheden virksomheder selskab ivaerksaetter ivaerksaettere "
        "medicovirksomhed medtechvirksomhed techvirksomhed softwarevirksomhed softwarefirma "
        "itfirma aifirma scaleup spinout company companies firm entrepreneur entrepreneurs "
        "corporation"
    )
)
SELLER = frozenset(
    words(
        "leverandoer leverandoeren leverandoerer producent saelger vendor vendors supplier "
        "suppliers manufacturer"
    )
)
"""Companies too, but "our vendor" is somebody else."""
RESEARCHER = frozenset(
    words(
        "forsker forskere seniorforsker phd phdstuderende postdoc postdocs professor "
        "professorer lektor adjunkt forskningsassistent forskningsaarsstuderende researcher "
        "researchers scientist scientists lecturer forskergruppe forskningsgruppe"
    )
)
OWN_RESEARCH = frozenset(
    words(
        "forskning forskningsprojekt forskningsgruppe forskergruppe phd phdprojekt afhandling "
        "research thesis dissertation postdoc"
    )
)
RESEARCHING = ("forsk", "research", "phd", "studie", "study", "videnskab", "scien", "protokol")
"""How words of somebody who speaks of research begin."""
STAFF_ENDINGS = frozenset(
    words(
        "laege laeger kliniker klinikere kirurg radiolog patolog kardiolog onkolog neurolog "
        "doctor doctors physician physicians clinician clinicians surgeon radiologist "
        "pathologist cardiologist oncologist neurologist sygeplejerske sygeplejersker "
        "radiograf bioanalytiker jordemoder terapeut sosu sekretaer projektleder "
        "afdelingsleder sektionsleder medarbejder medarbejdere ansat ansatte chef jurist "
        "koordinator farmaceut portoer psykolog analytiker fysiker ingenioer udvikler nurse "
        "nurses radiographer midwife physiotherapist secretary employee employees employed "
        "staff manager coordinator pharmacist psychologist consultant konsulent engineer "
        "developer analyst physicist"
    )
)
"""How the names of jobs at a hospital end."""
HOSPITALS = (
    "region syddanmark|regionen|rsyd|the region|region of southern denmark|regional it|dol"
    "|sygehus lillebaelt|lillebaelt|slb|sygehus soenderjylland|shs|esbjerg sygehus|sydvestjysk"
    "|ouh|odense universitetshospital|odense university hospital|psykiatrien|lillebaelt hospital"
)
"""The region as an employer, and its hospitals."""
TOWNS = (
    "esbjerg|grindsted|vejle|kolding|middelfart|aabenraa|soenderborg|toender|haderslev|svendborg"
    "|nyborg|odense|soenderjylland"
)
"""Where the region's hospitals stand."""
UNIVERSITY = (
    "sdu|syddansk universitet|university of southern denmark|ouh|odense universitetshospital"
    "|odense university hospital|odense"
)
"""Where CAI-X is at home."""
AT_PLACE = (
    "sygehus|sygehuset|hospital|hospitalet|afdeling|afdelingen|afsnit|department|ward|clinic"
    r"|klinik|klinikken|\w+isk|\w+afdeling|\w+afdelingen|\w+afsnit|\w+ology|intensiv|akut|radiology"
)
"""What may stand before a hospital's name or a town."""
ELSEWHERE = frozenset(
    words(
        "praktiserende speciallaegepraksis speciallaege kommune kommunen kommunal "
        "municipality patient paaroerende indlagt relative borger citizen journalist aarhus "
        "aalborg koebenhavn copenhagen ku dtu aau au itu cbs roskilde gp"
    )
)
"""Whoever says this of themselves belongs to none of the three for certain."""
