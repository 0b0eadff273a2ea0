"""What tests of commands share."""

import pytest

from oit.commands import entering


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there who can answer."""
    monkeypatch.setattr(entering, "is_terminal", lambda: True)
