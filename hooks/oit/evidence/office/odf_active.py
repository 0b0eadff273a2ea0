"""What in an OpenDocument file fetches something or starts a program."""

from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.concealed import ActiveKind
from oit.evidence.office.fields import fetches, is_safe_address

_KINDS = {
    "script": ActiveKind.SCRIPT,
    "event-listener": ActiveKind.SCRIPT,
    "execute-macro": ActiveKind.SCRIPT,
    "dde-connection-decl": ActiveKind.FIELD,
    "dde-source": ActiveKind.FIELD,
    "dde-link": ActiveKind.FIELD,
    "section-source": ActiveKind.LINK,
    "table-source": ActiveKind.LINK,
    "cell-range-source": ActiveKind.LINK,
    "database-source-sql": ActiveKind.CONNECTION,
    "database-source-query": ActiveKind.CONNECTION,
    "database-source-table": ActiveKind.CONNECTION,
    "source-service": ActiveKind.CONNECTION,
    "applet": ActiveKind.OBJECT,
    "plugin": ActiveKind.OBJECT,
    "floating-frame": ActiveKind.LINK,
}
"""Elements that act, whatever they say (ODF 1.3, part 3)."""
_FETCHED = frozenset({"object", "object-ole", "image", "background-image", "fill-image", "video"})
"""Elements that are shown from where their address leads."""
_FORMULAS = frozenset({"formula", "expression", "condition"})


def active_in(root: xml.Element) -> Iterator[tuple[ActiveKind, xml.Element]]:
    """What in a part acts, and the element."""
    for element in root.iter():
        kind = _kind_of(element)
        if kind is not None:
            yield kind, element


def _kind_of(element: xml.Element) -> ActiveKind | None:
    name = xml.local_name(element.tag)
    if name in _KINDS and not _is_empty_script(name, element):
        return _KINDS[name]
    address = xml.attribute(element, "href")
    if address and _leads_out(name, address):
        return ActiveKind.LINK
    formulas = (str(text) for key, text in element.items() if xml.local_name(key) in _FORMULAS)
    return ActiveKind.FORMULA if any(map(fetches, formulas)) else None


def _is_empty_script(name: str, element: xml.Element) -> bool:
    return name == "script" and not len(element) and not (element.text or "").strip()


def _leads_out(name: str, address: str) -> bool:
    """Whether an address leads out of the container, other than as a link for readers."""
    if name in _FETCHED:
        return ":" in address or address.startswith(("/", "\\", ".."))
    return name == "a" and not is_safe_address(address)
