"""What an office file hides is found where it is, and is never taken for what it shows."""

import pytest

from helpers import made_files as made
from helpers.concealing_office import HIDING, Hiding
from helpers.office_files import PLANTED, SHOWN
from oit.evidence.concealed import REFUSED
from oit.evidence.location import VISIBLE
from oit.evidence.passages import Extract
from oit.evidence.personal_search import find_personal_data
from oit.evidence.read import read_content, read_office


@pytest.mark.parametrize("name", HIDING)
def test_what_is_hidden_is_found_by_its_kind_and_place(name: str) -> None:
    """One finding that refuses the file, and no other."""
    hiding = HIDING[name]
    content = read_content(hiding.data)
    assert not content.fault
    (found,) = [part for part in content.hidden if part.kind in REFUSED]
    place = (found.location.name, found.location.cell)
    assert (found.kind, *place) == (hiding.kind, hiding.place, hiding.cell)
    assert not content.active


@pytest.mark.parametrize("name", HIDING)
def test_what_is_hidden_is_no_text_of_the_document(name: str) -> None:
    """It is searched all the same; what the file shows is neither lost nor joined to it."""
    found = read_office(HIDING[name].data)
    assert isinstance(found, Extract)
    shown = "\n".join(each.text for each in found.passages if each.location.where in VISIBLE)
    assert PLANTED not in shown
    assert SHOWN in shown
    assert PLANTED in "\n".join(each.text for each in found.passages)


@pytest.mark.parametrize("name", HIDING)
def test_a_number_is_found_however_it_is_hidden(name: str) -> None:
    """By the check digit, at a place that is told as hidden."""
    found = read_office(with_number(HIDING[name]))
    assert isinstance(found, Extract)
    (match,) = find_personal_data(found.passages)
    assert match.location.where not in VISIBLE


def with_number(hiding: Hiding) -> bytes:
    """The same file with a number of a person in place of the words."""
    members = made.members(hiding.data)
    return made.archive(
        {
            name: content.replace(PLANTED.encode(), made.VALID_ID.encode())
            for name, content in members.items()
            if isinstance(content, bytes)
        }
    )
