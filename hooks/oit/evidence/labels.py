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

# Fonts tear ำ apart, so its place is left open.
OF_A_PERSON = (
    r"(?:เลข(?:ที่)?|หมายเลข|รหัส)\s?(?:บัตร)?\s?(?:ประจ[^\d\n\0]{1,3}ตัว|ประชาชน)"
    r"|\b(?:national|citizen|personal|thai)[\s_-]?id|\bid[\s_-]?(?:card|no\b|number)|\bcid\b"
)
"""Of a national ID number. "บัตรประชาชน" alone is none: offices count the cards that they issue."""
OF_A_THING = (
    r"(?:เลข(?:ที่)?|หมายเลข|รหัส|เลขคุม)[^\d\n\0]{0,20}(?:โครงการ|สัญญา|ใบสั่ง|ใบแจ้งหนี้|ใบเสร็จ|ครุภัณฑ์|พัสดุ|สินค้า)"
    r"|(?:โครงการ|สัญญา|ใบสั่ง(?:ซื้อ|จ้าง)|ใบแจ้งหนี้|ใบเสร็จ(?:รับเงิน)?)\s?เลขที่|บาร์โค้ด|ละติจูด|ลองจิจูด"
    r"|(?:contract|project|invoice|receipt|order|product|asset)[\s_-]?(?:no\b|id\b|num|code)"
    r"|\b(?:barcode|ean|gtin|latitude|longitude|timestamp|epoch)\b|_ms\b"
)
"""Of a project, a contract, an invoice, goods, a place or a moment."""
OF_A_PASSPORT = r"หนังสือเดินทาง|พาสปอร์ต|passport"
OF_AN_ACCOUNT = (
    r"(?:เลข(?:ที่)?|หมายเลข)\s?บัญชี(?!แยกประเภท)|บัญชี(?:ธนาคาร|เงินฝาก|ออมทรัพย์|กระแสรายวัน|เลขที่)"
    r"|พร้อมเพย์|\bprompt\s?pay\b|\baccount[\s_-]?(?:no\b|num|id\b)|\bbank[\s_-]?account|\ba/c\b"
)
OF_A_BIRTH = (
    r"(?:วัน\s?[/.]?\s?เดือน\s?[/.]?\s?ปี\s?(?:ที่)?|วัน(?:ที่)?)\s?เกิด(?!เหตุ|ความ|จาก|ขึ้น|ภัย)"
    r"|\bdate[\s_-]?of[\s_-]?birth|\bbirth[\s_-]?da(?:te|y)|\bd\.?o\.?b\b"
)
OF_CREDENTIALS = r"รหัสผ่าน|พาสเวิร์ด|\bpass[\s_-]?word|\bpasswd\b|\bpwd\b"
_CREDENTIALS_ONLY = re.compile(
    rf"\W*(?:{OF_CREDENTIALS}|รหัส\s?PIN|PIN(?:\s?code)?)"
    r"\s*(?:เริ่มต้น|ชั่วคราว|เข้าระบบ|เข้าใช้งาน|ผู้ใช้(?:งาน)?|wi-?fi|อินเทอร์เน็ต|\([^)]*\))?\W*",
    re.IGNORECASE,
)
"""A heading of secrets and of nothing else: how many passwords were changed is a figure."""

_PERSON = re.compile(OF_A_PERSON, re.IGNORECASE)
_THING_BEFORE = re.compile(
    rf"(?:{OF_A_THING})[^\d\n\0{HEADED}]{{0,16}}(?:{HEADED}\W{{0,8}})?\Z", re.IGNORECASE
)
_CREDENTIALS = re.compile(rf"{OF_CREDENTIALS}|\bPIN\b", re.IGNORECASE)
_HEADING = re.compile(
    "|".join((OF_A_PERSON, OF_A_THING, OF_A_PASSPORT, OF_AN_ACCOUNT, OF_A_BIRTH)), re.IGNORECASE
)
_REACH = 80
"""Characters before a number in which its label stands."""


def is_heading(text: str) -> bool:
    """Whether a short text is the heading of values that are searched for, or told from them."""
    if len(text) > LONGEST or not (_HEADING.search(text) or _CREDENTIALS_ONLY.fullmatch(text)):
        return False
    return not _has_value(text)


def has_heading(line: str) -> bool:
    """Whether a line may name such values among others."""
    return bool(_HEADING.search(line) or _CREDENTIALS.search(line))


def is_of_credentials(heading: str) -> bool:
    """Whether passwords and nothing else stand below a heading."""
    return bool(_CREDENTIALS_ONLY.fullmatch(heading))


def is_of_a_thing(text: str, start: int) -> bool:
    """Whether the words right before a number say that it is of a thing, and none of a person."""
    before = max(0, start - _REACH)
    is_named = _THING_BEFORE.search(text, before, start)
    return bool(is_named and not _PERSON.search(text, before, start))


def _has_value(text: str) -> bool:
    """Whether more digits stand in it than a heading has: `เลข 13 หลัก`, `(1)`."""
    return sum(character.isdecimal() for character in text) > 4
