"""A workbook with a sheet for each period: one file and one entry for each, after one question."""

from msgspec import Struct

from oit.catalog import Language, beside, both, say
from oit.catalog.dates import thai_period
from oit.editing.record_edit import with_evidence
from oit.editing.year_plan import Owed, YearPlan, year_plan
from oit.entry.arrival import Arrival
from oit.entry.drafts import Draft, entry_fields, read_disclosed
from oit.entry.orders import Order
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.evidence.facts import FileFacts
from oit.evidence.faults import FileFault
from oit.evidence.inspect import extension
from oit.evidence.named import SheetFacts
from oit.model.mandate import Requirement
from oit.model.record import FileEvidence, Part, Record
from oit.periods import Period
from oit.records.evidence_names import evidence_name
from oit.records.site import Unit


class YearBook(Struct, frozen=True):
    """A workbook that was chosen for a requirement, and the record that is to name its parts."""

    arrival: Arrival
    requirement: Requirement
    unit: Unit
    order: Order
    """Its title stands before each period."""


def sheets_of(facts: FileFacts) -> tuple[SheetFacts, ...]:
    """The sheets of a workbook; none of a file that has none."""
    return facts.table.sheets if facts.table else ()


def year_draft(session: Session, selected: SelectedItem, book: YearBook) -> Draft:
    """Each sheet for its period, all or none, once somebody agrees.

    Raises `RefusedError` where nobody does, where two sheets are of one period, where nothing is
    left, and where the workbook hides something: its parts would leave that out without a word.
    """
    _require_nothing_hidden(session, book.arrival)
    disclosed = read_disclosed(session, book.unit)
    plan = _plan(session, selected, book, disclosed)
    _show(session, plan)
    _require_agreement(session, book, plan)
    return _draft(session, selected, book, plan, disclosed)


def _require_nothing_hidden(session: Session, arrived: Arrival) -> None:
    if arrived.hides:
        could_not_run(both("year.hides", file=arrived.name, way=session.ask.way))


def _plan(
    session: Session, selected: SelectedItem, book: YearBook, disclosed: Record | Part
) -> YearPlan:
    entries = [entry for entry in disclosed.evidence if entry.requirement == book.requirement.id]
    filled = {period for entry in entries for period in entry.periods}
    owed = Owed(book.requirement, filled, selected.round.policy.calendar, session.today)
    plan = year_plan(sheets_of(book.arrival.facts), owed)
    for first, second in plan.twice:
        could_not_run(both("year.twice", first=first, second=second))
    return plan


def _show(session: Session, plan: YearPlan) -> None:
    for period, name in plan.sheets:
        session.tell(f"  {say('year.sheet', Language.TH, sheet=name, period=period)}")
    for name, why in plan.left_out:
        session.tell(f"  {beside('year.left-out', sheet=name, why=str(why))}")


def _require_agreement(session: Session, book: YearBook, plan: YearPlan) -> None:
    count = len(plan.sheets)
    if not count:
        could_not_run(both("year.nothing-left", file=book.arrival.name))
    first, last = plan.sheets[0][0], plan.sheets[-1][0]
    question = beside("year.question", count=count, first=first, last=last)
    if not (book.order.whole_year or session.ask.agree(question)):
        way = session.ask.way
        could_not_run(both("year.unasked", count=count, first=first, last=last, way=way))


def _draft(
    session: Session,
    selected: SelectedItem,
    book: YearBook,
    plan: YearPlan,
    disclosed: Record | Part,
) -> Draft:
    """The record with an entry for each sheet, and a workbook of its own for each."""
    from oit.evidence.split import EXTENSION, split  # heavy, and only needed here

    arrival = book.arrival
    books = split(arrival.data, extension(arrival.name), [name for _, name in plan.sheets])
    if isinstance(books, FileFault):
        could_not_run(both("year.unreadable", file=arrival.name))
    files: dict[str, bytes] = {}
    for period, sheet in plan.sheets:
        taken = {*selected.bundle.entries, *files}
        known = disclosed.evidence
        name = evidence_name(f"x.{EXTENSION}", book.requirement, period, known, taken)
        files[name] = books[sheet]
        cell = SelectedCell(book.requirement, period, book.unit)
        evidence = file_evidence(session, cell, name, _details(book, period))
        disclosed = with_evidence(disclosed, evidence, session.today)
    values = {"item": selected.id, "requirement": book.requirement.label_th}
    what = say("year.added", Language.TH, count=len(plan.sheets), **values)
    return Draft(selected, book.unit, disclosed, what, files)


def _details(book: YearBook, period: Period) -> dict[str, str]:
    details = book.order.details
    title = details.get("title")
    return {**details, "title": f"{title} {thai_period(period)}"} if title else details


def file_evidence(
    session: Session, cell: SelectedCell, name: str, details: dict[str, str]
) -> FileEvidence:
    """The entry of a file for a cell."""
    fields = entry_fields(session, cell, details)
    return FileEvidence.model_validate({"kind": "file", "file": name, **fields})
