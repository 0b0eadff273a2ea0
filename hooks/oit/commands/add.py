"""`oit add`: publishes a file as evidence of an item."""

from pathlib import Path

import click

from oit.commands.entry.prompts import FILE, ask_text
from oit.commands.entry.selection import Request, SelectedCell, Session, open_session
from oit.commands.entry.sources import source_bytes, source_file
from oit.commands.entry.transaction import Draft, assess_draft, read_disclosed, write_draft
from oit.commands.exits import reports_errors
from oit.commands.options import (
    for_option,
    item_argument,
    period_option,
    root_option,
    where_options,
)
from oit.editing.record_edit import evidence_for, evidence_name, title_of, with_evidence
from oit.model.record import Evidence, FileEvidence


@click.command()
@item_argument
@click.argument("file", required=False)
@period_option
@for_option
@where_options
@click.option("--title", help="ชื่อหลักฐาน หากไม่ระบุจะตั้งจากองค์ประกอบและงวด (its title).")
@click.option("--sample", is_flag=True, help="เป็นข้อมูลตัวอย่าง มิใช่ข้อมูลจริง (mark it as a sample).")
@root_option
@reports_errors
def add(
    root: Path,
    item: str | None,
    file: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
    title: str | None,
    *,
    sample: bool,
) -> None:
    """เผยแพร่ไฟล์เป็นหลักฐาน เช่น oit add O15 --period 2026-10 สขร1.xlsx (publish a file)."""
    request = Request(item, period, requirement, division, year)
    details = {"title": (title or "").strip(), "sample": "true" if sample else ""}
    with open_session(root) as session:
        _add(session, request, file, details)


def _add(session: Session, request: Request, file: str | None, details: dict[str, str]) -> None:
    selected = session.select_item(request)
    cell = session.select_cell(selected, request, lambda _: True)
    folder = selected.bundle.folder
    source = source_file(ask_text(file, FILE), session.root / folder)
    disclosed = read_disclosed(session, cell.unit)
    name = evidence_name(
        source.name, cell.requirement, cell.period, disclosed.evidence, selected.bundle.entries
    )
    evidence = _evidence(session, cell, name, details)
    changed = with_evidence(disclosed, evidence, session.today)
    draft = Draft(cell.unit, changed, {name: source_bytes(source)})
    click.echo(f"{source.name} → {folder}/{name}")
    for entry in evidence_for(disclosed, cell.requirement, cell.period) if cell.period else ():
        click.echo(f"งวดนี้มีหลักฐานอยู่แล้ว และจะยังคงอยู่ (already there): {entry.title}")
    after = assess_draft(session, selected, draft)
    write_draft(session, selected, draft, after, f"ข้อ {selected.id} {evidence.title}")


def _evidence(session: Session, cell: SelectedCell, name: str, details: dict[str, str]) -> Evidence:
    values = {
        "kind": "file",
        **cell.fields,
        "file": name,
        "title": details["title"] or title_of(cell.requirement, cell.period),
        "published": session.today,
    }
    # A field that is not set is not written to the record.
    sample = {"sample": details["sample"]} if details["sample"] else {}
    return FileEvidence.model_validate({**values, **sample})
