"""What a failed comparison prints: the places that differ, and no more than fits on a screen."""

from pathlib import Path

from helpers.broken import BROKEN
from helpers.differences import differences, explained
from helpers.support import copy_site, judged


def test_two_assessments_are_told_apart_by_place(tmp_path: Path) -> None:
    """By names of fields and numbers of entries, down to the value that differs."""
    site = copy_site("current", tmp_path)
    before = judged(site)
    BROKEN["stale"](site)
    lines = explained(before, judged(site))
    assert lines
    assert len("\n".join(lines)) < 8_000 < len(repr(before))
    assert any(line.startswith(".rounds[0].items[0].status: ") for line in lines)


def test_what_only_one_side_has_is_named() -> None:
    """Keys, entries, lines of a text."""
    assert list(differences({"a": 1, "b": 2}, {"a": 3})) == [
        "['a']: 1 != 3",
        "['b']: only on the left: 2",
    ]
    assert list(differences([1], [1, 2])) == ["[1]: only on the right: 2"]
    assert list(differences(b"a\nb\n", b"a\nc\n")) == [r" line 2: 'b\n' != 'c\n'"]


def test_short_values_are_left_to_pytest() -> None:
    """It marks letters."""
    assert explained({"a": 1}, {"a": 2}) is None
    assert explained("x" * 999, "y") is None
