"""Evidence files carry nothing that their reader does not see, and do nothing by themselves."""

from collections.abc import Iterator, Mapping, Set
from typing import Protocol

from oit.evidence.concealed import REFUSED, HiddenKind
from oit.evidence.facts import ContentFacts
from oit.findings import Finding, Kind

_RULES: Mapping[HiddenKind, str] = {
    HiddenKind.TRACKED: "hidden-tracked",
    HiddenKind.TEXT: "hidden-text",
    HiddenKind.CELLS: "hidden-cells",
    HiddenKind.FILTERED: "hidden-cells",
    HiddenKind.FILE: "hidden-file",
    HiddenKind.LEFTOVERS: "hidden-leftovers",
    HiddenKind.COMMENT: "file-comments",
    HiddenKind.LAYER: "file-layers",
    HiddenKind.EMPTY: "file-empty-part",
    HiddenKind.THUMBNAIL: "file-thumbnail",
    HiddenKind.POSITION: "image-position",
}
"""The rule of each kind; names in properties are told by `file-authors`."""


class Make(Protocol):
    """Makes a finding about a file; `where` is a place within it."""

    def __call__(
        self, rule: str, kind: Kind = Kind.INVALID, where: object = None, **params: object
    ) -> Finding:
        """A finding of a rule."""


def check_concealed(make: Make, content: ContentFacts, allowed: Set[str]) -> Iterator[Finding]:
    """What a file hides, does by itself or keeps from inspection.

    `allowed` are the rules that a person found not to hold for these bytes (`exceptions.yml`).
    """
    for hidden in content.hidden:
        rule = _RULES.get(hidden.kind)
        if rule and rule not in allowed:
            kind = Kind.INVALID if hidden.kind in REFUSED else Kind.NOTICE
            yield make(rule, kind, hidden.location, what=hidden.kind, count=hidden.count)
    for active in content.active:
        yield make("file-active", Kind.INVALID, active.location, what=active.kind)
    for unread in content.unread:
        if "file-unread" not in allowed:
            yield make("file-unread", Kind.INVALID, unread.location, why=unread.fault)
