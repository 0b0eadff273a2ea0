"""The sites that `oit verify` reads, built once."""

from pathlib import Path

import pytest

from helpers.builds import built
from helpers.support import copy_sample, copy_site, replace
from helpers.verify_command import AS_OF, CLOSED


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built in a folder of its own."""
    return built(copy_sample(tmp_path_factory.mktemp("sample")), OIT_AS_OF=CLOSED)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site whose round is open for months to come, built."""
    site = copy_site("current", tmp_path_factory.mktemp("current"))
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    return built(site, OIT_AS_OF=AS_OF)
