"""Field codes and formulas that fetch something, or start a program, when a file is opened."""

import re

from msgspec import Struct, field

from oit.evidence import xml
from oit.evidence.office.marks import remove, unwrap

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


def field_codes(root: xml.Element) -> list[str]:
    """The codes of the fields in a part, put together from their runs."""
    return [each.code for each in _fields(root)]


def is_fetching_field(code: str) -> bool:
    """Whether a field fetches something when it is updated."""
    return _FETCHING_FIELD.match(code) is not None


def fetches(formula: str) -> bool:
    """Whether the formula of a cell or a name fetches something or starts a program."""
    unquoted = _QUOTED.sub('""', formula)
    if _FETCHING_FORMULA.search(unquoted) or _DDE.search(unquoted):
        return True
    return any(not is_safe_address(address) for address in _HYPERLINK.findall(formula))


def stop_fetching_fields(root: xml.Element) -> bool:
    """Makes plain text of the fields that fetch, as they last were; whether there was any."""
    found = [each for each in _fields(root) if is_fetching_field(each.code)]
    for each in found:
        for element in each.elements:
            (unwrap if xml.local_name(element.tag) == "fldSimple" else remove)(element)
    return bool(found)


class _Field(Struct):
    """A field: the pieces of its code, and the elements that make it one."""

    pieces: list[str] = field(default_factory=list)
    elements: list[xml.Element] = field(default_factory=list)

    @property
    def code(self) -> str:
        """Its code as it is read, over all runs."""
        return "".join(self.pieces)


def _fields(root: xml.Element) -> list[_Field]:
    """The fields of a part, each after those inside it."""
    found: list[_Field] = []
    open_fields: list[_Field] = []
    for element in xml.elements(root, "fldSimple", "fldChar", "instrText", "delInstrText"):
        kind = xml.attribute(element, "fldCharType")
        match xml.local_name(element.tag):
            case "fldSimple":
                found.append(_Field([xml.attribute(element, "instr") or ""], [element]))
            case "fldChar" if kind == "begin":
                open_fields.append(_Field(elements=[element]))
            case "fldChar" if open_fields:
                open_fields[-1].elements.append(element)
                found += [open_fields.pop()] if kind == "end" else []
            case "instrText" | "delInstrText":
                found += [] if open_fields else [_Field()]
                of = (open_fields or found)[-1]
                of.elements.append(element)
                of.pieces.append(element.text or "")
    return found + open_fields
