"""What the checkers of others look at, and where they are."""

import os
from pathlib import Path

import pytest

from helpers.builds import built
from helpers.edits import LATE_O9
from helpers.support import copy_sample, replace


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of the checkers."""
    path = os.environ.get("OIT_TOOLS")
    if not path:
        pytest.skip("Node, npm or Java is not there: run python3 scripts/test.py --full")
    return Path(path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, with one item late."""
    root = copy_sample(tmp_path_factory.mktemp("full"))
    replace(*LATE_O9)(root)
    return built(root, OIT_GATE="report", OIT_AS_OF="2025-04-29")
