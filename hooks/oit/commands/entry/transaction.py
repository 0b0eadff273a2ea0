"""Entering a change: judged beside the site first, and written only where nothing is wrong."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

import click

from oit.assessment.assess import assess
from oit.assessment.result import Assessment, ItemAssessment, UnitAssessment
from oit.commands.entry.selection import Desk, Target
from oit.editing.front_matter import formatted, read_valid_record, rewritten
from oit.editing.preview import item_of, item_summary, new_faults, new_notices, round_of
from oit.model.record import Part, Record
from oit.records.load import load_site
from oit.records.site import Unit
from oit.system.writing import staged, write_together
from oit.wording.gate_text import findings_text

NEXT = (
    "ขั้นต่อไป: โปรดตรวจทาน แล้วส่งเข้าระบบเพื่อให้ตรวจและอนุมัติเผยแพร่\n"
    "[EN] Next: look it over and send it in for approval."
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A unit as it is to become, and files to put beside it, by name."""

    unit: Unit
    disclosed: Record | Part
    files: Mapping[str, bytes]


def whole(desk: Desk, unit: Unit) -> Record | Part:
    """What a record or part says; leaves with the faults of one that cannot be read whole."""
    data = (desk.root / unit.place.file).read_bytes()
    disclosed, findings = read_valid_record(unit.place.file, data)
    if disclosed is None:
        _refuse(findings_text(findings, desk.vocabulary, desk.environment.language))
    return disclosed


def proposed(desk: Desk, place: Target, draft: Draft) -> Assessment:
    """The item judged as it is to become; leaves with what would be wrong of it."""
    with staged(desk.root, place.bundle.folder, _changes(desk, draft)) as stage:
        site = load_site(stage, desk.root, desk.inspect)
        after = assess(site, desk.environment.today)
    faults = new_faults(_item(desk.before, place), _item(after, place))
    if faults:
        _refuse(findings_text(faults, desk.vocabulary, desk.environment.language))
    return after


def enter(desk: Desk, place: Target, draft: Draft, after: Assessment, what: str) -> None:
    """Write, then say what was written, how the item stands, and what comes next."""
    changes = _changes(desk, draft)
    is_tidied = _is_tidied(desk, draft)
    write_together(desk.root, changes)
    click.echo(
        "\n".join([f"บันทึกแล้ว (written): {what}", *(f"  {name}" for name in sorted(changes))])
    )
    if is_tidied:
        click.echo(
            "แบบข้อมูลของข้อนี้ได้รับการจัดรูปแบบใหม่ด้วย หมายเหตุในแบบข้อมูลถ้ามีจะไม่คงอยู่ ความหมายคงเดิม "
            "(also formatted)"
        )
    notices = new_notices(_item(desk.before, place), _item(after, place))
    if notices:
        click.echo(findings_text(notices, desk.vocabulary, desk.environment.language))
    round_ = round_of(after, place.round.fiscal_year)
    today = desk.environment.today.day
    click.echo(item_summary(round_, _item(after, place), today, desk.vocabulary))
    click.echo(NEXT)


def judged_unit(assessment: Assessment, place: Target, unit: Unit) -> UnitAssessment:
    """How a record or part stands in an assessment."""
    units = _item(assessment, place).units
    return next(one for one in units if one.unit.place.file == unit.place.file)


def _item(assessment: Assessment, place: Target) -> ItemAssessment:
    return item_of(assessment, place.round.fiscal_year, place.item.item)


def _is_tidied(desk: Desk, draft: Draft) -> bool:
    """Whether the record was not in the form in which records are written."""
    file = draft.unit.place.file
    data = (desk.root / file).read_bytes()
    return formatted(file, data).data != data


def _changes(desk: Desk, draft: Draft) -> dict[str, bytes]:
    file = draft.unit.place.file
    folder = file.rpartition("/")[0]
    data = rewritten((desk.root / file).read_bytes(), draft.disclosed)
    return {file: data, **{f"{folder}/{name}": one for name, one in draft.files.items()}}


def _refuse(why: str) -> NoReturn:
    click.echo(f"{why}\n\nจึงยังไม่ได้บันทึกสิ่งใด (nothing was written)", err=True)
    sys.exit(1)
