"""Every way to write what is searched for: texts, and rows of cells that one number fills."""

import random
from collections.abc import Mapping

from helpers.id_corpus import grouped
from helpers.made_files import id_number
from oit.evidence.facts import PersonalDataKind

SEED = 21
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_GAPS = {
    "dashes": "-",
    "dots": ".",
    "slashes": "/",
    "underscores": "_",
    "blanks": " ",
    "two blanks": "  ",
    "no-break spaces": "\u00a0",
    "dots and blanks": ". ",
    "dashes and blanks": " - ",
    "dashes at the end of lines": "-\n",
}


def numbers(count: int, seed: int = SEED) -> list[str]:
    """Made numbers with the right check digit."""
    chance = random.Random(seed)  # noqa: S311 -- a corpus, no secret
    return [
        id_number(f"{chance.randint(1, 8)}{chance.randrange(10**11):011d}") for _ in range(count)
    ]


def id_texts(number: str) -> Mapping[str, str]:
    """A number in each spelling, by the name of the spelling."""
    first, second, third, fourth, last = grouped(number, "-").split("-")
    fours = f"{number[:4]} {number[4:8]} {number[8:12]} {number[12]}"
    spaced = " ".join(number)
    return {
        "run together": number,
        **{f"groups with {name}": grouped(number, gap) for name, gap in _GAPS.items()},
        "groups with mixed marks": f"{first}-{second}/{third}_{fourth}-{last}",
        "groups, one line break": f"{first}-{second}-{third}\n{fourth}-{last}",
        "Thai digits": number.translate(_THAI),
        "Thai digits with dashes": grouped(number, "-").translate(_THAI),
        "zero width space within": f"{number[:6]}\u200b{number[6:]}",
        "each digit by itself": spaced,
        "each digit between bars": " | ".join(number),
        "each digit on a line": "\n".join(number),
        "after a label, groups of four": f"เลขประจำตัวประชาชน {fours}",
        "after a label, one dash": f"เลขบัตรประชาชน: {number[:12]}-{last}",
        "after a label, over lines": f"เลขประจำตัวประชาชน\n{number[:7]}\n{number[7:]}",
        "after a label with its length": f"เลขประจำตัวประชาชน 13 หลัก {spaced.translate(_THAI)}",
        "after an English label": f"National ID {number[0]} {number[1:8]} {number[8:]}",
    }


def other_texts(number: str) -> Mapping[tuple[PersonalDataKind, str], str]:
    """Data of other kinds, made of a number, by its kind and the name of the spelling."""
    tail = number[3:10]
    return {
        (PersonalDataKind.MOBILE, "run together"): f"โทร. 08{number[:8]}",
        (PersonalDataKind.MOBILE, "with dashes"): f"08{number[0]}-{number[1:4]}-{number[4:8]}",
        (PersonalDataKind.EMAIL, "at a provider"): f"somchai{number[:3]}@gmail.com",
        (PersonalDataKind.PASSPORT, "Thai"): f"หนังสือเดินทางเลขที่ AB{tail}",
        (PersonalDataKind.PASSPORT, "English"): f"Passport No. AC{tail}",
        (PersonalDataKind.ACCOUNT, "run together"): f"เลขที่บัญชี {number[:10]}",
        (PersonalDataKind.ACCOUNT, "as a bank groups it"): (
            f"บัญชีธนาคาร ชื่อบัญชี ก เลขที่ {number[:3]}-{number[3]}-{number[4:9]}-{number[9]}"
        ),
        (PersonalDataKind.BIRTH_DATE, "in figures"): "วันเดือนปีเกิด 12/05/2510",
        (PersonalDataKind.BIRTH_DATE, "in words"): "วันเกิด: 12 พฤษภาคม พ.ศ. 2510",
        (PersonalDataKind.BIRTH_DATE, "of a named person"): "นายตัวอย่าง ทดสอบ เกิดวันที่ 12 พ.ค. 2510",
        (PersonalDataKind.CREDENTIALS, "after a colon"): f"ชื่อผู้ใช้ khet รหัสผ่าน: Khet{number[:4]}",
        (PersonalDataKind.CREDENTIALS, "English"): f"user: khet password = k#{number[:4]}",
    }


def boxes(number: str) -> Mapping[str, list[list[str]]]:
    """Tables in which each digit has a cell of its own, by what stands around it."""
    return {
        "a row of boxes after a name": [["นายตัวอย่าง", *number], ["ที่อยู่"]],
        "a row of boxes and nothing else": [[*number]],
        "a row of boxes after a label, a figure after it": [["เลขประจำตัวประชาชน", *number, "5"]],
        "a list of persons": [["นายตัวอย่าง", *each] for each in numbers(5, int(number) % 1000)],
    }


def other_columns(number: str) -> Mapping[tuple[PersonalDataKind, str], tuple[str, str]]:
    """Headings of columns and what stands below them, by kind."""
    return {
        (PersonalDataKind.NATIONAL_ID, "groups of four"): (
            "เลขบัตรประชาชน",
            f"{number[:4]} {number[4:8]} {number[8:12]} {number[12]}",
        ),
        (PersonalDataKind.PASSPORT, "column"): ("Passport No", f"AB{number[3:10]}"),
        (PersonalDataKind.ACCOUNT, "column"): ("เลขที่บัญชี", number[:10]),
        (PersonalDataKind.BIRTH_DATE, "column"): ("วันเดือนปีเกิด", "12/05/2510"),
        (PersonalDataKind.CREDENTIALS, "column"): ("รหัสผ่าน", f"khet{number[:3]}"),
        (PersonalDataKind.CREDENTIALS, "column of PINs"): ("PIN", number[:6]),
    }
