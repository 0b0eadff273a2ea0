"""What day and time it is where the office is, and the day that is set instead (`OIT_AS_OF`).

Apart from the other settings of a run, which need the whole engine: every command asks these.
"""

import os
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

from oit.catalog import both

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand has had one UTC offset since 1920, so no time-zone database is needed."""

_BUDDHIST_YEARS = 543
"""How far the Buddhist era is ahead of the Gregorian one."""
_FIRST_BUDDHIST_YEAR = 2400
_MOST_YEARS_AHEAD = 10
"""A later year is a slip of the pen: no round is written so early."""
_ANY_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class SettingError(Exception):
    """A variable has an unusable value; the text says which, in Thai and English."""


def now_in_bangkok() -> datetime:
    """The time of day where the office is."""
    return datetime.now(BANGKOK)


def last_day_lived(variables: Mapping[str, str] = os.environ) -> date:
    """Today in Bangkok, or the day that is set where that is later: what is later is to come.

    Raises `SettingError`.
    """
    now = now_in_bangkok()
    return max(now.date(), set_day(variables.get("OIT_AS_OF", ""), now) or now.date())


def set_day(text: str, now: datetime) -> date | None:
    """The day that is set in a text; `None` for none. Raises `SettingError`.

    ISO 8601 knows more forms (`20250430`, `2025-W18-3`), which people read otherwise: one is taken.
    """
    if not text:
        return None
    day = _meant(text)
    if day is None or day.isoformat() != text:
        raise setting_error("OIT_AS_OF", text, day.isoformat() if day else "2025-04-30")
    if day.year > now.year + _MOST_YEARS_AHEAD:
        values = {"name": "OIT_AS_OF", "found": text}
        raise SettingError(
            both("environment.too-late", year=now.year + _MOST_YEARS_AHEAD, **values)
        )
    return day


def _meant(text: str) -> date | None:
    """The day that a text means, in any digits and of either era; `None` for any other text."""
    found = _ANY_DATE.fullmatch(text)
    try:
        year, month, day = map(int, found.groups()) if found else (0, 0, 0)
        return date(year - _BUDDHIST_YEARS if year >= _FIRST_BUDDHIST_YEAR else year, month, day)
    except ValueError:
        return None


def setting_error(name: str, found: str, expected: str) -> SettingError:
    """The error about a variable, what it has, and what it might have."""
    return SettingError(both("environment.unusable", name=name, found=found, expected=expected))


def machine_seconds() -> float:
    """How long this process, and those that it started and that have ended, have kept the machine.

    Time in which somebody thinks, or another program works, does not count.
    """
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
