"""`oit add`: publishes a file as evidence of an item."""

from pathlib import Path

import click

from oit.commands.entry.prompts import FILE, words
from oit.commands.entry.selection import Desk, Given
from oit.commands.entry.transaction import Draft, enter, proposed, whole
from oit.commands.options import (
    could_not_run,
    explained,
    for_option,
    item_argument,
    period_option,
    root_option,
    where_options,
)
from oit.editing.record_edit import evidence_for, evidence_name, title_of, with_evidence
from oit.evidence.inspect import TOO_LARGE
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence
from oit.periods import Period
from oit.system.evidence_cache import EvidenceInspector, cache_folder


@click.command()
@item_argument
@click.argument("file", required=False)
@period_option
@for_option
@where_options
@click.option("--title", help="ชื่อหลักฐาน หากไม่ระบุจะตั้งจากองค์ประกอบและงวด (its title).")
@click.option("--sample", is_flag=True, help="เป็นข้อมูลตัวอย่าง มิใช่ข้อมูลจริง (mark it as a sample).")
@root_option
@explained
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
    given = Given(item, period, requirement, division, year)
    marked = "true" if sample else None
    with EvidenceInspector.remembering(cache_folder()) as inspect:
        _add(Desk.at(root, inspect), given, file, title, marked)


def _add(desk: Desk, given: Given, file: str | None, title: str | None, sample: str | None) -> None:
    place = desk.place(given)
    owed = desk.requirement(place, given, lambda _: True)
    when = desk.period(place, owed, given)
    unit = desk.unit(place, given, is_of_record=not owed.by_division)
    source = _source(words(file, FILE), desk.root / place.bundle.folder)
    disclosed = whole(desk, unit)
    name = evidence_name(source.name, owed, when, disclosed.evidence, place.bundle.entries)
    evidence = _evidence(desk, owed, when, name, title, sample)
    today = desk.environment.today.day
    draft = Draft(unit, with_evidence(disclosed, evidence, today), {name: _bytes(source)})
    click.echo(f"{source.name} → {place.bundle.folder}/{name}")
    for there in evidence_for(disclosed, owed, when) if when else ():
        click.echo(f"งวดนี้มีหลักฐานอยู่แล้ว และจะยังคงอยู่ (already there): {there.title}")
    after = proposed(desk, place, draft)
    enter(desk, place, draft, after, f"ข้อ {place.item.item} {evidence.title}")


def _evidence(
    desk: Desk,
    owed: Requirement,
    when: Period | None,
    name: str,
    title: str | None,
    sample: str | None,
) -> Evidence:
    """The entry; what is not to be written is left out of it."""
    values = {
        "kind": "file",
        "for": owed.id,
        "periods": [when] if when else None,
        "file": name,
        "title": (title or "").strip() or title_of(owed, when),
        "published": desk.environment.today.day,
        "sample": sample,
    }
    return FileEvidence.model_validate({key: one for key, one in values.items() if one})


def _source(name: str, folder: Path) -> Path:
    """The file that is meant; a terminal puts quotes around one that is dropped onto it."""
    source = Path(name.strip("'\"")).expanduser()
    if not source.is_file():
        could_not_run(
            f"ไม่พบไฟล์ “{source}” โปรดตรวจชื่อและที่เก็บไฟล์ แล้วลองใหม่\n[EN] There is no such file."
        )
    if source.resolve().parent == folder.resolve():
        could_not_run(
            f"ไฟล์ “{source.name}” อยู่ในโฟลเดอร์ของข้อนี้แล้ว โปรดย้ายออกไปไว้ที่อื่นก่อน แล้วเรียกคำสั่งนี้อีกครั้ง\n"
            "[EN] The file lies in the item's folder already; move it elsewhere first."
        )
    return source


def _bytes(source: Path) -> bytes:
    if source.stat().st_size > TOO_LARGE:
        could_not_run(
            f"ไฟล์ “{source.name}” มีขนาดเกิน {TOO_LARGE // 1_000_000} ล้านไบต์ "
            "โปรดลดขนาดหรือแบ่งเป็นหลายไฟล์\n[EN] The file is too large; make it smaller or split it."
        )
    return source.read_bytes()
