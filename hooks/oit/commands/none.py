"""`oit none`: states that there was nothing to disclose, and why."""

from pathlib import Path

import click

from oit.commands.entry.prompts import REASON, ask_text
from oit.commands.entry.selection import Request, SelectedCell, SelectedItem, Session, open_session
from oit.commands.entry.transaction import Draft, assess_draft, read_disclosed, write_draft
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import (
    for_option,
    item_argument,
    period_option,
    root_option,
    where_options,
)
from oit.editing.record_edit import evidence_for, title_of, with_evidence
from oit.model.record import NoneEvidence, Part, Record


@click.command("none")
@item_argument
@click.argument("reason", required=False)
@period_option
@for_option
@where_options
@root_option
@reports_errors
def none(
    root: Path,
    item: str | None,
    reason: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
) -> None:
    """ระบุว่าไม่มีรายการในงวดนี้ เช่น oit none O15 --period 2026-12 "ไม่มีการจัดซื้อ" (state a none)."""
    request = Request(item, period, requirement, division, year)
    with open_session(root) as session:
        _add_none(session, request, reason)


def _add_none(session: Session, request: Request, reason: str | None) -> None:
    selected = session.select_item(request)
    _require_may_be_none(selected)
    cell = session.select_cell(selected, request, lambda requirement: requirement.may_be_none)
    disclosed = read_disclosed(session, cell.unit)
    _require_no_evidence(disclosed, cell)
    evidence = NoneEvidence.model_validate(
        {
            "kind": "none",
            **cell.fields,
            "reason": ask_text(reason, REASON),
            "published": session.today,
        }
    )
    draft = Draft(cell.unit, with_evidence(disclosed, evidence, session.today), {})
    after = assess_draft(session, selected, draft)
    what = f"ข้อ {selected.id} ไม่มีรายการ: {title_of(cell.requirement, cell.period)}"
    write_draft(session, selected, draft, after, what)


def _require_may_be_none(selected: SelectedItem) -> None:
    if not any(requirement.may_be_none for requirement in selected.mandated.requirements):
        could_not_run(
            f"ข้อ {selected.id} ต้องมีหลักฐานเสมอ จึงระบุว่าไม่มีรายการไม่ได้ โปรดเผยแพร่ไฟล์ด้วย oit add",
            f"{selected.id} always needs evidence; nothing of it may be stated as none.",
        )


def _require_no_evidence(disclosed: Record | Part, cell: SelectedCell) -> None:
    if entries := evidence_for(disclosed, cell.requirement, cell.period):
        titles = "\n".join(f"  - {entry.title}" for entry in entries)
        could_not_run(
            f"{title_of(cell.requirement, cell.period)} มีหลักฐานอยู่แล้ว "
            f"จึงระบุว่าไม่มีรายการไม่ได้\n{titles}",
            "There is evidence of it already, so it cannot be stated as none.",
        )
