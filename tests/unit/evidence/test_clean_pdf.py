"""A cleaned PDF shows the same, and carries and does nothing besides."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from helpers import concealing_pdfs as concealing
from helpers import made_files as made
from helpers.concealing_pdfs import words
from oit.evidence.clean import Cleaned, clean, strip
from oit.evidence.concealed import HiddenKind
from oit.evidence.read import read_content

_SCRIPT = {"/S": "/JavaScript", "/JS": "app.alert(1)"}
_SHARE = {"/S": "/URI", "/URI": "file:///C:/a"}
REMOVED: dict[str, bytes] = {
    "a file": made.carrying_pdf(),
    "a portfolio": concealing.portfolio("a.xlsx", made.xlsx(author="")),
    "a script": made.javascript_pdf(),
    "a link to a disk": concealing.annotated_pdf({"/Subtype": "/Link", "/A": _SHARE}),
    "what a page does": concealing.annotated_pdf({"/Subtype": "/Link", "/AA": {"/E": _SCRIPT}}),
    "a script after a link": concealing.annotated_pdf(
        {"/Subtype": "/Link", "/A": {"/S": "/GoTo", "/D": "a", "/Next": [_SCRIPT]}}
    ),
    "a film": concealing.annotated_pdf({"/Subtype": "/Movie"}),
    "a hidden note": concealing.annotated_pdf(
        {"/Subtype": "/Text", "/F": 2, "/Contents": "หมายเหตุ ซ่อนไว้"}
    ),
    "an earlier version": concealing.corrected_pdf(words(), words("ข้อความใหม่")),
    "a page that was taken out": concealing.pdf_with_a_page_left(),
}


def cleaned(result: Any) -> Cleaned:
    assert isinstance(result, Cleaned), result
    return result


@pytest.mark.parametrize("data", REMOVED.values(), ids=REMOVED)
def test_what_a_program_can_remove_is_removed_and_listed(data: bytes) -> None:
    """The pages say the same."""
    result = cleaned(clean(data, "pdf"))
    assert result.removed
    assert result.left == ()
    assert read_content(result.data).excerpt == read_content(data).excerpt
    assert cleaned(clean(result.data, "pdf")).data == result.data


@pytest.mark.parametrize(
    "data",
    [
        concealing.drawn_pdf(f"{words()} {concealing.BLACK_BOX}"),
        concealing.drawn_pdf(f"1 g {words()}"),
        concealing.layered_pdf("OFF"),
    ],
)
def test_what_no_program_can_remove_for_certain_is_left_and_said(data: bytes) -> None:
    """Its author has to."""
    result = cleaned(clean(data, "pdf"))
    assert HiddenKind.TEXT in {part.kind for part in result.left}


def test_a_link_and_a_way_through_the_document_stay() -> None:
    """They are what readers click."""
    web = {"/S": "/URI", "/URI": "https://example.com/"}
    data = concealing.annotated_pdf({"/Subtype": "/Link", "/A": web})
    page = PdfReader(io.BytesIO(cleaned(clean(data, "pdf")).data)).pages[0]
    link = concealing.inner(page, "/Annots")[0].get_object()
    assert link["/A"]["/URI"] == web["/URI"]


def test_stripping_leaves_what_people_put_in() -> None:
    """A file inside is theirs; a name in the properties is not."""
    assert cleaned(strip(made.carrying_pdf(), "pdf")).left
    named = made.pdf(info={"/Author": "สมชาย"})
    assert [part.kind for part in cleaned(strip(named, "pdf")).removed] == [HiddenKind.AUTHOR]
