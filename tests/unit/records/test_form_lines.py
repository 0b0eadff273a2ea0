"""Lines that only look like fields are told by what is wrong with them, and read as meant."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oit.records.form_lines import as_meant, form_of
from oit.records.strict_yaml import parse_yaml

ENTRIES = "reviews:\n  - date: 2025-04-09\n    by: หัวหน้าฝ่าย\n"
NAMES = {
    "\u00a0": "NO-BREAK SPACE (U+00A0)",
    "\u200b": "ZERO WIDTH SPACE (U+200B)",
    "\u3000": "IDEOGRAPHIC SPACE (U+3000)",
    "\ufeff": "ZERO WIDTH NO-BREAK SPACE (U+FEFF)",
    "：": "FULLWIDTH COLON (U+FF1A)",
}


@pytest.mark.parametrize(
    ("written", "rule", "line", "meant"),
    [
        ("title:\u00a0แผน", "text-invisible", 1, "title: แผน"),
        ("title\u00a0: แผน", "text-invisible", 1, "title: แผน"),
        ("ti\u200btle: แผน", "text-invisible", 1, "title: แผน"),
        ("\ufefftitle: แผน", "text-invisible", 1, "title: แผน"),
        ("title:\u3000แผน", "text-invisible", 1, "title: แผน"),
        ("title：แผน", "text-lookalike", 1, "title: แผน"),
        ("title ： แผน", "text-lookalike", 1, "title: แผน"),
        (ENTRIES.replace("    by", "\u00a0\u00a0\u00a0\u00a0by"), "text-invisible", 3, ENTRIES),
        (ENTRIES.replace("    by", "\u00a0 by"), "text-invisible", 3, ENTRIES),
        (ENTRIES.replace("- date", "-\u00a0date"), "text-invisible", 2, ENTRIES),
        (ENTRIES.replace("date:", "date："), "text-lookalike", 2, ENTRIES),
        (ENTRIES.replace("    by", "\tby"), "yaml-tab", 3, ENTRIES),
        (ENTRIES.replace("  - date", "\t- date"), "yaml-tab", 2, ENTRIES),
        ("periods:\n  -\u00a02025-03", "text-invisible", 2, "periods:\n  - 2025-03"),
        ("title:\tแผน", "yaml-tab", 1, "title: แผน"),
        ("title:แผน", "yaml-space", 1, "title: แผน"),
        ("title: แผน: ปี", "yaml-colon", 1, 'title: "แผน: ปี"'),
        ("title：แผน: ปี", "text-lookalike", 1, 'title: "แผน: ปี"'),
    ],
)
def test_a_line_is_told_by_its_fault_with_the_line_to_write(
    written: str, rule: str, line: int, meant: str
) -> None:
    """In names, colons, gaps and indentation, at the top and within entries."""
    found = as_meant(written)
    [fault] = found.faults
    assert (fault.rule, fault.line) == (rule, line)
    assert found.text == meant
    assert fault.likely == meant.split("\n")[line - 1].strip()
    assert fault.count == len(meant.split("\n")[line - 1]) - len(
        meant.split("\n")[line - 1].lstrip()
    )


@pytest.mark.parametrize("character", NAMES)
def test_the_character_is_named_with_its_place(character: str) -> None:
    """As Unicode has it, counted in the line."""
    [fault] = as_meant(f"title{character}: แผน").faults
    assert (fault.character, fault.position) == (NAMES[character], 6)


@pytest.mark.parametrize(
    "text",
    [
        ENTRIES,
        "url: https://example.go.th/a:b\ntime: 10:30\n",
        'title: "แผน: ปี"\n',
        "title: 'แผน: ปี'\n",
        "note: |\n  url：ก\n  title:แผน\n\n  by: ก: ข\nby: ค\n",
        "note: >-\n  title: แผน: ปี\n",
        "a: {b: 1, c: 2}\nd: [e, f]\n",
        "title: แผน\u00a0ปี ：\n",
        "# title：แผน\n",
        "---\nitem: O1\n---\nurl：ก\ntitle:\u00a0ข\n\n=======\n",
    ],
)
def test_what_is_written_as_it_should_be_stays(text: str) -> None:
    """Addresses, quoted values, blocks of text, remarks, and what stands below the form."""
    assert as_meant(text).text == text
    assert as_meant(text).faults == ()


def test_each_conflict_is_told_once_and_one_side_is_read() -> None:
    """In the form and below it; the three-way marks of Git too; lines keep their numbers."""
    ours, theirs = "updated: 2025-04-18", "updated: 2025-04-19"
    base = "||||||| 1a2b3c\nupdated: 2025-04-17\n"
    text = f"---\n<<<<<<< HEAD\n{ours}\n{base}=======\n{theirs}\n>>>>>>> x\n---\n"
    body = "ก\n<<<<<<< HEAD\nข\n=======\nค\n>>>>>>> x\nง"
    found = as_meant(text + body)
    assert [(fault.rule, fault.line) for fault in found.faults] == [
        ("text-conflict", 2),
        ("text-conflict", 11),
    ]
    assert found.text.split() == ["---", *ours.split(), "---", "ก", "ข", "ง"]
    assert found.text.count("\n") == (text + body).count("\n")


def test_a_mark_left_alone_is_told() -> None:
    """Where somebody deleted only some of the lines."""
    assert [fault.line for fault in as_meant("a: 1\n>>>>>>> finance\nb: 2").faults] == [2]
    assert [fault.line for fault in as_meant("a: 1\n<<<<<<< HEAD\nb: 2").faults] == [2]


def test_a_form_read_as_meant_has_every_field() -> None:
    """Several faults at once, each on its line."""
    written = "item：O1\nowner\u00a0: finance\nreviews:\n\t- date:\u00a02025-04-09\n\t  by：ก\n"
    found = as_meant(written)
    assert [fault.line for fault in found.faults] == [1, 2, 4, 5]
    assert parse_yaml(found.text).values == {
        "item": "O1",
        "owner": "finance",
        "reviews": [{"date": "2025-04-09", "by": "ก"}],
    }


def test_the_form_of_a_record_ends_at_its_second_line_of_dashes() -> None:
    """A policy file is a form from end to end."""
    assert form_of("---\na: 1\n---\nb: 2").split() == ["a:", "1"]
    assert form_of("a: 1\nb: 2\n") == "a: 1\nb: 2\n"


@given(st.text(alphabet="ab:：-\t \u00a0\u200b\n<>=|#\"'ก", max_size=80))
@example("a：::\t")
def test_any_text_keeps_its_lines_and_is_right_when_read_again(text: str) -> None:
    """What was meant once is not meant otherwise the second time."""
    found = as_meant(text)
    assert found.text.count("\n") == text.count("\n")
    assert as_meant(found.text).faults == ()
