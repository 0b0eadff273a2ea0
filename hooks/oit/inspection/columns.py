"""The names that spreadsheets give to their columns."""

_LETTERS = 26


def column_name(number: int) -> str:
    """G of 7, `AA` of 27."""
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name
