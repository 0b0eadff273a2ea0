"""What was read before is read no more: the same comes of it, and each file is read once."""

from pathlib import Path

import pytest

from helpers.broken import BROKEN
from helpers.counted_memory import CountedMemory
from helpers.edits import O1
from helpers.support import SAMPLE, copy_site, replace, write
from oit.findings import Place
from oit.records.document_reader import DocumentReader
from oit.records.load import load_site
from oit.records.read_document import ReadDocument, _lines
from oit.records.strict_yaml import parse_record

SAID = """---
item: O1
owner: ~
list: [ก, {a: "1"}]
note: |
  สองบรรทัด
  ๑๒
---
# หัวเรื่อง

## ประกาศ {#announcements}

[ลิงก์](https://example.go.th "คำ") ![ภาพ](a.png) <br>

### ประกาศ {#announcements}
"""


def _read(text: str, memory: CountedMemory) -> tuple[object, list[object]]:
    reader = DocumentReader([], memory=memory)
    read = reader.read(text.encode, parse_record, Place("record.md"))
    return read, list(reader.findings)


def test_a_document_comes_back_as_it_was_read() -> None:
    """Values, their lines and order, sections, links and raw HTML; and nothing is found in it."""
    memory = CountedMemory()
    first, again = _read(SAID, memory), _read(SAID, memory)
    assert again == first == _read(SAID, CountedMemory())
    assert again[0] is not None
    assert again[1] == []
    assert memory.made["document"] == 1


@pytest.mark.parametrize("rule", sorted(BROKEN)[::4])
def test_a_site_is_the_same_by_memory_as_without(rule: str, tmp_path: Path) -> None:
    """Whatever is broken in it: all of it, and all that was found, twice in a row."""
    site, memory = copy_site("current", tmp_path), CountedMemory()
    load_site(site, memory=memory)
    BROKEN[rule](site)
    without = load_site(site)
    assert load_site(site, memory=memory) == without
    assert load_site(site, memory=memory) == without


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    """One record of many, and each of the others is known by its bytes."""
    site, memory = copy_site("current", tmp_path), CountedMemory()
    load_site(site, memory=memory)
    before = memory.made.total()
    replace(O1, "title: แบบวัด EIT", "title: แบบวัดอื่น")(site)
    load_site(site, memory=memory)
    assert memory.made.total() == before + 1


def test_no_document_of_a_faultless_site_is_read_twice() -> None:
    """A second reading makes nothing, so it parses no YAML and searches no text."""
    memory = CountedMemory()
    load_site(SAMPLE, memory=memory)
    before = memory.made.copy()
    load_site(SAMPLE, memory=memory)
    assert memory.made == before


def test_a_harmless_page_is_searched_once_and_a_harmful_one_is_told_each_time(
    tmp_path: Path,
) -> None:
    """The same text can be harmless in one folder, and lead out of the site in another."""
    site, memory = copy_site("current", tmp_path), CountedMemory()
    leaving = '<a href="../b.html">ลิงก์</a>'
    for file, text in (("deep/index.html", leaving), ("a.html", leaving), ("ok.md", "# แผน\n")):
        write(f"docs/{file}", text)(site)
    without = load_site(site).findings
    assert {finding.file for finding in without} == {"docs/a.html"}
    assert load_site(site, memory=memory).findings == without
    before = memory.made.copy()
    assert load_site(site, memory=memory).findings == without
    assert memory.made == before


def test_lines_are_read_when_somebody_asks_for_one() -> None:
    """The paths of all values are larger than the values, and most runs ask for none."""
    memory = CountedMemory()
    _read(SAID, memory)
    _lines.cache_clear()
    read, _ = _read(SAID, memory)
    assert _lines.cache_info().misses == 0
    assert isinstance(read, ReadDocument)
    assert read.document.line(("title",)) == parse_record(SAID).line(("title",))
    assert dict(read.document.lines) == dict(parse_record(SAID).lines)
    assert _lines.cache_info().misses == 1


def test_equal_texts_of_documents_stand_in_memory_once() -> None:
    """Names of fields, and what offices write year after year, are half of all texts."""
    memory = CountedMemory()
    _read(SAID, memory)
    (first, _), (second, _) = _read(SAID, memory), _read(SAID, memory)
    assert isinstance(first, ReadDocument)
    assert isinstance(second, ReadDocument)
    assert first.document.values["note"] is second.document.values["note"]
    assert first.document.body is second.document.body
