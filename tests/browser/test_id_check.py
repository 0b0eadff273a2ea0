"""What the form looks for in a chosen file is what the gate looks for, found before it is sent."""

import base64
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from helpers.made_files import VALID_ID, archive, docx, id_number, odf, pdf, scan_pdf, xlsx
from oit.evidence.personal import find_national_ids

_LOOK = """async ([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  return oitIdNumbers(new File([bytes], name));
}"""
_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
_GAPS = (
    *("", "-", " ", "\u00a0", "–", " - ", "\u200b", "\u2011", "/", "\n", "--", ".", "_"),
    *("\t", "-\n", "  ", ". ", "     "),
)
_AROUND = ("", "1", "๗", "0.", "100.", ".5", "ก", " ", "-", "\u200b", "\u2066", "٣")


@pytest.fixture(scope="module")
def page(browser: Browser, open_round: str) -> Iterator[Page]:
    """The page of the form, whose check needs nobody to have signed in."""
    page = browser.new_page()
    page.goto(f"{open_round}/admin/")
    page.wait_for_function("() => window.oitIdNumbers")
    yield page
    page.close()


def seen(page: Page, name: str, data: bytes) -> str:
    """What the check says of a file."""
    return str(page.evaluate(_LOOK, [name, base64.b64encode(data).decode()]))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", f"ชื่อ,เลข\nก,{VALID_ID}\n".encode("utf-8-sig")),
        ("a.JSON", f'{{"id": "{VALID_ID}"}}'.encode()),
        ("a.xlsx", xlsx(_CELL.format(VALID_ID))),
        ("a.docx", docx(f"<w:p><w:r><w:t>{VALID_ID}</w:t></w:r></w:p>")),
        ("a.odt", odf("text", f"<text:p>{VALID_ID}</text:p>")),
        (
            "parted.docx",
            docx(
                f"<w:p><w:r><w:t>{VALID_ID[:5]}</w:t></w:r>"
                f"<w:r><w:t>{VALID_ID[5:]}</w:t></w:r></w:p>"
            ),
        ),
    ],
)
def test_a_number_is_found_in_every_kind_that_a_browser_can_read(
    page: Page, name: str, data: bytes
) -> None:
    """Packed or plain, and where Word has parted it."""
    assert seen(page, name, data) == "found"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.csv", b"\xef\xbb\xbfa,b\n1,2\n"), ("a.xlsx", xlsx()), ("a.docx", docx())],
)
def test_a_file_without_a_number_is_clear(page: Page, name: str, data: bytes) -> None:
    """Nobody is asked anything."""
    assert seen(page, name, data) == "clear"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdf()),
        ("scan.pdf", scan_pdf()),
        ("a.png", b"\x89PNG"),
        ("contracts.csv", f"เลขที่สัญญา,ก\n{VALID_ID},1\n".encode()),
        ("broken.xlsx", b"PK\x03\x04 and no more"),
        ("empty.docx", b""),
        ("unnamed", b"1101700230708"),
        ("foreign.docx", archive({"word/document.xml": b"x"})[:-9]),
    ],
)
def test_what_a_browser_cannot_read_is_for_people_to_look_at(
    page: Page, name: str, data: bytes
) -> None:
    """Never called clear; what the words before a number say of it is for people too."""
    assert seen(page, name, data) == "unread"


def test_the_browser_and_the_gate_agree_on_every_way_to_write_a_number(page: Page) -> None:
    """Thirteen digits, right and wrong, in all kinds of company."""
    texts = list(_ways())
    gate = ["found" if find_national_ids(text) else "clear" for text in texts]
    found = page.evaluate(
        "async (texts) => Promise.all(texts.map((one) => oitIdNumbers(new File([one], 'a.txt'))))",
        texts,
    )
    assert {*gate} == {"found", "clear"}
    assert [text for text, one, other in zip(texts, found, gate, strict=True) if one != other] == []


def _ways() -> Iterator[str]:
    for index, (gap, before, after) in enumerate(product(_GAPS, _AROUND, _AROUND)):
        number = id_number(f"{1 + index % 8}{index * 7919:011d}")
        last = str(index % 10) if index % 3 == 0 else number[12]
        parts = (number[0], number[1:5], number[5:10], number[10:12], last)
        yield before + gap.join(parts) + after
        yield before + (gap or " ").join(number[:12] + last) + after
        yield f"{number} {before}{after} 885{number[1:10]}{index % 10}"
