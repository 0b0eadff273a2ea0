"""A text as evidence: what a division writes becomes a section of the page of its item."""

from typing import NoReturn

from msgspec.structs import replace

from oit.catalog import beside, both
from oit.editing.new_section import NewSection, section_id, tidy_text
from oit.entry.arrival import arrival
from oit.entry.drafts import Draft, entry_fields, read_disclosed, tell_evidence_there, with_entry
from oit.entry.orders import Order
from oit.entry.prompts import FILE
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedItem, Session
from oit.entry.sources import Source, source_of
from oit.evidence.inspect import extension
from oit.model.record import SectionEvidence

_WORD = "docx"
_PLAIN = frozenset({"md", "markdown", "txt"})


def text_draft(session: Session, order: Order) -> Draft:
    """A text at the end of a record, and its entry for a cell.

    Its title is that of the order, else the heading it begins with, else of the requirement.
    Raises `RefusedError` where it has no words or is of a form that cannot be read.
    """
    selected = session.select_item(order.request)
    cell = session.select_cell(selected, order.request, lambda _: True)
    heading, words = tidy_text(order.text or _text(session, selected, order))
    if not words:
        could_not_run(both("add.text-empty"))
    disclosed = read_disclosed(session, cell.unit)
    tell_evidence_there(session, disclosed, cell)
    details = {"title": heading, **order.details} if heading else order.details
    fields = entry_fields(session, cell, details)
    name = section_id(cell.requirement, cell.period, cell.unit.text.sections)
    evidence = SectionEvidence.model_validate({"kind": "section", "section": name, **fields})
    draft = with_entry(session, selected, cell.unit, disclosed, evidence)
    return replace(draft, section=NewSection(name, evidence.title, words))


def _text(session: Session, selected: SelectedItem, order: Order) -> str:
    source = source_of(session, selected, order, FILE)
    kind = extension(source.name)
    if kind == _WORD:
        return _words_of(session, source, order)
    if kind not in _PLAIN:
        could_not_run(both("add.text-form", file=source.name, way=session.ask.way))
    try:
        return source.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        could_not_run(both("add.text-encoding", file=source.name))


def _unsound(session: Session, source: Source) -> NoReturn:
    could_not_run(both("add.text-unsound", file=source.name, way=session.ask.way))


def _words_of(session: Session, source: Source, order: Order) -> str:
    """The words of a Word document that is sound and hides nothing."""
    from oit.editing.word_text import markdown_of_word  # heavy, and only needed here

    arrived = arrival(session, source, (), order)
    content = arrived.facts.inspection.content if arrived.facts.inspection else None
    if content is None or content.fault or arrived.hides:
        _unsound(session, source)
    session.tell(beside("add.text-only-words", file=source.name))
    try:
        return markdown_of_word(arrived.data)
    except ValueError:
        _unsound(session, source)
