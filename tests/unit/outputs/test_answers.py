"""The answer pack: what is filed of each item, where it stands, and the way to it."""

import csv
import io
import re
from pathlib import Path

from helpers.broken import BROKEN
from helpers.edits import O1, ROUND
from helpers.support import ROOT, SAMPLE, as_of, copy_site, published, replace, write
from oit.contract.addresses import answers_csv_path, answers_path
from oit.outputs.site_files import Outputs

SITE = "https://oit.example.go.th/"
HOME = "    official_home: https://office.example.go.th/\n"


def outputs_at(site: Path, day: str = "2025-04-30", site_url: str | None = SITE) -> Outputs:
    return published(site, as_of(day), site_url)


def rows_of(outputs: Outputs) -> list[dict[str, str]]:
    text = outputs.files[answers_csv_path(2568)].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def page_of(outputs: Outputs) -> str:
    return next(page.html for page in outputs.pages if page.path == answers_path(2568))


def test_every_item_of_the_sample_round_has_its_answer_in_order() -> None:
    """O1 to O22, each disclosed, as a table and on the page."""
    outputs = outputs_at(SAMPLE)
    rows = rows_of(outputs)
    assert [row["item"] for row in rows] == [f"O{number}" for number in range(1, 23)]
    assert {row["disclosed"] for row in rows} == {"true"}
    found = re.findall(r'<section class="answered" id="answer-(o\d+)"', page_of(outputs))
    assert found == [f"o{number}" for number in range(1, 23)]


def test_an_answer_tells_the_addresses_and_where_each_requirement_stands(tmp_path: Path) -> None:
    """The item's page first, each address once; a stated nothing stands with its requirement."""
    outputs = outputs_at(copy_site("current", tmp_path))
    (first, *_) = rows_of(outputs)
    page = f"{SITE}2568/o1/"
    assert first["urls"].split(" | ") == [
        page,
        f"{page}#text-announcements",
        f"{page}scores.csv",
        f"{page}#requirement-monthly-summary",
        f"{page}summary-2025-03.csv",
        "https://example.go.th/eit",
    ]
    places = dict(place.rsplit(": ", 1) for place in first["requirements_th"].split(" | "))
    assert places["ช่องทางตอบแบบวัด EIT"] == f"{page}#requirement-eit-link"


def test_every_anchor_that_is_filed_is_on_the_page_it_names(tmp_path: Path) -> None:
    """Nobody is sent to a place that is not there."""
    outputs = outputs_at(copy_site("current", tmp_path), site_url=None)
    pages = {page.path: page.html for page in outputs.pages}
    filed = [
        address
        for row in rows_of(outputs)
        for address in (*row["urls"].split(" | "), *re.findall(r": (\S+)", row["requirements_th"]))
        if "#" in address
    ]
    assert len(filed) > 5
    for path, _, anchor in (address.partition("#") for address in filed):
        assert f'id="{anchor}"' in pages[path]


def test_the_click_path_begins_at_the_main_website(tmp_path: Path) -> None:
    """Then this site, the round and the item; this site is not named twice where it is the same."""
    site = copy_site("current", tmp_path)
    (first, *_) = rows_of(outputs_at(site))
    assert first["click_path_th"].split(" › ") == [
        "หน้าแรกเว็บไซต์หลักของสำนักงานเขตทดสอบ (https://office.example.go.th/)",
        f"การเปิดเผยข้อมูลสาธารณะ (OIT) ({SITE})",
        "รายการเปิดเผยข้อมูล (OIT) ปีงบประมาณ พ.ศ. 2568",
        "O1 สรุปผลการจัดซื้อจัดจ้าง",
    ]
    (same, *_) = rows_of(outputs_at(site, site_url="https://office.example.go.th"))
    assert len(same["click_path_th"].split(" › ")) == 3


def test_a_main_website_that_is_not_set_is_not_invented(tmp_path: Path) -> None:
    """The path says so, and so does the page."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", HOME, "")(site)
    outputs = outputs_at(site)
    unset = "(ยังไม่ได้กำหนดหน้าแรกของเว็บไซต์หลักของสำนักงาน) › "
    assert all(row["click_path_th"].startswith(unset) for row in rows_of(outputs))
    assert "ขั้นตอนการเข้าถึงจึงยังไม่บอกจุดเริ่มต้น" in page_of(outputs)


def test_the_answer_is_also_told_as_on_the_filing_day(tmp_path: Path) -> None:
    """What came after that day is in the answer, and not in what was filed."""
    site = copy_site("current", tmp_path)
    replace(ROUND, "filing: 2025-04-30", "filing: 2025-04-09")(site)
    (first, *_) = rows_of(outputs_at(site))
    assert first["filing"] == "2025-04-09"
    assert "summary-2025-03.csv" in first["urls"]
    assert "summary-2025-03.csv" not in first["filing_urls"]
    assert "ขณะนั้นมี 5 URL" in page_of(outputs_at(site))


def test_before_the_filing_day_nothing_is_said_of_it(tmp_path: Path) -> None:
    """And nothing where no day is set."""
    site = copy_site("current", tmp_path)
    for row in rows_of(outputs_at(site, "2025-04-20")):
        assert [row[f"filing{name}"] for name in ("", "_disclosed", "_status", "_urls")] == [""] * 4
    replace(ROUND, "filing: 2025-04-30\n", "")(site)
    assert {row["filing"] for row in rows_of(outputs_at(site))} == {""}
    assert "วันสุดท้ายของการตอบ" not in page_of(outputs_at(site))


def test_what_is_not_in_order_is_not_called_disclosed(tmp_path: Path) -> None:
    """The answer is disclosed where the item scores in full, and nowhere else."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    told = {row["item"]: (row["disclosed"], row["status"]) for row in rows_of(outputs_at(site))}
    assert told["O1"] == ("false", "stale")
    assert told["O3"] == ("true", "current")
    assert "ยังเปิดเผยไม่ครบถ้วนหรือไม่เป็นปัจจุบัน" in page_of(outputs_at(site))


def test_a_withheld_file_is_not_filed(tmp_path: Path) -> None:
    """Evidence with a fault fills nothing."""
    site = copy_site("current", tmp_path)
    write("oit_items/2568/O01/summary-2025-03.csv", b"")(site)
    assert "summary-2025-03.csv" not in rows_of(outputs_at(site))[0]["urls"]


def test_samples_are_marked_and_strangers_words_escaped(tmp_path: Path) -> None:
    """On the page; in the table a sample is a field of its own."""
    site = copy_site("current", tmp_path)
    replace(O1, "title: แบบวัด EIT", "title: <script>alert(1)</script>")(site)
    outputs = outputs_at(site)
    assert "<script>" not in page_of(outputs)
    assert "ตัวอย่าง – มิใช่ข้อมูลจริง" in page_of(outputs)
    assert rows_of(outputs)[0]["sample"] == "true"


def test_the_page_says_how_it_prints() -> None:
    """On A4, by the style sheet that every page loads."""
    css = (ROOT / "hooks/oit/theme/assets/print.css").read_text("utf-8")
    assert re.search(r"@page \{ size: A4;", css)


def test_an_answer_of_samples_says_so_and_is_not_called_disclosed() -> None:
    """At the head of the pack, and at the answer, which is not in bold."""
    page = page_of(outputs_at(SAMPLE))
    head, first, *_ = page.split('<section class="answered"')
    assert "ห้ามนำ" in head
    assert "<strong>คำตอบทุกข้อในชุดนี้" in head
    tracking = page.split('id="answer-o12"')[1].split("</section>")[0]
    assert "ครบถ้วนตามข้อมูลตัวอย่าง ยังไม่มีข้อมูลจริง" in tracking
    assert "<strong>" not in tracking
    assert "<strong>เปิดเผยแล้ว" not in page
    assert "ตัวอย่าง – มิใช่ข้อมูลจริง" in first


def test_a_real_answer_is_in_bold_and_the_pack_has_no_notice(tmp_path: Path) -> None:
    """Where nothing is a sample, nothing is said of samples."""
    site = copy_site("current", tmp_path)
    for record in site.glob("oit_items/2568/O*/*.md"):
        record.write_text(
            record.read_text("utf-8").replace("sample: true", "sample: false"), "utf-8"
        )
    page = page_of(outputs_at(site))
    assert ">เปิดเผยแล้ว</strong>" in page
    assert "ITAP</strong></p>" not in page.split("<ul")[0]


def test_a_pack_with_some_samples_counts_them(tmp_path: Path) -> None:
    """And says which answers may not be filed."""
    site = copy_site("current", tmp_path)
    record = site / O1
    record.write_text(record.read_text("utf-8").replace("sample: true", "sample: false"), "utf-8")
    head = page_of(outputs_at(site)).split('<section class="answered"')[0]
    assert re.search(r"ชุดคำตอบนี้มีข้อมูลตัวอย่าง \d ข้อ", head)
