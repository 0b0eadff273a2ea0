"""Values that ` #` cuts off: `title: ประกาศ #3 เดือนมีนาคม` is read as ประกาศ alone.

A remark beside a word, a date or a number is one (`frequency: monthly # ทุกเดือน`). Beside a text,
or without a space after `#`, it may as well be the rest of the text, and nobody can tell.
"""

import json
import re
from collections.abc import Iterator

import yaml

from oit.findings import FieldPath
from oit.model.written_dates import read_date, read_period
from oit.records.strict_yaml import LOADER, CutValue, Document

_WORD = re.compile("[!-~]+")
_REST = re.compile(r"([ \t]+)(#.*)")


def cut_values(form: str, document: Document) -> Iterator[CutValue]:
    """The values of a readable form that are cut off, in order.

    `form` is the YAML alone, from the first line of its file.
    """
    lines = form.split("\n")
    if not any(map(_may_be_cut, lines)):
        return
    paths = _paths_by_line(document)
    for event in yaml.parse(form, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            start, end = event.start_mark, event.end_mark
            if start is None or end is None:
                continue
            rest = _REST.fullmatch(lines[end.line], end.column)
            if rest and not _is_remark(event.value, rest[2]):
                whole = json.dumps((event.value + rest[0]).strip(), ensure_ascii=False)
                before = lines[start.line][: start.column]
                written, indent = f"{before.strip()} {whole}", len(before) - len(before.lstrip())
                path = paths.get(start.line + 1, ())
                is_text = start.line == end.line and not _has_space(rest[2])
                yield CutValue(end.line + 1, path, event.value, written, indent, is_text)


def _may_be_cut(line: str) -> bool:
    """Whether a `#` follows anything; in most forms none does, and they are parsed only once."""
    start = line.lstrip("- \t")
    return not start.startswith("#") and (" #" in start or "\t#" in start)


def _is_remark(value: str, remark: str) -> bool:
    is_known = not value or bool(_WORD.fullmatch(value) or read_date(value) or read_period(value))
    return _has_space(remark) and is_known


def _has_space(remark: str) -> bool:
    return remark[1:2] in ("", " ", "\t", "#")


def _paths_by_line(document: Document) -> dict[int, FieldPath]:
    """The innermost path of each line."""
    in_order = sorted(document.lines.items(), key=lambda entry: len(entry[0]))
    return {line: path for path, line in in_order}
