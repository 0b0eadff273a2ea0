"""What the renderer prints, on a forge too, where no command may come from a stranger."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from helpers.broken import BROKEN
from helpers.edits import O1
from helpers.support import SAMPLE, as_of, copy_site, judged, replace
from oit.assessment.gate import Gate, Verdict, judge
from oit.assessment.result import Today
from oit.catalog import Language
from oit.diagnostics import At, Diagnostic, Severity, Where, grouped
from oit.escaping import for_forge, for_forge_log
from oit.findings import Finding, Kind
from oit.records.site import Site
from oit.wording.gate_text import check_summary, findings_text, gate_report
from oit.wording.render.annotations import github_annotations, gitlab_report
from oit.wording.render.markdown import MOST_ROWS, form_link
from oit.wording.render.text import block
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
    """Thai, with the exact text to write, on one line of the log."""
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
    assert "%0Aโปรดแก้เป็น 2025-04-17 (ปี ค.ศ.)" in message
    assert message.endswith(f"{file}:{line} · date-buddhist")


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
    assert "โปรดแก้เป็น 2025-04-17" in row
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


def told(id_: str, line: int, **facts: Any) -> Diagnostic:
    """A diagnostic of a rule at a line of a record."""
    where = Where(item="O1", at=(At("oit_items/2568/O01/record.md", line),))
    values = {"severity": Severity.ERROR, "level": "terms.kind-invalid", "where": where}
    return Diagnostic(id=id_, **{**values, **facts})


def test_what_is_said_again_of_one_place_is_told_once_with_its_count() -> None:
    """Lines alone tell no two diagnostics apart; another place or another value does."""
    same = [told("verify.not-found", line) for line in (3, 9, 12)]
    other = told("verify.http-status", 3, params={"status": 404})
    first, second = grouped([*same, other])
    assert (first.count, first.where.at[0].line, second.count) == (3, 3, 1)
    assert "พบ 3 แห่งที่เหมือนกัน" in block(first, Language.TH)
    assert "แห่งที่เหมือนกัน" not in block(second, Language.TH)


def test_a_block_begins_for_staff_and_ends_for_the_computer_officer(tmp_path: Path) -> None:
    """Level, item with title, evidence, field; last the file, the line and the rule."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    assessment = judged(site)
    finding = judge(assessment, Gate.ENFORCE).failing[0]
    text = findings_text([finding], vocabulary_of(assessment.site), Language.TH).splitlines()
    evidence = "“สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568”"
    item = "O1 สรุปผลการจัดซื้อจัดจ้าง"
    assert text[0] == f"ต้องแก้ไข · {item} · {evidence} · วันที่เผยแพร่ (published)"
    assert text[-1].endswith(f": {finding.file}:{finding.line} · date-buddhist")
    assert text[-2].endswith("published: 2025-04-17")


def test_an_entry_without_a_title_is_told_by_its_place(tmp_path: Path) -> None:
    """Counted from one, as the form shows them."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    replace(O1, "    title: สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568\n", "")(site)
    assessment = judged(site)
    text = gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    assert re.search(r"· หลักฐานที่ \d+ · วันที่เผยแพร่ \(published\)", text)


def test_a_setting_is_told_by_its_path(tmp_path: Path) -> None:
    """What the file is, then each step by its label and name, lists counted from one."""
    site = copy_site("current", tmp_path)
    replace("mkdocs.yml", "topics: [procurement]", "topics: []")(site)
    assessment = judged(site)
    text = gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    path = "เรื่องที่ประชาชนมาใช้บริการ (tasks) › ลำดับที่ 1 › รหัสเรื่อง (topics)"
    assert text.splitlines()[2].endswith(f" · การตั้งค่าของเว็บไซต์ · {path}")
    english = gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.EN)
    assert english.splitlines()[2].endswith(" · settings of the website · tasks › no. 1 › topics")


def test_a_message_opens_the_form_where_the_round_is_open(tmp_path: Path) -> None:
    """At the entry and the field, if people can sign in to it at an address that is known."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    day = as_of("2025-04-28")
    published_at(site, "https://oit.example.go.th/")
    assert "/admin/#" not in gate_text_on(site, day)
    let_sign_in(site)
    text = gate_text_on(site, day)
    assert "https://oit.example.go.th/admin/#/collections/oit-2568/entries/o1?entry=" in text
    assert "field=published" in text


def test_a_summary_links_each_fault_to_its_place_in_the_form(tmp_path: Path) -> None:
    """A part that is absent, too: the form begins it; what is no web address is not linked."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    BROKEN["part-absent"](site)
    let_sign_in(site)
    published_at(site, "https://oit.example.go.th/a)[x](b/")
    summary = summary_on(site)
    root = "(https://oit.example.go.th/a%29%5Bx%5D%28b/admin/#/collections/oit-2568/entries/"
    assert f"[เปิดแบบฟอร์ม]{root}o1?entry=" in summary
    assert f"{root}o2-works)" in summary
    assert form_link("javascript:alert(1)", Language.TH) == ""


def published_at(site: Path, address: str) -> None:
    """The site says where it is published."""
    file = site / "mkdocs.yml"
    file.write_text(f'site_url: "{address}"\n{file.read_text("utf-8")}', "utf-8")


def let_sign_in(site: Path) -> None:
    """Its settings say how people sign in to the form."""
    repository = (
        "    repository:\n      url: https://git.example.go.th/oit\n"
        "      forge: gitlab\n      application_id: a\n"
    )
    replace("mkdocs.yml", "    office:\n", f"{repository}    office:\n")(site)


def summary_on(site: Path) -> str:
    """The summary of a run on a day on which the round is open."""
    assessment = judged(site, as_of("2025-04-28"))
    return check_summary(assessment, judge(assessment, Gate.ENFORCE), Language.TH)


def gate_text_on(site: Path, day: Today) -> str:
    """The gate's text on a day."""
    assessment = judged(site, day)
    return gate_report(assessment, judge(assessment, Gate.ENFORCE), Language.TH)


def test_gitlab_is_told_of_each_fault_at_its_line(tmp_path: Path) -> None:
    """By the keys of its Code Quality report; the fingerprint outlives a line that moves."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    assessment = judged(site)
    finding = judge(assessment, Gate.ENFORCE).failing[0]
    moved = structs.replace(finding, line=finding.line + 7)
    diagnostics = diagnostics_of([finding, moved], vocabulary_of(assessment.site))
    first, second = json.loads(gitlab_report(diagnostics, Language.TH))
    assert first["location"] == {"path": finding.file, "lines": {"begin": finding.line}}
    assert (first["check_name"], first["severity"]) == ("date-buddhist", "major")
    assert first["fingerprint"] == second["fingerprint"]


def test_a_summary_has_the_corrected_lines_to_copy(tmp_path: Path) -> None:
    """A forge takes no suggestion from a token that only reads, so they stand in the summary."""
    site = copy_site("current", tmp_path)
    BROKEN["date-buddhist"](site)
    assessment = judged(site)
    text = check_summary(assessment, judge(assessment, Gate.ENFORCE), Language.TH)
    assert "````diff\n@@ oit_items/2568/O01/record.md:" in text
    assert "\n+published: 2025-04-17\n````" in text


def _told_of(typed: str, folder: Path) -> tuple[str, str]:
    """What a person and a forge's summary are told of a line that was typed."""
    site = copy_site("current", folder)
    replace(O1, "title: แบบวัด EIT", typed)(site)
    assessment = judged(site)
    verdict = judge(assessment, Gate.ENFORCE)
    text = findings_text(assessment.findings, vocabulary_of(assessment.site), Language.TH)
    return text, check_summary(assessment, verdict, Language.TH)


def test_a_line_to_write_is_told_whole(tmp_path: Path) -> None:
    """Who copies a line that is cut off would write a title that ends with dots."""
    title = f"แบบวัด: {'ยาว ' * 60}จบ"
    for told in _told_of(f"title: {title}", tmp_path):
        assert f'    title: "{title}"' in told
        assert "…" not in told


def test_a_line_with_personal_data_is_not_there_to_copy(tmp_path: Path) -> None:
    """It is no line to write, and the number is repeated nowhere."""
    for told in _told_of("title: เลข: 1101700230708", tmp_path):
        assert "1101700230708" not in told
        assert '    title: "เลข' not in told


def test_what_is_right_is_not_told_twice(tmp_path: Path) -> None:
    """The values to choose from stand once, in what to do."""
    site = copy_site("current", tmp_path)
    replace(O1, "kind: url", "kind: picture")(site)
    assessment = judged(site)
    told = findings_text(assessment.findings, vocabulary_of(assessment.site), Language.TH)
    assert told.count("section (หัวข้อในหน้า)") == 1
    assert "ที่ถูกต้อง" not in told


def test_a_field_that_no_form_has_is_told_by_its_name_once(tmp_path: Path) -> None:
    """Without a label there is nothing that its name would explain."""
    site = copy_site("current", tmp_path)
    replace(O1, "title: แบบวัด EIT", "titel: แบบวัด EIT")(site)
    assessment = judged(site)
    told = findings_text(assessment.findings, vocabulary_of(assessment.site), Language.TH)
    assert " · titel\n" in told
    assert "titel (titel)" not in told
