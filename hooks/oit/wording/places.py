"""Where a finding is, in the words of the form and by file; and what to write there instead."""

import re
from collections.abc import Iterator
from datetime import date

from oit.catalog import Language, has
from oit.contract.addresses import admin_field_path
from oit.diagnostics import At, ToWrite, Where, Words, listed
from oit.findings import Correction, FieldPath, Finding, Kind, Writing
from oit.wording.render.words import both_words
from oit.wording.vocabulary import Vocabulary, field_words, setting_words
from oit.wording.words import LONGEST_TO_WRITE, printable

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)
"""Values that YAML takes as they stand: dates, ids, names of files."""


def where_of(finding: Finding, vocabulary: Vocabulary) -> Where:
    """The place: item, division, the evidence by its title, the field; of a setting its path."""
    form = vocabulary.forms.get(finding.file)
    return Where(
        item=finding.item or "",
        title=vocabulary.titles.get((finding.fiscal_year, finding.item)),
        parts=tuple(_parts(finding, vocabulary)),
        at=(At(finding.file, finding.line),),
        form=admin_field_path(form, finding.field) if form else None,
    )


def _parts(finding: Finding, vocabulary: Vocabulary) -> Iterator[Words]:
    if finding.kind is Kind.POLICY or finding.item is None:
        yield from _in_settings(finding)
        return
    if finding.division:
        yield vocabulary.division_words(finding.division)
    yield from _in_record(finding, vocabulary)


def _in_settings(finding: Finding) -> Iterator[Words]:
    """What the file is, where it is one of the policy, then the path of the setting in it."""
    name = f"settings.file-{finding.file.rpartition('/')[2].removesuffix('.yml')}"
    if finding.kind is Kind.POLICY and has(name, Language.TH):
        yield both_words(name)
    if finding.field:
        yield setting_path(finding.field)


def _in_record(finding: Finding, vocabulary: Vocabulary) -> Iterator[Words]:
    """The entry of a list, the evidence by its title, then the field as the form calls it."""
    match finding.field:
        case ("evidence", int(number), *_):
            yield _evidence(vocabulary.evidence(finding.file, number), number)
        case (str(entries), int(number), *_):
            yield listed((field_words(entries), _ordinal(number)), " ")
    if name := finding.field_name:
        yield _labelled(field_words(name), name)


def _evidence(title: str | None, number: int) -> Words:
    if title:
        return both_words("diagnostics.evidence-titled", title=printable(title))
    return both_words("diagnostics.evidence-numbered", number=number + 1)


def _ordinal(number: int) -> Words:
    return both_words("diagnostics.list-place", number=number + 1)


def setting_path(path: FieldPath) -> Words:
    """`วันหยุด (holidays) › ลำดับที่ 2 › วันที่ (date)`: where a setting stands in its file."""
    steps = (
        _ordinal(step) if isinstance(step, int) else _labelled(setting_words(step), step)
        for step in path
    )
    return listed(steps, " › ")


def _labelled(label: Words, name: str) -> Words:
    """A label with the name that its field has in the file, which alone is told without a label."""
    plain = printable(name)
    if label.th == name:
        return Words(plain, plain)
    return Words(both_words("diagnostics.field", label=label, name=plain).th, plain)


def correction_of(finding: Finding) -> ToWrite | None:
    """The text to write, with its whole line where that is known; `None` where no text is."""
    if finding.correction and finding.correction.writing is Writing.NOTHING:
        return None
    if finding.correction:
        text = printable(finding.correction.text, LONGEST_TO_WRITE)
        line = _line(finding, finding.correction)
        return ToWrite(text, line, finding.correction.is_certain)
    likely = finding.params.get("likely")
    if not likely:
        return None
    is_day = isinstance(likely, date)
    return ToWrite(likely.isoformat() if is_day else printable(str(likely), LONGEST_TO_WRITE))


def _line(finding: Finding, correction: Correction) -> str | None:
    """`published: 2025-04-17`: a line as it stands in the file; of a broken one with its spaces.

    None that must not be shown as it is: whoever copies it would write something else.
    """
    name = finding.field[-1] if finding.field else None
    text = printable(correction.text, LONGEST_TO_WRITE)
    if correction.writing is Writing.LINE:
        return text if text == correction.text else None
    is_value = correction.writing is not Writing.NAME and isinstance(name, str)
    return f"{printable(str(name))}: {text}" if is_value and _PLAIN.fullmatch(text) else None
