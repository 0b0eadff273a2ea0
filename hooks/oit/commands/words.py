"""Arguments that people type in their own words, and the options that take them.

How they are read is in `model.written_dates`; here is how click asks for it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import click

from oit.catalog import beside, both
from oit.commands.options import Decorator
from oit.commands.usage import UnreadableValue
from oit.entry.refusals import could_not_run
from oit.model.named import read_division
from oit.model.written_dates import read_period, read_year
from oit.periods import Frequency, fiscal_periods
from oit.records.site import Site

_PERIOD_OPTIONS = ("--month", "--period")
_MOST_WORDS = 5
"""Of a period: ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568."""


class FiscalYearType(click.types.IntParamType):
    """A fiscal year in either era, as the Buddhist one; one of the Common Era is said again."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The Buddhist year. Raises `UnreadableValue`."""
        year = read_year(str(value))
        if year is None:
            raise UnreadableValue(both("oit.no-year", value=str(value)), param, ctx)
        if year.is_common_era and not (ctx and ctx.resilient_parsing):
            click.echo(_taken(str(value), year.buddhist), err=True)
        return year.buddhist


FISCAL_YEAR = FiscalYearType()
_division_option: Decorator = click.option("--division", help=beside("options.division"))
year_option: Decorator = click.option("--year", type=FISCAL_YEAR, help=beside("options.year"))


def where_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--division` and `--year` of the commands that write records."""
    return _division_option(year_option(command))


def joined_periods(arguments: Sequence[str]) -> list[str]:
    """The arguments with the words of a period in one: `--month มีนาคม 2568` needs no quotes."""
    joined = list(arguments)
    for option in _PERIOD_OPTIONS:
        if option in joined:
            start = joined.index(option) + 1
            count = _words_of_period(joined[start : start + _MOST_WORDS])
            if count > 1:
                joined[start : start + count] = [" ".join(joined[start : start + count])]
    return joined


def _words_of_period(words: Sequence[str]) -> int:
    """With how many of the words a period is complete; 0 where it never is."""
    counts = (count for count in range(1, len(words) + 1) if read_period(" ".join(words[:count])))
    return next(counts, 0)


def division_id(answer: str | None, site: Site) -> str | None:
    """The id of a division that is named by id or name; `None` for none.

    Ends with status 2 where the site has no such division.
    """
    if not answer:
        return None
    division = read_division(answer, site.divisions)
    if division is None:
        known = "\n".join(f"  {known.name_th} ({known.id})" for known in site.divisions)
        could_not_run(both("oit.no-division", answer=answer, known=known))
    return division.id


def _taken(typed: str, year: int) -> str:
    """Which fiscal year a year of the Common Era was taken for."""
    (whole,) = fiscal_periods(year, Frequency.ANNUAL)
    return both("oit.common-era", typed=typed, year=year, start=whole.start, end=whole.end)
