"""Statuses, states, frequencies and kinds in Thai and English."""

from collections.abc import Iterable, Mapping

from oit.assessment.cells import CellState
from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.findings import Kind
from oit.model.withdrawals import Why
from oit.periods import Frequency

STATUS_TH: Mapping[Status, str] = {
    Status.CURRENT: "เป็นปัจจุบัน",
    Status.DUE: "ใกล้ครบกำหนด",
    Status.PENDING: "ยังไม่ถึงกำหนด",
    Status.STALE: "เกินกำหนดปรับปรุง",
    Status.INCOMPLETE: "ยังไม่ครบถ้วน",
    Status.INVALID: "ข้อมูลไม่ถูกต้อง",
    Status.WAIVED: "ได้รับการผ่อนผัน",
    Status.COMPLETE: "ครบถ้วน ณ วันปิดรอบ",
}
STATUS_EN: Mapping[Status, str] = {
    Status.CURRENT: "Current",
    Status.DUE: "Due soon",
    Status.PENDING: "Not yet due",
    Status.STALE: "Overdue for update",
    Status.INCOMPLETE: "Incomplete",
    Status.INVALID: "Invalid data",
    Status.WAIVED: "Waived",
    Status.COMPLETE: "Complete at closing",
}
WHY_TH: Mapping[Why, str] = {
    Why.PERSONAL_DATA: "มีข้อมูลส่วนบุคคล",
    Why.HIDDEN_CONTENT: "มีเนื้อหาที่ซ่อนอยู่ในไฟล์",
    Why.WRONG: "เนื้อหาคลาดเคลื่อน",
    Why.EMPTY: "ไม่มีเนื้อหา",
    Why.OTHER: "เหตุอื่น",
}
WHY_EN: Mapping[Why, str] = {
    Why.PERSONAL_DATA: "It held personal data.",
    Why.HIDDEN_CONTENT: "It held hidden content.",
    Why.WRONG: "Its content was wrong.",
    Why.EMPTY: "It had no content.",
    Why.OTHER: "For another reason.",
}
"""Why something was taken off the site."""
CELL_TH: Mapping[CellState, str] = {
    CellState.PUBLISHED: "เผยแพร่แล้ว",
    CellState.LATE: "เผยแพร่ล่าช้า",
    CellState.NONE: "ไม่มีรายการในงวดนี้",
    CellState.MISSING: "ค้างเผยแพร่",
    CellState.NOT_DUE: "ยังไม่ถึงกำหนด",
}
CELL_EN: Mapping[CellState, str] = {
    CellState.PUBLISHED: "Published",
    CellState.LATE: "Published late",
    CellState.NONE: "Nothing in this period",
    CellState.MISSING: "Overdue",
    CellState.NOT_DUE: "Not yet due",
}
FREQUENCY_TH: Mapping[Frequency, str] = {
    Frequency.MONTHLY: "ทุกเดือน",
    Frequency.QUARTERLY: "ทุก 3 เดือน",
    Frequency.SEMIANNUAL: "ทุก 6 เดือน",
    Frequency.ANNUAL: "ทุกปี",
}
FREQUENCY_EN: Mapping[Frequency, str] = {
    Frequency.MONTHLY: "every month",
    Frequency.QUARTERLY: "every 3 months",
    Frequency.SEMIANNUAL: "every 6 months",
    Frequency.ANNUAL: "every year",
}
SAMPLE_TH = "ตัวอย่าง – มิใช่ข้อมูลจริง"
SAMPLE_EN = "sample – not real data"
KIND_TH: Mapping[Kind, str] = {
    Kind.STALE: "เกินกำหนด",
    Kind.MISSING: "ค้างเผยแพร่",
    Kind.INVALID: "ไม่ถูกต้อง",
    Kind.LOOSER: "ไม่เป็นไปตามเกณฑ์",
    Kind.UNSAFE: "ไม่ปลอดภัย",
    Kind.POLICY: "ข้อกำหนดไม่ถูกต้อง",
    Kind.NOTICE: "แจ้งให้ทราบ",
}
ROUND_TH: Mapping[RoundState, str] = {
    RoundState.UPCOMING: "ยังไม่เปิดรอบ",
    RoundState.OPEN: "อยู่ระหว่างรอบการเผยแพร่",
    RoundState.CLOSED: "ปิดรอบแล้ว",
}
ROUND_EN: Mapping[RoundState, str] = {
    RoundState.UPCOMING: "Not yet open",
    RoundState.OPEN: "Open",
    RoundState.CLOSED: "Closed",
}


def number_ranges(numbers: Iterable[int]) -> str:
    """3–7, 12: ascending numbers, of which those that follow each other are told together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if run[1:] else str(run[0]) for run in runs)
