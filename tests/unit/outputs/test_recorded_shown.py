"""When something was recorded is shown beside its day: on pages, in every index, in the ledger."""

import csv
import hashlib
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.commands import run
from helpers.edits import WITHDRAWN, withdrawal
from helpers.recorded_office import MARCH, O1, RecordedOffice, given
from helpers.repositories import git
from helpers.support import delete, replace, write
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.outputs.site_files import Outputs, outputs_of
from oit.records.load import load_site

TODAY = Today(date(2025, 4, 30), is_set=True)
FILE = "oit_items/2568/O01/summary-2025-03.csv"
LATE_TH = "ช้ากว่าวันที่ระบุ จึงนับตั้งแต่วันที่บันทึก"
LATE_EN = "later than the day stated, and counted from then"
UNKNOWN_TH = "นับตามวันที่ระบุ เพราะไม่มีประวัติการบันทึก"


@pytest.fixture
def office(tmp_path: Path) -> RecordedOffice:
    return RecordedOffice(tmp_path)


def made(office: RecordedOffice) -> Outputs:
    return outputs_of(assess(office.read(), TODAY), None)


def page(outputs: Outputs, path: str = "2568/o1/") -> str:
    return next(found.html for found in outputs.pages if found.path == path)


def summary_of_march(outputs: Outputs) -> dict[str, Any]:
    index = json.loads(outputs.files["api/v1/index.json"])
    (item,) = (item for item in index["rounds"][0]["items"] if item["item"] == "O1")
    cells = next(
        found["cells"] for found in item["requirements"] if found["id"] == "monthly-summary"
    )
    (cell,) = (cell for cell in cells if cell["period"] == "2025-03")
    return dict(cell)


def test_what_was_recorded_late_says_so_in_both_languages(office: RecordedOffice) -> None:
    """Beside the day that it names, in the answer and in the dossier, without a word of blame."""
    office.record(date(2025, 4, 25), given(MARCH))
    outputs = made(office)
    for html, words in ((page(outputs), LATE_TH), (page(outputs, "en/2568/o1/"), LATE_EN)):
        answer, dossier = html.split('id="dossier"')
        assert (answer.count(words), dossier.count(words)) == (1, 1)


def test_what_was_recorded_in_time_has_no_word_more(office: RecordedOffice) -> None:
    """Most of what an office gives."""
    office.record(date(2025, 4, 24), given(MARCH))
    assert "oit-recorded" not in page(made(office))


def test_a_corrected_cell_says_from_which_version_it_counts(office: RecordedOffice) -> None:
    """And what was replaced is listed with its hash."""
    office.record(date(2025, 4, 11), given(MARCH))
    office.record(
        date(2025, 4, 29),
        write(FILE, "ลำดับที่,รายการ\n1,แก้ไขแล้ว\n"),
    )
    html = page(made(office))
    assert "นับตั้งแต่ฉบับแรก" in html
    assert "มีฉบับใหม่แทนแล้ว" in html


def test_every_index_tells_when_it_was_recorded(office: RecordedOffice) -> None:
    """The entry, the cell and the row say the same."""
    office.record(date(2025, 4, 25), given(MARCH))
    outputs = made(office)
    cell = summary_of_march(outputs)
    (entry,) = cell["evidence"]
    assert (entry["recorded"], entry["counts_from"], entry["witness"]) == (
        *("2025-04-25", "2025-04-25", "git"),
    )
    assert (cell["counts_from"], cell["days_late"]) == ("2025-04-25", 8)
    text = outputs.files["api/v1/evidence.csv"].decode("utf-8-sig")
    (row,) = (row for row in csv.DictReader(io.StringIO(text)) if row["period"] == "2025-03")
    assert (row["published"], row["recorded"], row["counts_from"]) == (
        *("2025-04-10", "2025-04-25", "2025-04-25"),
    )


def test_confirmations_tell_when_they_were_recorded(office: RecordedOffice) -> None:
    """In the document of the item."""
    office.record(date(2025, 4, 29), replace(O1, "updated: 2025-04-18", "updated: 2025-04-28"))
    document = json.loads(made(office).files["api/v1/2568/o1.json"])
    (part,) = document["item"]["parts"]
    assert (part["updated"], part["updated_recorded"]) == ("2025-04-28", "2025-04-29")
    assert (part["reviewed"], part["reviewed_recorded"]) == ("2025-04-28", "2024-10-02")


def test_without_a_history_a_site_that_is_tried_out_says_so(office: RecordedOffice) -> None:
    """On the item's page, in the index, and on the page of the round."""
    outputs = outputs_of(assess(load_site(office.site), TODAY), None)
    assert UNKNOWN_TH in page(outputs)
    assert "ยังไม่มีประวัติการบันทึกข้อมูลของรอบนี้" in page(outputs, "2568/")


def files_of(office: RecordedOffice) -> list[dict[str, Any]]:
    document = json.loads(made(office).files["api/v1/ledger.json"])
    return [
        entry for entry in document["rounds"][0]["files"] if entry["file"] == "summary-2025-03.csv"
    ]


def test_the_ledger_follows_from_the_history(office: RecordedOffice) -> None:
    """Every version, from when it counts, and which took its place; nobody has to write it."""
    office.record(date(2025, 4, 25), given(MARCH))
    office.record(date(2025, 4, 29), write(FILE, "ลำดับที่,รายการ\n1,แก้ไขแล้ว\n"))
    first, second = files_of(office)
    assert (first["first_published"], first["replaced_by"]) == ("2025-04-25", second["sha256"])
    assert (second["first_published"], second["replaced_by"]) == ("2025-04-29", None)


def test_a_file_that_became_what_it_was_is_live_again(office: RecordedOffice) -> None:
    """The version between is replaced by the one before it."""
    data = (office.site / FILE).read_bytes()
    office.record(date(2025, 4, 11), given(MARCH))
    office.record(date(2025, 4, 22), write(FILE, "ลำดับที่,รายการ\n1,ผิด\n"))
    office.record(date(2025, 4, 29), write(FILE, data))
    (live,) = (entry for entry in files_of(office) if entry["replaced_by"] is None)
    (between,) = (entry for entry in files_of(office) if entry != live)
    assert live["sha256"] == hashlib.sha256(data).hexdigest()
    assert between["replaced_by"] == live["sha256"]


def test_what_the_ledger_has_stored_is_merged_in(office: RecordedOffice) -> None:
    """What the history lost, and why a file was taken back."""
    office.record(date(2025, 4, 11), given(MARCH))
    (entry,) = files_of(office)
    withdrawn = {**entry, "withdrawn": "ตัวเลขผิด"}
    lost = {**entry, "sha256": "0" * 64, "replaced_by": entry["sha256"], "withdrawn": None}
    stored = json.dumps(
        {"files": [{k: v for k, v in one.items() if v} for one in (lost, withdrawn)]}
    )
    edits = (write("oit_items/2568/ledger.json", stored), replace(O1, MARCH, ""), delete(FILE))
    office.record(date(2025, 4, 29), *edits)
    told = [(found["sha256"], found["withdrawn"]) for found in files_of(office)]
    assert told == [("0" * 64, None), (entry["sha256"], "ตัวเลขผิด")]


def test_a_version_that_was_withdrawn_is_not_live(office: RecordedOffice) -> None:
    """`withdrawn.yml` says why, though no ledger was ever stored; a corrected one may follow."""
    office.record(date(2025, 4, 11), given(MARCH))
    (entry,) = files_of(office)
    told = write(WITHDRAWN, withdrawal("", sha256=entry["sha256"]))
    office.record(date(2025, 4, 28), told, replace(O1, MARCH, ""), delete(FILE))
    assert [found["withdrawn"] for found in files_of(office)] == ["มีข้อมูลส่วนบุคคล"]
    assert "summary-2025-03.csv" in page(made(office))
    office.record(date(2025, 4, 29), write(FILE, "ลำดับที่,รายการ\n1,แก้ไขแล้ว\n"), given(MARCH))
    known = [(found["replaced_by"], found["withdrawn"]) for found in files_of(office)]
    assert known == [(None, "มีข้อมูลส่วนบุคคล"), (None, None)]


def test_the_command_stores_what_the_history_tells(office: RecordedOffice) -> None:
    """For the day on which the round closes; it says that the history tells the same until then."""
    office.record(date(2025, 4, 25), given(MARCH))
    done = run("oit", "ledger", cwd=office.site, OIT_AS_OF="2025-04-30")
    assert done.returncode == 0, done.stderr
    assert "ทะเบียนของรอบนี้อ่านได้จากประวัติอยู่แล้ว" in done.stdout
    stored = json.loads((office.site / "oit_items/2568/ledger.json").read_text("utf-8"))["files"]
    days = {entry["file"]: entry["first_published"] for entry in stored}
    assert days["summary-2025-03.csv"] == "2025-04-25"


def test_a_real_site_without_its_whole_history_is_refused(
    office: RecordedOffice, tmp_path: Path
) -> None:
    """With the words that bring the history; the whole clone is not refused for that."""
    office.record(date(2025, 4, 24), given(MARCH))
    office.record(
        date(2025, 4, 25), replace("mkdocs.yml", "mode: demonstration", "mode: production")
    )
    git(tmp_path, "clone", "--quiet", "--depth=1", office.top.as_uri(), "shallow")
    shallow = run("oit", "check", cwd=tmp_path / "shallow", OIT_AS_OF="2025-04-30")
    assert shallow.returncode == 1
    assert "git fetch --unshallow" in shallow.stdout
    whole = run("oit", "check", cwd=office.site, OIT_AS_OF="2025-04-30")
    assert "witness-unread" not in whole.stdout
