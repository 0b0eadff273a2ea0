"""A stranger's text for documents that hold no control characters: XML, calendars, messages."""

import re
import unicodedata


def one_line(text: str) -> str:
    """The text on one line; format and direction characters gone, other controls a space."""
    shown = (one for one in text if unicodedata.category(one) != "Cf")
    spaced = (" " if unicodedata.category(one)[0] in "CZ" else one for one in shown)
    return " ".join("".join(spaced).split())


_LINE_BEGINS = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)

_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
"""What some reader of lines takes for the end of one."""


def for_forge_log(text: str) -> str:
    """The text with a gap in whatever a runner would take for a command; the same for all else."""
    lines = _LINE_BEGINS.sub(r"\1: ", text.translate(_LINE_ENDS).replace("\x1b", ""))
    return lines.replace("##[", "## [")


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def for_spreadsheet(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")

_ON_A_FORGE = re.compile(r"[\\`*_\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text with a backslash before every sign that means something in Markdown."""
    return _SIGNS.sub(r"\\\1", text)


def inert(text: str) -> str:
    """The text on a forge, in a table too: nobody is called by `@name`, no address is a link."""
    return _ON_A_FORGE.sub(lambda sign: f"&#{ord(sign[0])};", text)
