"""The sample office on the last day of its round, with some cells open."""

from pathlib import Path

import pytest

from helpers import inbox_files
from helpers.support import as_of, copy_sample, judged
from oit.assessment.result import Assessment


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The assessment of the office that the twelve files are sent to."""
    site: Path = copy_sample(tmp_path_factory.mktemp("office"))
    inbox_files.owing_these(site)
    return judged(site, as_of("2025-04-30"))
