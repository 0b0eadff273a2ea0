"""What the form removes from a chosen file is what the gate would refuse, on the user's machine."""

import base64
import io
from collections.abc import Iterator

import docx
import openpyxl
import pytest
from PIL import ExifTags, Image
from playwright.sync_api import Browser, Page

from helpers import concealing_files as concealing
from helpers import made_files as made
from helpers.office_tables import saved
from oit.evidence.read import read_content

_LOOK = """async ([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const found = await oitHiddenContent(new File([bytes], name));
  if (!found) return null;
  const cleaned = new Uint8Array(await found.clean().arrayBuffer());
  let text = "";
  cleaned.forEach((one) => { text += String.fromCharCode(one); });
  return { removable: found.removable, refused: found.refused, cleaned: btoa(text) };
}"""


_STRIP = """async (data) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const cleaned = await oitWithoutMetadata(new File([bytes], "a.jpg"));
  return btoa(String.fromCharCode(...new Uint8Array(await cleaned.arrayBuffer())));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, open_round: str) -> Iterator[Page]:
    """The page of the form, whose check needs nobody to have signed in."""
    page = browser.new_page()
    page.goto(f"{open_round}/admin/")
    page.wait_for_function("() => window.oitHiddenContent")
    yield page
    page.close()


def looked(page: Page, name: str, data: bytes) -> tuple[list[str], list[str], bytes]:
    """What is removable, what is refused, and the cleaned file."""
    found = page.evaluate(_LOOK, [name, base64.b64encode(data).decode()])
    return found["removable"], found["refused"], base64.b64decode(found["cleaned"])


def letter() -> bytes:
    """A letter as Word writes it, with deleted and hidden words beside those that stay."""
    document = docx.Document()
    document.add_paragraph("ข้อความที่ประชาชนอ่าน")
    hidden = document.add_paragraph().add_run(concealing.PLANTED)
    hidden.font.hidden = True
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def workbook() -> bytes:
    """A workbook with a hidden sheet, row and column, and a sum over all of it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (("ภาษี", "ราย", "ลับ"), ("ป้าย", 12, concealing.PLANTED), ("ลับ", 9, "x")):
        sheet.append(cells)
    sheet["B4"] = "=SUM(B2:B3)"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    draft = book.create_sheet("ร่าง")
    draft.append([concealing.PLANTED])
    draft.sheet_state = "veryHidden"
    return saved(book)


def planted_in(data: bytes) -> bool:
    """Whether the hidden words stand anywhere in the parts of a package."""
    words = concealing.PLANTED.encode()
    return any(
        words in bytes(part, "utf-8") if isinstance(part, str) else words in part
        for part in made.members(data).values()
    )


def test_hidden_and_deleted_text_is_told_and_removed(page: Page) -> None:
    """What people read stays, and the gate has nothing more to say."""
    removable, refused, cleaned = looked(page, "a.docx", letter())
    assert removable == ["ข้อความที่ซ่อนไว้ 1 แห่ง"]
    assert refused == []
    assert [paragraph.text for paragraph in docx.Document(io.BytesIO(cleaned)).paragraphs] == [
        "ข้อความที่ประชาชนอ่าน",
        "",
    ]
    assert not planted_in(cleaned)
    assert read_content(cleaned).hidden == ()
    removable, _, cleaned = looked(page, "a.docx", concealing.tracked_docx())
    assert removable[0] == "ข้อความที่ลบหรือแก้ไขแบบติดตามการเปลี่ยนแปลง 1 แห่ง"
    assert not planted_in(cleaned)


def test_hidden_cells_are_told_and_emptied_and_sums_keep_their_values(page: Page) -> None:
    """Sheets, rows and columns; the workbook still opens, and nothing is computed anew."""
    assert planted_in(workbook())
    removable, refused, cleaned = looked(page, "a.xlsx", workbook())
    assert removable == ["เซลล์ในแผ่นงาน แถว หรือคอลัมน์ที่ซ่อนหรือกรองไว้ 6 แห่ง"]
    assert refused == []
    book = openpyxl.load_workbook(io.BytesIO(cleaned))
    values = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert values[:2] == [["ภาษี", "ราย", None], ["ป้าย", 12, None]]
    assert not planted_in(cleaned)
    assert b"SUM(" not in b"".join(
        part for part in made.members(cleaned).values() if isinstance(part, bytes)
    )


def test_a_file_inside_another_is_refused(page: Page) -> None:
    """A browser cannot tell what of it the document shows."""
    data = concealing.embedding_docx("a.xlsx", workbook())
    assert looked(page, "a.docx", data)[1] == ["ไฟล์อื่นที่ฝังไว้ 1 แห่ง"]


@pytest.mark.parametrize(("kind", "orientation"), [("JPEG", 1), ("JPEG", 6), ("PNG", 1)])
def test_a_picture_keeps_its_dots_and_stays_upright_and_tells_nothing_else(
    page: Page, kind: str, orientation: int
) -> None:
    """As with the command: neither place nor name, the same picture."""
    before = made.photograph(kind, orientation)
    after = base64.b64decode(page.evaluate(_STRIP, base64.b64encode(before).decode()))
    assert len(after) < len(before)
    assert read_content(after).hidden == ()
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes()
        exif = dict(new.getexif())
        assert exif == ({ExifTags.Base.Orientation: 6} if orientation == 6 else {})


@pytest.mark.parametrize("data", [b"\xff\xd8\xff", b"\x89PNG\r\n", b"", b"a,b\n", made.pdf()])
def test_what_is_no_picture_stays_as_it_is(page: Page, data: bytes) -> None:
    """The gate says what is wrong with it."""
    after = page.evaluate(_STRIP, base64.b64encode(data).decode())
    assert base64.b64decode(after) == data


def test_an_open_file_costs_no_question(page: Page) -> None:
    """Neither of Word nor of Excel; other files are not looked into here."""
    document = docx.Document()
    document.add_paragraph("ก")
    target = io.BytesIO()
    document.save(target)
    assert looked(page, "a.docx", target.getvalue())[:2] == ([], [])
    book = openpyxl.Workbook()
    book.worksheets[0].append(["ก", 1])
    assert looked(page, "a.xlsx", saved(book))[:2] == ([], [])
    for name, data in (("a.pdf", made.pdf()), ("a.docx", b"PK\x03\x04"), ("a.csv", b"a,b\n")):
        assert page.evaluate(_LOOK, [name, base64.b64encode(data).decode()]) is None
