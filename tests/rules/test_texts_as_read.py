"""A document is searched as its reader sees it, and its texts are what they look like."""

from pathlib import Path

import pytest

from helpers.edits import DIVISIONS, MANDATE, O1, ROUND, both
from helpers.made_files import VALID_ID
from helpers.support import CLOSED_TODAY, Edit, copy_site, judged, replace, write
from oit.catalog import Language
from oit.findings import Finding, Kind
from oit.wording.gate_text import findings_text
from oit.wording.vocabulary import vocabulary_of

HEAD, TAIL = VALID_ID[:6], VALID_ID[6:]
GROUPED = "1-1017-00230-70-8"
TITLE = "title: แบบวัด EIT"
BODY = "ประกาศที่ 1"
MEASURES = "oit_items/2568/measures.yml"


def found(tmp_path: Path, edit: Edit) -> list[Finding]:
    site = copy_site("current", tmp_path)
    edit(site)
    return list(judged(site, CLOSED_TODAY).findings)


def numbers(tmp_path: Path, edit: Edit) -> list[tuple[str, int]]:
    """Where a number is found; and that no message repeats it."""
    site = copy_site("current", tmp_path)
    edit(site)
    assessment = judged(site, CLOSED_TODAY)
    text = findings_text(assessment.findings, vocabulary_of(assessment.site), Language.TH)
    assert VALID_ID not in text
    assert GROUPED not in text
    rules = ("personal-id", "personal-id-in-name")
    return [(found.file, found.line) for found in assessment.findings if found.rule in rules]


FIELDS = {
    "a folded plain value": "title: แบบวัด 1-1017-00230\n      -70-8",
    "a folded value grouped by blanks": "title: แบบวัด 1 1017 00230\n      70 8",
    "a quoted value with an escaped line end": f'title: "แบบวัด {HEAD}\\\n      {TAIL}"',
    "an escaped digit": f'title: "แบบวัด {HEAD}\\x3{TAIL[0]}{TAIL[1:]}"',
    "a block": "title: >-\n      แบบวัด 1 1017\n      00230 70 8",
    "a literal block": f"title: |-\n      แบบวัด {HEAD}\n      {TAIL}",
}
BODIES = {
    "emphasis": f"{HEAD}**{TAIL}**",
    "emphasis within": f"{HEAD[:3]}*{HEAD[3:]}*{TAIL}",
    "an entity": f"{HEAD}&#x3{TAIL[0]};{TAIL[1:]}",
    "an entity for a dash": GROUPED.replace("-", "&#45;"),
    "a soft break": f"เลข {HEAD}\n{TAIL}",
    "a soft break between groups": "1 1017\n00230 70 8",
    "a hard break": f"{HEAD}\\\n{TAIL}",
    "code": f"{HEAD}`{TAIL}`",
    "a link": f"{HEAD}[{TAIL}](https://example.go.th/)",
    "an escaped sign": GROUPED.replace("-", "\\-"),
    "the target of a link": f"[ก](https://example.go.th/?a=%20{VALID_ID})",
    "the title of a link": f"[ก](https://example.go.th/ '{HEAD}&#x200b;{TAIL}')",
    "the words for a picture": f"![รูป {HEAD}**{TAIL}**](summary-2025-03.csv)",
    "a heading": f"### {HEAD}*{TAIL}*",
    "a cell": f"| ก |\n| - |\n| {HEAD}**{TAIL}** |",
}


@pytest.mark.parametrize("way", sorted(FIELDS))
def test_a_number_that_yaml_parts_is_found_in_its_field(way: str, tmp_path: Path) -> None:
    """Also where the project's own writer folds a line."""
    [(file, line)] = numbers(tmp_path, replace(O1, TITLE, FIELDS[way]))
    site = copy_site("current", tmp_path / "again")
    lines = (site / O1).read_text("utf-8").split("\n")
    assert (file, line) == (O1, next(n for n, text in enumerate(lines, 1) if TITLE in text))


@pytest.mark.parametrize("way", sorted(BODIES))
def test_a_number_that_markdown_parts_is_found_on_its_line(way: str, tmp_path: Path) -> None:
    """Whatever stands between its digits, a reader sees one number."""
    [(file, line)] = numbers(tmp_path, replace(O1, BODY, f"ย่อหน้า\n\n{BODIES[way]}"))
    site = copy_site("current", tmp_path / "again")
    lines = (site / O1).read_text("utf-8").split("\n")
    start = next(number for number, text in enumerate(lines, 1) if BODY in text) + 2
    assert file == O1
    assert start <= line <= start + 2


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        (O1, replace(O1, "note: ไม่มีการเปลี่ยนแปลง", "note: ไม่มี 1 1017 00230\n      70 8")),
        (
            DIVISIONS,
            replace(
                DIVISIONS, "name_en: Finance Section", f'name_en: "Fin {HEAD}\\\n      {TAIL}"'
            ),
        ),
        (MANDATE, replace(MANDATE, "source_th: ", "source_th: >-\n  1 1017\n  00230 70 8\n  ")),
        (ROUND, replace(ROUND, "scheme: test", f"scheme: test # {VALID_ID}")),
        ("mkdocs.yml", replace("mkdocs.yml", "name_en: Test", f"name_en: {VALID_ID} Test")),
        (
            "mkdocs.yml",
            replace("mkdocs.yml", "nav:\n", f'extra_css: ["{HEAD}\\\n  {TAIL}.css"]\nnav:\n'),
        ),
        (
            "oit_items/2568/O01",
            write(f"oit_items/2568/O01/{VALID_ID}.csv", "ก\n"),
        ),
        ("oit_items/2568", write(f"oit_items/2568/{GROUPED}.txt", "ก\n")),
        (MEASURES, write(MEASURES, "source: >-\n  1 1017\n  00230 70 8\n")),
    ],
)
def test_every_document_is_searched(file: str, edit: Edit, tmp_path: Path) -> None:
    """Reasons, policy, settings of other programs, names of files."""
    assert {place for place, _ in numbers(tmp_path, edit)} == {file}


def test_a_number_is_told_once(tmp_path: Path) -> None:
    """Not by its line and again by its field or paragraph."""
    edit = both(replace(O1, TITLE, f"title: {VALID_ID}"), replace(O1, BODY, f"{BODY} {GROUPED}"))
    assert len(numbers(tmp_path, edit)) == len((VALID_ID, GROUPED))


NAMES = {
    "a title": (O1, TITLE, "title: แบบวัด{}EIT", "แบบวัดEIT"),
    "the post of who confirms": (O1, "by: หัวหน้าฝ่ายการคลัง", "by: หัวหน้า{}ฝ่าย", "หัวหน้าฝ่าย"),
    "an address": (O1, "/eit", "/ei{}t", "https://example.go.th/eit"),
    "the name of a division": (
        DIVISIONS,
        "name_en: Finance",
        "name_en: Fin{}ance",
        "Finance Section",
    ),
    "the id of a requirement": (O1, "for: eit-link", "for: eit{}-link", "eit-link"),
    "the title of an item": (MANDATE, "title_th: ", "title_th: ก{}ข ", None),
    "the name of the office": (
        "mkdocs.yml",
        "name_en: Test District",
        "name_en: Te{}st District",
        "Test District Office",
    ),
}


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff"])
@pytest.mark.parametrize("place", sorted(NAMES))
def test_an_unseen_character_in_a_name_is_told_with_what_to_write(
    place: str, sign: str, tmp_path: Path
) -> None:
    """In records, policy and settings, with its name, its position and the clean text."""
    file, old, new, clean = NAMES[place]
    findings = found(tmp_path, replace(file, old, new.format(sign)))
    [finding] = [finding for finding in findings if finding.rule == "text-invisible"]
    assert finding.file == file
    assert f"U+{ord(sign):04X}" in finding.params["character"]
    assert clean in (None, finding.params["likely"])
    assert sign not in finding.params["likely"]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u061c"])
def test_a_mark_of_direction_in_a_name_is_told(sign: str, tmp_path: Path) -> None:
    """Seen or not, it can turn a figure round."""
    findings = found(tmp_path, replace(O1, TITLE, f"title: ปี {sign}8652"))
    assert [finding.rule for finding in findings] == ["text-direction"]


@pytest.mark.parametrize("sign", ["\u202e", "\u202a", "\u2067"])
def test_a_changed_order_is_told_in_running_text_too(sign: str, tmp_path: Path) -> None:
    """In the body, in reasons and in notes."""
    note = "note: ไม่มีการเปลี่ยนแปลง"
    edit = both(replace(O1, BODY, f"{BODY} {sign}บาท 001"), replace(O1, note, f"{note}{sign}"))
    found_rules = [finding.rule for finding in found(tmp_path, edit)]
    assert found_rules == ["text-direction"] * 2


def test_what_word_leaves_in_running_text_fails_nobody(tmp_path: Path) -> None:
    """Zero-width spaces between Thai words, in the body and in reasons."""
    note = "note: ไม่มีการเปลี่ยนแปลง"
    edit = both(
        replace(O1, BODY, "ประกาศ\u200bสำนักงาน\u200bเขต\u00ad\ufeff ฉบับ\u200bที่ 1"),
        replace(O1, note, "note: ไม่มี\u200bการ\u200bเปลี่ยนแปลง"),
    )
    assert found(tmp_path, edit) == []


@pytest.mark.parametrize(
    "title", ["รายงานปี ๒๕๖๘ พื้นที่ 100 ม²", "Москва – Παρίσι", "น้ำ กำกับ ที่ ฎีกา", "ราคา ½ “ก” €"]
)
def test_honest_titles_pass(title: str, tmp_path: Path) -> None:
    """Thai digits, whole words of other alphabets, signs that Thai offices use."""
    assert found(tmp_path, replace(O1, TITLE, f"title: {title}")) == []


def test_a_fault_is_told_by_its_cause_alone(tmp_path: Path) -> None:
    """A date in full-width digits is one finding, which has the date to write."""
    edit = replace(O1, "published: 2025-04-10", "published: ２０２５-０４-１０")
    assert "text-lookalike" not in [finding.rule for finding in found(tmp_path, edit)]


def test_a_policy_file_of_a_change_is_searched(tmp_path: Path) -> None:
    """Though the change itself is judged by the base's policy files."""
    from helpers.changes import change_between
    from oit.assessment.gate import judge_change

    base = copy_site("current", tmp_path / "base")
    head = copy_site("current", tmp_path / "head")
    replace(DIVISIONS, "name_en: Finance", f"name_en: Finance {VALID_ID}")(head)
    verdict = judge_change(change_between(base, head, CLOSED_TODAY))
    assert ("personal-id", Kind.UNSAFE) in {(one.rule, one.kind) for one in verdict.failing}
