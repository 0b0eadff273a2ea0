"""`oit confirm`: records a review: the data was looked at, is still right, and did not change."""

from pathlib import Path

import click

from oit.catalog import Language
from oit.catalog.dates import thai_date
from oit.commands.entry.prompts import NOTE, POST, ask_text
from oit.commands.entry.selection import Request, SelectedItem, Session, open_session
from oit.commands.entry.transaction import (
    Draft,
    assess_draft,
    assessed_unit,
    read_disclosed,
    write_draft,
)
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import item_argument, root_option, where_options
from oit.editing.choices import RECORD
from oit.editing.record_edit import with_review
from oit.model.record import Review
from oit.records.site import Unit


@click.command()
@item_argument
@where_options
@click.option("--by", "post", help="ตำแหน่งผู้ยืนยัน มิใช่ชื่อบุคคล เช่น หัวหน้าฝ่ายโยธา (the post).")
@click.option("--note", help="เหตุผลที่ข้อมูลยังถูกต้อง (why it is still right).")
@root_option
@reports_errors
def confirm(
    root: Path,
    item: str | None,
    division: str | None,
    year: int | None,
    post: str | None,
    note: str | None,
) -> None:
    """ยืนยันว่าข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง (confirm that nothing changed)."""
    request = Request(item, division=division, year=year)
    with open_session(root) as session:
        selected = session.select_item(request)
        unit = session.select_unit(selected, request, default=None)
        _confirm(session, selected, unit, post, note)


def _confirm(
    session: Session, selected: SelectedItem, unit: Unit, post: str | None, note: str | None
) -> None:
    disclosed = read_disclosed(session, unit)
    last = assessed_unit(session.before, selected, unit).confirmation.last
    if last is None:
        could_not_run(
            f"ข้อ {selected.id} ยังไม่เคยเผยแพร่ข้อมูลในรอบนี้ จึงยังไม่มีสิ่งใดให้ยืนยัน โปรดเผยแพร่ด้วย oit add ก่อน",
            "Nothing was published yet, so there is nothing to confirm; use oit add first.",
        )
    review = Review(date=session.today, by=ask_text(post, POST), note=ask_text(note, NOTE))
    draft = Draft(unit, with_review(disclosed, review), {})
    after = assess_draft(session, selected, draft)
    if assessed_unit(after, selected, unit).confirmation.last == last:
        could_not_run(
            f"การยืนยันนี้ไม่เปลี่ยนสิ่งใด ข้อมูลนี้ปรับปรุงหรือยืนยันแล้วเมื่อวันที่ {thai_date(last)} "
            "หรือรอบนี้ปิดแล้ว จึงไม่ได้บันทึก",
            "This would change nothing: it was confirmed on that day, or the round has closed.",
        )
    what = f"ข้อ {selected.id} {_confirmed(session, unit)} โดย{review.by}"
    write_draft(session, selected, draft, after, what)


def _confirmed(session: Session, unit: Unit) -> str:
    if unit.division is None:
        return f"ยืนยันข้อมูลรายการหลัก ({RECORD})"
    return f"ยืนยันข้อมูลของ{session.vocabulary.division(unit.division, Language.TH)}"
