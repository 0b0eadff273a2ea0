"""What is known of evidence files is not found out again."""

import hashlib
from pathlib import Path

import pytest

from helpers.caches import cache_in
from oit.system.cache import NO_CACHE
from oit.system.evidence_cache import EvidenceInspector


def test_what_was_found_out_is_read_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second look at the same bytes starts no child process."""
    file, cache = tmp_path / "a.csv", cache_in(tmp_path / "cache")
    file.write_text("a,b\n1,2\n", "utf-8")
    with EvidenceInspector.rereading(cache) as inspect:
        first = inspect(file, ())()
    monkeypatch.setattr("oit.evidence.runner.Inspector", None)
    with EvidenceInspector.rereading(cache) as inspect:
        assert inspect(file, ())() == first


def test_files_are_read_while_others_are_begun(tmp_path: Path) -> None:
    """What is asked for last is the same, whichever facts are waited for first."""
    files = [tmp_path / f"{number}.csv" for number in range(3)]
    for number, file in enumerate(files):
        file.write_text(f"a,b\n1,{number}\n", "utf-8")
    with EvidenceInspector.rereading(NO_CACHE) as inspect:
        begun = [inspect(file, ()) for file in files]
        found = [facts() for facts in reversed(begun)]
    assert [facts.sha256 for facts in reversed(found)] == [
        hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    ]
    assert all(facts.inspection and not facts.inspection.content.fault for facts in found)


def test_what_nobody_waited_for_is_not_kept(tmp_path: Path) -> None:
    """A child that is ended while it reads has found nothing out about the file."""
    file, cache = tmp_path / "a.csv", cache_in(tmp_path / "cache")
    file.write_text("a,b\n1,2\n", "utf-8")
    with EvidenceInspector.rereading(cache) as inspect:
        inspect(file, ())
    with EvidenceInspector.rereading(cache) as inspect:
        known = inspect(file, ())().inspection
    assert known is not None
    assert known.content.fault is None
