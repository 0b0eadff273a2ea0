"""How plain British official English is written here: what is archaic, elliptical or ambiguous."""

import re

_ARCHAIC = (
    *("mend", "mended", "mends", "mending", "anew", "aright", "naught", "hither", "thence"),
    *("reckon", "reckoned", "reckoning", "astray", "vanish", "vanished", "whence", "whither"),
    *("to the letter", "where on earth", "write it so", "bring it back", "bring back"),
    *("brings back", "brought back", "let everybody in", "a row an item", "a field a line"),
    *("nobody's", "speak of", "speaks of", "come to nothing", "have a care"),
)
_FAULT = re.compile(
    rf"""
      \b(?:{"|".join(words.replace(" ", "[ ]") for words in _ARCHAIC)})\b
    | (?<!there[ ])\bis[ ]no[ ](?!longer|more|other|such|need|less|later)[a-z]+\b  # not “is no x”
    | \b(?:fiscal|financial)[ ]year[ ]25[0-9]{{2}}\b(?![ ]?\()  # B.E. without the mark
    | \bAct,?[ ]B\.E\.[ ]25[0-9]{{2}}\b(?![ ]\()  # without its C.E. year
    """,
    re.VERBOSE | re.IGNORECASE,
)


def faults_of_english(text: str) -> list[str]:
    """Archaic and elliptical forms, and years of the Buddhist Era without their mark."""
    return [match[0] for match in _FAULT.finditer(text)]
