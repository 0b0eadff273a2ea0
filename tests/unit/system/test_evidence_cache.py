"""What is known of evidence files is not found out again."""

from importlib import metadata, resources
from pathlib import Path

import pytest

from oit.system import evidence_cache
from oit.system.evidence_cache import EvidenceInspector


def test_the_readers_are_fingerprinted_once_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files are asked about: it costs more than reading a small file."""
    asked: list[str] = []
    versions = metadata.version

    def counting(name: str) -> str:
        asked.append(name)
        return versions(name)

    monkeypatch.setattr(metadata, "version", counting)
    evidence_cache._readers_version.cache_clear()
    with EvidenceInspector.rereading(tmp_path / "cache") as inspect:
        for number in range(5):
            file = tmp_path / f"{number}.csv"
            file.write_text(f"a,b\n{number},2\n", "utf-8")
            assert inspect(file, ()).inspection
    assert sorted(asked) == sorted(evidence_cache._READER_LIBRARIES)
    assert evidence_cache._readers_version.cache_info().misses == 1


def test_words_that_are_recognised_are_part_of_the_readers() -> None:
    """A label that is added to them makes every file be read again."""
    folders = evidence_cache._with_those_below(resources.files("oit.evidence"))
    hashed = {file.name for folder in folders for file in folder.iterdir() if file.is_file()}
    assert {"words.yml", "thai_pairs.json"} <= hashed


def test_what_was_found_out_is_read_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second look at the same bytes starts no child process."""
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    with EvidenceInspector.rereading(tmp_path / "cache") as inspect:
        first = inspect(file, ())
    monkeypatch.setattr("oit.evidence.runner.Inspector", None)
    with EvidenceInspector.rereading(tmp_path / "cache") as inspect:
        assert inspect(file, ()) == first


def test_every_room_of_readers_is_known_by_its_code() -> None:
    """A change in any of them makes what was remembered count as absent."""
    room = resources.files("oit.evidence")
    known = {str(folder) for folder in evidence_cache._with_those_below(room)}
    with_code = {str(path.parent) for path in Path(str(room)).rglob("*.py")}
    assert with_code <= known
