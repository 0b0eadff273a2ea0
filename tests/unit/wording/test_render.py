"""What the renderer prints, on a forge too, where no command may come from a stranger."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.broken import BROKEN
from helpers.support import SAMPLE, copy_site, judged
from oit.assessment.gate import Gate, Verdict, judge
from oit.catalog import Language
from oit.escaping import for_forge, for_forge_log
from oit.findings import Finding, Kind
from oit.records.site import Site
from oit.wording.gate_text import check_summary
from oit.wording.render.annotations import github_annotations
from oit.wording.render.markdown import MOST_ROWS
from oit.wording.sentences import diagnostics_of
from oit.wording.vocabulary import vocabulary_of

COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*),line=(\d+),title=([^,:]*)::(.*)")
EVIL = "oit_items/2568/O01/a,b:c%\r\n::stop-commands::x"


def obeyed(text: str) -> list[str]:
    """The lines that GitHub's runner would take for commands (its `ActionCommand.TryParse*`)."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def verdict_of(*findings: Finding, refused: bool = True) -> Verdict:
    return Verdict(gate=Gate.CHANGED, failing=findings, refused=refused)


def annotated(findings: Iterable[Finding], site: Site, errors_as: str = "error") -> str:
    """The findings as commands of GitHub's runner."""
    told = diagnostics_of(findings, vocabulary_of(site))
    return github_annotations(told, Language.TH, errors_as=errors_as)


def unlisted(file: str) -> Finding:
    return Finding(
        rule="file-unlisted", kind=Kind.INVALID, file=file, item="O1", params={"found": file}
    )


def test_a_fault_is_an_annotation_at_its_line(tmp_path: Path) -> None:
    """Thai, with what is expected and the remedy, on one line of the log."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    assessment = judged(site)
    verdict = judge(assessment, Gate.ENFORCE)
    told = annotated(verdict.failing, assessment.site).splitlines()
    match = COMMAND.fullmatch(told[0])
    assert match
    level, file, line, title, message = match.groups()
    finding = verdict.failing[0]
    assert (level, file, int(line)) == ("error", finding.file, finding.line)
    assert title.startswith("ต้องแก้ไข · O1 ")
    assert "%0Aวิธีแก้ไข: " in message


def test_what_a_refused_run_shows_as_an_error_is_a_warning_where_the_site_is_published() -> None:
    """The run is green, so nothing in it is an error."""
    told = annotated([unlisted("a")], judged(SAMPLE).site, errors_as="warning")
    assert told.startswith("::warning file=a,line=1,")


def test_a_file_name_of_a_stranger_ends_neither_property_nor_line() -> None:
    """Escaped by GitHub's rule for properties."""
    told = annotated([unlisted(EVIL)], judged(SAMPLE).site)
    assert len(told.splitlines()) == 1
    assert "file=oit_items/2568/O01/a%2Cb%3Ac%25%0A%0A%3A%3Astop-commands%3A%3Ax,line=1," in told


@given(st.text(alphabet=st.sampled_from(list(":#[]\n\r\t \x0b\x85\u2028\x1bเa")), max_size=30))
def test_no_text_starts_a_command(text: str) -> None:
    """Whatever the white space before it, and whatever ends a line; and once is enough."""
    safe = for_forge_log(text)
    assert not obeyed(safe)
    assert for_forge_log(safe) == safe


@pytest.mark.parametrize("text", ["ข้อ O1::ดี", "a: b", "# หัวข้อ", "ค่า [x]\n  ที่ถูกต้อง: y"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    """Only what a runner obeys is changed."""
    assert for_forge_log(text) == text


def test_the_summary_is_a_table_with_place_and_remedy(tmp_path: Path) -> None:
    """Item, evidence and field, what, remedy, file and line."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    assessment = judged(site)
    text = check_summary(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    assert "| ข้อ | หลักฐานและช่อง | เรื่อง | วิธีแก้ไข | ไฟล์และบรรทัด |" in text
    row = next(line for line in text.splitlines() if line.startswith("| O1 |"))
    assert row.startswith("| O1 | “สรุปผลการจัดซื้อจัดจ้าง")
    assert "โปรด" in row
    assert row.endswith("| oit&#95;items/2568/O01/record.md:34 |")


def test_a_row_of_the_summary_holds_no_mark_of_a_stranger() -> None:
    """Neither table, HTML, mention, picture nor link comes of what somebody wrote."""
    wild = "a|b\n| <img src=x> @office ![x](https://evil.example) www.evil.example `c` **d**"
    text = check_summary(judged(SAMPLE), verdict_of(unlisted(wild)), Language.TH)
    row = next(line for line in text.splitlines() if line.startswith("| O1 |"))
    assert row.count("|") == 6
    assert not re.search(r"[<>`*@!]\[|<|>|`|\*|@|://|www\.", row)


def test_a_summary_never_grows_too_large_for_a_forge() -> None:
    """What does not fit is counted."""
    many = [unlisted(f"oit_items/2568/O01/{number}.csv") for number in range(MOST_ROWS + 7)]
    text = check_summary(judged(SAMPLE), verdict_of(*many), Language.TH)
    assert text.count("\n| O1 |") == MOST_ROWS
    assert text.endswith("และอีก 7 เรื่อง")


def test_inert_text_reads_as_it_was_written() -> None:
    """Entities stand for the signs that act."""
    assert for_forge("ก <b> & @x") == "ก &#60;b&#62; &#38; &#64;x"
