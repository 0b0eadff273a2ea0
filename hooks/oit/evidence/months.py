"""Names of the months, from January, as offices write them in files."""

from oit.evidence.words import words_of

_NAMES = words_of(__name__)
THAI_MONTHS = _NAMES["thai"]
THAI_SHORT_MONTHS = _NAMES["thai_short"]
ENGLISH_MONTHS = _NAMES["english"]
