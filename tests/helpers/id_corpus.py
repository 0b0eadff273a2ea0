"""A made corpus: every way to write a national ID number, and all that only looks like one."""

import hashlib
import json
import random
import uuid
from collections.abc import Iterator, Mapping

from helpers.made_files import id_number

SEED = 13
_DIGITS = {
    "thai": "๐๑๒๓๔๕๖๗๘๙",
    "full-width": "０１２３４５６７８９",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "khmer": "០១២៣៤៥៦៧៨៩",
}
_GAPS = ("-", " ", "\u00a0", "–", "—", "\u2011", "－", " - ")


def real_spellings(count: int = 40) -> Iterator[tuple[str, str]]:
    """The name of a spelling and a text that holds a valid number in it, `count` of each."""
    chance = random.Random(SEED)  # noqa: S311 -- a corpus, no secret
    for _ in range(count):
        number = id_number(f"{chance.randint(1, 8)}{chance.randrange(10**11):011d}")
        yield from _spellings(number).items()


def _spellings(number: str) -> Mapping[str, str]:
    place = 1 + int(number) % 11
    return {
        **{f"grouped by {gap!r}": grouped(number, gap) for gap in _GAPS},
        **{
            f"{script} digits": number.translate(str.maketrans("0123456789", digits))
            for script, digits in _DIGITS.items()
        },
        "zero width between": f"{number[:place]}\u200b{number[place:]}",
        "direction mark between": f"{number[:place]}\u2066{number[place:]}",
        "after Thai letters": f"เลข{number}",
        "after Latin letters": f"ID{number}",
        "after letters of a hash": f"face{number}",
        "end of a sentence": f"ผู้ขอคือ {number}.",
        "dot leaders": f"เลขประจำตัวประชาชน.......{number}",
        "between pipes": f"|ก|{number}|ข|",
        "a cell of a CSV file": f'1,"ก",{number},2025-04-01',
        "telephone link": f"[โทร](tel:{number})",
        "query": f"https://example.go.th/find?id={number}&page=2",
        "path": f"https://example.go.th/people/{number}/",
        "quoted JSON": json.dumps({"id": number}),
        "a number of JSON": json.dumps({"id": int(number), "n": 0.5}),
        "a numbered list": f"1.{grouped(number, '-')}",
        "file name": f"{number}.pdf",
    }


def grouped(number: str, gap: str) -> str:
    """As the card has it: 1-2345-67890-12-3."""
    return gap.join((number[0], number[1:5], number[5:10], number[10:12], number[12]))


def clean_numbers() -> Iterator[tuple[str, str]]:
    """The name of a kind of number and a text of it, in which no person's number stands."""
    chance = random.Random(SEED)  # noqa: S311 -- the same
    for number in range(200_000):
        yield "SHA-256", hashlib.sha256(str(number).encode()).hexdigest()
    for number in range(20_000):
        yield "SHA-1 and MD5", hashlib.sha1(str(number).encode()).hexdigest()  # noqa: S324
        yield "UUID", str(uuid.UUID(int=chance.getrandbits(128)))
        yield "UUID without dashes", uuid.UUID(int=chance.getrandbits(128)).hex
    for _ in range(300):
        yield "polygon near Bangkok", _polygon(chance)
    for _ in range(5_000):
        leading = chance.randrange(10 ** chance.randint(1, 6))
        yield "fraction", f"{leading}.{chance.randrange(10**13):013d}"
        yield "amount", f"{chance.randrange(10**12, 10**13)}.{chance.randrange(100):02d}"
        yield "long run", str(chance.randrange(10**13, 10 ** chance.randint(14, 30)))
        yield "invoice", f"{chance.randrange(10 ** chance.choice((8, 10, 12))):08d}"
        yield "telephones", f"0{chance.randrange(10**8, 10**9)} 02-{chance.randrange(10**7)}"
        yield "juristic person", id_number(f"0{chance.randrange(10**11):011d}")


def _polygon(chance: random.Random) -> str:
    """A ring of GeoJSON, its coordinates as a computation gives them."""
    ring = [[chance.uniform(100.3, 100.95), chance.uniform(13.5, 14.0)] for _ in range(12)]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})
