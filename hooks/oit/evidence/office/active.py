"""What in an OOXML file fetches something or starts a program when people open or use it."""

from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.concealed import ActiveKind
from oit.evidence.office.fields import fetches, field_codes, is_fetching_field, is_safe_address
from oit.evidence.package_links import Link

_ROLES = {
    "attachedTemplate": ActiveKind.TEMPLATE,
    "oleObject": ActiveKind.OBJECT,
    "externalLinkPath": ActiveKind.LINK,
    "externalLink": ActiveKind.LINK,
    "connections": ActiveKind.CONNECTION,
    "queryTable": ActiveKind.CONNECTION,
    "control": ActiveKind.OBJECT,
    "activeXControlBinary": ActiveKind.OBJECT,
    "webextension": ActiveKind.SCRIPT,
    "webextensiontaskpanes": ActiveKind.SCRIPT,
    "attachedToolbars": ActiveKind.SCRIPT,
    "vbaProject": ActiveKind.SCRIPT,
    "xlMacrosheet": ActiveKind.SCRIPT,
}
"""Roles of links that make a file active, whether they lead outside or to a part of it."""
_ONLY_OUTSIDE = frozenset({"oleObject", "externalLinkPath", "attachedTemplate"})
"""Those that do so only where they lead outside."""
_FORMULAS = ("f", "definedName", "formula", "formula1", "formula2", "calculatedColumnFormula")


def active_link(link: Link) -> ActiveKind | None:
    """What a link fetches or starts; `None` where it only leads a reader on."""
    if link.is_external:
        is_safe = link.role == "hyperlink" and is_safe_address(link.target)
        return None if is_safe else _ROLES.get(link.role, ActiveKind.LINK)
    return None if link.role in _ONLY_OUTSIDE else _ROLES.get(link.role)


def active_elements(root: xml.Element) -> Iterator[tuple[ActiveKind, xml.Element]]:
    """What formulas of a part fetch or start, and where."""
    for element in xml.elements(root, *_FORMULAS):
        if fetches(element.text or ""):
            yield ActiveKind.FORMULA, element
    for link in xml.elements(root, "ddeLink", "oleLink"):
        yield ActiveKind.LINK, link


def has_fetching_field(root: xml.Element) -> bool:
    """Whether a field of a part fetches something."""
    return any(map(is_fetching_field, field_codes(root)))
