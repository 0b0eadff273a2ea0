"""What tests of commands share."""

import pytest

from oit.entry import prompts


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there who can answer."""
    monkeypatch.setattr(prompts, "is_terminal", lambda: True)
