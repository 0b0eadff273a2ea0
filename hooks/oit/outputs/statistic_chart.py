"""Statistics as a picture: a bar a period, with its figure."""

from decimal import Decimal

from oit.figures import Statistic
from oit.outputs.bars import Bar, bar_chart
from oit.terms import thai_short_period

_NAMES = 66
"""Room for the names of periods."""


def statistic_chart(statistic: Statistic) -> str:
    """An SVG for the page."""
    totals = ((period, statistic.total(period)) for period in statistic.periods)
    bars = [
        Bar(thai_short_period(period), float(total), figure_text(total)) for period, total in totals
    ]
    return bar_chart(bars, left=_NAMES)


def figure_text(value: Decimal) -> str:
    """1,234.50 as people read it; whole numbers without decimals."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
