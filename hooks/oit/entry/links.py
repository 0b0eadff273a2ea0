"""A link as evidence: a page of the office elsewhere, such as its channel or a newspaper's."""

from oit.catalog import Language, both, say
from oit.editing.record_edit import evidence_for, with_evidence
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.entry.transaction import (
    Draft,
    entry_fields,
    read_disclosed,
    tell_evidence_there,
    write_if_sound,
)
from oit.model.record import Part, Record, UrlEvidence
from oit.records.contents import content_of_url

_SCHEMES = ("https://", "http://")


def is_link(argument: str | None) -> bool:
    """Whether the address of a page is named, and no file."""
    return (argument or "").strip().casefold().startswith(_SCHEMES)


def add_link(
    session: Session,
    selected: SelectedItem,
    cell: SelectedCell,
    address: str,
    details: dict[str, str],
) -> None:
    """Enter a link for a cell. Ends with status 2 where the cell has it already."""
    disclosed = read_disclosed(session, cell.unit)
    _require_new(disclosed, cell, address)
    tell_evidence_there(disclosed, cell)
    fields = entry_fields(session, cell, details)
    evidence = UrlEvidence.model_validate({"kind": "url", "url": address, **fields})
    draft = Draft(cell.unit, with_evidence(disclosed, evidence, session.today), {})
    what = say("add.added", Language.TH, item=selected.id, title=evidence.title)
    write_if_sound(session, selected, draft, what)


def _require_new(disclosed: Record | Part, cell: SelectedCell, address: str) -> None:
    """However the address is written: with or without `www.`, a port or a slash at its end."""
    wanted = content_of_url(address)
    for entry in evidence_for(disclosed, cell.requirement, cell.period):
        if isinstance(entry, UrlEvidence) and content_of_url(entry.url) == wanted:
            could_not_run(both("add.link-there", title=entry.title))
