"""The holidays proposed for a new round. People review them: the cabinet adds days each year."""

from datetime import date, timedelta

import holidays

from oit.model.policy import Holiday

_NOT_FOR_OFFICES = "วันแรงงานแห่งชาติ"
"""A holiday of companies and state enterprises; offices work."""
_CATEGORIES = ("public", "government")


def proposed_holidays(first: date, last: date) -> tuple[Holiday, ...]:
    """Thai government holidays between two days, both included, as the library knows them."""
    years = range(first.year, last.year + 1)
    known = holidays.country_holidays("TH", years=years, language="th", categories=_CATEGORIES)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    named = ((day, _names(known.get_list(day))) for day in days)
    return tuple(Holiday(on=day, name_th=name) for day, name in named if name)


def _names(listed: list[str]) -> str:
    return " และ".join(name for name in listed if name != _NOT_FOR_OFFICES)
