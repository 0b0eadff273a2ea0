"""A stranger's text for documents that hold no control characters: XML, calendars, messages."""

import re
import unicodedata


def one_line(text: str) -> str:
    """The text on one line; format and direction characters gone, other controls a space."""
    shown = (one for one in text if unicodedata.category(one) != "Cf")
    spaced = (" " if unicodedata.category(one)[0] in "CZ" else one for one in shown)
    return " ".join("".join(spaced).split())


_LINE_BEGINS = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)

LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
"""What some reader of lines takes for the end of one."""


def for_forge_log(text: str) -> str:
    """The text with a gap in whatever a runner would take for a command; the same for all else."""
    lines = _LINE_BEGINS.sub(r"\1: ", text.translate(LINE_ENDS).replace("\x1b", ""))
    return lines.replace("##[", "## [")


_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def for_spreadsheet(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula.

    A negative number is left a number. (OWASP, CSV Injection.)
    """
    is_formula = cell.startswith(_FORMULA_BEGINS) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell


_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")

_ON_A_FORGE = re.compile(r"[\\`*_\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text with a backslash before every sign that means something in Markdown."""
    return _SIGNS.sub(r"\\\1", text)


def inert(text: str) -> str:
    """The text on a forge, in a table too: nobody is called by `@name`, no address is a link."""
    return _ON_A_FORGE.sub(lambda sign: f"&#{ord(sign[0])};", text)
