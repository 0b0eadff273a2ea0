"""What may be entered now: one fixed file for each record and part of every open round."""

from collections.abc import Iterator, Mapping, Sequence

from oit.assessment.result import Assessment, RoundState
from oit.contract.addresses import collection_name
from oit.model.mandate import MandateItem, Requirement
from oit.model.record import Part, Record
from oit.outputs.form.widgets import DATE, Own, Widget, fields_of
from oit.records.site import Round
from oit.wording.terms import Language, thai_period
from oit.wording.vocabulary import Vocabulary

EVIDENCE_KINDS: Mapping[str, str] = {
    "file": "ไฟล์",
    "url": "ลิงก์ไปยังเว็บไซต์อื่น",
    "section": "หัวข้อในหน้านี้",
    "none": "ไม่มีรายการ",
}
"""The kinds of evidence, the commonest first."""
_BODY: Widget = {
    "name": "body",
    "label": "เนื้อหาของหน้า",
    "hint": "ข้อความที่ประชาชนอ่าน ใช้ ## หน้าหัวข้อ และ {#ชื่อ} ท้ายหัวข้อเมื่อเป็นหลักฐาน",
    "widget": "text",
    "required": False,
}
_TODAY: Widget = {**DATE, "default": "{{now}}"}
_ANYWHERE: Mapping[str, Widget] = {
    "file": {
        "widget": "file",
        "choose_url": False,
        "media_library": {"config": {"multiple": False}},
    },
    "published": _TODAY,
    "on": _TODAY,
    "note": {"widget": "text"},
    "reason": {"widget": "text"},
}
"""Fields that the form asks for otherwise than the shape of their value says."""


def collections(assessment: Assessment, vocabulary: Vocabulary) -> list[Widget]:
    """The open rounds, oldest first; what has closed is entered no more."""
    opened = {one.fiscal_year for one in assessment.rounds if one.state is RoundState.OPEN}
    return [
        _round(round_, vocabulary)
        for round_ in assessment.site.rounds
        if round_.fiscal_year in opened
    ]


def _round(round_: Round, vocabulary: Vocabulary) -> Widget:
    label = f"ข้อมูล OIT ปีงบประมาณ พ.ศ. {round_.fiscal_year}"
    return {
        "name": collection_name(round_.fiscal_year),
        "label": label,
        "label_singular": label,
        "description": "เลือกข้อและหน่วยงานของท่าน เมื่อกดส่งเข้าระบบแล้วจะมีผู้ตรวจก่อนเผยแพร่",
        "publish": False,
        "delete": False,
        "files": [
            file for item in round_.mandate.items for file in _files(round_, item, vocabulary)
        ],
    }


def _files(round_: Round, item: MandateItem, vocabulary: Vocabulary) -> Iterator[Widget]:
    named = f"{item.item} {item.title_th}"
    folder = f"{round_.folder}/O{item.number:02d}"
    fixed = {"item": item.item, "owner": item.lead, "frequency": item.frequency.value}
    shared = tuple(one for one in item.requirements if not one.by_division)
    yield {
        **_file(item.slug, named, folder, "record"),
        "fields": [*fields_of(Record, EVIDENCE_KINDS, _own(fixed, shared)), _BODY],
    }
    for division in _divisions(round_, item):
        fixed = {"item": item.item, "division": division}
        label = f"{named} – {vocabulary.division(division, Language.TH)}"
        yield {
            **_file(f"{item.slug}-{division}", label, folder, division),
            "fields": [*fields_of(Part, EVIDENCE_KINDS, _own(fixed, item.requirements)), _BODY],
        }


def _divisions(round_: Round, item: MandateItem) -> list[str]:
    """The owners that owe a part of their own, or have one although one for all would do."""
    bundle = round_.bundles.get(item.item)
    return [
        owner
        for owner in item.owners
        if item.by_division or (bundle is not None and bundle.part(owner) is not None)
    ]


def _file(name: str, label: str, folder: str, stem: str) -> Widget:
    """Files that are chosen go beside the record and are named without their folder."""
    return {
        "name": name,
        "label": label,
        "file": f"{folder}/{stem}.md",
        "media_folder": f"/{folder}",
        "public_folder": "",
    }


def _own(fixed: Mapping[str, str], owed: Sequence[Requirement]) -> Own:
    """What a record or part of an item knows: its own names, and what may be chosen in it."""

    def own(name: str, kind: str | None) -> Widget | None:
        if kind is None and name in fixed:
            return {"widget": "hidden", "default": fixed[name]}
        if name == "for":
            return _requirements(owed, kind)
        if name == "periods":
            return _periods(owed)
        return _ANYWHERE.get(name)

    return own


def _requirements(owed: Sequence[Requirement], kind: str | None) -> Widget:
    """A stated nothing may be chosen only where the mandate allows one."""
    allowed = [one for one in owed if one.may_be_none or kind != "none"]
    return {
        "widget": "select",
        "options": [{"value": one.id, "label": one.label_th} for one in allowed],
    }


def _periods(owed: Sequence[Requirement]) -> Widget:
    periods = sorted({one for requirement in owed for one in requirement.periods})
    options = [{"value": str(one), "label": thai_period(one)} for one in periods]
    return {"widget": "select", "multiple": True, "options": options}
