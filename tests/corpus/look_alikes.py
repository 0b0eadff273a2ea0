"""Texts and tables in which no person's number stands, and much that looks like one."""

import hashlib
import json
import random
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence

from helpers.made_files import id_number

SEED = 34
Chance = random.Random
Table = Sequence[Sequence[str]]


def _digits(chance: Chance, count: int) -> str:
    return f"{chance.randrange(1, 10)}{chance.randrange(10 ** (count - 1)):0{count - 1}d}"


def _ring(chance: Chance) -> list[list[float]]:
    return [[chance.uniform(100.3, 100.95), chance.uniform(13.5, 14.0)] for _ in range(12)]


def _polygon(chance: Chance) -> str:
    return json.dumps({"type": "Polygon", "coordinates": [_ring(chance)]})


def _well_known_text(chance: Chance) -> str:
    return f"POLYGON(({', '.join(f'{x} {y}' for x, y in _ring(chance))}))"


def _bar_code(chance: Chance) -> str:
    first = f"885{chance.randrange(10**9):09d}"
    weighted = sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(first))
    return f"{first}{-weighted % 10}"


def _statistics(chance: Chance) -> str:
    figures = " ".join(str(chance.randrange(1, 10 ** chance.randint(1, 6))) for _ in range(12))
    return f"จำนวนผู้ขอมีบัตรประจำตัวประชาชน {figures}"


TEXTS: Mapping[str, tuple[int, Callable[[Chance], str]]] = {
    "GeoJSON polygons": (300, _polygon),
    "WKT polygons": (300, _well_known_text),
    "contract numbers of 13 digits": (1000, lambda chance: f"สัญญาเลขที่ {_digits(chance, 13)}"),
    "project numbers of 13 digits": (1000, lambda chance: f"เลขที่โครงการ: {_digits(chance, 13)}"),
    "project numbers of 11 digits": (1000, lambda chance: f"โครงการ {_digits(chance, 11)}"),
    "tax numbers of companies": (
        1000,
        lambda chance: f"เลขประจำตัวผู้เสียภาษี {id_number(f'0{chance.randrange(10**11):011d}')}",
    ),
    "bar codes of Thai goods": (1000, _bar_code),
    "UUIDs": (3000, lambda chance: str(uuid.UUID(int=chance.getrandbits(128)))),
    "hashes": (3000, lambda chance: hashlib.sha256(chance.randbytes(9)).hexdigest()),
    "moments in milliseconds": (
        1000,
        lambda chance: json.dumps({"timestamp": chance.randrange(10**12, 2 * 10**12)}),
    ),
    "amounts of 13 digits": (
        1000,
        lambda chance: f"{_digits(chance, 13)}.{chance.randrange(100):02d}",
    ),
    "IBANs": (1000, lambda chance: f"DE{_digits(chance, 20)}"),
    "figures after the words for the card": (1000, _statistics),
    "dates of what happened": (
        300,
        lambda chance: f"วันเกิดเหตุ {chance.randint(1, 28)}/0{chance.randint(1, 9)}/2568",
    ),
    "sentences about passwords": (
        1,
        lambda _: "รหัสผ่าน: ต้องมีอย่างน้อย 8 ตัวอักษร และเปลี่ยนรหัสผ่านทุก 90 วัน password: required",
    ),
}
"""How many of each kind, and how to make a text of it."""


def clean_texts() -> Iterator[tuple[str, str]]:
    """The name of a kind and a text of it; the same ones every time."""
    chance = Chance(SEED)
    for name, (count, make) in TEXTS.items():
        yield from ((name, make(chance)) for _ in range(count))


def clean_tables() -> Mapping[str, Table]:
    """Tables as offices publish them, by what is in them."""
    chance = Chance(SEED)
    return {
        "contract numbers in a column": [
            ["ที่", "เลขที่สัญญา", "ผู้ขาย"],
            *([str(row), _digits(chance, 13), "ร้านตัวอย่าง"] for row in range(1, 501)),
        ],
        "project numbers in a column": [
            ["ที่", "เลขที่โครงการ (e-GP)", "เลขประจำตัวผู้เสียภาษี"],
            *(
                [str(row), _digits(chance, 13), id_number(f"0{chance.randrange(10**11):011d}")]
                for row in range(1, 501)
            ),
        ],
        "scores of one digit, 13 columns": [
            *(["โรงเรียน", *(str(chance.randrange(10)) for _ in range(13))] for _ in range(200)),
        ],
        "scores of one digit and nothing else": [
            *([str(chance.randrange(10)) for _ in range(13)] for _ in range(200)),
        ],
        "coordinates in columns": [
            ["จุด", "ลองจิจูด", "ละติจูด"],
            *(["จุด", *map(str, place)] for _ in range(20) for place in _ring(chance)),
        ],
        "figures of people with the card": [
            ["เดือน", "จำนวนผู้ขอมีบัตรประชาชน", "จำนวนผู้เปลี่ยนรหัสผ่าน (ราย)"],
            *(["เดือน", str(chance.randrange(9999)), str(chance.randrange(99))] for _ in range(12)),
        ],
    }
