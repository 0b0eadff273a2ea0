"""The evidence files that are published, each once."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.assessment.cells import Disclosure
from oit.assessment.result import Assessment
from oit.contract.addresses import form_path, item_path, section_anchor
from oit.evidence.facts import FileFacts
from oit.evidence.tables.schema import empty_form, load_schema, schema_names
from oit.model.mandate import MandateItem
from oit.model.record import FileEvidence, SectionEvidence, UrlEvidence


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFile:
    """A file that fills a cell, and what is known of it."""

    path: str
    """From the site's root."""
    source: str
    """From the repository's."""
    item: str
    evidence: FileEvidence
    facts: FileFacts


def published_files(assessment: Assessment) -> tuple[PublishedFile, ...]:
    """In the order of the items; a file that fills two cells is there once."""
    found = {one.path: one for one in _published(assessment)}
    return tuple(found.values())


def _published(assessment: Assessment) -> Iterator[PublishedFile]:
    for round_ in assessment.rounds:
        for one in round_.items:
            folder = item_path(round_.fiscal_year, one.item)
            for filling in one.shown_evidence():
                evidence, facts = filling.evidence, filling.facts
                if isinstance(evidence, FileEvidence) and facts:
                    kept = filling.disclosure.unit.place.file.rpartition("/")[0]
                    yield PublishedFile(
                        path=folder + evidence.file,
                        source=f"{kept}/{evidence.file}",
                        item=one.item.item,
                        evidence=evidence,
                        facts=facts,
                    )


def evidence_path(one: Disclosure, page: str) -> str | None:
    """Where evidence is: beside the item's page, on it, or elsewhere; nowhere for `none`."""
    match one.evidence:
        case FileEvidence(file=file):
            return page + file
        case UrlEvidence(url=url):
            return url
        case SectionEvidence(section=section):
            return f"{page}#{section_anchor(section, one.unit.division)}"
        case _:
            return None


_BOM = "\ufeff"


def has_twin(facts: FileFacts) -> bool:
    """Whether a file is a spreadsheet whose table can be published as open CSV."""
    table = facts.table
    return bool(table and table.twin and table.header) and facts.media_type != "text/csv"


def twin_path(path: str) -> str:
    """Where the twin of a file stands: beside it, under its name and `.csv`."""
    return f"{path}.csv"


def twins(assessment: Assessment, evidence: dict[str, str]) -> dict[str, bytes]:
    """The twins of the evidence that is published; a file of that name goes before one."""
    found = {}
    for round_ in assessment.rounds:
        for one in round_.items:
            page = item_path(round_.fiscal_year, one.item)
            for name, facts in (one.bundle.facts if one.bundle else {}).items():
                path = twin_path(page + name)
                if page + name in evidence and path not in evidence and has_twin(facts):
                    found[path] = open_table(facts)
    return found


def open_table(facts: FileFacts) -> bytes:
    """The table of a file as open CSV; empty where it has none."""
    return (_BOM + facts.table.twin).encode() if facts.table else b""


def forms() -> dict[str, bytes]:
    """An empty form of every table that a mandate may ask for."""
    return {form_path(name): empty_form(load_schema(name)) for name in schema_names()}


def forms_of(item: MandateItem) -> list[tuple[str, str]]:
    """The forms for an item: title and address."""
    names = dict.fromkeys(name for one in item.requirements for name in one.tables)
    return [(load_schema(name).title, form_path(name)) for name in names]
