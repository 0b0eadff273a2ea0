"""That there was nothing, and that nothing changed, is written by one command each."""

import os
from pathlib import Path

import pytest

from helpers.support import replace, tree
from helpers.writing_commands import CONFIRM, O1, oit, owing_site
from oit.records.load import load_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that owes the summary of April."""
    return owing_site(tmp_path)


@pytest.mark.usefixtures("terminal")
def test_divisions_are_asked_for_by_their_thai_names(site: Path) -> None:
    """And the post and the reason of a confirmation."""
    done = oit(site, "confirm", "O2", given="ฝ่ายโยธา\nหัวหน้าฝ่ายโยธา\nตรวจแล้ว\n")
    assert done.exit_code == 0, done.output
    part = load_site(site).rounds[0].bundles["O2"].part("works")
    assert part
    assert [(review.by, review.note) for review in part.disclosed.reviews] == [
        ("หัวหน้าฝ่ายโยธา", "ตรวจแล้ว")
    ]


def test_a_month_without_anything_is_stated(site: Path) -> None:
    """With its reason; the requirement is the only one that may be none."""
    done = oit(site, "none", "O1", "--period", "2025-04", "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้")
    assert done.exit_code == 0, done.output
    entry = (site / O1).read_text("utf-8").split("  - kind:")[-1]
    assert entry.startswith(
        " none\n    for: monthly-summary\n    periods:\n      - 2025-04\n"
        "    reason: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\n    published: 2025-05-08\n---"
    )


def test_a_month_that_has_not_begun_cannot_be_stated_as_none(site: Path) -> None:
    """By the rule for dates before their period."""
    before = tree(site)
    done = oit(site, "none", "O1", "--period", "2025-04", "ไม่มี", day="2025-03-31")
    assert "published-before-period" in done.output
    assert (done.exit_code, tree(site)) == (1, before)


def test_a_confirmation_counts_once_a_day(site: Path) -> None:
    """A second one on the day would change nothing, and is refused."""
    assert oit(site, *CONFIRM).exit_code == 0
    once = tree(site)
    again = oit(site, *CONFIRM)
    assert "ไม่ได้บันทึกการยืนยัน" in again.output
    assert (again.exit_code, tree(site)) == (2, once)


def test_a_closed_round_is_not_confirmed_any_more(site: Path) -> None:
    """What comes later changes no verdict of it."""
    before = tree(site)
    done = oit(site, *CONFIRM, day="2025-12-01")
    assert (done.exit_code, tree(site)) == (2, before)


def test_what_was_never_published_cannot_be_confirmed(site: Path) -> None:
    """There is nothing of which it could be said that it has not changed."""
    replace("oit_items/2568/O02/works.md", "updated: 2025-03-12\n", "")(site)
    done = oit(site, "confirm", "O2", "--division", "works", "--by", "ก", "--note", "ข")
    assert done.exit_code == 2
    assert "ยังไม่เคยเผยแพร่" in done.output


@pytest.mark.skipif(os.name == "nt", reason="there, folders are written to all the same")
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may write anywhere")
def test_where_nothing_can_be_written_a_sentence_says_so(site: Path) -> None:
    """No traceback, and all as it was."""
    site.chmod(0o500)
    done = oit(site, *CONFIRM)
    site.chmod(0o700)
    assert done.exit_code == 2
    assert "ระบบยังไม่ได้เปลี่ยนแปลงไฟล์ใด" in done.output


def test_comments_and_untidy_fields_stay_as_they_are(site: Path) -> None:
    """A command writes its own lines, in the line ends of the file, and no other."""
    record = site / O1
    untidy = record.read_bytes().replace(b"owner: ", b"# \xe0\xb8\x81\nowner:    ")
    record.write_bytes(b"\xef\xbb\xbf" + untidy.replace(b"\n", b"\r\n"))
    before = record.read_bytes().splitlines(keepends=True)
    assert oit(site, *CONFIRM).exit_code == 0
    after = record.read_bytes().splitlines(keepends=True)
    start = next(place for place, line in enumerate(after) if line != before[place])
    added = after[start : start + 3]
    assert [line.split()[0] for line in added[1:]] == [b"by:", b"note:"]
    assert after[:start] + after[start + 3 :] == before


@pytest.mark.parametrize("post", ["นายสมชาย ใจดี", "หัวหน้าฝ่ายการคลัง (นางสมศรี ใจดี)", "Mrs. Jones"])
def test_a_person_confirms_nothing(site: Path, post: str) -> None:
    """A post does: what is refused says what to write, and does not repeat the name."""
    before = tree(site)
    done = oit(site, "confirm", "O1", "--by", post, "--note", "ตรวจแล้ว")
    assert (done.exit_code, tree(site)) == (2, before)
    assert "โปรดระบุชื่อตำแหน่ง" in done.output
    assert "สม" not in done.output
    withdrawn = ("withdraw", "O1", "scores.csv", "--why", "wrong", "--reason", "ผิด")
    done = oit(site, *withdrawn, "--by", post)
    assert (done.exit_code, tree(site)) == (2, before)


def test_what_may_be_a_name_is_pointed_out_and_entered(site: Path) -> None:
    """A given name is no proof as a title is: it is told here, and again to whoever approves."""
    done = oit(site, "confirm", "O1", "--by", "สมชาย ใจดี", "--note", "ตรวจแล้ว")
    assert done.exit_code == 0, done.output
    assert "post-names-person" in done.output
