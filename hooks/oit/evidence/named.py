"""What a file says that it is, as values: the periods and offices of its titles and sheets."""

import re

from msgspec import Struct

from oit.evidence.words import patterns_of

_WORDS = patterns_of(__name__)
_PREFIX = _WORDS["district_office"]
_END = rf"[ \t]*(?={_WORDS['after']})"
_NAMED = re.compile(rf"{_PREFIX} ?(?!{_WORDS['no_name']})({_WORDS['name']}){_END}", re.MULTILINE)


class Named(Struct, frozen=True):
    """What a title names."""

    periods: tuple[str, ...] = ()
    """Months and fiscal years, as `named_periods` writes them."""
    offices: tuple[str, ...] = ()
    """District offices, without the words before their names (`named_offices`)."""


NOTHING_NAMED = Named()


class DatedRows(Struct, frozen=True):
    """Rows of a sheet whose days lie in the same months."""

    months: tuple[str, ...]
    """`2025-03`; several where a row has days of several months."""
    count: int
    first: int
    """The number of the first of them, as the spreadsheet shows it."""


class SheetFacts(Struct, frozen=True, kw_only=True):
    """What a visible sheet says that it is; a CSV file is one sheet without a name."""

    name: str
    by_name: tuple[str, ...] = ()
    """The periods that its name names."""
    title: Named = NOTHING_NAMED
    """What the rows above its table name."""
    dated: tuple[DatedRows, ...] = ()
    row_count: int = 0
    states_none: bool = False
    """Whether it says that there was nothing, as a month without purchases does."""

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that it is of: by its name, else by its title.

        A month without a year in its name has that of the same month in its title.
        """
        endings = tuple(f"-{month}" for month in self.by_name)
        dated = tuple(period for period in self.title.periods if period.endswith(endings))
        return dated or self.by_name or self.title.periods

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, not even that there was nothing."""
        return not self.row_count and not self.states_none


def named_offices(text: str) -> tuple[str, ...]:
    """The names of district offices in a title, without “สำนักงานเขต”, each once, in order.

    A name ends with its line, or before the city or a date: what runs on is none for certain.
    """
    return tuple(dict.fromkeys(match[1] for match in _NAMED.finditer(text)))


def office_named(name: str) -> str:
    """The office's own name as `named_offices` has it; empty for what is no district office."""
    return name.strip().removeprefix(_PREFIX) if name.strip().startswith(_PREFIX) else ""
