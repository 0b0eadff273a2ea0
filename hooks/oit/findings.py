"""A finding: one diagnosed fault, as a value that renders in any language and format.

Reading and rules make findings, the gate judges by their kind, `wording` puts them into words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

FieldPath: TypeAlias = tuple[str | int, ...]
"""The path of a field in a document: `("evidence", 2, "published")`."""


class Kind(StrEnum):
    """What a finding means for the gate."""

    STALE = "stale"
    """A deadline has passed without an update or a review."""
    MISSING = "missing"
    """A deadline has passed without evidence for a cell."""
    INVALID = "invalid"
    """A record or evidence file that breaks a rule, whatever the day."""
    LOOSER = "looser"
    """A record that promises less often than the mandate asks."""
    UNSAFE = "unsafe"
    """What must not be published at all: personal data, content that acts in a browser."""
    POLICY = "policy"
    """A fault of a policy file, not of a record."""
    NOTICE = "notice"
    """Pointed out to the approver; fails nothing."""


_OF_THE_FRAME = frozenset({"no-front-matter", "front-matter-open"})
"""Rules of a whole form: told before what is wrong within it."""
FAULTY = frozenset({Kind.INVALID, Kind.LOOSER, Kind.UNSAFE, Kind.POLICY})
"""Kinds that make an item `invalid`, whatever the day."""


class Unchecked(StrEnum):
    """What is not checked, so that a fault of the settings makes no false findings elsewhere."""

    LATENESS = "lateness"
    """What is late: waivers may excuse it."""
    REVIEWED = "reviewed"
    """What exceptions may allow in evidence files: personal data, hidden content."""
    HOSTS = "hosts"
    """From which sites pages embed something."""
    TYPES = "types"
    """Of which types evidence files are."""
    SETTINGS = "settings"
    """Both of these: nothing is known of the settings."""


class Writing(StrEnum):
    """How the text of a correction gets into its file."""

    VALUE = "value"
    """As the value of the finding's field."""
    NAME = "name"
    """As the name of the finding's field."""
    LINE = "line"
    """As the finding's line, its indentation included."""
    NOTHING = "nothing"
    """Not at all: the finding's line is taken out."""
    FILE = "file"
    """As the name of the evidence file, and as the value of the field that names it."""


class Correction(Struct, frozen=True):
    """What to write instead, exactly as it stands in the form and in the file."""

    text: str
    """For a list, its entries in brackets."""
    writing: Writing = Writing.VALUE
    is_certain: bool = True
    """Whether nothing else can be meant, so that `oit fix` writes it."""


class Finding(Struct, frozen=True, kw_only=True):
    """One diagnosed fault. `params` fill the message; their values are typed, not worded."""

    rule: str
    kind: Kind
    file: str
    """Path from the root of the repository, with forward slashes."""
    line: int = 1
    field: FieldPath = ()
    fiscal_year: int | None = None
    item: str | None = None
    division: str | None = None
    requirement: str | None = None
    cell: str | None = None
    """The period of the cell, where there is one."""
    where: str = ""
    """A place within an evidence file, for telling findings apart."""
    # `msgspec.field` in full: within this class, `field` is the attribute above.
    params: Mapping[str, Any] = msgspec.field(default_factory=dict)
    correction: Correction | None = None
    effects: "tuple[Finding, ...]" = ()
    """What follows from it, and is told with it alone: a cell that is empty because of it."""
    repeated: "tuple[Finding, ...]" = ()
    """The same fault of the same cause in other places, told with it."""

    def __hash__(self) -> int:
        """Of what has one: `params` may hold lists. Equal findings have the same."""
        place = (self.file, self.line, self.field, self.where)
        return hash((self.rule, self.kind, *place, self.item, self.requirement, self.cell))

    def corrected_by(self, correction: Correction | None) -> "Finding":
        """The finding with what to write; its message prints it as `likely`."""
        if correction is None:
            return self
        likely = self.params.get("likely") or correction.text
        params = {**self.params, "likely": likely} if likely else self.params
        return replace(self, params=params, correction=correction)

    def leaving_unchecked(self, what: Unchecked) -> "Finding":
        """The finding, which says that something was not checked because of it."""
        return replace(self, params={**self.params, "unchecked": what})

    @property
    def field_name(self) -> str | None:
        """The innermost named field: `published` of `evidence[2].published`."""
        return next((str(part) for part in reversed(self.field) if isinstance(part, str)), None)

    @property
    def identity(self) -> tuple[Any, ...]:
        """Equal for the same fault in two versions of the site: no line, no count of days.

        A finding of no item is known by its file.
        """
        item_or_file = self.item or self.file
        owed = (self.division, self.requirement, self.cell)
        return (self.rule, self.fiscal_year, item_or_file, *owed, self.field_name)

    @property
    def all_told(self) -> "Iterator[Finding]":
        """The finding by itself, and all that is told with it, each by itself."""
        yield replace(self, effects=(), repeated=())
        for finding in (*self.effects, *self.repeated):
            yield from finding.all_told

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Round, item number, file, line, rule: the order in which people read findings."""
        number = int(self.item[1:]) if self.item and self.item[1:].isdecimal() else 0
        line = (self.file, self.rule not in _OF_THE_FRAME, self.line, self.rule)
        cell = (self.division or "", self.requirement or "", self.cell or "")
        return (self.fiscal_year or 0, number, *line, str(self.field), *cell, self.where)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without repetition, in reading order; each with all that follows from it."""
    unique: dict[tuple[Any, ...], Finding] = {}
    for finding in findings:
        known = unique.get(finding.sort_key)
        unique[finding.sort_key] = _joined(known, finding) if known else finding
    return tuple(unique[key] for key in sorted(unique))


def _joined(known: Finding, finding: Finding) -> Finding:
    """One finding of two that tell the same."""
    effects = dict.fromkeys((*known.effects, *finding.effects))
    repeated = dict.fromkeys((*known.repeated, *finding.repeated))
    return replace(finding, effects=tuple(effects), repeated=tuple(repeated))


@dataclass(eq=False)  # an exception keeps its identity and its hash
class DocumentError(Exception):
    """Why a text could not be read: the id of a rule, the line, and what fills its message."""

    rule: str
    line: int = 1
    params: Mapping[str, Any] = field(default_factory=dict)
    path: FieldPath = ()


class Place(Struct, frozen=True):
    """The document that findings are about."""

    file: str
    kind: Kind = Kind.INVALID
    fiscal_year: int | None = None
    item: str | None = None
    division: str | None = None

    def finding(self, rule: str, line: int = 1, path: FieldPath = (), **params: Any) -> Finding:
        """A finding of `rule` here."""
        return Finding(
            rule=rule,
            kind=self.kind,
            file=self.file,
            line=line,
            field=path,
            fiscal_year=self.fiscal_year,
            item=self.item,
            division=self.division,
            params=params,
        )

    def of(self, kind: Kind) -> "Place":
        """The same place, for findings of another kind."""
        return replace(self, kind=kind)

    def from_error(self, error: DocumentError) -> Finding:
        """The finding of a text that could not be read."""
        return self.finding(error.rule, error.line, error.path, **error.params)
