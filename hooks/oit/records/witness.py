"""What Git is a witness of: when each content of each cell, and each confirmation, was recorded.

The versions of an item's folder along the main branch go in, oldest first; what was first seen
when, and from when to when it stood, comes out. Nothing is judged here: by which day something
counts is the policy's to say.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from oit.memory import made_from
from oit.model.record import Review
from oit.periods import Frequency, Period
from oit.records.contents import content_of_file


class EntryVersion(Struct, frozen=True):
    """An evidence entry of a version of a record or part."""

    requirement: str
    periods: tuple[Period, ...]
    published: date
    file: str | None
    """The name of its file; the content of any other kind is told by the document alone."""
    content: str | None
    sample: bool = False


class DocumentVersion(Struct, frozen=True):
    """What a version of a record or part disclosed and confirmed."""

    updated: date | None = None
    reviews: tuple[Review, ...] = ()
    entries: tuple[EntryVersion, ...] = ()
    frequency: Frequency | None = None
    """What a record promised; `None` for a part."""
    is_readable: bool = False


class FileVersion(Struct, frozen=True):
    """The bytes of an evidence file."""

    sha256: str
    bytes: int
    blob: str = ""
    """The name that Git has for them."""


class BundleVersion(Struct, frozen=True, kw_only=True):
    """The folder of an item as a commit of the main branch left it."""

    fiscal_year: int
    item: str
    recorded: date
    is_first: bool
    """Whether it stood in the first commit of the repository, which witnesses nothing."""
    documents: Mapping[str | None, DocumentVersion]
    """By division; `None` for the record."""
    files: Mapping[str, FileVersion]
    made_from: str = ""
    """SHA-256 of all that it follows from: the commit's day, and the files by Git's names."""


class EntryKey(Struct, frozen=True):
    """What an evidence entry discloses, and for which cell."""

    item: str
    division: str | None
    """Of the record or part that it stands in; `None` for the record."""
    requirement: str
    period: Period | None
    """`None` for whatever period: that is how a requirement without periods is filled."""
    content: str


class ConfirmationKey(Struct, frozen=True):
    """An `updated`, by its day, or a review, of a record or part."""

    item: str
    division: str | None
    confirmed: date | Review


class UnitKey(Struct, frozen=True):
    """A record that promises a frequency, or a part."""

    item: str
    division: str | None
    frequency: Frequency | None


Key: TypeAlias = EntryKey | ConfirmationKey | UnitKey


class Span(Struct, frozen=True):
    """A time for which something stood on the main branch."""

    since: date
    until: date | None = None
    """The first day on which it did not stand; `None` where it still does."""
    sample: bool = False


class FileKey(Struct, frozen=True):
    """A version of an evidence file under a name."""

    item: str
    file: str
    sha256: str


class EarlierVersion(Struct, frozen=True):
    """A version of an evidence file that stands no more and is still served, with its bytes."""

    key: FileKey
    data: bytes


class Recorded(Struct, frozen=True):
    """When something was first recorded, and the day that it named then."""

    day: date
    claimed: date
    is_first: bool
    """Whether it stood in the first commit of the repository."""


POLICY_FILES = ("round.yml", "mandate.yml", "waivers.yml")
"""The files of a round that its verdicts follow from."""


class PolicyFiles(Struct, frozen=True):
    """These files as a commit of the main branch left them."""

    since: date
    texts: Mapping[str, str]
    """By name; a file that was not there is absent."""


class Witness(Struct, frozen=True):
    """All that was ever recorded of a round on the main branch."""

    entries: dict[EntryKey, Recorded] = field(default_factory=dict)
    confirmations: dict[ConfirmationKey, Recorded] = field(default_factory=dict)
    files: dict[FileKey, Recorded] = field(default_factory=dict)
    """In the order in which they were first recorded."""
    stored: dict[str, FileVersion] = field(default_factory=dict)
    """These files, by their SHA-256."""
    spans: dict[Key, list[Span]] = field(default_factory=dict)
    """The times for which everything stood; what was taken out and given again has several."""
    policies: list[PolicyFiles] = field(default_factory=list)
    """The round's own files after each commit that touched its folder, oldest first."""
    made_from: dict[str | None, str] = field(default_factory=dict)
    """SHA-256 of all versions of each item that this follows from; `None` for the round's own
    files."""


def witnesses(versions: Iterable[BundleVersion]) -> dict[int, Witness]:
    """The witness of each round, by fiscal year. `versions` come in the order of the history.

    What was recorded first stays, whatever date a later version names for the same.
    """
    found: dict[int, Witness] = {}
    standing: dict[tuple[int, str], Mapping[Key, bool]] = {}
    for version in versions:
        witness = found.setdefault(version.fiscal_year, Witness())
        now: dict[Key, bool] = {}
        for division, document in version.documents.items():
            _add_entries(witness, version, division, document, now)
            for key, day in _confirmations(version.item, division, document):
                witness.confirmations.setdefault(key, _recorded(version, day))
                now[key] = False
            if document.is_readable:
                now[UnitKey(version.item, division, document.frequency)] = False
        folder = version.fiscal_year, version.item
        _follow(witness.spans, standing.get(folder, {}), now, version.recorded)
        standing[folder] = now
        follow(witness, version.item, version.made_from)
    return found


def follow(witness: Witness, item: str | None, version: str) -> None:
    """Let what is witnessed of an item, or of a round's own files, follow from one version more."""
    witness.made_from[item] = made_from(witness.made_from.get(item), version)


def _add_entries(
    witness: Witness,
    version: BundleVersion,
    division: str | None,
    document: DocumentVersion,
    now: dict[Key, bool],
) -> None:
    """What a document discloses, into the witness; its keys into `now`, each with `sample`."""
    # Of two entries of one content in one version, the earlier day is what was claimed.
    for entry in sorted(document.entries, key=lambda entry: entry.published):
        file = version.files.get(entry.file) if entry.file else None
        content = entry.content or (content_of_file(file.sha256) if file and file.bytes else None)
        if content is None:
            continue  # no file, an empty one, or a section without text fills nothing
        recorded = _recorded(version, entry.published)
        for period in (None, *entry.periods):
            key = EntryKey(version.item, division, entry.requirement, period, content)
            witness.entries.setdefault(key, recorded)
            now.setdefault(key, entry.sample)
        if entry.file and file:
            witness.files.setdefault(FileKey(version.item, entry.file, file.sha256), recorded)
            witness.stored[file.sha256] = file


def _follow(
    spans: dict[Key, list[Span]], before: Mapping[Key, bool], now: Mapping[Key, bool], day: date
) -> None:
    """End the time of what a folder no longer has on a day, and begin that of what it has now."""
    for key in before:
        if key not in now:
            spans[key][-1] = replace(spans[key][-1], until=day)
    for key, sample in now.items():
        if key not in before:
            spans.setdefault(key, []).append(Span(day, sample=sample))


def _confirmations(
    item: str, division: str | None, document: DocumentVersion
) -> Iterator[tuple[ConfirmationKey, date]]:
    if document.updated:
        yield ConfirmationKey(item, division, document.updated), document.updated
    for review in document.reviews:
        yield ConfirmationKey(item, division, review), review.on


def _recorded(version: BundleVersion, claimed: date) -> Recorded:
    return Recorded(version.recorded, claimed, version.is_first)
