"""Xlsx workbooks without hidden sheets and unused strings; the rest keeps its addresses."""

from collections.abc import Callable, Iterable

from oit.evidence import xml
from oit.evidence.office.dropping import Members, without_links
from oit.evidence.office.marks import remove
from oit.evidence.office.workbook import Book, is_hidden

_CONDITIONS = ("dataValidation", "cfRule")
_VIEWED = frozenset({"activeTab", "firstSheet"})


def without_hidden_sheets(members: Members, book: Book) -> Members:
    """The workbook without its hidden sheets, and without names and conditions that use them."""
    if not book.hidden:
        return members
    sheets = list(xml.elements(xml.parse(members[book.part]), "sheet"))
    kept = [number for number, sheet in enumerate(sheets) if not is_hidden(sheet)]
    gone = [sheet.get("name") or "" for sheet in sheets if is_hidden(sheet)]
    left = without_links(
        members, lambda link: link.source == book.part and link.target in book.hidden
    )
    root = xml.parse(left[book.part])
    _restore_names(root, kept, gone)
    left[book.part] = xml.serialise(root)
    return changed(left, lambda part: _drop_conditions(part, gone), "worksheet")


def _restore_names(root: xml.Element, kept: list[int], gone: list[str]) -> None:
    """Names stay with their sheets, which count from zero; views begin with the first sheet."""
    numbers = {str(old): str(new) for new, old in enumerate(kept)}
    for name in list(xml.elements(root, "definedName")):
        sheet = xml.attribute(name, "localSheetId")
        if (sheet is not None and sheet not in numbers) or _mentions(name.text or "", gone):
            remove(name)
        elif sheet is not None:
            name.set("localSheetId", numbers[sheet])
    for names in [each for each in xml.elements(root, "definedNames") if not len(each)]:
        remove(names)
    for view in xml.elements(root, "workbookView"):
        for key in _VIEWED & set(map(str, view.attrib)):
            del view.attrib[key]


def _mentions(formula: str, sheets: Iterable[str]) -> bool:
    return any(f"{name}!" in formula or f"{name}'!" in formula for name in sheets)


def _drop_conditions(root: xml.Element, gone: list[str]) -> bool:
    """Removes lists of entries and conditions that look into a sheet that is gone."""
    found = [
        condition
        for condition in xml.elements(root, *_CONDITIONS)
        if any(_mentions(str(text), gone) for text in condition.itertext())
    ]
    for condition in found:
        parent = condition.getparent()
        remove(condition)
        if parent is not None and not len(parent):
            remove(parent)
    return bool(found)


def without_formulas(members: Members) -> Members:
    """The sheets with the values that their formulas last had, so that none looks for what is gone.

    A formula that was never computed stays: there is no value to show in its place.
    """
    return changed(members, _drop_formulas, "worksheet")


def _drop_formulas(root: xml.Element) -> bool:
    found = [
        formula
        for formula in xml.elements(root, "f")
        if (cell := formula.getparent()) is not None
        and next(xml.elements(cell, "v"), None) is not None
    ]
    for formula in found:
        remove(formula)
    return bool(found)


def blank_unused_strings(members: Members) -> Members:
    """The strings that cells share, with nothing in those that no cell uses: no index moves."""
    used: set[str] = set()
    for content in members.values():
        root = xml.try_parse(content) if xml.looks_like_xml(content) else None
        is_sheet = root is not None and xml.local_name(root.tag) == "worksheet"
        cells = xml.elements(root, "c") if root is not None and is_sheet else ()
        used |= {_index(cell) for cell in cells if cell.get("t") == "s"}
    return changed(members, lambda root: _blank(root, used), "sst")


def _index(cell: xml.Element) -> str:
    return next((value.text or "" for value in xml.elements(cell, "v")), "").strip()


def _blank(root: xml.Element, used: set[str]) -> bool:
    strings = list(xml.elements(root, "si"))
    unused = [
        string
        for number, string in enumerate(strings)
        if str(number) not in used and any(text for text in string.itertext())
    ]
    for string in unused:
        namespace = xml.namespace_of(string)
        for child in list(string):
            string.remove(child)
        string.append(string.makeelement(f"{namespace}t"))
    return bool(unused)


def changed(members: Members, change: Callable[[xml.Element], bool], *roots: str) -> Members:
    """The members, with those whose root has one of the names changed where there is need.

    `change` changes a part and says whether it did; others keep their very bytes.
    """
    result = dict(members)
    for name, content in members.items():
        root = xml.try_parse(content) if xml.looks_like_xml(content) else None
        if root is not None and xml.local_name(root.tag) in roots and change(root):
            result[name] = xml.serialise(root)
    return result
