"""A link or a text is published by one command, or refused in the words of the gate."""

from pathlib import Path

import pytest
from docx import Document

from helpers import made_files as made
from helpers.support import replace, tree
from helpers.writing_commands import O1, oit, owing_site
from oit.model.record import SectionEvidence, UrlEvidence
from oit.records.load import load_site
from oit.records.site import Unit

PERIOD = ("--period", "2025-04")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that owes the summary of April."""
    return owing_site(tmp_path)


def record_of(site: Path) -> Unit:
    """The record of O1, as it is read."""
    record = load_site(site).rounds[0].bundles["O1"].record()
    assert record
    return record


def word_file(folder: Path) -> Path:
    """A text as a division sends it: a title, a list, a table, a heading."""
    document = Document()
    document.core_properties.author = ""
    document.add_heading("การประชุมชี้แจง", 1)
    document.add_paragraph("ประชุม*เมื่อวันที่ 4 เมษายน 2568")
    document.add_paragraph("เรื่องที่หนึ่ง", style="List Bullet")
    document.add_paragraph("เรื่องที่สอง", style="List Number")
    document.add_heading("ผลการประชุม", 2)
    table = document.add_table(rows=0, cols=2)
    for texts in (("ผู้เข้าร่วม", "จำนวน"), ("ข้าราชการ", "12")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    path = folder / "ชี้แจง.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("address", ["https://www.bangkok.go.th/a?b=1", " HTTPS://example.org "])
def test_a_link_is_entered_by_one_command(site: Path, address: str) -> None:
    """With the title of the requirement and its period, or the one that is given."""
    done = oit(site, "add", "O1", *PERIOD, address)
    assert done.exit_code == 0, done.output
    entry = record_of(site).disclosed.evidence[-1]
    assert isinstance(entry, UrlEvidence)
    assert (entry.url, entry.published.isoformat()) == (address.strip(), "2025-05-08")
    assert entry.title == "สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนเมษายน 2568"
    assert "สถานะของข้อ O1" in done.output
    titled = oit(site, "add", "O1", *PERIOD, "https://example.com/x", "--title", "หน้าอื่น")
    assert titled.exit_code == 0, titled.output
    assert record_of(site).disclosed.evidence[-1].title == "หน้าอื่น"
    assert "มีหลักฐานอยู่แล้ว" in titled.output


def test_a_link_that_is_there_is_not_entered_twice(site: Path) -> None:
    """However its address is written."""
    assert oit(site, "add", "O1", *PERIOD, "https://www.example.org/a/").exit_code == 0
    before = tree(site)
    done = oit(site, "add", "O1", *PERIOD, "http://example.org/a")
    assert (done.exit_code, tree(site)) == (2, before)
    assert "มีลิงก์นี้อยู่แล้ว" in done.output


@pytest.mark.parametrize("address", ["https://", "https://a b/c"])
def test_an_address_that_leads_nowhere_is_refused(site: Path, address: str) -> None:
    """As the gate would."""
    before = tree(site)
    done = oit(site, "add", "O1", *PERIOD, address)
    assert (done.exit_code, tree(site)) == (1, before)
    assert "url-malformed" in done.output


def test_a_markdown_file_becomes_a_section(site: Path, tmp_path: Path) -> None:
    """Its first heading is the title, the others come below it; the record keeps its own text."""
    body = (site / O1).read_text("utf-8").partition("\n---\n")[2]
    text = "---\nauthor: x\n---\r\nการประชุม {#top}\n=====\n\nข้อความ\n\n\n\n# ย่อย {#sub}\n\nต่อ  \n"
    (tmp_path / "a.md").write_text(text, "utf-8", newline="")
    done = oit(site, "add", "O1", *PERIOD, str(tmp_path / "a.md"), "--text")
    assert done.exit_code == 0, done.output
    after = (site / O1).read_text("utf-8").partition("\n---\n")[2]
    section = "## การประชุม {#monthly-summary-2025-04}\n\nข้อความ\n\n### ย่อย\n\nต่อ\n"
    assert after == f"{body.rstrip()}\n\n{section}"
    entry = record_of(site).disclosed.evidence[-1]
    assert isinstance(entry, SectionEvidence)
    assert (entry.section, entry.title) == ("monthly-summary-2025-04", "การประชุม")


def test_a_second_text_gets_an_id_of_its_own(site: Path) -> None:
    """And what is typed is taken as it is."""
    for words in ("ข้อความแรก", "ข้อความที่สอง"):
        done = oit(site, "add", "O1", *PERIOD, "-", "--text", given=words)
        assert done.exit_code == 0, done.output
    assert {"monthly-summary-2025-04", "monthly-summary-2025-04-2"} <= set(
        record_of(site).text.sections
    )


def test_a_word_file_becomes_a_section(site: Path, tmp_path: Path) -> None:
    """Headings, paragraphs, lists and tables, with signs of Markdown as they were meant."""
    done = oit(site, "add", "O1", *PERIOD, str(word_file(tmp_path)), "--text")
    assert done.exit_code == 0, done.output
    text = (site / O1).read_text("utf-8")
    expected = (
        "## การประชุมชี้แจง {#monthly-summary-2025-04}\n\nประชุม\\*เมื่อวันที่ 4 เมษายน 2568\n\n"
        "- เรื่องที่หนึ่ง\n- เรื่องที่สอง\n\n### ผลการประชุม\n\n"
        "| ผู้เข้าร่วม | จำนวน |\n| --- | --- |\n| ข้าราชการ | 12 |\n"
    )
    assert text.endswith(expected)
    assert record_of(site).text.raw_html == ()


def test_a_record_with_windows_line_ends_keeps_them(site: Path) -> None:
    """The new text has them too."""
    path = site / O1
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert oit(site, "add", "O1", *PERIOD, "-", "--text", given="ข้อความ").exit_code == 0
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.md", b"", "ไม่พบข้อความ"),
        ("a.md", b"\xff\xfe\x00", "UTF-8"),
        ("a.pdf", b"%PDF", ".docx"),
        ("a.docx", b"PK broken", "อ่านไม่ได้"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(
    site: Path, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    """Nothing is written."""
    (tmp_path / name).write_bytes(data)
    before = tree(site)
    done = oit(site, "add", "O1", *PERIOD, str(tmp_path / name), "--text")
    assert (done.exit_code, tree(site)) == (2, before), done.output
    assert words in done.output


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<script>alert(1)</script>", "raw-html"),
        (f"เลขประจำตัวประชาชน {made.VALID_ID}", "personal-id"),
        ("[ก](javascript:alert(1))", "link-unsafe"),
    ],
)
def test_a_text_that_would_be_a_finding_is_refused_in_its_words(
    site: Path, text: str, rule: str
) -> None:
    """As the gate would say it, without the number itself."""
    before = tree(site)
    done = oit(site, "add", "O1", *PERIOD, "-", "--text", given=text)
    assert (done.exit_code, tree(site)) == (1, before), done.output
    assert rule in done.output
    assert made.VALID_ID not in done.output


def test_comments_and_other_entries_stay(site: Path) -> None:
    """Only the lines of the new entry and the day differ."""
    replace(O1, "evidence:", "# ของฝ่ายการคลัง\nevidence:")(site)
    before = (site / O1).read_text("utf-8").splitlines()
    assert oit(site, "add", "O1", *PERIOD, "https://example.org/a").exit_code == 0
    after = (site / O1).read_text("utf-8").splitlines()
    lost = [line for line in before if line not in after]
    assert all(line.startswith("updated:") for line in lost)


def test_the_periods_are_listed_with_what_is_filled_and_due(site: Path) -> None:
    """Where none is named and nobody can be asked."""
    done = oit(site, "add", "O1", "--for", "monthly-summary", "-", "--text", given="ก")
    assert done.exit_code == 2
    assert "เดือนมีนาคม 2568 – เปิดเผยแล้ว (2025-03)" in done.output
    assert "เดือนเมษายน 2568 – ครบกำหนดวันที่ 15 พฤษภาคม 2568 (2025-04)" in done.output
    later = oit(site, "add", "O1", "--for", "monthly-summary", "-", "--text", day="2025-06-20")
    assert "เดือนเมษายน 2568 – เลยกำหนดวันที่ 15 พฤษภาคม 2568 (2025-04)" in later.output
