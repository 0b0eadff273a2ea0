"""Words that say what the number or the value after them is: in a sentence, or as a heading.

A text that belongs to a heading is searched as the heading, `HEADED`, and the text.
"""

import re

BORDER = "\n\0\n"
"""Between texts that are searched at once: part of no number, no label and no address."""
HEADED = "\x01"
"""Between the heading of a column and the text of a cell below it."""
LONGEST = 80
"""Characters of a cell that may be a heading; longer ones are texts."""

# Every alternative begins with a letter, by which a search of a long text is fast. Fonts tear ำ
# apart, so its place is left open. "บัตรประชาชน" alone is no label: offices count issued cards.
_PERSON = r"\s?(?:บัตร)?\s?(?:ประจ[^\d\n\0]{1,3}ตัว|ประชาชน)"
OF_A_PERSON = (
    rf"เลข(?:ที่)?{_PERSON}|หมายเลข{_PERSON}|รหัส{_PERSON}|national[\s_-]?id|citizen[\s_-]?id"
    r"|personal[\s_-]?id|thai[\s_-]?id|i(?<![a-z]i)d[\s_-]?(?:card|no\b|number)|c(?<!\wc)id\b"
)
"""Of a national ID number; like all of these for a text in lower case."""
_THING = r"[^\d\n\0]{0,20}(?:โครงการ|สัญญา|ใบสั่ง|ใบแจ้งหนี้|ใบเสร็จ|ครุภัณฑ์|พัสดุ|สินค้า)"
_CODE = r"[\s_-]?(?:no\b|id\b|num|code)"
OF_A_THING = (
    rf"เลข{_THING}|รหัส{_THING}|โครงการ\s?เลขที่|สัญญา\s?เลขที่|ใบสั่ง(?:ซื้อ|จ้าง)\s?เลขที่"
    r"|ใบแจ้งหนี้\s?เลขที่|ใบเสร็จ(?:รับเงิน)?\s?เลขที่|บาร์โค้ด|ละติจูด|ลองจิจูด"
    rf"|contract{_CODE}|project{_CODE}|invoice{_CODE}|receipt{_CODE}|order{_CODE}|product{_CODE}"
    rf"|asset{_CODE}|barcode|e(?<!\we)an\b|gtin|latitude|longitude|timestamp|epoch|_ms\b"
)
"""Of a project, a contract, an invoice, goods, a place or a moment."""
OF_A_PASSPORT = r"หนังสือเดินทาง|พาสปอร์ต|passport"
OF_AN_ACCOUNT = (
    r"เลข(?:ที่)?\s?บัญชี(?!แยกประเภท)|บัญชี(?:ธนาคาร|เงินฝาก|ออมทรัพย์|กระแสรายวัน|เลขที่)|พร้อมเพย์"
    r"|prompt\s?pay|account[\s_-]?(?:no\b|num|id\b)|bank[\s_-]?account|a(?<!\wa)/c\b"
)
OF_A_BIRTH = (
    r"วัน(?:\s?[/.]?\s?เดือน\s?[/.]?\s?ปี)?(?:ที่)?\s?เกิด(?!เหตุ|ความ|จาก|ขึ้น|ภัย)"
    r"|date[\s_-]?of[\s_-]?birth|birth[\s_-]?da(?:te|y)|d(?<!\wd)\.?o\.?b\b"
)
OF_CREDENTIALS = r"รหัสผ่าน|พาสเวิร์ด|pass[\s_-]?word|passwd\b|pwd\b"
_CREDENTIALS_ONLY = re.compile(
    rf"\W*(?:{OF_CREDENTIALS}|รหัส\s?pin|pin(?:\s?code)?)"
    r"\s*(?:เริ่มต้น|ชั่วคราว|เข้าระบบ|เข้าใช้งาน|ผู้ใช้(?:งาน)?|wi-?fi|อินเทอร์เน็ต|\([^)]*\))?\W*"
)
"""A heading of passwords and of nothing else: how many were changed is a figure."""
_HEADING = re.compile("|".join((OF_A_PERSON, OF_A_THING, OF_A_PASSPORT, OF_AN_ACCOUNT, OF_A_BIRTH)))
_LINE_OF_HEADINGS = re.compile(rf"{_HEADING.pattern}|{OF_CREDENTIALS}|p(?<!\wp)in\b")
_OF_A_PERSON = re.compile(OF_A_PERSON)
_TITLE = re.compile(r"นาย|นาง|น\.ส\.|ด\.[ชญ]\.|ผู้")
_NUMBER_OF_A_THING = re.compile(
    rf"(?:{OF_A_THING})([^\d\n\0{HEADED}]{{0,16}}+(?:{HEADED}\W{{0,8}}+)?)(?=(\d{{13}})(?!\d))"
)


def lowered(text: str) -> str:
    """The text in lower case, as long as it was; itself where a letter becomes two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def is_heading(text: str) -> bool:
    """Whether a short text is the heading of values that are searched for, or told from them."""
    lower = lowered(text[: LONGEST + 1])
    if len(lower) > LONGEST or not (_HEADING.search(lower) or _CREDENTIALS_ONLY.fullmatch(lower)):
        return False
    return not _has_value(text)


def has_heading(line: str) -> bool:
    """Whether a line may name such values among others."""
    return bool(_LINE_OF_HEADINGS.search(lowered(line)))


def is_of_credentials(heading: str) -> bool:
    """Whether passwords and nothing else stand below a heading."""
    return bool(_CREDENTIALS_ONLY.fullmatch(lowered(heading)))


def numbers_of_things(text: str) -> frozenset[int]:
    """Where thirteen digits begin that the words right before them call a thing's, and no person's.

    A heading that names both is one of persons, and so is the number after a name.
    """
    return frozenset(
        match.start(2)
        for match in _NUMBER_OF_A_THING.finditer(lowered(text))
        if not (_OF_A_PERSON.search(match[0]) or _TITLE.search(match[1]))
    )


def _has_value(text: str) -> bool:
    """Whether more digits stand in it than a heading has: `เลข 13 หลัก`, `(1)`."""
    return sum(character.isdecimal() for character in text) > 4
