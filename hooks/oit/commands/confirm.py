"""`oit confirm`: looked at, still right, nothing changed."""

from pathlib import Path

import click

from oit.commands.entry.prompts import NOTE, POST, words
from oit.commands.entry.selection import Desk, Given, Target
from oit.commands.entry.transaction import Draft, enter, judged_unit, proposed, whole
from oit.commands.options import could_not_run, explained, item_argument, root_option, where_options
from oit.editing.choices import RECORD
from oit.editing.record_edit import with_review
from oit.model.record import Review
from oit.records.site import Unit
from oit.system.evidence_cache import EvidenceInspector, cache_folder
from oit.wording.terms import Language, thai_date


@click.command()
@item_argument
@where_options
@click.option("--by", "post", help="ตำแหน่งผู้ยืนยัน มิใช่ชื่อบุคคล เช่น หัวหน้าฝ่ายโยธา (the post).")
@click.option("--note", help="เหตุผลที่ข้อมูลยังถูกต้อง (why it is still right).")
@root_option
@explained
def confirm(
    root: Path,
    item: str | None,
    division: str | None,
    year: int | None,
    post: str | None,
    note: str | None,
) -> None:
    """ยืนยันว่าข้อมูลยังถูกต้องและไม่มีการเปลี่ยนแปลง (confirm that nothing changed)."""
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        desk = Desk.at(root, inspect)
        place = desk.place(Given(item, division=division, year=year))
        unit = desk.unit(place, Given(item, division=division), is_of_record=False)
        _confirm(desk, place, unit, post, note)


def _confirm(desk: Desk, place: Target, unit: Unit, post: str | None, note: str | None) -> None:
    disclosed = whole(desk, unit)
    _see_that_there_is_something(desk, place, unit)
    today = desk.environment.today.day
    review = Review(on=today, by=words(post, POST), note=words(note, NOTE))
    draft = Draft(unit, with_review(disclosed, review), {})
    after = proposed(desk, place, draft)
    last = judged_unit(desk.before, place, unit).confirmation.last
    if last and judged_unit(after, place, unit).confirmation.last == last:
        could_not_run(
            f"การยืนยันนี้ไม่เปลี่ยนสิ่งใด ข้อมูลนี้ปรับปรุงหรือยืนยันแล้วเมื่อวันที่ {thai_date(last)} "
            "หรือรอบนี้ปิดแล้ว จึงไม่ได้บันทึก\n"
            "[EN] This would change nothing: it was confirmed on that day, or the round has closed."
        )
    enter(desk, place, draft, after, f"ข้อ {place.item.item} {_whose(desk, unit)} โดย{review.by}")


def _see_that_there_is_something(desk: Desk, place: Target, unit: Unit) -> None:
    if judged_unit(desk.before, place, unit).confirmation.last is None:
        could_not_run(
            f"ข้อ {place.item.item} ยังไม่เคยเผยแพร่ข้อมูลในรอบนี้ จึงยังไม่มีสิ่งใดให้ยืนยัน "
            "โปรดเผยแพร่ด้วย oit add ก่อน\n"
            "[EN] Nothing was published yet, so there is nothing to confirm; use oit add first."
        )


def _whose(desk: Desk, unit: Unit) -> str:
    if unit.division is None:
        return f"ยืนยันข้อมูลรายการหลัก ({RECORD})"
    return f"ยืนยันข้อมูลของ{desk.vocabulary.division(unit.division, Language.TH)}"
