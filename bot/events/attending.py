"""Turns of phrase by which people ask for events without the word, on folded text."""

import re

_ANYTHING = (
    r"(?:anything|something|nothing|any|some|which|what|where|noget|nogen|nogle|hvilke[nt]?|hvad|"
    r"hvor|alt)"
)
_GO = (
    r"(?:attend\w*|join(?:ing|ed)?|participat\w*|go(?:ing)? to|drop(?:ping)? (?:by|in)|"
    r"take part|hear(?:ing)?|sign(?:ing)? (?:me |us )?up|register(?:ing)? for|listen|"
    r"deltage?|tage (?:hen )?(?:til|med)|gaa til|komme (?:med til|ud|til)|"
    r"meld(?:e|er)? (?:mig|sig|os)(?: til)?|tilmelde? (?:mig|sig|os)|hoere)"
)
_WATCH = r"(?:watch\w*|follow\w*|see|tune in|dial in|listen|foelge?|se|naa|lytte)"
_AT_HOME = (
    r"(?:online|virtuel\w*|virtual\w*|remotely|hjemmefra|from (?:home|my (?:home|desk|sofa))|"
    r"(?:on|paa|via|over|foran) (?:a |the |my |en |min )?(?:screen|skaerm(?:en)?|computer(?:en)?|"
    r"laptop|teams|zoom))"
)

ATTENDING = re.compile(
    rf"\b(?:{_ANYTHING} (?:\w+ ){{0,6}}?{_GO}|"
    rf"{_ANYTHING} (?:\w+ ){{0,6}}?{_WATCH} (?:\w+ ){{0,5}}?{_AT_HOME})\b"
)
"""Something to go to, or to follow from home. It tells an event only with a day or a place."""

ARRANGING = re.compile(
    r"\b(?:hold(?:s|ing)?|held by|host(?:s|ed|ing)?|arrang(?:e|es|ed|ing)|organi[sz]\w*|"
    r"run by|by|afhold(?:er|es|e|t)|hold(?:er|es|e|t)|arranger(?:er|es|et|e)|"
    r"staar (?:\w+ ){0,3}(?:for|bag)|saetter op|laver|fra)\b"
)
"""Whose events are asked for is said."""

PERSONAL = re.compile(
    r"\b(?:am i|do i|have i|shall i|skal jeg|har jeg|er jeg|mine?|mit|my|our|vores)\b"
)
"""What the asker's own calendar knows, and nobody here."""
