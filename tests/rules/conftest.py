"""What the tests of two versions of a site share."""

import tempfile
from pathlib import Path

import pytest

from helpers.changes import ON_THE_DAY, Sent, change_between
from helpers.edits import both
from helpers.support import Edit, copy_site
from oit.assessment.gate import Verdict, judge_change
from oit.assessment.result import Today
from oit.records.load import load_site
from oit.wording.vocabulary import Vocabulary, vocabulary_of


@pytest.fixture(scope="session")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    """The names of the site `current`."""
    return vocabulary_of(load_site(copy_site("current", tmp_path_factory.mktemp("names"))))


@pytest.fixture
def sent(tmp_path: Path) -> Sent:
    """The verdict on a change to a version of `current`, both made by edits."""

    def judge(before: Edit, change: Edit, today: Today = ON_THE_DAY) -> Verdict:
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        base, head = copy_site("current", folder / "base"), copy_site("current", folder / "head")
        before(base)
        both(before, change)(head)
        return judge_change(change_between(base, head, today))

    return judge
