"""A text is read strictly, and whatever it is, reading ends in values or a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.findings import DocumentError
from oit.records.strict_yaml import MAX_BYTES, Document, decode, parse_record, parse_yaml


def fault_of(text: str) -> tuple[str, int]:
    with pytest.raises(DocumentError) as raised:
        parse_record(text)
    return raised.value.rule, raised.value.line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text alone", ("no-front-matter", 1)),
        ("---\nitem: O1\n", ("front-matter-open", 1)),
        ("---\ntext\n---\n", ("yaml-no-fields", 1)),
        ("---\n- a\n---\n", ("yaml-no-fields", 1)),
        ("---\na: 1\nb: [\n---\n", ("yaml-broken", 4)),
        ("---\na: 'x\n---\n", ("yaml-broken", 3)),
        ("---\na:\n\t- b\n---\n", ("yaml-tab", 3)),
        ("---\na: x\nb: |\n  y\x85c: z\n---\n", ("yaml-broken", 4)),
        ("---\na: x\u2028  y\n---\n", ("yaml-broken", 2)),
        ("---\na: 1\na: 2\n---\n", ("yaml-duplicate-key", 3)),
        ("---\na: &x 1\n---\n", ("yaml-alias", 2)),
        ("---\na: 1\nb: *x\n---\n", ("yaml-alias", 3)),
        ("---\na: !!python/object:os.system x\n---\n", ("yaml-tag", 2)),
        ("---\na: !!int '1'\n---\n", ("yaml-tag", 2)),
        (f"---\na: {'[' * 30}{']' * 30}\n---\n", ("yaml-too-deep", 2)),
        (f"---\na: {'[' * 50_000}\n---\n", ("yaml-too-deep", 2)),
        ("---\n? [a]\n: b\n---\n", ("yaml-broken", 2)),
        ("---\na: \x01\n---\n", ("yaml-broken", 2)),
    ],
)
def test_what_cannot_be_read_is_a_fault_at_its_line(text: str, expected: tuple[str, int]) -> None:
    """Each way to break a form has a rule of its own, with the line."""
    assert fault_of(text) == expected


def test_scalars_stay_the_text_that_was_written() -> None:
    """The schema converts: `no` is not false and a date is not guessed."""
    document = parse_yaml("a: no\nb: 12:30\nc: 2025-02-30\nd: 007\ne: ~\nf:\ng: ''\nh: 'null'\n")
    assert document.values == {
        "a": "no",
        "b": "12:30",
        "c": "2025-02-30",
        "d": "007",
        "e": None,
        "f": None,
        "g": "",
        "h": "null",
    }


def test_every_value_knows_its_line() -> None:
    """Lines count from the first of the file, the opening dashes included."""
    document = parse_record(
        "---\nitem: O1\nevidence:\n  - kind: file\n    file: a.csv\n---\ntext\n"
    )
    assert document.line(("evidence", 0, "file")) == 5
    assert document.line(("evidence", 0, "absent")) == 4
    assert document.line(("absent",)) == 1
    assert (document.body, document.body_line) == ("text\n", 7)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    """An editor on Windows may add both."""
    plain = parse_record("---\na: 1\n---\n\ntext\n")
    windows = parse_record(decode("﻿---\r\na: 1\r\n---\r\n\r\ntext\r\n".encode()))
    assert windows == plain


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "file-blank"),
        (b" \n", "file-blank"),
        ("---\nก".encode("cp874"), "not-utf8"),
        (b"a" * (MAX_BYTES + 1), "text-too-large"),
    ],
)
def test_bytes_that_are_no_text_are_a_fault(data: bytes, rule: str) -> None:
    """Blank, foreign and huge files are told apart."""
    with pytest.raises(DocumentError) as raised:
        decode(data)
    assert raised.value.rule == rule


yaml_like = st.text(alphabet="abก:-[]{}#&*!|>'\"\n\t ,?%@`0~\\", max_size=80)


@given(
    st.one_of(st.binary(max_size=200), yaml_like.map(lambda text: f"---\n{text}\n---\n".encode()))
)
def test_no_bytes_make_the_reader_raise_anything_else(data: bytes) -> None:
    """Whatever stands in a file, reading it ends in a document or a fault."""
    try:
        document = parse_record(decode(data))
    except DocumentError:
        return
    assert isinstance(document, Document)
    assert all(line >= 1 for line in document.lines.values())


@pytest.mark.parametrize("blank", [0, 1, 3])
def test_blank_lines_below_the_opening_line_count(blank: int) -> None:
    """Every field has the line that it has in the file, or a correction would go to another."""
    document = parse_record("---\n" + "\n" * blank + "item: O1\n---\nข้อความ\n")
    assert (document.line(("item",)), document.body_line) == (blank + 2, blank + 4)
    with pytest.raises(DocumentError) as caught:
        parse_record("---\n" + "\n" * blank + "item: [O1\n---\n")
    assert caught.value.line >= blank + 2
