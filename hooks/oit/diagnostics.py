"""A diagnostic: what there is to say about one place, as the one value that every renderer prints.

Findings of the gate, discrepancies of `oit verify`, changes of `oit diff`, links, duties and what a
command has written become diagnostics, by one function for each kind; `wording.render` prints them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from oit.periods import Frequency, Period


class Severity(StrEnum):
    """What a diagnostic asks of its reader."""

    ERROR = "error"
    """Something has to be fixed."""
    NOTICE = "notice"
    """Somebody should know it; it fails nothing."""
    INFO = "info"
    """What was done, has changed, or is coming."""


class Words(Struct, frozen=True):
    """A text in both languages, on one line, fit for any reader: without personal data."""

    th: str
    en: str

    def within(self, language: str) -> str:
        """The text in a `Language` of the catalogue, which stands above this module."""
        return self.en if language == "en" else self.th


def listed(words: Iterable[Words], between: str | None = None) -> Words:
    """Texts one after another; without a sign between them as each language lists them."""
    told = tuple(words)
    return Words(
        (" " if between is None else between).join(text.th for text in told),
        (", " if between is None else between).join(text.en for text in told),
    )


Value: TypeAlias = str | int | date | Period | Frequency | Words
"""What fills a message; all but `Words` is put into words by the catalogue."""


class At(Struct, frozen=True):
    """A place in a file, or an address; `None` where it has no lines."""

    name: str
    line: int | None = None

    def __str__(self) -> str:
        """`record.md:12`."""
        return self.name if self.line is None else f"{self.name}:{self.line}"


class Where(Struct, frozen=True, kw_only=True):
    """Where it is: for staff from the item down to the field, for officers of computers by file."""

    item: str = ""
    """`O15`, or any other subject, as `2568/O15`."""
    title: Words | None = None
    """Of the item."""
    parts: tuple[Words, ...] = ()
    """What follows it: the evidence, the field as in the form, a period."""
    at: tuple[At, ...] = ()
    """The same for a computer; several where one address stands in several records."""
    form: str | None = None
    """The address that opens the form there; `None` where the site's own is not known."""


class ToWrite(Struct, frozen=True):
    """The exact text to write."""

    text: str
    line: str | None = None
    """The whole line with it, where that is known."""
    is_certain: bool = False
    """Whether nothing else can be meant."""


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One thing to say: its message is in the catalogue, under its id."""

    id: str
    """Of its message, as `rules.stale`; a message may have `.expected`, `.likely` and `.remedy`."""
    severity: Severity
    level: str
    """The id of the word that a block begins with, as `terms.kind-stale`."""
    where: Where = Where()
    params: Mapping[str, Value] = field(default_factory=dict)
    correction: ToWrite | None = None
    notes: tuple[Words, ...] = ()
    """Lines of its own besides the message."""
    effects: tuple["Diagnostic", ...] = ()
    """What follows from it, and is told with it."""
    count: int = 1
    """How often it was found, where only the first is told."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What programs are told: keys and plain values of a public form."""

    def __hash__(self) -> int:
        """Of what has one: `params` and `facts` may hold lists. Equal diagnostics have the same."""
        return hash((self.id, self.severity, self.level, self.where))

    @property
    def code(self) -> str:
        """The id for people who look it up: `stale` of `rules.stale`."""
        return self.id.rpartition(".")[2]

    @property
    def likeness(self) -> tuple[object, ...]:
        """Equal for diagnostics that say the same of the same place, but for the line."""
        files = tuple(at.name for at in self.where.at)
        place = (self.where.item, self.where.parts, files)
        return (self.id, self.level, *place, tuple(sorted(self.params.items(), key=_name)))


def _name(param: tuple[str, Value]) -> str:
    return param[0]


def grouped(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once, where it stands first, with the count of those that say the same."""
    first: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in diagnostics:
        known = first.get(diagnostic.likeness)
        first[diagnostic.likeness] = _together(known, diagnostic) if known else diagnostic
    return list(first.values())


def _together(known: Diagnostic, other: Diagnostic) -> Diagnostic:
    effects = (*known.effects, *(more for more in other.effects if more not in known.effects))
    return replace(known, count=known.count + other.count, effects=effects)


# Reports of them


class Layout(StrEnum):
    """How much is told of each diagnostic of a group."""

    BLOCKS = "blocks"
    """Everything: a block of a text, a row of a table."""
    LINES = "lines"
    """Where and what, on one line."""


class Group(Struct, frozen=True, kw_only=True):
    """Diagnostics that are told together."""

    diagnostics: tuple[Diagnostic, ...]
    heading: Words | None = None
    layout: Layout = Layout.BLOCKS


class Report(Struct, frozen=True, kw_only=True):
    """Groups of diagnostics, and what is said before and after them."""

    title: Words | None = None
    remarks: tuple[Words, ...] = ()
    groups: tuple[Group, ...] = ()
    closing: tuple[Words, ...] = ()
    """What it comes to; Markdown, which is read from its heading, begins with the last of it."""
