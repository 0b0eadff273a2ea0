"""What the files of an office hide stands in no byte of its site."""

import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
import pytest

from helpers.builds import built
from helpers.commands import run
from helpers.concealing_office import HIDING
from helpers.concealing_pdfs import PLANTED as IN_PDFS
from helpers.concealing_pdfs import form_pdf, words
from helpers.edits import O1
from helpers.hiding_pdfs import HIDDEN
from helpers.office_files import PLANTED
from helpers.office_inner import ACTIVE, INNER
from helpers.office_tables import saved
from helpers.support import copy_site, judged, replace, write

_FILES = {
    **{name: (hiding.extension, hiding.data) for name, hiding in HIDING.items()},
    **INNER,
    **{name: (extension, data) for name, (extension, data, _) in ACTIVE.items()},
    **{f"{name} in a PDF": ("pdf", data) for name, data in HIDDEN.items()},
    "form of a PDF that is not drawn": ("pdf", form_pdf(words("ข้อความที่ประชาชนอ่าน"))),
}
_REFUSING = frozenset(
    {
        *("hidden-tracked", "hidden-text", "hidden-cells", "hidden-file", "hidden-leftovers"),
        "file-active",
    }
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a file of each kind, built by the gate that publishes with faults."""
    site = copy_site("current", tmp_path_factory.mktemp("hiding"))
    with_all_files(site)
    return built(site, OIT_GATE="report")


def named(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """The files under names that a site takes."""
    for number, of_file in enumerate(files):
        yield f"f{number}", of_file


def with_all_files(site: Path) -> None:
    """Enters each as an announcement of an item."""
    with_files(site, list(_FILES.values()))


def with_files(site: Path, files: list[tuple[str, bytes]]) -> None:
    """Enters files, by extension and bytes, as announcements of an item."""
    entries = ""
    for name, (extension, data) in named(files):
        write(f"oit_items/2568/O01/{name}.{extension}", data)(site)
        entries += (
            f"  - kind: file\n    for: announcements\n    file: {name}.{extension}\n"
            f"    title: ไฟล์ที่ {name[1:]}\n    published: 2024-11-08\n    sample: true\n"
        )
    replace(O1, "evidence:\n", f"evidence:\n{entries}")(site)
    replace("mkdocs.yml", "[pdf, csv]", "[pdf, csv, xlsx, docx, odt, ods]")(site)


def test_every_one_of_them_is_refused(tmp_path: Path) -> None:
    """By a rule of its kind, at the field that names the file."""
    site = copy_site("current", tmp_path)
    with_all_files(site)
    found = judged(site).findings
    refused = {finding.params["file_name"] for finding in found if finding.rule in _REFUSING}
    assert refused == {f"{name}.{extension}" for name, (extension, _) in named(_FILES.values())}


def test_nothing_hidden_stands_in_any_byte_of_the_site(published: Path) -> None:
    """Neither in a page, table or index, nor in a search entry, packed or not."""
    planted = [written for words in (PLANTED, IN_PDFS) for written in _ways_to_write(words)]
    for path in (each for each in published.rglob("*") if each.is_file()):
        for content in _unpacked(path.read_bytes()):
            assert not any(words in content for words in planted), path
    assert not list(published.rglob("f0.*"))


def test_what_a_person_allowed_stands_in_the_file_alone(tmp_path: Path) -> None:
    """No page, copy, search entry or index has it; the archive has the file as it is."""
    site = copy_site("current", tmp_path)
    allowed = {"docx": HIDING["vanished"].data, "xlsx": _workbook()}
    write("oit_items/exceptions.yml", _exceptions(allowed.values()))(site)
    with_files(site, list(allowed.items()))
    output = built(site, OIT_GATE="report")
    assert len([*output.rglob("f0.docx"), *output.rglob("f1.xlsx")]) == 2
    for path in (each for each in output.rglob("*") if each.is_file()):
        contents = list(_unpacked(path.read_bytes()))
        has_words = any(words in each for words in _ways_to_write(PLANTED) for each in contents)
        assert has_words is (path.name in ("f0.docx", "f1.xlsx", "oit-2568.zip")), path


def _workbook() -> bytes:
    """A table with a column and a row that are hidden."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (("ภาษี", "ราย", PLANTED), ("ป้าย", 12, "ก"), (PLANTED, 9, "ข"), ("ที่ดิน", 3, "ค")):
        sheet.append(cells)
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    return saved(book)


def _exceptions(files: Iterable[bytes]) -> str:
    """Every rule of hidden content, allowed for each of the files."""
    lines = ["exceptions:"]
    for data in files:
        for rule in sorted(_REFUSING - {"file-active"}):
            lines.append(f"  - sha256: {hashlib.sha256(data).hexdigest()}\n    rule: {rule}")
            lines.append("    reason: ตรวจแล้ว\n    approved_by: หัวหน้าฝ่าย")
    return "\n".join(lines) + "\n"


def _ways_to_write(text: str) -> tuple[bytes, ...]:
    """In UTF-8 and UTF-16, as JSON writes it in ASCII, and as PDFs do."""
    wide = text.encode("utf-16-be")
    ways = (text.encode(), text.encode("utf-16-le"), wide, wide.hex().encode())
    return (*ways, text.encode("ascii", "backslashreplace"))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them, to any depth."""
    yield content
    if content.startswith(b"\x1f\x8b"):
        yield from _unpacked(gzip.decompress(content))
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _unpacked(archive.read(name))


def test_a_hand_written_page_s_files_are_read_alike(tmp_path: Path) -> None:
    """What hides, and what acts, beside the texts of `docs/`."""
    site = copy_site("current", tmp_path)
    write("docs/assets/a.docx", HIDING["vanished"].data)(site)
    write("docs/assets/b.docx", ACTIVE["template elsewhere"][1])(site)
    write("docs/assets/c.docx", INNER["workbook"][1])(site)
    told = {(finding.file, finding.rule) for finding in judged(site).findings}
    assert {
        ("docs/assets/a.docx", "docs-hidden"),
        ("docs/assets/b.docx", "docs-active"),
        ("docs/assets/c.docx", "docs-hidden"),
    } <= told


def test_the_command_lists_removes_and_tells_what_is_left(tmp_path: Path) -> None:
    """`--check` changes nothing; a second run finds nothing."""
    path = tmp_path / "a.docx"
    path.write_bytes(HIDING["deleted"].data)
    listed = run("oit", "clean", "--check", str(path), cwd=tmp_path)
    assert (listed.returncode, "ติดตามการเปลี่ยนแปลง 1 แห่ง" in listed.stdout) == (1, True)
    assert path.read_bytes() == HIDING["deleted"].data
    done = run("oit", "clean", str(path), cwd=tmp_path)
    assert (done.returncode, "tracked changes: 1" in done.stdout) == (0, True)
    again = run("oit", "clean", "--check", str(path), cwd=tmp_path)
    assert (again.returncode, "nothing to remove" in again.stdout) == (0, True)
