"""The form reads and writes records as the commands do: by one rule, and only what was changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from helpers.any_records import commented
from helpers.record_format import record_format, saved
from helpers.support import ROOT
from oit.editing.yaml_edit import edited
from oit.editing.yaml_text import mapping_lines
from oit.findings import DocumentError
from oit.model.record import FIELD_ORDER
from oit.records.strict_yaml import parse_yaml

ADMIN = ROOT / "hooks/oit/theme/admin"
SITE = ROOT / "tests/sites/current/oit_items"
LINE_BREAKS_OF_1_1 = "\r\x85\u2028\u2029"
"""Only YAML 1.1 takes all of these for line ends; neither writer leaves one unescaped."""
CORPUS = [
    *(
        "ตรวจแล้ว – ครบถ้วน",
        'คำว่า "ก"',
        "it's",
        "ก: ข",
        "ก:ข",
        "ก #1",
        "ก#1",
        "#1",
        "[ก]",
        "{ก",
        "ก, ข",
    ),
    *(
        "on",
        "No",
        "y",
        "null",
        "~",
        "true",
        "1e3",
        "12",
        "1_000",
        "0x1F",
        ".5",
        ".inf",
        "12:30",
        "=",
        "<<",
    ),
    *("2025-04-18", "2025-02-30", "2024-02-29", "0000-01-01", "2025-4-1", "2025-04-18 10:00:00"),
    *(
        "2025-03",
        "FY2568-Q2",
        "FY2568",
        "2568",
        "",
        " ก",
        "ก ",
        "  ",
        "ก\nข",
        "ก\n\nข\n",
        "\nก",
        "ก\r\nข",
    ),
    *(
        "😀",
        "ก😀\u200b",
        "\t",
        "a\tb",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\x1b",
        "\x7f",
        "\ue000",
        "\uffff",
    ),
    *(
        "\u00a0ก",
        "ก\u3000ข",
        "- ก",
        "? ก",
        "-",
        "%ก",
        "@ก",
        "`ก",
        "&ก",
        "*ก",
        "!ก",
        "|",
        ">",
        "\\",
        '\\"',
    ),
    *(
        "__proto__",
        "constructor",
        "---",
        "...",
        "https://example.go.th/a?b=c#d",
        "ก " * 500,
        "ก" * 2000,
        "a: " * 300,
    ),
]


@pytest.fixture(scope="module")
def form(browser: Browser) -> Iterator[Page]:
    with record_format(browser) as page:
        yield page


def written(values: dict[str, Any]) -> str:
    return "".join(f"{line}\n" for line in mapping_lines(values, 0))


def test_the_corpus_is_written_alike(form: Page) -> None:
    """Thai, quotes, signs, words and numbers of YAML, days, blanks, several and long lines."""
    for text in CORPUS:
        values = {"a": text, "b": [text, text], "c": [{"d": text, "e": []}], "f": True}
        assert form.evaluate("(values) => oitYamlEdit.written(values)", values) == written(values)
        assert form.evaluate("(text) => oitYamlEdit.read(text)", written(values)) == values


@given(
    st.lists(st.text() | st.text("กa0129eExob-+._:# '\"\n,[]{}~=<>|%@`!&*?ynTofZz\t\u2028\u0085"))
)
def test_any_text_is_written_alike(form: Page, texts: list[str]) -> None:
    """By the rule of the commands, sign for sign."""
    assert form.evaluate("(a) => oitYamlEdit.written({ a })", texts) == written({"a": texts})


@given(commented(), st.data())
def test_any_change_of_any_record_is_written_alike(
    form: Page, case: tuple[str, list[str]], data: st.DataObject
) -> None:
    """The same text by both writers, however it was written; a save alone changes nothing."""
    text, _ = case
    assume(not set(LINE_BREAKS_OF_1_1) & set(text))
    before = form.evaluate("(text) => oitYamlEdit.read(text)", text)
    assert _as_written(before) == parse_yaml(text).values
    after = data.draw(_changed(before))
    call = "([text, after, order]) => oitYamlEdit.edited(text, after, order)"
    result = form.evaluate(call, [text, after, FIELD_ORDER])
    assert result == edited(text, before, after, FIELD_ORDER)
    assert form.evaluate("(text) => oitYamlEdit.read(text)", result) == after
    assert form.evaluate(call, [text, before, FIELD_ORDER]) == text


def _as_written(value: Any) -> Any:
    """The value with truth values as the strict reader has them."""
    if isinstance(value, dict):
        return {name: _as_written(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_written(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else value


@st.composite
def _changed(draw: st.DrawFn, values: dict[str, Any]) -> dict[str, Any]:
    """A record with some values changed, added, taken out or moved."""
    words = st.sampled_from(CORPUS).filter(bool)
    changed = dict(values)
    for name in ("owner", "updated"):
        if draw(st.booleans()):
            changed[name] = draw(words)
    for name in ("reviews", "evidence"):
        entries = [_entry(draw, entry, words) for entry in values.get(name, [])]
        if draw(st.booleans()):
            entries.insert(draw(st.integers(0, len(entries))), {"kind": "url", "by": draw(words)})
        if len(entries) > 1 and draw(st.booleans()):
            entries.pop(draw(st.integers(0, len(entries) - 1)))
        if entries:
            changed[name] = draw(st.permutations(entries)) if draw(st.booleans()) else entries
    return {name: changed[name] for name in FIELD_ORDER if name in changed}


def _entry(draw: st.DrawFn, entry: dict[str, Any], words: st.SearchStrategy[str]) -> dict[str, Any]:
    names = sorted(name for name, value in entry.items() if isinstance(value, str))
    changed = dict(entry)
    match draw(st.sampled_from(["keep", "keep", "change", "remove", "add"])):
        case "change":
            changed[draw(st.sampled_from(names))] = draw(words)
        case "remove":
            del changed[draw(st.sampled_from(names))]
        case "add":
            changed["note"] = draw(words)
            changed["periods"] = ["2025-03", "FY2568"]
    return {name: changed[name] for name in FIELD_ORDER if name in changed}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_save_without_a_change_changes_nothing(form: Page, end: str, mark: str) -> None:
    """Line ends and a byte-order mark included."""
    for path in sorted(SITE.glob("*/O*/*.md")):
        text = mark + path.read_text("utf-8").replace("\n", end)
        assert saved(form, text) == text


RECORD = """---
# ข้อมูลของฝ่าย
item:   O1  # ข้อ
reviews:
  - by: 'ก'  # ผู้ยืนยัน
    note: เดิม
# หลักฐาน
evidence: [] # ยังไม่มี
---

ข้อความ
"""


def test_a_save_changes_what_was_changed_and_keeps_comments(form: Page) -> None:
    """Spaces and quotes of everything else too."""
    change = "data.reviews[0].note = 'ใหม่: แล้ว'; data.evidence.push({ kind: 'none', sample: true })"
    expected = RECORD.replace("note: เดิม", 'note: "ใหม่: แล้ว"').replace(
        "evidence: [] # ยังไม่มี\n", "evidence: # ยังไม่มี\n  - kind: none\n    sample: true\n"
    )
    assert saved(form, RECORD, change) == expected
    crlf = RECORD.replace("\n", "\r\n")
    assert saved(form, crlf, change) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text", ["---\nitem: [\n---\nก\n", "ไม่มีข้อมูลส่วนต้น\n", "---\na: &b c\nd: *b\n---\n"]
)
def test_a_file_that_cannot_be_read_is_not_saved_over(form: Page, text: str) -> None:
    """The form shows it empty; what it would write is refused in Thai."""
    script = """(text) => {
      try { return format.toFile({ ...format.fromFile(text), item: 'O1' }); }
      catch (error) { return error.message; }
    }"""
    assert "จึงยังไม่ได้บันทึก" in form.evaluate(script, text)


def test_the_reader_refuses_what_the_strict_reader_refuses(form: Page) -> None:
    """So that the form never shows values that the site does not have."""
    for text in ("a: 1\na: 2\n", "a: !x 1\n", "a: &b 1\n", "- a\n", "a: 1\n---\nb: 2\n"):
        with pytest.raises(DocumentError):
            parse_yaml(text)
        script = "(text) => { try { return oitYamlEdit.read(text); } catch { return 'refused'; } }"
        assert form.evaluate(script, text) == "refused"
