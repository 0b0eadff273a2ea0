"""A cleaned office file hides nothing, shows what it showed, and opens."""

import io
import zipfile

import docx
import openpyxl
import pytest

from helpers.concealing_office import HIDING
from helpers.office_files import PLANTED, SHOWN
from oit.evidence.clean import Cleaned, clean
from oit.evidence.concealed import is_refused
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
