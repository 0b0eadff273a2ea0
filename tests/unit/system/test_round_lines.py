"""The main branch by round, as it is kept: rounds that are over are not looked into again."""

from datetime import date
from pathlib import Path

import pytest

from helpers.caches import cache_in
from helpers.recorded_office import MARCH, RecordedOffice, given
from oit.system import round_lines as module
from oit.system.cache import NO_CACHE
from oit.system.git import History
from oit.system.past_blobs import WantedBlobs, read_blobs
from oit.system.round_lines import round_lines
from oit.system.witness import WitnessReader

NONE = frozenset[str]()


@pytest.fixture
def office(tmp_path: Path) -> RecordedOffice:
    """One whose record of O1 was changed."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 4, 11), given(MARCH))
    return office


def test_what_is_kept_is_told_again(
    office: RecordedOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Days, files and folders, even a name that is no text; on another day it is read again."""
    (office.site / "oit_items/2568/O01" / b"\xff.csv".decode("utf-8", "surrogateescape")).touch()
    office.commit(date(2025, 4, 12), "a name that is no text")
    history, cache = History(office.site), cache_in(tmp_path / "cache")
    head = history.head()
    trusted = round_lines(history, head, NO_CACHE)
    for _ in range(2):
        known = round_lines(history, head, cache)
        assert known == trusted
        assert known[2568].snapshots == trusted[2568].snapshots
    monkeypatch.setattr(History, "main_line", lambda *_: "")
    assert round_lines(history, head, cache) == trusted
    monkeypatch.setattr(module, "last_day_lived", lambda: date(2025, 1, 1))
    assert round_lines(history, head, cache) == {}


@pytest.mark.parametrize("data", [b"[]", b"{}", b"\xff", b'{"commit": 1}'])
def test_what_has_another_form_is_not_known(
    data: bytes, office: RecordedOffice, tmp_path: Path
) -> None:
    """It counts as absent."""
    history, cache = History(office.site), cache_in(tmp_path / "cache")
    trusted = round_lines(history, history.head(), cache)
    (entry,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    cache.write(entry.relative_to(tmp_path / "cache").as_posix(), data)
    assert round_lines(history, history.head(), cache) == trusted


def test_of_a_round_that_is_not_read_no_commit_is_looked_at(
    office: RecordedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A history of ten years holds a hundred times what a changed record is compared with."""
    reader = WitnessReader(History(office.site), NO_CACHE)
    assert set(reader.made_from()) == {2568}
    monkeypatch.setattr(module, "convert", None)
    reader.read_only(lambda path: not path.startswith("oit_items/2568/"))
    reader.read()


def test_what_documents_of_a_round_hold_is_kept_by_itself(
    office: RecordedOffice, tmp_path: Path
) -> None:
    """To read one round opens the entry of no other."""
    cache, history = tmp_path / "cache", History(office.site)
    blobs = {entry.path: entry.object_id for entry in history.entries("HEAD")}
    record = WantedBlobs(frozenset({blobs["oit_items/2568/O01/record.md"]}), NONE, NONE, NONE)
    known = dict(read_blobs(office.site, {2567: record, 2568: record}, cache_in(cache)))
    assert known[2567] == known[2568]
    assert len([*(cache / "history").iterdir()]) == 2
