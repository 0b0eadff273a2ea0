"""What is asked of a published site, and what is reported where it is not as the index says."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

NOTICES = frozenset(
    {"media-type-generic", "rules-unpublished", "rebuilt-other-engine", "rebuilt-own-engine"}
)
"""Checks that are reported and fail nothing."""
ABSENT = "–"
"""In place of what is not there."""
NO_VALUE = "null"
"""In place of the value of a field that has none, as in JSON."""
MOST_REPORTED = 5
"""Discrepancies reported of one document. One that has more has to be made again in any case."""


def subject_of(fiscal_year: int, item: str) -> str:
    """`2568/O15`: an item of a round, as `data-oit` marks it on pages."""
    return f"{fiscal_year}/{item}"


class PageTarget(Struct, frozen=True, kw_only=True):
    """A page, and the marks that it must carry."""

    path: str
    """From the site's root, percent-encoded; so in every target that is not external."""
    subject: str
    """What it belongs to: `2568/O15`, or `2568` for a round."""
    statuses: Mapping[str, str]
    """Values of `data-oit`, each with its `data-oit-status`; empty where it has none."""
    requirements: tuple[str, ...] = ()
    """Values of `data-oit-requirement`."""
    anchors: tuple[str, ...] = ()
    """Ids that the index links to."""


class FileTarget(Struct, frozen=True, kw_only=True):
    """A file, and what the index says of it; `None` where it does not say."""

    path: str
    subject: str
    media_type: str | None = None
    bytes: int | None = None
    sha256: str | None = None


class ExternalTarget(Struct, frozen=True, kw_only=True):
    """An address on another site: all that is expected is that it answers."""

    path: str
    """The whole address."""
    subject: str


Target = PageTarget | FileTarget | ExternalTarget


class Discrepancy(Struct, frozen=True, kw_only=True):
    """Something that is not as the index says."""

    check: str
    """A stable id, under which `verify.ftl` of the catalogue has the words."""
    path: str
    subject: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    """They fill the message."""
    effects: tuple["Discrepancy", ...] = ()
    """What follows from it, and is told with it."""

    @property
    def is_notice(self) -> bool:
        """Whether it is reported, and fails nothing."""
        return self.check in NOTICES

    @property
    def sort_key(self) -> tuple[bool, str, str, str, tuple[tuple[str, str], ...]]:
        """Failures first, then by path and subject."""
        params = tuple(sorted(self.params.items()))
        return (self.is_notice, self.path, self.subject, self.check, params)


def in_order(discrepancies: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Failures first, by path and subject; of a site that was built again, its pages first."""
    return sorted(discrepancies, key=_place)


def _place(discrepancy: Discrepancy) -> tuple[object, ...]:
    is_rebuilt = discrepancy.check.startswith("rebuilt-")
    is_file = is_rebuilt and not discrepancy.path.endswith(".html")
    notice, *rest = discrepancy.sort_key
    return (notice, is_rebuilt, is_file, *rest)


def documents_differ(path: str, subject: str, place: str, expected: str, found: str) -> Discrepancy:
    """A place of a document at which something else stands than follows from others."""
    params = {"place": place, "expected": expected, "found": found}
    return Discrepancy(check="documents-differ", path=path, subject=subject, params=params)


def row_differs(
    path: str, subject: str, line: str, column: str, expected: str, found: str
) -> Discrepancy:
    """The same of a cell of a table; lines count from the header, which is 1."""
    params = {"line": line, "column": column, "expected": expected, "found": found}
    return Discrepancy(check="row-differs", path=path, subject=subject, params=params)


def schema_differs(path: str, place: str, found: str, subject: str = "") -> Discrepancy:
    """A document that cannot be read, or does not have the form of version 1 at a place."""
    params = {"place": place, "found": found}
    return Discrepancy(check="schema-differs", path=path, subject=subject, params=params)
