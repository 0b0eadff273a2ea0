"""Which layers of a PDF (optional content) are off as it opens (ISO 32000-1, 8.11)."""

from collections.abc import Iterable
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from oit.evidence.pdf.objects import reference_of, resolved


class Layers:
    """The layers of a document, by the configuration that viewers begin with."""

    def __init__(self, root: DictionaryObject) -> None:
        properties = resolved(root.get("/OCProperties"))
        self._properties = properties if isinstance(properties, DictionaryObject) else {}
        self.all = self._references(self._properties.get("/OCGs"))
        begins = resolved(self._properties.get("/D"))
        configuration = begins if isinstance(begins, DictionaryObject) else {}
        off = self._references(configuration.get("/OFF"))
        if resolved(configuration.get("/BaseState")) == "/OFF":
            off = self.all - self._references(configuration.get("/ON"))
        self.off = off

    def is_off(self, value: Any) -> bool:
        """Whether what is marked by a layer, or by a membership of several, is not shown."""
        entries = resolved(value)
        if not isinstance(entries, DictionaryObject):
            return False
        if entries.get("/Type") != "/OCMD":
            return reference_of(value) in self.off
        members = entries.get("/OCGs")
        several = resolved(members) if isinstance(resolved(members), ArrayObject) else [members]
        states = [reference_of(member) in self.off for member in several if member is not None]
        return bool(states) and _is_off(states, str(entries.get("/P", "/AnyOn")))

    def _references(self, value: Any) -> frozenset[tuple[int, int] | None]:
        members: Iterable[Any] = resolved(value) or ()
        return frozenset(reference_of(one) for one in members if isinstance(one, IndirectObject))


def _is_off(states: list[bool], policy: str) -> bool:
    """By the policy of a membership (table 99); `states` say of each layer whether it is off."""
    shown = {
        "/AllOn": not any(states),
        "/AnyOff": any(states),
        "/AllOff": all(states),
    }
    return not shown.get(policy, not all(states))
