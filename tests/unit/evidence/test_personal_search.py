"""A number is judged with what stands beside it: headings, boxes, columns, the ends of lines."""

from collections.abc import Iterable, Sequence

import pytest

from corpus.places import COLUMNS, TABLES, Rows
from corpus.spellings import numbers
from helpers.made_files import VALID_ID
from oit.evidence.facts import PersonalDataKind
from oit.evidence.location import Location, Where
from oit.evidence.passages import Passage, lines
from oit.evidence.personal_search import MAX_MATCHES, find_personal_data, numbers_of_things
from oit.evidence.read import read_content

INVALID = "1101700230709"
ID = PersonalDataKind.NATIONAL_ID


def kinds_in(passages: Iterable[Passage]) -> set[PersonalDataKind]:
    return {match.kind for match in find_personal_data(passages)}


def kinds_in_table(rows: Rows, place: str) -> set[PersonalDataKind]:
    return {match.kind for match in read_content(TABLES[place](rows)).personal}


@pytest.mark.parametrize("place", TABLES)
def test_boxes_of_a_form_are_found_where_they_begin(place: str) -> None:
    """In every format, one digit a cell; with a wrong check digit they are no number."""
    assert kinds_in_table([["ชื่อ ก", *VALID_ID], ["จบ"]], place) == {ID}
    assert kinds_in_table([["ชื่อ ก", *INVALID], ["จบ"]], place) == set()


@pytest.mark.parametrize("place", TABLES)
@pytest.mark.parametrize("around", [["5"], ["5", "5"]])
def test_more_or_fewer_boxes_are_no_number(place: str, around: list[str]) -> None:
    """Exactly thirteen, but after a label, where another figure may follow."""
    assert kinds_in_table([["ก", *around, *VALID_ID], ["จบ"]], place) == set()
    assert kinds_in_table([["ก", *VALID_ID[:12]], ["จบ"]], place) == set()
    assert kinds_in_table([["เลขประจำตัวประชาชน", *VALID_ID, *around], ["จบ"]], place) == {ID}


@pytest.mark.parametrize("place", TABLES)
def test_rows_of_scores_are_no_numbers_though_one_is_valid(place: str) -> None:
    """Most rows have to be valid: one in eleven is by chance."""
    scores = [["โรงเรียน", *INVALID]] * 3
    assert kinds_in_table([*scores, ["โรงเรียน", *VALID_ID]], place) == set()
    persons = [["ผู้มีสิทธิ", *number] for number in numbers(5)]
    assert kinds_in_table([*scores, *persons], place) == {ID}


def test_the_place_of_boxes_is_their_first_cell() -> None:
    """So that people find them."""
    cells = zip("CDEFGHIJKLMNO", VALID_ID, strict=True)
    row = [Passage(Location(Where.SHEET, "ก", f"{column}7"), digit) for column, digit in cells]
    assert [match.location.cell for match in find_personal_data(row)] == ["C7"]


@pytest.mark.parametrize("place", COLUMNS)
@pytest.mark.parametrize("heading", ["เลขที่สัญญา", "เลขที่โครงการ (e-GP)", "Contract No.", "บาร์โค้ด"])
def test_a_contract_number_is_no_person_though_its_check_digit_fits(
    place: str, heading: str
) -> None:
    """Among others that do not fit, and by itself."""
    rows = [[heading, "ผู้ขาย"], *([INVALID, "ก"],) * 4]
    assert kinds_in_table([*rows, [VALID_ID, "ก"]], place) == set()
    assert kinds_in_table([[heading, "ผู้ขาย"], [VALID_ID, "ก"]], place) == set()


@pytest.mark.parametrize("place", COLUMNS)
def test_a_heading_hides_no_list_of_persons(place: str) -> None:
    """Where most of a column are valid, where it names both, in groups, in a column beside it."""
    persons = [[number, "ก"] for number in numbers(3)]
    assert kinds_in_table([["เลขที่สัญญา", "ผู้ขาย"], *persons], place) == {ID}
    both = ["เลขที่สัญญา/เลขประจำตัวประชาชน", "ผู้ขาย"]
    assert kinds_in_table([both, [VALID_ID, "ก"]], place) == {ID}
    assert kinds_in_table([["เลขที่สัญญา", "ผู้ขาย"], ["1-1017-00230-70-8", "ก"]], place) == {ID}
    assert kinds_in_table([["เลขที่สัญญา", "ผู้ขาย"], [INVALID, VALID_ID]], place) == {ID}
    assert kinds_in_table([["เลขที่สัญญา", "ผู้ขาย"], [f"นาย ก {VALID_ID}", "ก"]], place) == {ID}


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([["เลขที่สัญญา", "ก"], [VALID_ID, "1"], [INVALID, "2"], [INVALID, "3"]], 1),
        ([["เลขที่", "ก"], [VALID_ID, "1"]], 0),
        ([["เลขที่สัญญา", "ก"], [VALID_ID, numbers(1)[0]]], 0),
        ([["เลขที่สัญญา", "ก"], [INVALID, "1"]], 0),
    ],
)
def test_numbers_of_things_in_a_table_are_known(rows: Sequence[Sequence[str]], count: int) -> None:
    """Those that the search passes over; none where anything is a person's."""
    assert len(numbers_of_things(rows)) == count


@pytest.mark.parametrize("place", COLUMNS)
@pytest.mark.parametrize("nothing", ["", "-", "****", "ไม่มี"])
def test_a_column_of_passwords_is_one_where_something_stands_in_it(
    place: str, nothing: str
) -> None:
    """Not where it is empty or covered, and not where passwords are counted."""
    assert kinds_in_table([["ชื่อ", "รหัสผ่าน"], ["ก", nothing]], place) == set()
    counted = [["ชื่อ", "จำนวนผู้เปลี่ยนรหัสผ่าน"], ["ก", "12"]]
    assert kinds_in_table(counted, place) == set()
    found = kinds_in_table([["ชื่อ", "รหัสผ่าน"], ["ก", "khetnaja"]], place)
    assert found == {PersonalDataKind.CREDENTIALS}


def test_a_file_of_json_has_no_headings() -> None:
    """What it calls a moment excuses no number in its other lines."""
    text = f'{{"timestamp": 1, "id": 2}},\n{{"a": {VALID_ID}, "b": 2}},\n'
    assert kinds_in(lines(text)) == {ID}


def test_a_list_of_figures_in_json_is_no_form() -> None:
    """Thirteen flags in a row."""
    assert kinds_in(lines(f"[{', '.join(VALID_ID)}]")) == set()
    assert kinds_in(lines(",".join(VALID_ID))) == {ID}


def test_names_of_sheets_and_inner_files_are_searched() -> None:
    """They are shown like any text."""
    sheet = Passage(Location(Where.SHEET, VALID_ID, "A1"), "ก")
    inner = Passage(Location(Where.HIDDEN, "1", inside=f"{VALID_ID}.docx"), "ก")
    for passage in (sheet, inner):
        [match] = find_personal_data([passage])
        assert VALID_ID not in repr(match)


def test_a_file_names_no_more_places_than_tell_anybody_anything() -> None:
    """However many numbers it holds."""
    rows = (Passage(Location(Where.SHEET, "ก", f"A{row}"), VALID_ID) for row in range(2_000))
    assert len(find_personal_data(rows)) == MAX_MATCHES


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "7 ",
        "1.",
        "1-1017-00230-70-9 ",
        "เลขประจำตัวประชาชน ",
        "passport ",
        "รหัสผ่าน: a ",
        "นาย เกิด",
    ],
)
def test_long_runs_are_searched_to_their_end(unit: str) -> None:
    """However often a text only begins like a number or a label."""
    text = unit * (300_000 // len(unit)) + f"\n\n\n\n\n{VALID_ID}"
    assert ID in kinds_in([Passage(Location(Where.PAGE, "1"), text)])
