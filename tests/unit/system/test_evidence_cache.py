"""What is known of evidence files is not found out again."""

from pathlib import Path

import pytest

from helpers.caches import cache_in
from oit.system.evidence_cache import EvidenceInspector


def test_what_was_found_out_is_read_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second look at the same bytes starts no child process."""
    file, cache = tmp_path / "a.csv", cache_in(tmp_path / "cache")
    file.write_text("a,b\n1,2\n", "utf-8")
    with EvidenceInspector.rereading(cache) as inspect:
        first = inspect(file, ())
    monkeypatch.setattr("oit.evidence.runner.Inspector", None)
    with EvidenceInspector.rereading(cache) as inspect:
        assert inspect(file, ()) == first
