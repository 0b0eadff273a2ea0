"""Corrections of findings written into records and policy files: what changes, and only that.

Each stays within its line, so that every other line keeps its bytes: comments, quotes, spaces, line
ends. Names that keep a line from being read come first, values when the lines can be read.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

import yaml
from msgspec import Struct

from oit.editing.outline import composed
from oit.editing.policy_edit import found_at
from oit.editing.yaml_text import in_brackets
from oit.findings import Correction, FieldPath, Finding, Writing
from oit.records.form_lines import form_of

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_MARK = "\ufeff"
_PLAIN = re.compile(r"\[[^\]]*\]|[A-Za-z0-9][A-Za-z0-9._/-]*")
"""What needs no quotes wherever it stands: days, periods, ids, file names, lists of these."""


class Fix(Struct, frozen=True):
    """A correction as it was written."""

    finding: Finding
    title: str
    """Of the entry of evidence; empty without one."""
    before: str
    after: str


class Fixed(Struct, frozen=True):
    """A file with what is certain written into it, and the evidence files to be renamed."""

    data: bytes
    fixes: tuple[Fix, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Old and new name of each, beside the record."""


class _Splice(Struct, frozen=True):
    """A text that takes the place of another in a form."""

    start: int
    end: int
    fix: Fix


def certain(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Correction]]:
    """The findings whose correction `oit fix` writes, each with it."""
    for finding in chain.from_iterable(found.all_told for found in findings):
        if finding.correction and finding.correction.is_certain:
            yield finding, finding.correction


def fixed(data: bytes, findings: Iterable[Finding], taken: Collection[str] = ()) -> Fixed:
    """The bytes of a record or policy file with the certain corrections of its findings.

    What can only be corrected after something else stays for the next call, and so does an evidence
    file whose new name is `taken` by another one that is renamed.
    """
    pairs = list(_of_names_apart(certain(findings), taken))
    lines, ends = _lines(data.decode("utf-8"))
    by_line = list(_line_fixes(lines, pairs))
    for fix in by_line:
        lines[fix.finding.line - 1] = fix.after
    splices = list(_apart(_splices("\n".join(lines), pairs)))
    lines = _spliced(lines, splices)
    fixes = (*by_line, *(splice.fix for splice in splices))
    renamed = [
        (fix.before, fix.after)
        for fix in fixes
        if fix.finding.correction and fix.finding.correction.writing is Writing.FILE
    ]
    removed = list(_removed(lines, pairs))
    gone = {fix.finding.line - 1 for fix in removed}
    kept = enumerate(zip(lines, ends, strict=True))
    text = "".join(line + end for number, (line, end) in kept if number not in gone)
    return Fixed(text.encode("utf-8"), (*fixes, *removed), tuple(renamed))


def _of_names_apart(
    pairs: Iterable[tuple[Finding, Correction]], taken: Collection[str]
) -> Iterator[tuple[Finding, Correction]]:
    """The corrections but for renamings to a name that another file gets: one would be lost."""
    names = {name.casefold() for name in taken}
    for finding, correction in pairs:
        if correction.writing is not Writing.FILE:
            yield finding, correction
        elif correction.text.casefold() not in names:
            names.add(correction.text.casefold())
            yield finding, correction


def _lines(text: str) -> tuple[list[str], list[str]]:
    """The lines of a text, and the end of each; a byte-order mark belongs to the first line."""
    found = _LINE.findall(text)
    return [line for line, _ in found], [end for _, end in found]


def _line_fixes(lines: Sequence[str], pairs: Iterable[tuple[Finding, Correction]]) -> Iterator[Fix]:
    written: set[int] = set()
    for finding, correction in pairs:
        if correction.writing is Writing.LINE and finding.line not in written:
            written.add(finding.line)
            yield Fix(finding, "", lines[finding.line - 1], correction.text)


def _removed(lines: Sequence[str], pairs: Iterable[tuple[Finding, Correction]]) -> Iterator[Fix]:
    """The lines that are taken out, once all others are written."""
    for finding, correction in pairs:
        if correction.writing is Writing.NOTHING:
            yield Fix(finding, "", lines[finding.line - 1], "")


def _splices(text: str, pairs: Iterable[tuple[Finding, Correction]]) -> Iterator[_Splice]:
    """What changes names and values; nothing where the form cannot be read yet."""
    form = form_of(text.removeprefix(_MARK))
    try:
        root = composed(form)
    except (yaml.YAMLError, ValueError):
        return
    for finding, correction in pairs:
        is_within = correction.writing not in (Writing.LINE, Writing.NOTHING)
        if is_within and (node := _node(root, finding, correction)):
            start, end = node.start_mark.index, node.end_mark.index
            yield _Splice(start, end, _fix(form[start:end], node, finding, correction, root))


def _node(root: yaml.Node, finding: Finding, correction: Correction) -> yaml.Node | None:
    """The name or value to be replaced; `None` where it is not there, or on several lines."""
    try:
        key, value = found_at(root, finding.field)
    except KeyError:
        return None
    node = key if correction.writing is Writing.NAME else value
    is_on_a_line = node and node.start_mark.line == node.end_mark.line
    return node if isinstance(node, yaml.ScalarNode) and is_on_a_line else None


def _fix(
    written: str, node: yaml.Node, finding: Finding, correction: Correction, root: yaml.Node
) -> Fix:
    before = node.value if correction.writing is Writing.FILE else written
    after = correction.text if _PLAIN.fullmatch(correction.text) else in_brackets(correction.text)
    return Fix(finding, _title(root, finding.field), before, after)


def _title(root: yaml.Node, path: FieldPath) -> str:
    """The title of the entry of evidence that a path lies in."""
    if path[:1] != ("evidence",) or len(path) < 2:
        return ""
    for name in ("title", "reason"):
        try:
            return str(found_at(root, (*path[:2], name))[1].value)
        except KeyError:
            continue
    return ""


def _apart(splices: Iterable[_Splice]) -> Iterator[_Splice]:
    """The first of those that would change the same place; the others wait for the next call."""
    at = -1
    for splice in sorted(splices, key=lambda splice: splice.start):
        if splice.start > at:
            at = splice.end
            yield splice


def _spliced(lines: Sequence[str], splices: Sequence[_Splice]) -> list[str]:
    """The lines with their splices; the first line of a record is no part of its form."""
    mark = _MARK if lines[0].startswith(_MARK) else ""
    form = form_of("\n".join(lines).removeprefix(_MARK))
    changed = form
    for splice in reversed(splices):
        changed = changed[: splice.start] + splice.fix.after + changed[splice.end :]
    before, after = form.split("\n"), changed.split("\n")
    pairs = zip(before, after, lines, strict=False)
    new = [line if old == other else other for old, other, line in pairs]
    if before[0] != after[0]:
        new[0] = mark + new[0]
    return [*new, *lines[len(new) :]]


def by_file(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """The findings with a certain correction, by the file that they are about."""
    files: dict[str, list[Finding]] = {}
    for finding, _ in certain(findings):
        files.setdefault(finding.file, []).append(finding)
    return files
