"""A stranger's text for documents that hold no control characters: XML, calendars, messages."""

import unicodedata


def one_line(text: str) -> str:
    """The text on one line; format and direction characters gone, other controls a space."""
    shown = (one for one in text if unicodedata.category(one) != "Cf")
    spaced = (" " if unicodedata.category(one)[0] in "CZ" else one for one in shown)
    return " ".join("".join(spaced).split())
