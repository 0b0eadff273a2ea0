"""The page with the figures of the search for personal data says what the search does."""

import re

import pytest

from corpus.__main__ import COUNT, FILE
from corpus.figures import page


@pytest.mark.slow
def test_the_figures_are_those_of_the_search() -> None:
    """`python3 scripts/run.py personal_data` writes them again."""
    assert FILE.read_text("utf-8") == page(COUNT)


def test_the_page_keeps_the_promises_of_the_search() -> None:
    """All that is planted is found; nothing is refused but where no reader tells the columns."""
    found, _, false = re.split(r"^## .*\n", FILE.read_text("utf-8"), flags=re.MULTILINE)[1:4]
    assert [row for row in _rows(found) if row[2] != row[3]] == []
    refused = {row[0] for row in _rows(false) if row[2] != "0"}
    assert {name.rpartition(": ")[2] for name in refused} <= {"docx", "pdf"}
    assert all("numbers in a column" in name for name in refused)


def _rows(text: str) -> list[list[str]]:
    lines = re.findall(r"^\| (.*) \|$", text, re.MULTILINE)
    return [line.split(" | ") for line in lines[2:]]
