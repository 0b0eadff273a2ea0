"""The gate's verdict as text for a terminal: every finding, then which divisions have to wait."""

from collections.abc import Iterable, Iterator

from oit.assessment.gate import Gate, Verdict
from oit.assessment.result import Assessment, ItemAssessment
from oit.catalog import Language
from oit.escaping import one_line
from oit.findings import Finding
from oit.wording.sentences import field_label, words_of
from oit.wording.terms import KIND_TH
from oit.wording.told_with import lines_told_with
from oit.wording.vocabulary import Vocabulary, vocabulary_of

LISTED_HEADING = {
    Language.TH: "ค้างอยู่ก่อนแล้ว ไม่ได้เกิดจากการส่งครั้งนี้:",
    Language.EN: "Late or wrong before, not by this change:",
}
NOTICES_HEADING = {
    Language.TH: "แจ้งให้ผู้อนุมัติทราบ:",
    Language.EN: "For whoever approves:",
}


def gate_report(assessment: Assessment, verdict: Verdict, language: Language) -> str:
    """Failing findings, what was late before, notices, and the verdict in one sentence."""
    vocabulary = vocabulary_of(assessment.site)
    blocks = [_block(finding, vocabulary, language) for finding in verdict.failing]
    if verdict.refused and verdict.gate is not Gate.CHANGED:
        blocks.extend(_waiting(assessment, vocabulary, language))
    blocks.extend(_listed(verdict, vocabulary, language))
    blocks.extend(_notices(verdict, vocabulary, language))
    return "\n\n".join([*blocks, verdict_sentence(assessment, verdict, language)])


def findings_text(findings: Iterable[Finding], vocabulary: Vocabulary, language: Language) -> str:
    """Findings alone, without a verdict."""
    return "\n\n".join(_block(finding, vocabulary, language) for finding in findings)


def _listed(verdict: Verdict, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    """What was late or wrong before this change, one line per finding."""
    if verdict.listed:
        words = [words_of(finding, vocabulary, language).what for finding in verdict.listed]
        yield "\n  - ".join([LISTED_HEADING[language], *words])


def _notices(verdict: Verdict, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    if verdict.notices:
        yield NOTICES_HEADING[language]
        yield from (_block(finding, vocabulary, language) for finding in verdict.notices)


def _block(finding: Finding, vocabulary: Vocabulary, language: Language) -> str:
    place = f"{one_line(finding.file)}:{finding.line}"
    heading = finding_heading(finding, language, finding.rule, place)
    return "\n  ".join([heading, *finding_lines(finding, vocabulary, language)])


def finding_heading(finding: Finding, language: Language, *details: str | None) -> str:
    """The kind, the details and the field of a finding, those that there are: `stale · O15`."""
    kind = finding.kind.value if language is Language.EN else KIND_TH[finding.kind]
    return " · ".join(filter(None, (kind, *details, field_label(finding))))


def finding_lines(finding: Finding, vocabulary: Vocabulary, language: Language) -> list[str]:
    """What is wrong, what is expected, what was found, what to do; one line each.

    Thai is followed by one line in English, for technical support.
    """
    english = words_of(finding, vocabulary, Language.EN)
    if language is Language.EN:
        lines = [english.what, f"Expected: {english.expected}", *_found("Found", english.found)]
        return [*lines, english.remedy, *lines_told_with(finding, vocabulary, language)]
    thai = words_of(finding, vocabulary, Language.TH)
    lines = [thai.what, f"ที่ถูกต้อง: {thai.expected}", *_found("ที่พบ", thai.found)]
    in_english = f"[EN] {english.what} {english.remedy}"
    told_with = lines_told_with(finding, vocabulary, language)
    return [*lines, f"วิธีแก้ไข: {thai.remedy}", *told_with, in_english]


def _found(label: str, found: str) -> Iterator[str]:
    if found:
        yield f"{label}: {found}"


def _waiting(assessment: Assessment, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    """Which items keep the site from being published, where other divisions wait for them."""
    newest = assessment.newest_opened
    if not newest:
        return
    blocking = {division for item in newest.failed for division in blocking_divisions(item)}
    is_waited_for = any(division.id not in blocking for division in assessment.site.divisions)
    if newest.failed and is_waited_for:
        yield _blocked(newest.failed, vocabulary, language)


def _blocked(items: Iterable[ItemAssessment], vocabulary: Vocabulary, language: Language) -> str:
    blockers = [f"{item.id} ({_divisions_of(item, vocabulary, language)})" for item in items]
    if language is Language.EN:
        waiting_for = f"Not published yet: waiting for {', '.join(blockers)}."
        return f"{waiting_for} What other divisions sent is in order."
    because = " ".join(f"ข้อ {blocker}" for blocker in blockers)
    return f"เว็บไซต์ยังไม่เผยแพร่ เพราะ{because} ยังมีเรื่องที่ต้องแก้ไข ข้อมูลของหน่วยงานอื่นเรียบร้อยแล้ว"


def _divisions_of(item: ItemAssessment, vocabulary: Vocabulary, language: Language) -> str:
    names = (
        vocabulary.division(division, language) for division in sorted(blocking_divisions(item))
    )
    return ", ".join(names)


def blocking_divisions(item: ItemAssessment) -> frozenset[str]:
    """The divisions that have to fix a failing item: those of its findings, else its lead."""
    return frozenset(finding.division or item.mandated.lead for finding in item.to_do)


def verdict_sentence(assessment: Assessment, verdict: Verdict, language: Language) -> str:
    """How many items were checked, how many findings fail, and whether that refuses the build."""
    newest = assessment.newest_opened
    counted = len(newest.items) if newest else 0
    failing = len(verdict.failing)
    if language is Language.EN:
        return f"{counted} items checked, {failing} findings: {_ending_en(verdict)}"
    found = f"พบ {failing} เรื่องที่ต้องแก้ไข" if failing else "ไม่พบเรื่องที่ต้องแก้ไข"
    return f"ตรวจ {counted} ข้อ {found}: {_ending_th(verdict)}"


def _ending_th(verdict: Verdict) -> str:
    if verdict.gate is Gate.CHANGED:
        return "ยังส่งต่อไม่ได้ โปรดแก้ไขตามข้างต้น" if verdict.refused else "ส่งให้ตรวจเพื่ออนุมัติได้"
    if verdict.refused:
        return "ยังไม่เผยแพร่ เว็บไซต์ฉบับล่าสุดยังอยู่ครบถ้วน"
    return "เผยแพร่โดยแสดงรายการที่ค้าง" if verdict.failing else "ผ่านการตรวจก่อนเผยแพร่"


def _ending_en(verdict: Verdict) -> str:
    if verdict.gate is Gate.CHANGED:
        return "please mend the above" if verdict.refused else "ready for approval"
    if verdict.refused:
        return "not published; the last good site is untouched"
    return "published, with what is late shown" if verdict.failing else "passed"
