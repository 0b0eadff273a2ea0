"""Evidence files with a part, an object, a row or a length that is not as it should be."""

import functools
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from fuzz.text_mutators import changed_bytes
from fuzz.values import DATES, NAMES, TEXTS
from helpers import made_files as made
from helpers import office_tables

_XML_VALUES = (
    *('"0"', '"-1"', '"1e9"', '"99999999999"', '""', '"../x"', '"&#0;"', '"&a;"', '"r1"', '"A0"'),
    *('"ZZZ9999999"', '"XFE1048577"', f'"{"x" * 100_000}"'),
)
_PDF_TOKENS = re.compile(rb"\d+ 0 R|/[A-Za-z]+|\b\d+\b|<<|>>|\[|\]|\bobj\b|\bendobj\b|\bstream\b")
_PDF_VALUES = (
    *(b"1 0 R", b"99 0 R", b"-1", b"99999999999", b"/Pages", b"/Kids", b"<<", b">>", b"[", b"null"),
    *(b"/JavaScript", b"/Parent", b"/Length", b"(\\", b"<FFFE", b"/FlateDecode", b"true", b"1e9"),
)
_MOST_BYTES = 20_000_000
_MOST_LINES = 50_000
_CELLS = (*TEXTS, *DATES, "=cmd()", "1,000", "๑๒", '"', '""', '"a', "a;b", "a\tb", "-", "1e999")


@functools.cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Files of every kind with their extension."""
    return (
        ("csv", b"a,b\n1,2\n3,4\n"),
        ("csv", f"ชื่อ,เลข\nก,{made.VALID_ID}\n".encode()),
        ("csv", "ประเภทภาษี,จำนวนราย,จำนวนเงิน (บาท)\nป้าย,12,500\n".encode()),
        ("json", b'{"a": [1, {"b": "c"}]}'),
        ("geojson", b'{"type": "FeatureCollection", "features": []}'),
        ("pdf", made.pdf()),
        ("pdf", made.pdf(f"เลขประจำตัว {made.VALID_ID} ของผู้ร้อง")),
        ("pdf", made.carrying_pdf()),
        ("pdf", made.javascript_pdf()),
        ("pdf", made.commented_pdf("โปรดตรวจ")),
        ("pdf", made.scan_pdf()),
        ("pdf", made.encrypted_pdf()),
        ("docx", made.docx()),
        ("docx", made.docx(f"<w:p><w:r><w:t>{made.VALID_ID}</w:t></w:r></w:p>")),
        ("xlsx", made.xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>')),
        ("xlsx", office_tables.monthly_summary()),
        ("xlsx", made.macro_workbook()),
        ("ods", office_tables.ods([("ก", "ข"), (1, "2")])),
        ("odt", made.odf("text", "<text:p>ข้อความ</text:p>")),
        ("jpg", made.photograph()),
        ("png", made.image("PNG")),
        ("png", made.huge_png()),
    )


def changed_file(data: bytes, chance: random.Random) -> bytes:
    """The bytes of a file after one to three changes that fit its kind, or any file."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = _change(data, chance)(data, chance)[:_MOST_BYTES]
    return data


def _change(data: bytes, chance: random.Random) -> Callable[[bytes, random.Random], bytes]:
    turn = chance.random()
    if turn < 0.1:
        return lambda data, chance: changed_bytes(data, chance.choice(seeds())[1], chance)
    if turn < 0.2:
        return _damaged
    if data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data)):
        return _other_archive
    if data.startswith(b"%PDF"):
        return _other_pdf
    return _other_text if b"\0" not in data[:100] else _damaged


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """Some bytes, or a run of them, others; often lengths and counts."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        place = chance.randrange(len(changed) + 1)
        changed[place : place + chance.choice((0, 1, 4))] = chance.choice(
            (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f", b"", chance.randbytes(4), data[:40])
        )
    return bytes(changed)


def _other_archive(data: bytes, chance: random.Random) -> bytes:
    """Members changed, renamed, left out, repeated, or larger than they look."""
    members = _members(data)
    if not members:
        return _damaged(data, chance)
    place = chance.randrange(len(members))
    name, content = members[place]
    turn = chance.randrange(7)
    if turn == 0:
        del members[place]
    elif turn == 1:
        members.append((name, content))
    elif turn == 2:
        odd = ("../x", "/x", "a" * 60_000, "[Content_Types].xml", "xl/vbaProject.bin", "x\\y", "é")
        members[place] = (chance.choice(odd), content)
    elif turn == 3:
        members.append(
            (f"x{chance.random()}.xml", b" " * chance.choice((10, 3_000_000, 70_000_000)))
        )
    elif turn == 4:
        members += [(f"m{number}", b"") for number in range(chance.choice((10, 4000)))]
    else:
        members[place] = (name, _other_xml(content, chance))
    return _archive(members, chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def _members(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return [
                (info.filename, opened.read(info))
                for info in opened.infolist()
                if info.file_size < 1_000_000
            ]
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, NotImplementedError):
        return []


def _archive(members: list[tuple[str, bytes]], method: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as opened:
        for name, content in members:
            # By `ZipInfo`: a repeated name is a warning otherwise.
            opened.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def _other_xml(content: bytes, chance: random.Random) -> bytes:
    """An attribute, an element or the head of an XML part changed."""
    text = content.decode("utf-8", "replace")
    turn = chance.randrange(6)
    if turn == 0 and (found := list(re.finditer(r'"[^"]*"', text))):
        match = chance.choice(found)
        text = text[: match.start()] + chance.choice(_XML_VALUES) + text[match.end() :]
    elif turn == 1 and (found := list(re.finditer(r"<[^>]*>", text))):
        match = chance.choice(found)
        text = text[: match.start()] + text[match.end() :]
    elif turn == 2 and (found := list(re.finditer(r"<[^>]*>", text))):
        match = chance.choice(found)
        text = (
            text[: match.end()] + match[0] * chance.choice((1, 100, 20_000)) + text[match.end() :]
        )
    elif turn == 3:
        text = (
            f'<!DOCTYPE a [<!ENTITY a "{"x" * 50}"><!ENTITY b SYSTEM "file:///etc/passwd">]>{text}'
        )
    elif turn == 4:
        place = chance.randrange(len(text) + 1)
        text = (
            text[:place] + chance.choice((*TEXTS, "&b;", "&#x110000;", "<a>", "]]>")) + text[place:]
        )
    else:
        return changed_bytes(content, content, chance)
    return text.encode("utf-8", "surrogateescape")


def _other_pdf(data: bytes, chance: random.Random) -> bytes:
    """A token of a PDF changed: a reference, a name, a number, a bracket."""
    found = list(_PDF_TOKENS.finditer(data))
    if not found:
        return _damaged(data, chance)
    match = chance.choice(found)
    return data[: match.start()] + chance.choice(_PDF_VALUES) + data[match.end() :]


def _other_text(data: bytes, chance: random.Random) -> bytes:
    """A text file with another cell, another separator, or very much of something."""
    text = data.decode("utf-8", "replace")
    turn = chance.randrange(5)
    if turn == 0:
        text = text.replace(",", chance.choice((";", "\t", "|", ",,", "\x1f")))
    elif turn == 1:
        text += "\n" + ",".join([chance.choice(_CELLS)] * chance.choice((1, 3, 2000)))
    elif turn == 2:
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice((*_CELLS, *NAMES)) + text[place:]
    elif turn == 3:
        last = (text.splitlines(keepends=True) or ["x"])[-1][:100]
        text += last * chance.choice((2, 2000, _MOST_LINES))
    else:
        text = chance.choice(
            ("[" * 100_000, "{" * 10 + text, text + "}" * 10, '{"a":' * 5000, text * 2)
        )
    return text.encode("utf-8", "surrogateescape")
