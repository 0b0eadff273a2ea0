"""One wrong value is told once, however many documents it stands in."""

from oit.audit.verify.folding import folded
from oit.audit.verify.report import diagnostic_of
from oit.audit.verify.values import Discrepancy

INDEX, TABLE, CHECKLIST = "api/v1/index.json", "api/v1/index.csv", "api/v1/checklist.json"


def differing(path: str, expected: str, found: str, subject: str = "2568/O1") -> Discrepancy:
    params = {"place": "/status", "expected": expected, "found": found}
    return Discrepancy(check="documents-differ", path=path, subject=subject, params=params)


def test_the_index_is_the_cause_of_what_differs_from_it() -> None:
    """In whichever order they are found, and whichever of the two is called expected."""
    table, index = differing(TABLE, "current", "stale"), differing(INDEX, "stale", "current")
    (told,) = folded([table, index, differing(CHECKLIST, "current", "stale")])
    assert told.path == INDEX
    assert [effect.path for effect in told.effects] == [TABLE, CHECKLIST]


def test_without_the_index_the_first_is_the_cause() -> None:
    """What followed from another of them already follows from it too."""
    third = differing("2568/oit-2568.zip", "b", "a", "2568")
    second = differing(CHECKLIST, "b", "a")
    held = Discrepancy(
        check=second.check,
        path=second.path,
        subject=second.subject,
        params=second.params,
        effects=(third,),
    )
    (told,) = folded([differing(TABLE, "a", "b"), held])
    assert told.path == TABLE
    assert told.effects == (second, third)


def test_other_values_items_and_places_of_a_document_are_told_apart() -> None:
    """And what is said of no item, or without values, is never folded."""
    found = [
        differing(TABLE, "a", "b"),
        differing(TABLE, "a", "b"),
        differing(CHECKLIST, "a", "c"),
        differing(CHECKLIST, "a", "b", "2568/O2"),
        differing(INDEX, "a", "b", "2568"),
        differing(TABLE, "a", "b", "2568"),
        Discrepancy(check="not-found", path=INDEX, subject="2568/O1"),
        Discrepancy(check="not-found", path=TABLE, subject="2568/O1"),
    ]
    assert list(folded(found)) == found


def test_what_follows_in_other_documents_is_named_by_their_paths() -> None:
    """So that whoever reads of the cause knows what else will change."""
    (told,) = folded([differing(INDEX, "a", "b"), differing(TABLE, "b", "a")])
    (note,) = diagnostic_of(told).notes
    assert TABLE in note.th
    assert TABLE in note.en
