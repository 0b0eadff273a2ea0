"""What is found many times for one cause is told once."""

from msgspec.structs import replace

from oit.assessment.repetitions import told_once
from oit.findings import Finding, Kind, Place


def cell(row: int, column: int = 2) -> Finding:
    told = {"code": "type-error", "detail": "number", "at": ("ก", column, row)}
    path = ("evidence", 0, "file")
    found = Place("o1.md", item="O1").finding("table-cell", 5, path, **told)
    return replace(found, where=f"{column}:{row}")


def reference(line: int, name: str) -> Finding:
    path = ("items", line, "owners")
    found = Place("mandate.yml", Kind.POLICY).finding("policy-reference", line, path, found=name)
    return replace(found, where=name)


def test_cells_of_one_column_are_one_finding() -> None:
    """The first stands for the others, in reading order; another column is another finding."""
    found = told_once([cell(row, column) for column in (2, 3) for row in range(4, 24)])
    assert [len(finding.repeated) for finding in found] == [19, 19]
    assert [finding.params["at"][2] for finding in found] == [4, 4]


def test_a_reference_to_nothing_is_told_once_in_a_file() -> None:
    """Whoever has mistyped one id in the divisions is not told of ten."""
    names = ("works", "finance")
    found = told_once(reference(line, name) for line in range(10) for name in names)
    assert [(finding.params["found"], len(finding.repeated)) for finding in found] == [
        ("finance", 9),
        ("works", 9),
    ]


def test_wrong_values_of_a_record_stay_findings_of_their_own() -> None:
    """Each has another value to write."""
    place = Place("o1.md", item="O1")
    dates = [place.finding("date-buddhist", line, ("updated",), found="x") for line in (3, 9)]
    assert told_once(dates) == tuple(dates)


def test_telling_once_more_changes_nothing() -> None:
    """What is told with a finding is neither lost nor doubled, whoever asks again."""
    found = told_once(cell(row) for row in range(4, 9))
    assert told_once([*found, *(cell(row) for row in range(4, 9))]) == found
