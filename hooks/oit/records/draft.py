"""The values of a document, changed in thought: what is wrong put right, or stood in for."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from oit.evidence.characters import as_it_looks
from oit.findings import FieldPath, Finding
from oit.records.likely_values import KINDS
from oit.records.strict_yaml import Document

_STAND_INS: Mapping[str, str] = {
    **dict.fromkeys(("title", "reason", "note", "by", "file"), "…"),
    **dict.fromkeys(("for", "section"), "unknown"),
    **dict.fromkeys(("published", "date"), "2000-01-01"),
    "url": "https://example.org/",
}
"""What stands for a required field whose value is not known, by its name."""
_ENTRY = 2
"""Steps of the path of an entry: `evidence`, and its number."""
_NAMES = ("_th", "_en")
"""How the names of required texts of policy files end."""


class Draft:
    """A copy of a document in which findings are put right."""

    def __init__(self, document: Document, fallbacks: Mapping[str, Any]) -> None:
        self.stood_in: set[FieldPath] = set()
        """Paths of fields whose value is not known."""
        self._taken_out: set[FieldPath] = set()
        self._handled: set[tuple[str, FieldPath]] = set()
        self._source = document
        self._values: Any = copy.deepcopy(document.values)
        self._lines = dict(document.lines)
        self._fallbacks = fallbacks

    @property
    def document(self) -> Document:
        """As it is by now, its lines those of the file."""
        source = self._source
        return Document(self._values, self._lines, source.body, source.body_line, source.cut)

    def take(self, findings: Iterable[Finding]) -> list[Finding]:
        """Put right what has a likely value; those findings come back."""
        names: dict[FieldPath, str] = {}
        taken = []
        for finding in findings:
            renamed = dict(self._renamed(finding))
            names |= renamed
            if renamed or self._take_value(finding):
                taken.append(finding)
        self._rename(names)
        return taken

    def stand_in(self, findings: Iterable[Finding]) -> list[Finding]:
        """Let something stand for each value that nobody knows; those findings come back."""
        return [finding for finding in findings if self._stand_in(finding)]

    def is_unknown(self, finding: Finding) -> bool:
        """Whether a finding is only about what was taken out, passed over, or told already."""
        guess = self._source.guess
        if finding.rule == "field-missing":
            return finding.field in self._taken_out or bool(guess and guess.leaves_out)
        return bool(guess and finding.line in guess.quiet)

    def _renamed(self, finding: Finding) -> Iterator[tuple[FieldPath, str]]:
        """The paths of fields that should have another name, with that."""
        path, likely = finding.field, finding.params.get("likely")
        if finding.rule == "field-renamed":
            name, _, _ = str(finding.params["expected"]).partition(":")
            old = finding.params["found"]
            yield from ((path, name) for path in self._lines if path[-1:] == (old,))
        elif likely and path and _is_about_name(finding):
            yield path, str(likely)

    def _take_value(self, finding: Finding) -> bool:
        parent, likely = self._parent(finding.field), finding.params.get("likely")
        if not likely or not finding.field or not _has(parent, finding.field[-1]):
            return False
        name = finding.field[-1]
        parent[name] = _with_likely(parent[name], finding.params.get("found"), str(likely))
        return True

    def _stand_in(self, finding: Finding) -> bool:
        path = _field_of(finding.field)
        parent = self._parent(path)
        if not path or not isinstance(parent, dict) or (finding.rule, path) in self._handled:
            return False
        self._handled.add((finding.rule, path))
        known = _stand_in_of(path, parent, self._fallbacks)
        if finding.rule == "field-unknown" or known is None:
            self._take_out(path, parent)
        else:
            parent[path[-1]] = known
        if path[-1] != "kind" and finding.rule != "field-unknown":
            self.stood_in.add(path)
        return True

    def _take_out(self, path: FieldPath, parent: dict[str, Any]) -> None:
        if path[-1] in parent:
            parent.pop(str(path[-1]))
            self._taken_out.add(path)

    def _parent(self, path: FieldPath) -> Any:
        """What holds the value at a path; `None` where the document has no such place."""
        value = self._values
        for step in path[:-1]:
            if not _has(value, step):
                return None
            value = value[step]
        return value

    def _rename(self, names: Mapping[FieldPath, str]) -> None:
        """Give fields other names; a name that is there already keeps its own value."""
        for path, name in names.items():
            parent = self._parent(path)
            if _has(parent, path[-1]):
                value = parent.pop(path[-1])
                parent.setdefault(name, value)
        if names:
            self._lines = {_moved(path, names): line for path, line in self._lines.items()}


def _is_about_name(finding: Finding) -> bool:
    """Whether a finding is about the name of a field, not its value."""
    name, likely = str(finding.field[-1]), finding.params["likely"]
    return finding.rule == "field-unknown" or (name != likely and as_it_looks(name) == likely)


def _has(container: Any, step: str | int) -> bool:
    if isinstance(container, list):
        return isinstance(step, int) and step < len(container)
    return isinstance(container, dict) and step in container


def _field_of(path: FieldPath) -> FieldPath:
    """The path of the field that a value is in: of a list within an entry, that of the list."""
    return path[:-1] if len(path) > _ENTRY and isinstance(path[-1], int) else path


def _with_likely(value: Any, found: object, likely: str) -> Any:
    """The likely value, a list in brackets as one; in a list, in place of what was found."""
    if isinstance(value, list) and not likely.startswith("["):
        return [likely if entry == found else entry for entry in value]
    if likely.startswith("[") and likely.endswith("]"):
        return [entry.strip() for entry in likely[1:-1].split(",")]
    return likely


def _stand_in_of(path: FieldPath, parent: Mapping[str, Any], fallbacks: Mapping[str, Any]) -> Any:
    """What stands for a field; `None` for one that may as well be absent."""
    name = str(path[-1])
    if len(path) == 1:
        return fallbacks.get(name)
    if name == "kind":
        return next((kind for own, kind in KINDS.items() if own in parent), "none")
    return "…" if name.endswith(_NAMES) else _STAND_INS.get(name)


def _moved(path: FieldPath, names: Mapping[FieldPath, str]) -> FieldPath:
    """The path by the new names of the fields that it leads through."""
    return tuple(
        names.get(path[:depth], step) if isinstance(step, str) else step
        for depth, step in enumerate(path, 1)
    )
