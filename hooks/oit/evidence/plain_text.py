"""Text as it is compared: two texts that look the same to a reader are the same."""

import re
import unicodedata

# Characters of other categories than "format" and "control" that show nothing (Unicode,
# Default_Ignorable_Code_Point), and the blank pattern of Braille.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
# Sara am (ำ) written as nikhahit and sara aa, with a tone mark between them or not; NFC keeps both.
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_UNSEEN = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})


def comparable(text: str) -> str:
    """The text without blanks and invisible characters, each letter written in one way."""
    composed = _SPLIT_SARA_AM.sub("\\1\u0e33", unicodedata.normalize("NFC", text))
    seen = (letter for letter in composed if unicodedata.category(letter) not in _UNSEEN)
    # Once more: a character that was taken out may have kept two others apart.
    return unicodedata.normalize("NFC", _BLANK.sub("", "".join(seen)))
