"""The words of `oit diff`: kinds, remarks, fields and values, in Thai and English."""

from collections.abc import Mapping
from datetime import date

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.audit.diff.compare import ChangeKind, Comparison, Remark
from oit.catalog import Language
from oit.catalog.dates import english_date, english_period, thai_date, thai_period
from oit.contract.base import Name
from oit.periods import Frequency, parse_period
from oit.wording.sentences import printable
from oit.wording.terms import CELL_TH, FREQUENCY_EN, FREQUENCY_TH, ROUND_TH, STATUS_EN, STATUS_TH

KINDS: Mapping[ChangeKind, Name] = {
    ChangeKind.BECAME_LATE: Name(th="เกินกำหนดหรือไม่ครบถ้วน", en="Became late or incomplete"),
    ChangeKind.BECAME_CURRENT: Name(th="เป็นปัจจุบันแล้ว", en="Became current"),
    ChangeKind.STATUS_CHANGED: Name(th="สถานะเปลี่ยนไป", en="Changed in status"),
    ChangeKind.ADDED: Name(th="เพิ่มใหม่", en="Added"),
    ChangeKind.REMOVED: Name(th="ไม่มีแล้ว", en="Removed"),
    ChangeKind.CHANGED: Name(th="ข้อมูลเปลี่ยนไป", en="Changed"),
    ChangeKind.EVIDENCE_ADDED: Name(th="หลักฐานที่เพิ่มใหม่", en="Evidence added"),
    ChangeKind.EVIDENCE_REMOVED: Name(th="หลักฐานที่ไม่มีแล้ว", en="Evidence removed"),
    ChangeKind.EVIDENCE_CHANGED: Name(th="หลักฐานที่เปลี่ยนไป", en="Evidence changed"),
}
REMARKS: Mapping[Remark, Name] = {
    Remark.OTHER_OFFICE: Name(
        th="ดัชนีทั้งสองเป็นของต่างสำนักงาน จึงเทียบเฉพาะรายการและสถานะ ไม่เทียบหลักฐาน",
        en="The two are of different offices: items and statuses are compared, evidence is not.",
    ),
    Remark.OTHER_ROUND: Name(
        th="ดัชนีทั้งสองไม่มีปีงบประมาณที่ตรงกัน จึงเทียบรอบล่าสุดของแต่ละฉบับตามเรื่อง ไม่เทียบหลักฐาน",
        en="No year is in common: the newest rounds are compared by topic, evidence is not.",
    ),
    Remark.OLDER_SECOND: Name(
        th="ดัชนีฉบับที่สองเก่ากว่าฉบับแรก ผลการเทียบจึงย้อนเวลา",
        en="The second is older than the first: what follows goes back in time.",
    ),
}
FACTS: Mapping[str, Name] = {
    "item": Name(th="ข้อ", en="item"),
    "indicator": Name(th="ตัวชี้วัดย่อย", en="indicator"),
    "owner": Name(th="หน่วยงานรับผิดชอบหลัก", en="lead"),
    "owners": Name(th="หน่วยงานเจ้าของข้อมูล", en="owners"),
    "frequency": Name(th="ระยะเวลา", en="frequency"),
    "updated": Name(th="ปรับปรุงล่าสุด", en="updated"),
    "reviewed": Name(th="ยืนยันล่าสุด", en="confirmed"),
    "due_on": Name(th="ครบกำหนดครั้งถัดไป", en="due"),
    "waived_until": Name(th="ได้รับการผ่อนผันถึง", en="waived until"),
    "title": Name(th="ชื่อ", en="title"),
    "round_state": Name(th="รอบ", en="round"),
    "oit": Name(th="คะแนน OIT คำนวณภายใน", en="OIT score, own reckoning"),
    "total": Name(th="คะแนนรวมคำนวณภายใน", en="total score, own reckoning"),
    "status": Name(th="สถานะ", en="status"),
    "state": Name(th="สถานะ", en="state"),
    "published": Name(th="วันที่เผยแพร่", en="published"),
    "periods": Name(th="งวด", en="periods"),
    "bytes": Name(th="ขนาด (ไบต์)", en="bytes"),
    "sha256": Name(th="SHA-256", en="SHA-256"),
    "sample": Name(th="ข้อมูลตัวอย่าง", en="sample"),
    "counts": Name(th="เผยแพร่แล้วในวันที่ของดัชนี", en="published by the day of the index"),
}
NOTHING = Name(th="ไม่มีการเปลี่ยนแปลง", en="Nothing has changed.")
_TRUTHS = {"true": Name(th="ใช่", en="yes"), "false": Name(th="ไม่ใช่", en="no")}
_DATES = frozenset({"updated", "reviewed", "due_on", "waived_until", "published"})


def value_words(name: str, value: str, comparison: Comparison, language: Language) -> str:
    """The value of the field `name` for people; empty where it has none."""
    english = language is Language.EN
    if not value:
        return ""
    if name in _DATES:
        day = date.fromisoformat(value)
        return english_date(day) if english else thai_date(day)
    if name in ("owner", "owners"):
        return ", ".join(division_words(id_, comparison, language) for id_ in value.split(";"))
    if name == "periods":
        return ", ".join(period_words(period, language) for period in value.split(";"))
    return _abridged(value) if name == "sha256" else _term(name, value, english=english)


def _abridged(digest: str) -> str:
    """The beginning of a hash, which is enough to tell two apart; the JSON has all of it."""
    return f"{digest[:12]}…"


def _term(name: str, value: str, *, english: bool) -> str:
    """The name of a value that has one, as a status; any other value as it is."""
    if value in _TRUTHS:
        return _TRUTHS[value].en if english else _TRUTHS[value].th
    if name == "status":
        return (STATUS_EN if english else STATUS_TH)[Status(value)]
    if name == "frequency":
        return (FREQUENCY_EN if english else FREQUENCY_TH)[Frequency(value)]
    if english:
        return value
    if name == "state":
        return CELL_TH[CellState(value)]
    return ROUND_TH[RoundState(value)] if name == "round_state" else value


def period_words(text: str, language: Language) -> str:
    """The name of a period: `2025-03` is March 2025."""
    try:
        period = parse_period(text)
    except ValueError:
        return printable(text)
    return english_period(period) if language is Language.EN else thai_period(period)


def division_words(division: str, comparison: Comparison, language: Language) -> str:
    """The name of a division, by the newer index that has it; its id where none does."""
    divisions = (*comparison.before.divisions, *comparison.after.divisions)
    names = {entry.id: entry.name for entry in divisions}
    name = names.get(division)
    return printable(in_language(name, language) if name else division)


def in_language(name: Name, language: Language) -> str:
    """The Thai or the English name."""
    return name.en if language is Language.EN else name.th
