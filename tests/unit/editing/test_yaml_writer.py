"""What is written of a record is what the browser form would write."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.editing.yaml_folding import fold
from oit.editing.yaml_writer import to_form_yaml
from oit.records.strict_yaml import parse_yaml

GOLDEN = Path(__file__).parents[2] / "golden/form-yaml.json"
WRITTEN_BY_THE_FORM = json.loads(GOLDEN.read_text("utf-8"))
"""Values, and what version 1.10.3 of the npm package `yaml`, which Decap CMS 3 holds, wrote:
`doc = new yaml.Document(); doc.contents = yaml.createNode(values); doc.toString()`."""


@pytest.mark.parametrize("case", WRITTEN_BY_THE_FORM, ids=lambda case: str(case["values"])[:40])
def test_values_are_written_as_the_form_writes_them(case: dict[str, object]) -> None:
    """Byte for byte, so that a save in the form changes only what was changed."""
    values = case["values"]
    assert isinstance(values, dict)
    assert to_form_yaml(values) == case["text"]


@given(st.text(min_size=1), st.text(min_size=1), st.lists(st.text()))
def test_every_string_reads_back_as_it_was(word: str, other: str, several: list[str]) -> None:
    """Control characters, line ends of any system and broken characters' kin included."""
    values = {"a": word, "b": [{"c": other, "d": several}]}
    assert parse_yaml(to_form_yaml(values)).values == values


@given(st.text(alphabet="กข \n:#\"'\\-\t😀\u0085\r", min_size=1, max_size=300))
def test_long_and_broken_lines_read_back_as_they_were(word: str) -> None:
    """Folding loses no blank and adds none."""
    values = {"a": word, "b": [{"c": word, "d": [word]}]}
    assert parse_yaml(to_form_yaml(values)).values == values


def test_a_line_is_broken_at_the_last_space_before_its_end() -> None:
    """80 characters, the key and the indentation counted as the form counts them."""
    text = "กข " * 30
    first, second = fold(text.strip(), "  ", 6).split("\n")
    assert len(first) + 6 <= 80
    assert len(first) + 6 + 3 > 80
    assert second.startswith("  กข")
