"""Evidence from the office's desk to the site: read as it is made, shown, checked, remembered."""

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import html

from helpers import made_files as made
from helpers import office_tables as office
from helpers.builds import built
from helpers.caches import cache_in
from helpers.commands import run
from helpers.edits import MANDATE, O1, both, file, table
from helpers.support import SAMPLE, Edit, copy_sample, copy_site, judged, replace, tree, write
from oit.evidence.read import inspect_bytes
from oit.system.cache import NO_CACHE
from oit.system.evidence_cache import EvidenceInspector

COLUMNS = 9
EXCEPTIONS = "oit_items/exceptions.yml"
MARCH = {"month": "มีนาคม ๒๕๖๘", "sheet": "มี.ค. 68"}
"""What the file that is put in the place of March says."""


def summary(data: bytes) -> Edit:
    """The summary of March as a workbook, under the schema of the สขร.1."""
    asked = "may_be_none: true\n        statistics: true\n        tables: [procurement-summary]\n"
    return both(replace(MANDATE, "may_be_none: true\n", asked), file("march.xlsx", data))


def rows_of(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_office_s_own_workbook_passes_and_has_an_open_twin(tmp_path: Path) -> None:
    """Title rows, merged heading, signatures, Thai digits: nine columns come out of it."""
    site = copy_site("current", tmp_path)
    summary(office.monthly_summary(**MARCH))(site)
    published = built(site)
    header, *rows = rows_of(published / "2568/o1/march.xlsx.csv")
    assert len(header) == COLUMNS
    assert [row[1] for row in rows] == ["ซื้อวัสดุสำนักงาน", "จ้างซ่อมเครื่องปรับอากาศ"]
    assert [row[2] for row in rows] == ["10000.00", "25000"], "Thai digits, บาท and separators"
    page = html.parse(str(published / "2568/o1/index.html")).getroot()
    assert "ตารางตามแบบกรอกข้อมูล นำไปประมวลผลได้" in page.text_content()
    twins = page.xpath("//a[@href='../../2568/o1/march.xlsx.csv']")
    assert any("ในรูปแบบ CSV" in link.text_content() for link in twins)
    assert page.xpath("//a[@href='../../forms/procurement-summary.csv']")
    assert rows_of(published / "forms/procurement-summary.csv") == [header]
    index = json.loads((published / "api/v1/2568/o1.json").read_text("utf-8"))
    entries = [
        entry
        for requirement in index["item"]["requirements"]
        for cell in requirement["cells"]
        for entry in cell["evidence"]
    ]
    (entry,) = [one for one in entries if one["rows"] == len(rows) and one["open_csv"]]
    assert entry["open_csv"] == "2568/o1/march.xlsx.csv"
    assert (entry["readability"], entry["table_schema"]) == ("open-table", "procurement-summary")


@pytest.mark.parametrize(("delimiter", "encoding"), [("\t", "utf-16"), (",", "cp874")])
def test_a_csv_that_few_programs_read_is_published_with_an_open_twin(
    delimiter: str, encoding: str, tmp_path: Path
) -> None:
    """In UTF-8, between commas; the office's own file stays beside it, and fails nothing."""
    site = copy_site("current", tmp_path)
    text = "ประเภทภาษี,จำนวนราย,จำนวนเงิน (บาท)\r\nป้าย,12,500\r\n".replace(",", delimiter)
    table(text.encode(encoding))(site)
    published = built(site)
    header, row = rows_of(published / "2568/o1/table.csv.csv")
    assert (header[0], row[:3]) == ("ประเภทภาษี", ["ป้าย", "12", "500"])
    assert (published / "2568/o1/table.csv").read_bytes() == text.encode(encoding)
    assert '"2568/o1/table.csv.csv"' in (published / "api/v1/2568/o1.json").read_text("utf-8")


def test_a_month_without_purchases_passes(tmp_path: Path) -> None:
    """A table that says that there was nothing is a table."""
    site = copy_site("current", tmp_path)
    summary(office.monthly_summary(office.NO_PURCHASES, **MARCH))(site)
    assert {finding.rule for finding in judged(site).findings} == {"file-authors"}
    assert len(rows_of(built(site) / "2568/o1/march.xlsx.csv")) == 1


def test_a_faulty_table_is_told_by_sheet_cell_and_code(tmp_path: Path) -> None:
    """And neither it nor a twin of it is published by `report`."""
    site = copy_site("current", tmp_path)
    first, *others = office.PURCHASES
    wrong = (first[0], first[1], "ห้าพันบาท", *first[3:])
    summary(office.monthly_summary((wrong, *others), **MARCH))(site)
    told = run("oit", "check", cwd=site).stdout
    assert "table-cell" in told
    assert "ห้าพันบาท" in told
    assert "เซลล์ C" in told
    published = built(site, OIT_GATE="report")
    assert not list(published.rglob("march.xlsx*"))


def test_an_id_number_refuses_every_gate_and_is_never_shown(tmp_path: Path) -> None:
    """Wherever it is: a hidden sheet, a comment, a record's text, a broken record."""
    grouped = "1-1017-00230-70-8"
    hidden = made.xlsx(hidden=f'<c t="inlineStr"><is><t>{made.VALID_ID}</t></is></c>')
    edits: dict[str, Edit] = {
        "hidden": file("a.xlsx", hidden),
        "pdf": file("a.pdf", made.pdf(f"ผู้รับเงิน {grouped}")),
        "text": replace(O1, "ประกาศที่ 1", f"ผู้รับเงิน {made.VALID_ID}"),
        "title": replace(O1, "title: แบบวัด EIT", f"title: {grouped}"),
        "broken": write(O1, f"---\nitem: [\n---\n{made.VALID_ID}\n"),
        "field": replace(O1, "updated: 2025-04-18", f"updated: {made.VALID_ID}"),
    }
    for name, edit in edits.items():
        site = copy_site("current", tmp_path / name)
        edit(site)
        for gate in ("enforce", "report"):
            done = run("oit", "check", cwd=site, OIT_GATE=gate)
            said = done.stdout + done.stderr
            assert (done.returncode, "personal-id" in said) == (1, True), name
            assert "guide/withdraw/" in said
            assert made.VALID_ID not in said
            assert grouped not in said


def test_a_reviewed_exception_names_hash_rule_and_reason(tmp_path: Path) -> None:
    """It holds for those bytes alone."""
    site = copy_site("current", tmp_path)
    data = f"รหัส,จำนวน\n{made.VALID_ID},2\n".encode()
    file("codes.csv", data)(site)
    assert [finding.rule for finding in judged(site).findings] == ["personal-id"]
    digest = next(
        facts.sha256
        for bundle in judged(site).site.rounds[0].bundles.values()
        for name, facts in bundle.facts.items()
        if name == "codes.csv"
    )
    text = (
        f"exceptions:\n  - sha256: {digest}\n    rule: personal-id\n"
        "    reason: รหัสสินค้า มิใช่เลขประจำตัวประชาชน\n    approved_by: หัวหน้าฝ่ายปกครอง\n"
    )
    write(EXCEPTIONS, text)(site)
    assert not judged(site).findings
    write("oit_items/2568/O01/codes.csv", data + f"{made.VALID_ID},3\n".encode())(site)
    assert [finding.rule for finding in judged(site).findings] == ["personal-id"] * 2
    write(EXCEPTIONS, text.replace("rule: personal-id", "rule: file-macros"))(site)
    assert "choice-unknown" in [finding.rule for finding in judged(site).findings]


def test_nothing_changed_reads_no_evidence_file_again(tmp_path: Path) -> None:
    """And one that changed is read, and only that."""
    folder = tmp_path / "cache"
    files = sorted((SAMPLE / "oit_items/2568").glob("O*/*.csv"))
    with EvidenceInspector.remembering(cache_in(folder)) as first:
        found = [first(path, ())() for path in files]
    with EvidenceInspector.remembering(cache_in(folder)) as second:
        assert [second(path, ())() for path in files] == found
    assert (first.read_count, second.read_count) == (len(files), 0)
    copy = tmp_path / "a.csv"
    copy.write_bytes(files[0].read_bytes())
    with EvidenceInspector.remembering(cache_in(folder)) as third:
        before = third(copy, ())()
        copy.write_bytes(b"a,b\n1,2\n")
        assert third(copy, ())().sha256 != before.sha256


@pytest.mark.parametrize("damage", ["cut", "other", "empty", "gone", "folder"])
def test_a_damaged_cache_changes_no_result(damage: str, tmp_path: Path) -> None:
    """It is as if it were not there."""
    folder, path = tmp_path / "cache", SAMPLE / "oit_items/2568/O15/summary-2025-03.csv"
    with EvidenceInspector.remembering(cache_in(folder)) as inspect:
        expected = inspect(path, ("procurement-summary",))()
    for kept in [one for one in folder.rglob("*") if one.is_file()]:
        entry = kept.read_bytes()
        kept.unlink()
        if damage == "folder":
            kept.mkdir()
        elif damage != "gone":
            other = entry.replace(b"text/csv", b"text/html").replace(b"0", b"1")
            kept.write_bytes({"cut": entry[:-9], "other": other, "empty": b""}[damage])
    with EvidenceInspector.remembering(cache_in(folder)) as inspect:
        assert inspect(path, ("procurement-summary",))() == expected


def test_what_the_child_says_is_what_reading_here_says() -> None:
    """The process apart changes no fact."""
    path = SAMPLE / "oit_items/2568/O05/action-plan-2568.pdf"
    with EvidenceInspector.rereading(NO_CACHE) as inspect:
        assert inspect(path, ())().inspection == inspect_bytes(path.read_bytes(), "pdf", ())


def test_the_command_cleans_a_file_in_its_place(tmp_path: Path) -> None:
    """A damaged one is left as it was, with a sentence."""
    site = copy_site("current", tmp_path)
    file("a.docx", made.docx())(site)
    assert "file-authors" in {finding.rule for finding in judged(site).findings}
    path = "oit_items/2568/O01/a.docx"
    assert run("oit", "clean", path, cwd=site, OIT_AS_OF="2025-04-30").returncode == 0
    assert "file-authors" not in {finding.rule for finding in judged(site).findings}
    write(path, b"PK\x03\x04broken")(site)
    before = tree(site)
    done = run("oit", "clean", path, cwd=site)
    assert (done.returncode, "ไฟล์ยังคงเดิม" in done.stderr) == (2, True)
    assert tree(site) == before


def test_the_sample_site_shows_previews_and_offers_every_form(tmp_path: Path) -> None:
    """A table can be seen without a download, and its form filled in."""
    published = built(copy_sample(tmp_path))
    page = html.parse(str(published / "2568/o9/index.html")).getroot()
    shown = page.xpath("//section[@data-oit-requirement='tax-statistics']//table")
    assert ["ภาษีป้าย" in table.text_content() for table in shown] == [True, True]
    assert page.xpath("//a[@href='../../forms/tax-statistics.csv']")
    assert len(list((published / "forms").glob("*.csv"))) >= 18
