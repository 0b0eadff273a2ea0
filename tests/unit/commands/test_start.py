"""Where the command `oit` starts and ends."""

import gc
import sys
from collections.abc import Iterator

import pytest

from oit.commands.start import main


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python's collector, as this process has it before and after, and what `main` would set."""
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    before = gc.get_threshold()
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collector")
def test_what_is_left_at_the_end_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python ends by looking for circles, three times, in all that a run has loaded and read."""
    monkeypatch.setattr(sys, "argv", ["oit", "--version"])
    monkeypatch.delitem(sys.modules, "duckdb", raising=False)  # of another test
    with pytest.raises(SystemExit):
        main()
    assert gc.get_freeze_count()
    assert len(gc.get_objects()) < 1000, "what a later search would look at"


@pytest.mark.usefixtures("collector")
def test_a_library_that_counts_what_is_left_finds_no_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    """What writes Parquet prints pages of names where Python ends without a search."""
    monkeypatch.setitem(sys.modules, "duckdb", sys)
    monkeypatch.setattr(sys, "argv", ["oit", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert not gc.get_freeze_count()
