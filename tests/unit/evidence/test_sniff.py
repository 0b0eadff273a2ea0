"""A file is what its content is, whatever its name says."""

import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import made_files as made
from oit.evidence.archive import Archive, pack
from oit.evidence.faults import FileFault, attempt
from oit.evidence.limits import ArchiveBounds
from oit.evidence.media_types import EXTENSIONS, Nature, agrees
from oit.evidence.sniff import sniff

_TEXT = "application/vnd.oasis.opendocument.text"
_GOOD = {
    "pdf": made.pdf(),
    "csv": "ลำดับ,ชื่อ\r\n1,ก\r\n".encode(),
    "xlsx": made.xlsx(),
    "ods": made.odf("spreadsheet", ""),
    "docx": made.docx(),
    "odt": made.odf("text", ""),
    "json": b'\xef\xbb\xbf{"a": [1]}',
    "geojson": b'{"type": "FeatureCollection", "features": []}',
    "png": made.image("PNG"),
    "jpg": made.image(),
}


@pytest.mark.parametrize("extension", _GOOD)
def test_each_accepted_type_agrees_with_its_own_extension(extension: str) -> None:
    """And with no other; a map is JSON too."""
    sniffed = sniff(_GOOD[extension])
    agreeing = {one for one in EXTENSIONS if agrees(one, sniffed)}
    alike = {"jpg": {"jpeg"}, "geojson": {"json"}}
    assert agreeing == {extension} | alike.get(extension, set())
    assert sniffed.nature is Nature.DOCUMENT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_a_table_is_one_in_every_encoding(encoding: str) -> None:
    """Which of them is right, others judge."""
    assert agrees("csv", sniff("ลำดับ,ชื่อ\n1,ก\n".encode(encoding)))


@pytest.mark.parametrize(
    ("data", "nature"),
    [
        (b"<!DOCTYPE html><title>x</title>", Nature.ACTIVE),
        (b"\xef\xbb\xbf \n<!-- a,b --><HTML>", Nature.ACTIVE),
        ("<html>".encode("utf-16"), Nature.ACTIVE),
        (b"<script>alert(1)</script>", Nature.ACTIVE),
        (
            b'<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>',
            Nature.ACTIVE,
        ),
        (b'<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY c "d">]><svg/>', Nature.ACTIVE),
        (b"<?xml version='1.0'?><feed/>", Nature.ACTIVE),
        (b"MZ\x90\0\x03", Nature.EXECUTABLE),
        (b"\x7fELF\x02\x01", Nature.EXECUTABLE),
        (b"\xcf\xfa\xed\xfe\x07", Nature.EXECUTABLE),
        (b"#!/bin/sh\nrm x\n", Nature.EXECUTABLE),
        (made.archive({"a.txt": "a"}), Nature.ARCHIVE),
        (made.archive({}), Nature.ARCHIVE),
        (b"PK\x03\x04 broken", Nature.ARCHIVE),
        (b"\x1f\x8b\x08\0", Nature.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c\0", Nature.ARCHIVE),
        (b"Rar!\x1a\x07\x01\0", Nature.ARCHIVE),
        (b"\0" * 257 + b"ustar\0", Nature.ARCHIVE),
        (made.macro_workbook(), Nature.MACRO),
        (made.odf("text", "", **{"Basic/Standard/Module1.xml": "<a/>"}), Nature.MACRO),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", Nature.UNKNOWN),
        (b"\0\1\2\3", Nature.UNKNOWN),
    ],
)
def test_a_refused_kind_is_recognised_under_every_name(data: bytes, nature: Nature) -> None:
    """No extension makes it acceptable."""
    sniffed = sniff(data)
    assert sniffed.nature is nature
    assert not any(agrees(extension, sniffed) for extension in EXTENSIONS)


def test_a_macro_type_alone_tells() -> None:
    """The content type, without the project."""
    members = made.xlsx_members()
    types = str(members["[Content_Types].xml"]).replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    sniffed = sniff(made.archive({**members, "[Content_Types].xml": types}))
    assert sniffed.nature is Nature.MACRO
    assert sniffed.media_type == "application/vnd.ms-excel.sheet.macroEnabled.12"


@pytest.mark.parametrize("data", [b'{"a": ', b"[" * 100_000, b'{"a": 1} {"b": 2}'])
def test_broken_json_is_no_json(data: bytes) -> None:
    """Cut short, nested without end, twice."""
    assert not agrees("json", sniff(data))


@given(st.recursive(st.none() | st.text(), lambda inner: st.lists(inner)))
def test_any_array_is_json(value: object) -> None:
    """Whatever is in it."""
    assert agrees("json", sniff(json.dumps([value], ensure_ascii=False).encode()))


@given(st.binary() | st.builds(bytes.__add__, st.sampled_from(sorted(_GOOD.values())), st.binary()))
def test_any_bytes_may_be_sniffed(data: bytes) -> None:
    """A type comes out."""
    assert "/" in sniff(data).media_type


def test_a_bomb_is_found_before_it_is_unpacked() -> None:
    """By its declared sizes."""
    assert attempt(lambda: Archive(made.zip_bomb())) is FileFault.TOO_COSTLY


@pytest.mark.parametrize(
    "bounds",
    [ArchiveBounds(members=1), ArchiveBounds(expanded=100_000), ArchiveBounds(member=100_000)],
)
def test_a_container_keeps_to_its_bounds(bounds: ArchiveBounds) -> None:
    """Members, bytes in all, bytes of one."""
    data = made.archive({"a": bytes(range(256)) * 500, "b": b"b"})
    assert attempt(lambda: Archive(data, bounds).read("a")) is FileFault.TOO_COSTLY


def test_a_size_that_lies_is_no_way_around() -> None:
    """Reading stops at what was declared."""
    data = made.archive({"a": b"a" * 1000})
    lying = data.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert attempt(lambda: Archive(lying).read("a")) is FileFault.UNREADABLE


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused() -> None:
    """Programs would not agree on which of them counts."""
    data = made.archive({"a": b"1", "b": b"2"}).replace(b"b", b"A")
    assert attempt(lambda: Archive(data)) is FileFault.UNREADABLE


def test_an_unusual_compression_is_refused() -> None:
    """Office files have two; others cost more memory."""
    data = made.archive({"a": b"1"}, zipfile.ZIP_LZMA)
    assert attempt(lambda: Archive(data)) is FileFault.UNREADABLE


def test_packing_is_repeatable() -> None:
    """The same bytes on every day and system."""
    members = {"mimetype": _TEXT.encode(), "content.xml": b"<a/>"}
    assert pack(members) == pack(members)
    assert pack(members).startswith(b"PK\x03\x04")
    assert _TEXT.encode() in pack(members)[:100]
