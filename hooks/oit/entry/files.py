"""A file as evidence of a cell, or a workbook as evidence of many periods."""

from collections.abc import Iterator

from msgspec.structs import replace

from oit.assessment.content import Entry, entries_of
from oit.catalog import both
from oit.editing.year_plan import is_of_several
from oit.entry.arrival import Arrival, arrival
from oit.entry.drafts import Draft, read_disclosed, tell_evidence_there, with_entry
from oit.entry.orders import Order
from oit.entry.prompts import FILE
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.entry.sources import source_of
from oit.entry.year import YearBook, file_evidence, sheets_of, year_draft
from oit.evidence.named_periods import names_others, periods_named
from oit.evidence.period_labels import labelled_periods
from oit.model.mandate import Requirement
from oit.records.evidence_names import evidence_name


def file_draft(session: Session, order: Order) -> Draft:
    """A file for a cell; each sheet for its period, where a workbook is of several."""
    selected = session.select_item(order.request)
    requirement = _periodic(session, selected, order)
    arrived = requirement and _arrival(session, selected, requirement, order)
    if requirement and arrived and is_of_several(sheets_of(arrived.facts), requirement):
        unit = session.select_owner(selected, requirement, order.request)
        return year_draft(session, selected, YearBook(arrived, requirement, unit, order))
    cell = session.select_cell(selected, order.request, lambda _: True)
    arrived = arrived or _arrival(session, selected, cell.requirement, order)
    is_of_year = is_of_several(sheets_of(arrived.facts), cell.requirement)
    if is_of_year and (order.whole_year or session.ask.is_there):
        book = YearBook(arrived, cell.requirement, cell.unit, order)
        return year_draft(session, selected, book)
    return _of_cell(session, selected, cell, arrived, order)


def _periodic(session: Session, selected: SelectedItem, order: Order) -> Requirement | None:
    """The requirement that is named, where a workbook may be of several of its periods."""
    request = order.request
    if order.source is None or request.period or request.requirement is None:
        return None
    requirement = session.select_requirement(selected, request, lambda _: True)
    return requirement if requirement.asked else None


def _arrival(
    session: Session, selected: SelectedItem, requirement: Requirement, order: Order
) -> Arrival:
    source = source_of(session, selected, order, FILE)
    return arrival(session, source, requirement.tables, order)


def _of_cell(
    session: Session, selected: SelectedItem, cell: SelectedCell, arrived: Arrival, order: Order
) -> Draft:
    disclosed = read_disclosed(session, cell.unit)
    name = evidence_name(
        arrived.name, cell.requirement, cell.period, disclosed.evidence, selected.bundle.entries
    )
    evidence = file_evidence(session, cell, name, order.details)
    session.tell(f"{arrived.name} → {selected.bundle.folder}/{name}")
    _tell_name(session, cell, arrived.name)
    tell_evidence_there(session, disclosed, cell)
    for same in _same_content(selected, arrived):
        title, item = same.evidence.title, same.bundle.item
        session.tell(both("add.same-content", title=title, item=item))
    draft = with_entry(session, selected, cell.unit, disclosed, evidence)
    return replace(draft, files={name: arrived.data})


def _tell_name(session: Session, cell: SelectedCell, name: str) -> None:
    """Says so where the name that a file came with names other periods."""
    named = labelled_periods(name.rpartition(".")[0])
    if cell.period and names_others((cell.period,), named):
        for other in periods_named(named, cell.period):
            session.tell(both("add.other-name", file=name, named=other, period=cell.period))


def _same_content(selected: SelectedItem, arrived: Arrival) -> Iterator[Entry]:
    """The entries of the round that disclose the same file, or the same table."""
    for bundle in selected.round.bundles.values():
        for entry in entries_of(bundle):
            if entry.content == ("file", arrived.facts.content):
                yield entry
