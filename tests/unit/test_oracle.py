"""An oracle, written from the design's words alone, agrees on every day of the shipped round.

It reads the files with a plain YAML reader and imports no rule, period or cell of the library.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from oit.assess import assess
from oit.assessment import Today
from oit.load import load_site
from support import ROOT

FOLDER = ROOT / "oit_items/2568"
ROUND = yaml.safe_load((FOLDER / "round.yml").read_text("utf-8"))
MANDATE = yaml.safe_load((FOLDER / "mandate.yml").read_text("utf-8"))
# PyYAML reads the key `on` as True, the first of many reasons for a reader of our own.
HOLIDAYS = {holiday.get("on", holiday.get(True)) for holiday in ROUND["holidays"]}
LENGTH = {"monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12}
WORST_FIRST = ["incomplete", "stale", "pending", "due", "current", "complete"]


def first_of_month(number: int) -> date:
    """The first day of the month that is `number` months after October 2024."""
    month = 9 + number
    return date(2024 + month // 12, month % 12 + 1, 1)


def span(months: int, index: int) -> tuple[date, date]:
    """First and last day of a period of so many months, counted from October 2024."""
    start = first_of_month(months * index)
    return start, first_of_month(months * (index + 1)) - timedelta(days=1)


def named(period: str) -> tuple[date, date]:
    """First and last day of `2025-03`, `FY2568-Q2` or `FY2568-H1`."""
    if period.startswith("FY2568-"):
        return span(3 if "Q" in period else 6, int(period[-1]) - 1)
    year, month = map(int, period.split("-"))
    return span(1, (year - 2024) * 12 + month - 10)


def deadline(end: date) -> date:
    """15 days after the end, or the next working day."""
    day = end + timedelta(days=15)
    while day.isoweekday() > 5 or day in HOLIDAYS:
        day += timedelta(days=1)
    return day


def documents(item: str) -> dict[str | None, dict[str, Any]]:
    """The front matter of an item's record (None) and parts, by division."""
    folder: Path = FOLDER / f"O{int(item[1:]):02d}"
    return {
        None if path.stem == "record" else path.stem: yaml.safe_load(
            path.read_text("utf-8").split("---\n")[1]
        )
        for path in sorted(folder.glob("*.md"))
    }


def judged(
    item: dict[str, Any], units: dict[str | None, dict[str, Any]], today: date
) -> tuple[str, date | None]:
    """The status of an item on a day, and when it is next due."""
    day = min(today, ROUND["closes"])
    closed = today > ROUND["closes"]
    months = LENGTH[item["frequency"]]
    verdicts = [verdict(item, units, division, day, months, closed) for division in units]
    statuses = [status for status, _ in verdicts]
    dues = [due for _, due in verdicts if due]
    return min(statuses, key=WORST_FIRST.index), None if closed or not dues else min(dues)


def verdict(
    item: dict[str, Any],
    units: dict[str | None, dict[str, Any]],
    division: str | None,
    day: date,
    months: int,
    closed: bool,
) -> tuple[str, date | None]:
    """The same of one record or part."""
    last = last_confirmed(units[division], day)
    periods = [span(months, index) for index in range(12 // months)]
    open_periods = [one for one in periods if last is None or last < one[0]]
    dues = [deadline(open_periods[0][1])] if open_periods else []
    stale = any(deadline(end) < day for _, end in open_periods)
    missing = plain_empty = False
    for requirement in item["requirements"]:
        if bool(requirement.get("by_division")) != (division is not None):
            continue
        for period in requirement.get("periods", [None]):
            if filled(requirement["id"], period, units, division, day):
                continue
            end = named(period)[1] if period else periods[0][1]
            due = requirement.get("due") or deadline(end)
            dues.append(due)
            missing = missing or due < day
            plain_empty = plain_empty or period is None
    due_on = min(dues) if dues else None
    never = open_periods[:1] == periods[:1]
    if missing or stale:
        return ("incomplete" if missing else "stale"), due_on
    if never or plain_empty:
        return "pending", due_on
    if closed:
        return "complete", None
    near = due_on is not None and (due_on - day).days <= (14 if months == 1 else 30)
    return ("due" if near else "current"), due_on


def last_confirmed(unit: dict[str, Any], day: date) -> date | None:
    """The latest update, its stand-in, or review up to a day."""
    dates = [review.get("on", review.get(True)) for review in unit.get("reviews", [])]
    published = [one["published"] for one in unit["evidence"]]
    updated = unit["updated"]
    dates += (
        [updated]
        if updated <= day
        else [max((one for one in published if one <= day), default=date.min)]
    )
    counted = [one for one in dates if date.min < one <= day]
    return max(counted, default=None)


def filled(
    requirement: str,
    period: str | None,
    units: dict[str | None, dict[str, Any]],
    division: str | None,
    day: date,
) -> bool:
    """Whether evidence published by the day is meant for the cell."""
    sources = [units[division]] if division else list(units.values())
    return any(
        one["for"] == requirement
        and one["published"] <= day
        and (period is None or period in map(str, one.get("periods", [])))
        for unit in sources
        for one in unit["evidence"]
    )


def test_an_independent_oracle_agrees_with_every_status_and_due_date_on_every_day() -> None:
    """From the opening of the round to a week after its closing, all 22 items."""
    site = load_site(ROOT)
    items = {item["item"]: item for item in MANDATE["items"]}
    units = {name: documents(name) for name in items}
    day = ROUND["opens"]
    while day <= ROUND["closes"] + timedelta(days=7):
        (round_,) = assess(site, Today(day, is_set=True)).rounds
        ours = {one.item.item: (one.status.value, one.due_on) for one in round_.items}
        theirs = {name: judged(items[name], units[name], day) for name in items}
        assert ours == theirs, day
        day += timedelta(days=1)
