"""A cleaned office file hides nothing, shows what it showed, and opens."""

import io
import zipfile

import docx
import openpyxl
import pytest

from helpers.concealing_office import HIDING
from helpers.office_files import (
    PLANTED,
    SHOWN,
    book,
    cell,
    letter,
    paragraph,
    rows,
    run,
    story,
    with_links,
)
from oit.evidence.clean import Cleaned, clean, strip
from oit.evidence.concealed import HiddenKind, is_refused
from oit.evidence.location import VISIBLE
from oit.evidence.passages import Extract
from oit.evidence.read import read_content, read_office


def cleaned(data: bytes, extension: str) -> Cleaned:
    result = clean(data, extension)
    assert isinstance(result, Cleaned), result
    return result


def every_byte(data: bytes) -> bytes:
    """All members of a container, unpacked, with their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())


def shown(data: bytes) -> list[str]:
    found = read_office(data)
    assert isinstance(found, Extract)
    return [each.text for each in found.passages if each.location.where in VISIBLE]


@pytest.mark.parametrize("name", HIDING)
def test_nothing_hidden_is_left_in_any_byte(name: str) -> None:
    """And what was removed is told by its kind."""
    hiding = HIDING[name]
    after = cleaned(hiding.data, hiding.extension)
    assert PLANTED.encode() not in every_byte(after.data)
    assert hiding.kind in {part.kind for part in after.removed}
    assert not [part for part in after.left if is_refused(part)]
    assert cleaned(after.data, hiding.extension) == Cleaned(after.data, (), after.left)


@pytest.mark.parametrize("name", HIDING)
def test_what_a_file_shows_is_left_as_it_was(name: str) -> None:
    """In the same places."""
    hiding = HIDING[name]
    assert SHOWN in "\n".join(shown(hiding.data))
    assert shown(cleaned(hiding.data, hiding.extension).data) == [
        each for each in shown(hiding.data) if each.strip()
    ]


@pytest.mark.parametrize("name", HIDING)
def test_a_cleaned_file_opens(name: str) -> None:
    """In libraries that are as strict as they come."""
    hiding = HIDING[name]
    data = cleaned(hiding.data, hiding.extension).data
    assert read_content(data).sniffed == read_content(hiding.data).sniffed
    if hiding.extension == "docx" and name != "strict":
        assert SHOWN in {each.text for each in docx.Document(io.BytesIO(data)).paragraphs}
    if hiding.extension == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        assert sheet["A1"].value == SHOWN


_COMMENTED = letter(
    '<w:p><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r>'
    '<w:commentReference w:id="1"/></w:r></w:p>',
    {
        "word/comments.xml": (
            "comments",
            story("comments", f'<w:comment w:id="1">{paragraph(run(PLANTED))}</w:comment>'),
        )
    },
)


def test_comments_go_with_their_marks() -> None:
    """They are a notice, and nobody publishes them without thinking of it."""
    after = cleaned(_COMMENTED, "docx")
    assert HiddenKind.COMMENT in {part.kind for part in after.removed}
    assert PLANTED.encode() not in every_byte(after.data)
    assert b"comment" not in every_byte(after.data).lower()


def test_a_table_whose_heading_was_hidden_is_no_table_any_more() -> None:
    """A heading that is empty would keep Excel from opening the workbook; the cells stay."""
    sheet = (
        f'<cols><col min="3" max="3" hidden="1"/></cols>{rows(cell("C2", PLANTED))}'
        '<tableParts count="1"><tablePart r:id="table1"/></tableParts>'
    )
    table = '<table id="1" name="t" displayName="t" ref="A1:C2"><tableColumns/></table>'
    data = with_links(
        book(sheet), "xl/worksheets/sheet1.xml", {"xl/tables/table1.xml": ("table", table)}
    )
    after = cleaned(data, "xlsx").data
    assert b"tablePart" not in every_byte(after)
    assert openpyxl.load_workbook(io.BytesIO(after)).worksheets[0]["A1"].value == SHOWN


def test_names_stay_with_their_sheets() -> None:
    """A hidden sheet before them moves the numbers by which names know their sheets."""
    local = '<definedName name="{}" localSheetId="{}">1</definedName>'
    names = "".join(local.format(f"n{number}", number) for number in range(3))
    data = book(
        rows(),
        others={"ร่าง": ("hidden", rows()), "เม.ย. 68": ("visible", rows())},
        names=f"<definedNames>{names}</definedNames>",
    )
    opened = openpyxl.load_workbook(io.BytesIO(cleaned(data, "xlsx").data))
    assert {sheet.title: set(sheet.defined_names) for sheet in opened.worksheets} == {
        "มี.ค. 68": {"n0"},
        "เม.ย. 68": {"n2"},
    }


def test_stripping_leaves_alone_what_people_wrote() -> None:
    """Unused strings go, tracked changes stay: nobody was asked."""
    unused, deleted = HIDING["unused string"], HIDING["deleted"]
    stripped = strip(unused.data, unused.extension)
    assert isinstance(stripped, Cleaned)
    assert (stripped.left, [part.kind for part in stripped.removed]) == ((), [unused.kind])
    stripped = strip(deleted.data, deleted.extension)
    assert isinstance(stripped, Cleaned)
    assert [part.kind for part in stripped.left] == [deleted.kind]
    assert PLANTED.encode() in every_byte(stripped.data)
