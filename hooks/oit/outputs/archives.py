"""One archive of each round: all that it discloses as files, with the documents of the round.

Nothing stands in it of other rounds: all archives together grow as the site does.

What stands in it is named here; `system.archive` writes it, once the files are on the disk.
"""

from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import (
    archive_path,
    events_csv_path,
    item_json_path,
    policy_path,
)
from oit.outputs.evidence_files import files_of_round
from oit.outputs.publication import Publication

_LARGEST = 200 * 1024**2
"""Bytes of files in an archive: with more, the list of addresses (`evidence.csv`) serves better."""


class Archive(Struct, frozen=True):
    """A ZIP file to be made of files of the site."""

    path: str
    """From the site's root."""
    files: tuple[str, ...]
    """Paths on the site, under which they stand in the archive too."""
    note: str
    """What it says of itself: the comment of a ZIP file, and its first file."""


def archives_of(publication: Publication) -> tuple[Archive, ...]:
    """The archive of each round that has one."""
    rounds = publication.assessment.rounds
    return tuple(_archive(round_, publication) for round_ in rounds if has_archive(round_))


def has_archive(round_: RoundAssessment) -> bool:
    """Whether a round discloses files, and no more than one archive should hold."""
    return 0 < sum(file.facts.bytes for file in files_of_round(round_)) <= _LARGEST


def _archive(round_: RoundAssessment, publication: Publication) -> Archive:
    year = round_.fiscal_year
    items = (item_json_path(year, item.id) for item in round_.items)
    documents = (events_csv_path(year), policy_path(year), *items)
    files = {*documents, *(file.path for file in files_of_round(round_))}
    return Archive(archive_path(year), tuple(sorted(files)), _note(round_, publication))


def _note(round_: RoundAssessment, publication: Publication) -> str:
    """Whose files these are, of which day, and that some are samples, in both languages."""
    office = publication.policy.office
    names = {Language.TH: office.name_th, Language.EN: office.name_en}
    kind = "sample" if any(item.has_sample for item in round_.items) else "real"
    year, day, files = round_.fiscal_year, round_.as_of, events_csv_path(round_.fiscal_year)
    return "\n".join(
        say(f"pages.archive-{kind}", language, office=name, year=year, day=day, list=files)
        for language, name in names.items()
    )
