"""What pages tell of time: who confirmed, since when nothing changed, what replaced what."""

import re
from datetime import date
from pathlib import Path

from helpers.broken import BROKEN
from helpers.edits import LEDGER, MANDATE, O1, WORKS, ledger
from helpers.support import SAMPLE, as_of, copy_site, published, replace, write

_LEAD, _OTHERS = "หน่วยงานรับผิดชอบหลัก", "หน่วยงานร่วมส่งข้อมูล"


def pages_of(site: Path, day: str = "2025-04-30") -> dict[str, str]:
    """The words of every page by its address, without the marks that keep words together."""
    pages = published(site, as_of(day)).pages
    return {page.path: re.sub(r'<span class="nb">(.*?)</span>', r"\1", page.html) for page in pages}


def test_a_confirmation_without_change_names_the_post_the_day_and_the_reason(
    tmp_path: Path,
) -> None:
    """And since when the content is what it is."""
    page = pages_of(copy_site("current", tmp_path))["2568/o1/"]
    told = "หัวหน้าฝ่ายการคลังยืนยันว่าไม่มีการเปลี่ยนแปลง (หมายเหตุ ไม่มีการเปลี่ยนแปลง)"
    assert f">28 เมษายน 2568</dd><dd>{told}</dd>" in page
    assert "<dt>แก้ไขเนื้อหาครั้งล่าสุด</dt><dd>18 เมษายน 2568</dd>" in page


def test_an_item_updated_last_says_nothing_of_the_kind(tmp_path: Path) -> None:
    """Its content changed on the day it was confirmed."""
    page = pages_of(copy_site("current", tmp_path), "2025-04-20")["2568/o1/"]
    assert "ยืนยันว่าไม่มีการเปลี่ยนแปลง" not in page
    assert "แก้ไขเนื้อหาครั้งล่าสุด" not in page


def test_a_replaced_file_stays_on_record_on_its_item_s_page(tmp_path: Path) -> None:
    """With its first day and its hash."""
    site = copy_site("current", tmp_path)
    old = ledger("O1", "old.csv").replace("}]", f', "replaced_by": "{"0" * 64}"}}]')
    write(LEDGER, old)(site)
    page = pages_of(site)["2568/o1/"]
    assert "ไฟล์ฉบับที่มีการแทนที่หรือถอนออก" in page
    assert "old.csv" in page
    assert "มีฉบับใหม่แทนแล้ว" in page


def test_the_checklist_page_draws_the_round_day_by_day(tmp_path: Path) -> None:
    """A picture with words for who cannot see it, and its figures beneath."""
    page = pages_of(copy_site("current", tmp_path))["2568/"]
    assert 'role="img" aria-labelledby="trend-words"><svg' in page
    assert "จาก 0 ข้อ ในวันที่ 1 ตุลาคม 2567" in page
    assert "ดูตัวเลขในแผนภูมิ" in page


def test_the_page_of_deadlines_tells_what_is_due_and_who_was_late(tmp_path: Path) -> None:
    """For the coordinator, and for the public."""
    page = pages_of(copy_site("current", tmp_path), "2025-03-04")["2568/due/"]
    assert 'datetime="2025-06-16"' in page
    assert 'data-words="อีก {days} วัน"' in page, "written when it is read"
    assert "ความตรงต่อเวลา" in page


def test_a_real_link_worth_scanning_has_a_code_and_a_sample_has_none(tmp_path: Path) -> None:
    """Whoever scans a code cannot see a sample's mark."""
    site = copy_site("current", tmp_path)
    replace(MANDATE, "      - id: eit-link\n", "      - id: eit-link\n        qr: true\n")(site)
    assert "oit-qr" not in pages_of(site)["2568/o1/"]
    real = "published: 2025-03-03\n    sample: true"
    replace(O1, real, "published: 2025-03-03")(site)
    page = pages_of(site)["2568/o1/"]
    assert page.count("oit-qr") == 1
    assert "คิวอาร์โค้ดของแบบวัด EIT" in page


def test_counts_and_proofs_that_rest_on_samples_say_so() -> None:
    """A full count of samples is no merit of a real office."""
    pages = pages_of(SAMPLE)
    for path in ("", "2568/"):
        assert "ตัวอย่าง มิใช่ผลจริง" in pages[path], path
    assert "sample, not the real result" in pages["en/"]
    proofs = pages["2568/measures/"].split('class="s proof"')[1:]
    of_samples = [proof.split("</li>")[0] for proof in proofs if ">ข้อ O12<" in proof]
    assert of_samples
    assert all("ตัวอย่าง" in proof for proof in of_samples)
    assert "ไม่ใช่ข้อมูลหรือช่องทางจริง" in pages["2568/o12/"]


def test_an_item_in_parts_names_its_lead_and_then_who_sends_a_part() -> None:
    """Both lead to the page of the division."""
    facts = pages_of(SAMPLE)["2568/o21/"]
    lead, others = (facts.split(f"<dt>{name}</dt>")[1] for name in (_LEAD, _OTHERS))
    assert lead.split("</dd>")[0].endswith('divisions/finance/">ฝ่ายการคลัง</a>')
    assert others.split("</dd>")[0].endswith('divisions/enforcement/">ฝ่ายเทศกิจ</a>')


def test_what_a_round_closed_before_is_not_called_late(tmp_path: Path) -> None:
    """What is owed once a year is due in October, and this round closed in April."""
    site = copy_site("current", tmp_path)
    replace(MANDATE, "frequency: semiannual", "frequency: annual")(site)
    record = "oit_items/2568/O02/record.md"
    replace(record, "frequency: semiannual", "frequency: annual")(site)
    entries = (site / WORKS).read_text("utf-8").split("evidence:\n")[1].split("---\n")[0]
    replace(WORKS, f"evidence:\n{entries}", "")(site)
    closed = pages_of(site, "2025-05-01")["2568/o2/"]
    assert "ค้างเผยแพร่" not in closed
    assert "ยังไม่ถึงกำหนด" in closed


def test_the_page_of_a_late_item_says_when_its_round_has_closed(tmp_path: Path) -> None:
    """In both languages, though nothing on it ages: something there carries the closing day."""
    site = copy_site("current", tmp_path)
    BROKEN["stale"](site)
    pages = {page.path: page for page in published(site, as_of("2025-04-30")).pages}
    for path in ("2568/o1/", "en/2568/o1/"):
        ageing = pages[path].ageing
        assert ageing is not None
        assert ageing.closes == date(2025, 4, 30)


def test_what_may_be_stated_to_be_nothing_is_named_as_a_policy_of_the_makers() -> None:
    """In both languages, at the requirements that may and in the dossier, and at no other."""
    pages = pages_of(SAMPLE)
    for path, words in (
        ("2568/o15/", "ตามนโยบายของผู้จัดทำเว็บไซต์"),
        ("en/2568/o15/", "by the policy of the makers of this website"),
    ):
        answer, dossier = pages[path].split('id="dossier"')
        assert (answer.count(words), dossier.count(words)) == (1, 1)
    assert "ตามนโยบายของผู้จัดทำเว็บไซต์" not in pages["2568/o16/"]
