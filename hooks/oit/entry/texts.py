"""A text as evidence: what a division writes becomes a section of the page of its item."""

import sys
from pathlib import Path

import click

from oit.catalog import Language, beside, both, say
from oit.editing.new_section import NewSection, section_id, tidy_text
from oit.editing.record_edit import with_evidence
from oit.entry.arrival import arrival
from oit.entry.prompts import FILE, Answers, ask_text
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.entry.sources import source_bytes, source_file
from oit.entry.transaction import (
    Draft,
    entry_fields,
    read_disclosed,
    tell_evidence_there,
    write_if_sound,
)
from oit.evidence.inspect import extension
from oit.model.record import SectionEvidence

_STANDARD_INPUT = "-"
_WORD = "docx"
_PLAIN = frozenset({"md", "markdown", "txt"})


def add_text(
    session: Session,
    selected: SelectedItem,
    cell: SelectedCell,
    file: str | None,
    details: dict[str, str],
    answers: Answers,
) -> None:
    """Put a text at the end of a record, and enter it for a cell.

    Its title is that of `details`, else the heading it begins with, else of the requirement. Ends
    with status 2 where it has no words or is of a form that cannot be read.
    """
    heading, words = tidy_text(_text(session, selected, file, answers))
    if not words:
        could_not_run(both("add.text-empty"))
    disclosed = read_disclosed(session, cell.unit)
    tell_evidence_there(disclosed, cell)
    if heading and "title" not in details:
        details = {**details, "title": heading}
    fields = entry_fields(session, cell, details)
    name = section_id(cell.requirement, cell.period, cell.unit.text.sections)
    evidence = SectionEvidence.model_validate({"kind": "section", "section": name, **fields})
    section = NewSection(name, evidence.title, words)
    changed = with_evidence(disclosed, evidence, session.today)
    draft = Draft(cell.unit, changed, {}, section=section)
    what = say("add.added", Language.TH, item=selected.id, title=evidence.title)
    write_if_sound(session, selected, draft, what)


def _text(session: Session, selected: SelectedItem, file: str | None, answers: Answers) -> str:
    if file == _STANDARD_INPUT:
        return sys.stdin.read()
    source = source_file(ask_text(file, FILE), session.root / selected.bundle.folder)
    kind = extension(source.name)
    if kind == _WORD:
        return _words_of(session, source, answers)
    if kind not in _PLAIN:
        could_not_run(both("add.text-form", file=source.name))
    try:
        return source_bytes(source).decode("utf-8-sig")
    except UnicodeDecodeError:
        could_not_run(both("add.text-encoding", file=source.name))


def _words_of(session: Session, source: Path, answers: Answers) -> str:
    """The words of a Word document that is sound and hides nothing."""
    from oit.editing.word_text import markdown_of_word  # heavy, and only needed here

    arrived = arrival(session, source, (), answers)
    content = arrived.facts.inspection.content if arrived.facts.inspection else None
    if content is None or content.fault or arrived.hides:
        could_not_run(both("add.text-unsound", file=source.name))
    click.echo(beside("add.text-only-words", file=source.name))
    try:
        return markdown_of_word(arrived.data)
    except ValueError:
        could_not_run(both("add.text-unsound", file=source.name))
