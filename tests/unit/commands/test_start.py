"""Where the command `oit` starts and ends."""

import gc
import sys
from collections.abc import Iterator

import pytest

from oit.commands.start import main


@pytest.fixture
def collector() -> Iterator[None]:
    """Python's collector, as this process has it before and after."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collector")
def test_what_is_left_at_the_end_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python ends by looking for circles, three times, in all that a run has loaded and read."""
    monkeypatch.setattr(sys, "argv", ["oit", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert gc.get_freeze_count()
    assert len(gc.get_objects()) < 1000, "what a later search would look at"
