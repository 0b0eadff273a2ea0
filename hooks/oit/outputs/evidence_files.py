"""Files beside the pages: evidence and its earlier versions, open CSV copies, and empty forms.

Addresses are from the site's root; an evidence file stands beside its item's page.
"""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from oit.assessment.cells import Disclosure
from oit.assessment.result import Assessment, CellEvidence, ItemAssessment, RoundAssessment
from oit.contract.addresses import form_path, item_path, section_anchor, version_path
from oit.evidence.facts import FileFacts
from oit.evidence.tables.schema import empty_form, load_schema, schema_names
from oit.evidence.tables.values import OTHER_BYTES
from oit.model.mandate import MandateItem
from oit.model.record import FileEvidence, SectionEvidence, UrlEvidence

_BOM = "\ufeff"
"""The byte-order mark, without which Excel does not read a CSV file as UTF-8."""


class PublishedFile(Struct, frozen=True, kw_only=True):
    """An evidence file that fills a cell, and what inspection found out about it."""

    path: str
    """From the site's root."""
    source: str
    """From the repository's root."""
    item: str
    """The item's id: `O15`."""
    evidence: FileEvidence
    facts: FileFacts


def published_files(assessment: Assessment) -> tuple[PublishedFile, ...]:
    """The evidence files in the order of the items; a file that fills two cells is there once."""
    return tuple(file for round_ in assessment.rounds for file in files_of_round(round_))


def files_of_round(round_: RoundAssessment) -> tuple[PublishedFile, ...]:
    """The evidence files of a round, likewise."""
    found = (
        _published_file(filling, page)
        for item, page in _item_pages(round_)
        for filling in item.shown_evidence()
    )
    return tuple({file.path: file for file in found if file}.values())


def _item_pages(round_: RoundAssessment) -> Iterator[tuple[ItemAssessment, str]]:
    """Every item of a round with the address of its page."""
    return ((item, item_path(round_.fiscal_year, item.mandated)) for item in round_.items)


def _published_file(filling: CellEvidence, page: str) -> PublishedFile | None:
    evidence, facts = filling.evidence, filling.facts
    if not isinstance(evidence, FileEvidence) or facts is None:
        return None
    source_folder = filling.disclosure.unit.place.file.rpartition("/")[0]
    return PublishedFile(
        path=page + evidence.file,
        source=f"{source_folder}/{evidence.file}",
        item=filling.item.id,
        evidence=evidence,
        facts=facts,
    )


class ServedVersion(Struct, frozen=True):
    """A version that is served."""

    path: str
    sha256: str
    data: bytes


def served_versions(assessment: Assessment) -> Iterator[ServedVersion]:
    """The earlier versions of all rounds."""
    for round_ in assessment.rounds:
        paths = version_paths(round_)
        for version in round_.contents.versions:
            key = version.key
            path = paths[key.item, key.file, key.sha256]
            yield ServedVersion(path, key.sha256, version.data)


def version_paths(round_: RoundAssessment) -> Mapping[tuple[str, str, str], str]:
    """The address of each earlier version that is served, by item, file name and SHA-256."""
    keys = (version.key for version in round_.contents.versions)
    return {
        (key.item, key.file, key.sha256): version_path(
            round_.fiscal_year, key.item, key.sha256, key.file
        )
        for key in keys
    }


def evidence_path(disclosure: Disclosure, page: str) -> str | None:
    """The address of evidence of the item at `page`; `None` for evidence of kind `none`.

    A file stands beside the page, a section on it, a link elsewhere.
    """
    match disclosure.evidence:
        case FileEvidence(file=file):
            return page + file
        case UrlEvidence(url=url):
            return url
        case SectionEvidence(section=section):
            return f"{page}#{section_anchor(section, disclosure.unit.division)}"
        case _:
            return None


def has_open_csv(facts: FileFacts) -> bool:
    """Whether the table of a file is also published as open CSV: unless the file itself is that."""
    table = facts.table
    if not table or not table.open_csv or not table.header:
        return False
    is_other = any(fault.code in OTHER_BYTES for fault in table.faults)
    return is_other or facts.media_type != "text/csv"


def open_csv_path(path: str) -> str:
    """The address of a file's open CSV copy: beside it, under its name and `.csv`."""
    return f"{path}.csv"


def open_csv_copies(
    assessment: Assessment, evidence: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    """The open CSV copies of published spreadsheets, by path.

    `evidence` are the paths of published evidence; a copy never replaces a file of its name.
    """
    pages = (found for round_ in assessment.rounds for found in _item_pages(round_))
    for item, page in pages:
        for name, facts in (item.bundle.facts if item.bundle else {}).items():
            path = open_csv_path(page + name)
            if page + name in evidence and path not in evidence and has_open_csv(facts):
                yield path, open_table(facts)


def open_table(facts: FileFacts) -> bytes:
    """The table of a file as open CSV; empty where it has none."""
    return (_BOM + facts.table.open_csv).encode() if facts.table else b""


def empty_forms() -> dict[str, bytes]:
    """An empty form, by path, of every table that a mandate may ask for."""
    return {form_path(name): empty_form(load_schema(name)) for name in schema_names()}


def forms_of(item: MandateItem) -> list[tuple[str, str]]:
    """The title and address of the empty form of each table that an item asks for."""
    tables = (name for requirement in item.requirements for name in requirement.tables)
    return [(load_schema(name).title, form_path(name)) for name in dict.fromkeys(tables)]
