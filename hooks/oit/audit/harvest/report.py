"""What `oit harvest` prints: each red site with its reasons, and what the harvest comes to."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import asdict, replace

from oit.audit.harvest.sites import Site
from oit.audit.harvest.summary import summary_of, summary_words
from oit.audit.harvest.tables import site_row
from oit.diagnostics import Diagnostic, Group, Report, Words
from oit.wording.render.data import flat_entry, json_document
from oit.wording.render.words import both_words

MOST_TOLD = 3
"""Faults that are told of one site: one that has more has to make its index again in any case."""


def harvest_report(sites: Sequence[Site], folder: str) -> Report:
    """A block for each fault of a red site; then the summary, and where the tables are."""
    told = tuple(fault for site in sites for fault in _told(site))
    written = both_words("harvest.written", folder=folder)
    return Report(
        groups=(Group(diagnostics=told),) if told else (),
        closing=(*summary_words(summary_of(sites)), written),
    )


def _told(site: Site) -> Iterator[Diagnostic]:
    """The first faults, the last of them with what else there is to say."""
    faults = site.faults[:MOST_TOLD]
    yield from faults[:-1]
    if faults:
        yield replace(faults[-1], notes=(*faults[-1].notes, *_notes(site)))


def _notes(site: Site) -> Iterator[Words]:
    if len(site.faults) > MOST_TOLD:
        yield both_words("harvest.told-more", count=len(site.faults) - MOST_TOLD)
    if site.is_kept and site.office:
        yield both_words("harvest.kept-note", day=site.office.as_of)


def harvest_json(sites: Sequence[Site], harvested_on: date) -> str:
    """The same for programs: counts of the whole, and each site as in `offices` with its faults."""
    return json_document(
        {
            "harvested_on": harvested_on.isoformat(),
            **asdict(summary_of(sites)),
            "sites": [
                {**site_row(site).model_dump(), "faults": [*map(_fault_entry, site.faults)]}
                for site in sites
            ],
        }
    )


def _fault_entry(fault: Diagnostic) -> dict[str, object]:
    return flat_entry(replace(fault, facts={"id": fault.id, "subject": fault.where.item}))
