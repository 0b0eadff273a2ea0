"""Field codes and formulas that fetch something, or start a program, when a file is opened."""

import re
from collections.abc import Iterator

from oit.evidence import xml

_FETCHING_FIELD = re.compile(
    r"\s*(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD|MACROBUTTON)\b",
    re.IGNORECASE,
)
"""ECMA-376, 17.16.5, and those of older versions of Word."""
_FETCHING_FORMULA = re.compile(
    r"(?<![\w.])(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|IMPORTXML|IMPORTDATA|IMPORTHTML"
    r"|IMPORTRANGE|IMPORTFEED|SQL\.REQUEST|DDE|IMAGE)\s*\(",
    re.IGNORECASE,
)
_HYPERLINK = re.compile(r"HYPERLINK\s*\(\s*\"([^\"]*)\"", re.IGNORECASE)
# `cmd|'/c calc'!A1`: a program, its topic and item.
_DDE = re.compile(r"[A-Za-z][\w.]*\|'?[^'!|]*'?!")
_QUOTED = re.compile(r'"[^"]*"')
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|#|$)", re.IGNORECASE)


def is_safe_address(address: str) -> bool:
    """Whether a link only leads a reader who follows it to a page, a mailbox, or on in the file."""
    return _SAFE_ADDRESS.match(address.strip()) is not None


def field_codes(root: xml.Element) -> Iterator[str]:
    """The codes of the fields in a part, put together from their runs."""
    open_codes: list[list[str]] = []
    for element in root.iter():
        match xml.local_name(element.tag):
            case "fldSimple":
                yield xml.attribute(element, "instr") or ""
            case "fldChar" if xml.attribute(element, "fldCharType") == "begin":
                open_codes.append([])
            case "fldChar" if open_codes:
                yield "".join(open_codes[-1])
                if xml.attribute(element, "fldCharType") == "end":
                    open_codes.pop()
            case "instrText" | "delInstrText":
                (open_codes or [[]])[-1].append(element.text or "")


def is_fetching_field(code: str) -> bool:
    """Whether a field fetches something when it is updated."""
    return _FETCHING_FIELD.match(code) is not None


def fetches(formula: str) -> bool:
    """Whether the formula of a cell or a name fetches something or starts a program."""
    unquoted = _QUOTED.sub('""', formula)
    if _FETCHING_FORMULA.search(unquoted) or _DDE.search(unquoted):
        return True
    return any(not is_safe_address(address) for address in _HYPERLINK.findall(formula))
