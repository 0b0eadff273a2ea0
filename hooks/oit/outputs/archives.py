"""One archive of each round: all that it discloses as files, with the index that lists them.

What stands in it is named here; `system.archive` writes it, once the files are on the disk.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import API, archive_path, item_path
from oit.outputs.evidence_files import PublishedFile
from oit.outputs.publication import Publication

_LARGEST = 200 * 1024**2
"""Bytes of files in an archive: with more, the list of addresses (`evidence.csv`) serves better."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP file to be made of files of the site."""

    path: str
    """From the site's root."""
    files: tuple[str, ...]
    """Paths on the site, under which they stand in the archive too."""
    note: str
    """What it says of itself: the comment of a ZIP file, and its first file."""


def archives_of(
    publication: Publication, published: Iterable[PublishedFile]
) -> tuple[Archive, ...]:
    """The archive of each round that has one."""
    files = tuple(published)
    archives = (_archive(round_, publication, files) for round_ in publication.assessment.rounds)
    return tuple(archive for archive in archives if archive)


def has_archive(round_: RoundAssessment, published: Iterable[PublishedFile]) -> bool:
    """Whether a round discloses files, and no more than one archive should hold."""
    return 0 < sum(file.facts.bytes for file in _files_of(round_, published)) <= _LARGEST


def _archive(
    round_: RoundAssessment, publication: Publication, published: tuple[PublishedFile, ...]
) -> Archive | None:
    if not has_archive(round_, published):
        return None
    year = round_.fiscal_year
    documents = [f"{API}/{name}" for name in ("index.json", "index.csv", "evidence.csv")]
    files = {*documents, *(file.path for file in _files_of(round_, published))}
    return Archive(archive_path(year), tuple(sorted(files)), _note(round_, publication))


def _files_of(
    round_: RoundAssessment, published: Iterable[PublishedFile]
) -> tuple[PublishedFile, ...]:
    pages = {item_path(round_.fiscal_year, item.mandated) for item in round_.items}
    return tuple(file for file in published if f"{file.path.rpartition('/')[0]}/" in pages)


def _note(round_: RoundAssessment, publication: Publication) -> str:
    """Whose files these are, of which day, and that some are samples, in both languages."""
    office = publication.policy.office
    names = {Language.TH: office.name_th, Language.EN: office.name_en}
    kind = "sample" if any(item.has_sample for item in round_.items) else "real"
    year, day = round_.fiscal_year, round_.as_of
    return "\n".join(
        say(f"pages.archive-{kind}", language, office=name, year=year, day=day)
        for language, name in names.items()
    )
