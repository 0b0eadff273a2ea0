"""A link as evidence: a page of the office elsewhere, such as its channel or a newspaper's."""

from oit.catalog import both
from oit.editing.record_edit import evidence_for
from oit.entry.drafts import Draft, entry_fields, read_disclosed, tell_evidence_there, with_entry
from oit.entry.orders import Order
from oit.entry.prompts import LINK, text_of
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedCell, Session
from oit.model.record import Part, Record, UrlEvidence
from oit.records.contents import content_of_url

_SCHEMES = ("https://", "http://")


def is_link(argument: str | None) -> bool:
    """Whether the address of a page is named, and no file."""
    return (argument or "").strip().casefold().startswith(_SCHEMES)


def link_draft(session: Session, order: Order) -> Draft:
    """A link for a cell.

    Raises `RefusedError` where the cell has it already, however its address is written.
    """
    selected = session.select_item(order.request)
    cell = session.select_cell(selected, order.request, lambda _: True)
    disclosed = read_disclosed(session, cell.unit)
    address = text_of(session.ask, order.text, LINK)
    _require_new(disclosed, cell, address)
    tell_evidence_there(session, disclosed, cell)
    fields = entry_fields(session, cell, order.details)
    evidence = UrlEvidence.model_validate({"kind": "url", "url": address, **fields})
    return with_entry(session, selected, cell.unit, disclosed, evidence)


def _require_new(disclosed: Record | Part, cell: SelectedCell, address: str) -> None:
    """However the address is written: with or without `www.`, a port or a slash at its end."""
    wanted = content_of_url(address)
    for entry in evidence_for(disclosed, cell.requirement, cell.period):
        if isinstance(entry, UrlEvidence) and content_of_url(entry.url) == wanted:
            could_not_run(both("add.link-there", title=entry.title))
