"""What divisions send is taken for what the shipped office's own mandate asks for."""

import pytest

from helpers.inbox_files import InboxFile, inspected, twelve
from helpers.support import ROOT, as_of, judged
from oit.assessment.result import Assessment
from oit.intake.guesses import taken_for
from oit.intake.questions import target_of

KNOWN = [file for file in twelve() if file.target]


@pytest.fixture(scope="module")
def shipped() -> Assessment:
    """The shipped office on the last day of its round."""
    return judged(ROOT, as_of("2025-04-30"))


@pytest.mark.parametrize("file", KNOWN, ids=range(len(KNOWN)))
def test_a_file_is_taken_for_what_it_is(file: InboxFile, shipped: Assessment) -> None:
    """As in any office with such items: the words are those of the mandate and of everyday."""
    facts = inspected(file, shipped)
    target = target_of(file.name, facts, taken_for(file.name, facts, shipped), shipped)
    assert target
    assert (target.item, target.requirement, str(target.period or "")) == file.target
