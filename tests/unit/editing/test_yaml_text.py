"""Values are written by one rule, and every reader of YAML reads them as they were."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers.yaml_12 import read_yaml
from oit.editing.yaml_text import mapping_lines, scalar, to_yaml
from oit.records.strict_yaml import parse_yaml

PLAIN = [
    "ตรวจแล้ว – ครบถ้วน",
    "FY2568-Q2",
    "2025-03",
    "2025-04-18",
    "O15",
    "it's",
    "a#b",
    "ก:ข",
    "😀",
]
PLAIN += ["https://example.go.th/?a=b#c", "สขร.1 (มีนาคม)", 'คำว่า "ก"', "ก, ข", "ก [1]", "1 เดือน"]
QUOTED = ["", " ก", "ก ", "- ก", "ก: ข", "ก #1", "ก:", "#1", "[ก]", "'ก'", '"ก"', "%ก", "@ก", "? ก"]
QUOTED += [
    "on",
    "No",
    "y",
    "null",
    "~",
    "TRUE",
    "1e3",
    "12",
    "12:30",
    "1_000",
    "0x1F",
    ".5",
    ".inf",
]
QUOTED += ["2025-02-30", "2025-4-1", "2025-04-18 10:00:00", "=", "<<", "a\tb", "ก\nข\n", "\u00a0ก"]
QUOTED += ["\u0085", "a\u2028b", "\ufeff", "\x1b"]
strings = st.text() | st.text("กa0129eExob-+._:# '\"\n,[]{}~=<>|%@`!&*?ynTofZz\t\u2028\u0085")


@pytest.mark.parametrize("text", PLAIN)
def test_what_no_reader_takes_for_something_else_is_plain(text: str) -> None:
    """Days too, which are read as days."""
    assert scalar(text) == text


@pytest.mark.parametrize("text", QUOTED)
def test_anything_else_is_in_double_quotes_on_one_line(text: str) -> None:
    """Those that only YAML 1.1 takes for a truth value, a time or a number included."""
    written = scalar(text)
    assert written.startswith('"')
    assert len(f"{written}.".splitlines()) == 1


@given(strings, strings, st.lists(strings))
def test_every_string_reads_back_as_it_was(word: str, other: str, several: list[str]) -> None:
    """Control characters and line ends of any system included, by our reader and by others."""
    values = {"a": word, "b": [{"c": other, "d": several}]}
    for text in (to_yaml(values), "".join(f"{line}\n" for line in mapping_lines(values, 0))):
        assert parse_yaml(text).values == values
        assert _as_text(yaml.safe_load(text)) == values
        assert read_yaml(text) == values


def _as_text(value: Any) -> Any:
    """The value with days as text."""
    if isinstance(value, dict):
        return {name: _as_text(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@given(st.text(min_size=1, max_size=2000))
def test_a_value_stands_on_one_line(text: str) -> None:
    """Folded or broken, a number could not be found by a search."""
    assert len([*mapping_lines({"a": text}, 0)]) == 1
    assert "\n" not in scalar(text)
