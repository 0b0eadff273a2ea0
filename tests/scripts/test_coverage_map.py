"""The map of what the tests reach has a row a room."""

from maintain.coverage_map import by_room


def test_files_of_a_room_are_added_up() -> None:
    """Nested rooms by themselves, loose modules as the ground; a room without code has no share."""
    files = {
        "hooks/oit/outputs/form/widgets.py": {"summary": {"covered_lines": 3, "num_statements": 4}},
        "hooks/oit/outputs/form/files.py": {"summary": {"covered_lines": 1, "num_statements": 4}},
        "hooks/oit/periods.py": {"summary": {"covered_lines": 5, "num_statements": 5}},
        "hooks/oit/model/__init__.py": {"summary": {"covered_lines": 0, "num_statements": 0}},
    }
    assert [line.split() for line in by_room(files)] == [
        ["ground", "5", "of", "5", "100%"],
        ["model", "0", "of", "0", "–"],
        ["outputs.form", "4", "of", "8", "50%"],
    ]
