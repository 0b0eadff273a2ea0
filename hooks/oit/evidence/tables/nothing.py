"""How offices write into a table that there was nothing to list."""

import re
from collections.abc import Callable

from oit.evidence.tables.text import DASHES, arabic, is_amount, plain_number
from oit.evidence.tables.values import Row

_WHAT = "การ|รายการ|เรื่อง|ข้อมูล|ผู้|เงิน|โครงการ|คำขอ|ผล|งาน|สัญญา|กิจกรรม"
# "Not yet" (ยังไม่มี) is no statement that there was nothing.
_SENTENCE = re.compile(rf"(?<!ยัง)ไม่(?:มี|พบ|ปรากฏ)\s*(?:{_WHAT})|(?<!ยัง)ไม่ได้(?:ดำเนิน|จัดซื้อ)")
_NOT_YET = re.compile(r"ยังไม่(?:มี|ได้|พบ|ปรากฏ|แล้วเสร็จ)")
_WORD = re.compile(
    r"ไม่(?:มี|พบ|ปรากฏ)|(?:รวม|จำนวน|ทั้งหมด|ทั้งสิ้น|\s)*0\s*(?:รายการ|ราย|เรื่อง|โครงการ|งาน|คน)"
    r"|nil|none|n\s*/\s*a|no data"
)
_PERIOD = re.compile(r"\(?(?:ใน|ของ|สำหรับ)?\s*(?:รอบ|ประจำ|งวด)*\s*(?:เดือน|ไตรมาส|ปีงบประมาณ|งวด).*")
_EDGE = " \t-–—*.()[]…“”\"'"


def states_none(row: Row) -> bool:
    """Whether a row says in a sentence that there is nothing, and nothing else.

    Beside it may stand the period, dashes, zeros, and a number that the form has printed first.
    """
    return _says(row, lambda cell: bool(_SENTENCE.search(cell)))


def has_nothing(row: Row, width: int) -> bool:
    """Whether a row of a table of `width` columns says so in a word, or by dashes in all cells.

    In a table with other rows this may be what a cell holds: `ไม่มี` is a comment, too.
    """
    dashes = sum(cell in DASHES for cell in row.cells)
    if dashes == len(row.filled()):
        return 2 * dashes > width
    return states_none(row) or _says(row, _is_word)


def is_not_yet(row: Row) -> bool:
    """Whether a row says that nothing is there yet, which leaves the table empty."""
    words = _words(row)
    return len(words) == 1 and bool(_NOT_YET.search(words[0]))


def _is_word(cell: str) -> bool:
    return bool(_WORD.fullmatch(arabic(cell).strip(_EDGE).casefold()))


def _says(row: Row, is_statement: Callable[[str], bool]) -> bool:
    words = _words(row)
    others = [cell for cell in words if not is_statement(cell) and not _PERIOD.fullmatch(cell)]
    return len(words) > len(others) == 0 and any(map(is_statement, words)) and _is_bare(row)


def _words(row: Row) -> list[str]:
    """The different cells that are neither dashes nor figures; a merged one may be repeated."""
    texts = (cell for cell in row.filled() if cell not in DASHES and not is_amount(cell))
    return list(dict.fromkeys(texts))


def _is_bare(row: Row) -> bool:
    """Whether a row has no figure but zeros, and a number in its first cell."""
    figures = [plain_number(cell) for cell in row.filled()[1:] if is_amount(cell)]
    return all(figure is not None and float(figure) == 0 for figure in figures)
