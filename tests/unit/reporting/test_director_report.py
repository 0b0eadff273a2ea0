"""What the director signs: a month on one page, judged as on its last day."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from msgspec.structs import replace as changed

from helpers.broken import BROKEN
from helpers.commands import run
from helpers.edits import WAIVERS, waiver
from helpers.support import SAMPLE, as_of, copy_site, judged, replace, write
from oit.assessment.statuses import Status
from oit.outputs.director_report.letter import Letter, letter_html, letter_text, paragraphs
from oit.outputs.director_report.report import report_letter
from oit.outputs.director_report.word import letter_docx
from oit.outputs.director_report.word_styles import FONT
from oit.periods import parse_period
from oit.reporting.director_report import (
    DirectorReport,
    LateItem,
    MonthWork,
    director_report,
    work_of,
)
from oit.wording.posts import director_of, head_of
from oit.wording.vocabulary import vocabulary_of

MARCH = parse_period("2025-03")
DONE = MonthWork(published_count=4, confirmed_count=2, full_before=1)


def reported(site: Path, day: str, days: int = 30) -> DirectorReport:
    assessment = judged(site, as_of(day))
    return director_report(assessment.rounds[0], assessment.site.divisions, days)


def letter_at(site: Path, day: str = "2025-03-31") -> Letter:
    assessment = judged(site, as_of(day))
    policy = assessment.site.policy
    assert policy is not None
    vocabulary = vocabulary_of(assessment.site)
    return report_letter(reported(site, day), DONE, MARCH, policy, vocabulary)


def rows_of(letter: Letter) -> tuple[tuple[str, ...], ...]:
    """The lines of the divisions, which are enclosed."""
    assert letter.enclosure is not None
    return letter.enclosure.rows


def test_the_report_counts_what_is_current_late_and_due(tmp_path: Path) -> None:
    """The tiny office on the last day of March: its item of manuals waits for nothing."""
    report = reported(copy_site("current", tmp_path), "2025-03-31")
    assert (report.full_count, report.item_count, report.pending_count) == (3, 3, 0)
    assert report.late == ()
    assert {(duty.due_on, duty.item.id) for duty in report.coming} == {
        (date(2025, 4, 17), "O1"),
        (date(2025, 4, 17), "O3"),
    }


def test_what_was_done_in_a_month_is_counted_beside_how_it_stood_before(tmp_path: Path) -> None:
    """Of the month alone; where the month before belongs to no round, nothing is compared."""
    site = copy_site("current", tmp_path)
    march, february = (judged(site, as_of(day)).rounds[0] for day in ("2025-03-31", "2025-02-28"))
    done = work_of(march, date(2025, 3, 1), february)
    published = {
        (entry.disclosure.unit.place.file, entry.disclosure.number)
        for item in march.items
        for entry in item.evidence()
        if entry.disclosure.evidence.published >= date(2025, 3, 1)
    }
    assert done.published_count == len(published) > 0
    assert done.full_before == february.full_count
    assert work_of(march, date(2025, 3, 1), None).full_before is None
    letter = letter_text(letter_at(site))
    assert "\n1.1 ในเดือนนี้เผยแพร่หลักฐาน 4 รายการ และยืนยันข้อมูล 2 ครั้ง\n" in letter
    assert "\n1.2 เมื่อสิ้นเดือนก่อน เป็นปัจจุบัน 1 จาก 3 ข้อ\n" in letter


def test_a_division_s_line_is_about_its_own_items() -> None:
    """What it leads and the parts it sends; never what others owe."""
    report = reported(SAMPLE, "2025-03-31")
    by_division = {division.division.id: division for division in report.divisions}
    finance, works = by_division["finance"], by_division["works"]
    assert (finance.current_count, finance.item_count) == (4, 5)
    assert finance.coming == ("O13", "O15", "O21")
    assert (works.current_count, works.item_count, works.coming) == (6, 6, ())


def test_what_is_late_is_told_with_its_days_and_its_division(tmp_path: Path) -> None:
    """By the division that has to mend it."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    BROKEN["never-confirmed"](site)
    BROKEN["date-buddhist"](site)
    told = {
        (late_item.item.item, late_item.division): (late_item.status, late_item.days)
        for late_item in reported(site, "2025-04-28").late
    }
    assert told == {
        ("O1", "finance"): (Status.INVALID, 0),
        ("O2", "works"): (Status.STALE, 11),
        ("O3", "finance"): (Status.INCOMPLETE, 11),
    }


def test_what_is_waived_is_not_called_late(tmp_path: Path) -> None:
    """It is counted by itself."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    write(WAIVERS, waiver())(site)
    report = reported(site, "2025-04-28")
    assert (report.late, report.waived_count) == ((), 1)
    assert "ได้รับการผ่อนผัน 1 ข้อ" in letter_text(letter_at(site, "2025-04-28"))


def test_an_absent_part_is_its_division_s_to_send(tmp_path: Path) -> None:
    """The division's line counts it, though there is nothing to read."""
    site = copy_site("current", tmp_path)
    BROKEN["part-absent"](site)
    works = next(
        division
        for division in reported(site, "2025-03-31").divisions
        if division.division.id == "works"
    )
    assert (works.current_count, works.item_count, works.late) == (0, 1, ("O2",))


def test_it_goes_to_the_director_and_names_nobody() -> None:
    """To the post, by the office's name; who reports writes in number, day, name and post."""
    letter = letter_at(SAMPLE)
    assert (letter.to, letter.noted_by) == ("ผู้อำนวยการเขตตัวอย่าง", "ผู้อำนวยการเขตตัวอย่าง")
    texts = [paragraph.text for paragraph in word(letter_docx(letter, MARCH.end)).paragraphs]
    assert "ที่ \tวันที่ \t" in texts


def test_it_reads_as_a_letter_cause_first_then_the_purpose() -> None:
    """The cause, the points by number, what is enclosed, and for whose information."""
    letter = letter_at(SAMPLE)
    texts = [text for text, _ in paragraphs(letter)]
    assert texts[0].startswith("ตามที่สำนักงานเขตตัวอย่างต้องเปิดเผยข้อมูล")
    assert [text[:2] for text in texts[1:-1]] == ["1.", "2.", "3."]
    assert texts[-1] == "จำนวนข้อของแต่ละหน่วยงานปรากฏตามสิ่งที่ส่งมาด้วย"
    assert letter.closing == "จึงเรียนมาเพื่อโปรดทราบ"


def test_what_is_late_asks_the_director_to_see_to_it(tmp_path: Path) -> None:
    """The closing says for what the letter comes; what is late stands under its own point."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    letter = letter_at(site, "2025-04-28")
    assert letter.closing.startswith("จึงเรียนมาเพื่อโปรดทราบ และพิจารณามอบหมาย")
    late = "\n2.1 ข้อ O3 ข้อมูลสถิติการจัดเก็บภาษี: ค้างเผยแพร่ 11 วัน (ฝ่ายการคลัง)"
    assert late in letter_text(letter)


def test_a_telephone_number_stands_in_the_head_of_a_real_office_s_letter(tmp_path: Path) -> None:
    """And a demonstration gives no number that might be somebody's."""
    site = copy_site("current", tmp_path)
    numbered = "name_en: Test District Office\n      telephone: 0 2123 4567"
    replace("mkdocs.yml", "name_en: Test District Office", numbered)(site)
    assert letter_at(site).agency == "สำนักงานเขตทดสอบ"
    replace("mkdocs.yml", "mode: demonstration", "mode: production")(site)
    assert letter_at(site).agency == "สำนักงานเขตทดสอบ โทร. 0 2123 4567"


def test_a_demonstration_says_so_on_every_form() -> None:
    """And a site in production does not."""
    letter = letter_at(SAMPLE)
    assert letter.notice
    assert letter.notice in letter_text(letter)
    assert letter.notice in letter_html(letter)
    assert letter.notice in [one.text for one in word(letter_docx(letter, MARCH.end)).paragraphs]


def word(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def test_the_word_document_is_a_memorandum_in_the_order_of_its_form() -> None:
    """A4; title, agency, number and day, subject, salutation, text, closing; then the enclosure."""
    letter = letter_at(SAMPLE)
    document = word(letter_docx(letter, MARCH.end))
    (section,) = document.sections
    paper = (section.page_width, section.page_height)
    assert [round(length.mm) for length in paper if length] == [210, 297]
    assert [paragraph.text.split()[0] for paragraph in document.paragraphs[:4]] == [
        *("บันทึกข้อความ", "ส่วนราชการ", "ที่", "เรื่อง"),
    ]
    *_, closing, enclosed = document.paragraphs
    assert closing.text == letter.closing
    assert enclosed.paragraph_format.page_break_before
    signers, divisions = document.tables
    noting, reporting = (cell.text.split("\n")[-1] for cell in signers.rows[0].cells)
    assert noting == letter.noted_by
    assert reporting.startswith("ตำแหน่ง ....")
    shown = [tuple(cell.text for cell in row.cells) for row in divisions.rows]
    assert shown[1:] == list(rows_of(letter))


def test_the_word_document_asks_for_the_fonts_of_official_letters_in_their_order() -> None:
    """TH Sarabun New, and in its place TH SarabunPSK, then Sarabun; for Thai as for Latin."""
    data = letter_docx(letter_at(SAMPLE), MARCH.end)
    fonts = word(data).styles["Normal"].element.rPr.find(qn("w:rFonts"))
    named = {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert named == {FONT} == {"TH Sarabun New"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        table = archive.read("word/fontTable.xml").decode()
    assert '<w:altName w:val="TH SarabunPSK,Sarabun"/>' in table
    page = letter_html(letter_at(SAMPLE))
    assert 'font-family: "TH Sarabun New", "TH SarabunPSK", Sarabun,' in page


def test_every_style_of_the_letter_has_its_size_and_weight_for_thai_too() -> None:
    """Word formats Thai by settings of its own, which have to say the same."""
    document = word(letter_docx(letter_at(SAMPLE), MARCH.end))
    own = [style for style in document.styles if style.name.startswith(("Letter", "Normal"))]
    sized = [style.element.rPr for style in own if style.element.rPr is not None]
    assert len(sized) > 10
    for properties in sized:
        size, thai = properties.find(qn("w:sz")), properties.find(qn("w:szCs"))
        assert size.get(qn("w:val")) == thai.get(qn("w:val"))
        assert (properties.find(qn("w:b")) is None) == (properties.find(qn("w:bCs")) is None)


def test_the_word_document_is_the_same_bytes_each_time_and_names_nobody() -> None:
    """No clock, no author, no thumbnail of another document."""
    data = letter_docx(letter_at(SAMPLE), MARCH.end)
    assert data == letter_docx(letter_at(SAMPLE), MARCH.end)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        core = archive.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    properties = word(data).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created == properties.modified


def test_a_stranger_s_words_break_no_form_of_the_report(tmp_path: Path) -> None:
    """Control characters go, markup is text."""
    site = copy_site("current", tmp_path)
    old = "    name_th: ฝ่ายการคลัง"
    replace("oit_items/divisions.yml", old, '    name_th: "<b>\\x07ฝ่าย\\u202eการคลัง"')(site)
    letter = letter_at(site)
    assert "<b> ฝ่าย" not in letter_html(letter)
    assert "<b> ฝ่ายการคลัง" in {row[0] for row in rows_of(letter)}
    assert word(letter_docx(letter, MARCH.end)).tables


def test_more_than_a_page_holds_is_counted() -> None:
    """Long lists end with how many are left, so that the report stays one page."""
    assessment = judged(SAMPLE, as_of("2025-03-31"))
    policy, report = assessment.site.policy, reported(SAMPLE, "2025-03-31")
    assert policy is not None
    items = [one.mandated for one in assessment.rounds[0].items]
    standing = changed(report.divisions[0], late=tuple(item.item for item in items))
    late = tuple(LateItem(item, "admin", Status.STALE, 5) for item in items)
    crowded = changed(report, late=late, divisions=(standing,))
    letter = report_letter(crowded, DONE, MARCH, policy, vocabulary_of(assessment.site))
    [listed] = [lines for text, lines in paragraphs(letter) if "ต้องแก้ไข ได้แก่" in text]
    assert (len(listed), listed[-1]) == (4, "2.4 และอีก 19 รายการ")
    assert rows_of(letter)[0][2] == "O1 O2 O3 O4 และอีก 18 ข้อ"
    assert "…: เกินกำหนดปรับปรุง 5 วัน (ฝ่ายปกครอง)" in listed[1]


def test_the_command_judges_the_last_day_of_the_month(tmp_path: Path) -> None:
    """Or today, where the month is not over; as text, Word or a page."""
    site = copy_site("current", tmp_path)
    told = run("oit", "report", "--month", "2025-03", "--format", "text", cwd=site)
    assert "ประจำเดือนมีนาคม 2568" in told.stdout
    assert "ขอรายงานผล ณ วันที่ 31 มีนาคม 2568" in told.stdout
    given = {"OIT_AS_OF": "2025-03-10"}
    early = run("oit", "report", "--month", "2025-03", "--format", "text", cwd=site, **given)
    assert "ขอรายงานผล ณ วันที่ 10 มีนาคม 2568" in early.stdout
    this = run("oit", "report", "--format", "text", cwd=site, **given)
    assert this.stdout == early.stdout


def test_the_command_writes_a_file_and_says_where(tmp_path: Path) -> None:
    """Under the month's name, or where it was told; twice the same bytes."""
    site = copy_site("current", tmp_path)
    done = run("oit", "report", "--month", "2025-03", cwd=site)
    assert "oit-report-2025-03.docx" in done.stdout
    first = (site / "oit-report-2025-03.docx").read_bytes()
    again = ("--output", "other.docx")
    assert run("oit", "report", "--month", "2025-03", *again, cwd=site).returncode == 0
    assert (site / "other.docx").read_bytes() == first
    page = ("--format", "html", "--output", "report.html")
    assert run("oit", "report", "--month", "2025-03", *page, cwd=site).returncode == 0
    assert "@page { size: A4;" in (site / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("month", "told"),
    [
        ("2568-13", "เช่น มีนาคม 2568"),
        ("2025-13", "2025-13"),
        ("FY2568", "FY2568"),
        ("2399-01", "ยังไม่เริ่ม"),
        ("2024-09", "ยังไม่มีรอบใดเปิด"),
    ],
)
def test_a_month_that_cannot_be_reported_is_answered_with_a_sentence(
    month: str, told: str, tmp_path: Path
) -> None:
    """Exit status 2, no traceback, nothing written."""
    site = copy_site("current", tmp_path)
    done = run("oit", "report", "--month", month, cwd=site)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert told in done.stderr
    assert not list(site.glob("*.docx"))


def test_a_folder_that_is_not_there_is_answered_with_a_sentence(tmp_path: Path) -> None:
    """So are settings that cannot be read."""
    site = copy_site("current", tmp_path)
    done = run("oit", "report", "--month", "2025-03", "--output", "no/where.docx", cwd=site)
    assert (done.returncode, "no/where.docx" in done.stderr) == (2, True)
    BROKEN["policy-unreadable"](site)
    done = run("oit", "report", "--month", "2025-03", cwd=site)
    assert (done.returncode, "oit check" in done.stderr) == (2, True)


def test_the_reminder_is_for_a_division_or_for_all_that_owe(tmp_path: Path) -> None:
    """With a thank-you where nothing is owed, and a sentence where nobody is called so."""
    site, given = copy_site("current", tmp_path), {"OIT_AS_OF": "2025-03-31"}
    finance = run("oit", "remind", "--division", "finance", cwd=site, **given).stdout
    assert "\nเรียน หัวหน้าฝ่ายการคลัง\n" in finance
    assert run("oit", "remind", cwd=site, **given).stdout == finance
    works = run("oit", "remind", "--division", "works", cwd=site, **given).stdout
    assert "ไม่มีรายการที่จะครบกำหนดภายในวันที่ 30 เมษายน 2568" in works
    soon = run("oit", "remind", "--within", "3", cwd=site, **given).stdout
    assert "ไม่มีรายการที่จะครบกำหนดภายในวันที่ 3 เมษายน 2568" in soon
    assert run("oit", "remind", "--division", "nobody", cwd=site, **given).returncode == 2


def test_the_reminder_says_how_to_publish_only_where_something_is_to_be_published(
    tmp_path: Path,
) -> None:
    """And how to confirm only where something is to be confirmed."""
    site = copy_site("current", tmp_path)
    told = run("oit", "remind", cwd=site, OIT_AS_OF="2025-03-31").stdout
    assert "ปรับปรุงหรือยืนยันข้อมูล" not in told
    assert ("โปรดยืนยันข้อมูล" in told, "โปรดเพิ่มข้อมูล" in told) == (False, True)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    told = run("oit", "remind", "--within", "60", cwd=site, OIT_AS_OF="2025-04-30").stdout
    assert "ปรับปรุงหรือยืนยันข้อมูล" in told
    assert "โปรดยืนยันข้อมูล" in told


def test_the_reminder_is_a_letter_too_one_for_each_division(tmp_path: Path) -> None:
    """In Word or for print, under the division's name; text goes to the terminal."""
    site, given = copy_site("current", tmp_path), {"OIT_AS_OF": "2025-03-31"}
    done = run("oit", "remind", "--format", "docx", cwd=site, **given)
    assert "oit-remind-finance.docx" in done.stdout
    texts = [one.text for one in Document(str(site / "oit-remind-finance.docx")).paragraphs]
    assert "เรียน หัวหน้าฝ่ายการคลัง" in texts
    assert texts[-1].startswith("จึงเรียนมาเพื่อโปรดดำเนินการ")
    assert not (site / "oit-remind-works.docx").exists()


def test_a_letter_goes_to_who_heads_a_section_or_directs_a_school() -> None:
    """A salutation is for a post, never for a section."""
    assert head_of("ฝ่ายการคลัง") == "หัวหน้าฝ่ายการคลัง"
    assert head_of("โรงเรียนในสังกัดกรุงเทพมหานครในพื้นที่เขต") == "ผู้อำนวยการสถานศึกษา"
    assert director_of("สำนักงานเขตทดสอบ") == "ผู้อำนวยการเขตทดสอบ"
