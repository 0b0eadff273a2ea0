"""Which columns and rows of a sheet its reader does not see.

Attributes of OOXML (ECMA-376, part 1, 18.3.1) and OpenDocument (1.3, part 3, 19.7).
"""

from collections.abc import Iterable, Mapping

_TRUE = frozenset({"1", "true", "on"})
_HIDDEN_IN_ODF = frozenset({"collapse", "filter"})
_NOTHING = 0.3
"""Points of a row, characters of a column: less is a line at most, and shows no letter."""
_MAX_COLUMNS = 16_384


def is_true(value: str | None) -> bool:
    """Whether an attribute of OOXML says yes."""
    return (value or "").lower() in _TRUE


def hidden_columns(columns: Iterable[Mapping[str, str]]) -> frozenset[int]:
    """The hidden columns, from 1, by the attributes of a sheet's `col` elements."""
    return frozenset(
        number
        for column in columns
        if is_true(column.get("hidden")) or _is_nothing(column.get("width"))
        for number in range(_number(column.get("min")), _number(column.get("max")) + 1)
    )


def is_hidden_row(row: Mapping[str, str]) -> bool:
    """Whether a row with cells is hidden, by its attributes.

    `zeroHeight` of a sheet hides the rows that have no element of their own: those without cells.
    """
    return is_true(row.get("hidden")) or _is_nothing(row.get("ht"))


def is_hidden_in_odf(visibility: str | None) -> bool:
    """Whether `table:visibility` of a row or column hides it."""
    return visibility in _HIDDEN_IN_ODF


def _is_nothing(size: str | None) -> bool:
    try:
        return size is not None and float(size) < _NOTHING
    except ValueError:
        return False


def _number(text: str | None) -> int:
    """A column's number, within what a sheet can have."""
    return min(int(text), _MAX_COLUMNS) if text and text.isdecimal() and len(text) < 9 else 0
