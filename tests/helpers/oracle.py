"""An oracle of statuses and due dates, written from the design's words alone.

It reads the files of a round with a plain YAML reader and imports nothing of the library. With a
repository, it asks Git when they were recorded.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from helpers.recorded_oracle import RecordedDays

LENGTH = {"monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12}
WORST_FIRST = ["incomplete", "stale", "waived", "pending", "due", "current", "complete"]

Units: TypeAlias = dict[str | None, dict[str, Any]]
Verdict: TypeAlias = tuple[str, date | None]


class Oracle:
    """What the design says of every item of the round in a folder."""

    def __init__(self, folder: Path, repository: Path | None = None) -> None:
        self.folder = folder
        self.recorded: RecordedDays | None = None
        self.round = yaml.safe_load((folder / "round.yml").read_text("utf-8"))
        self.items = yaml.safe_load((folder / "mandate.yml").read_text("utf-8"))["items"]
        self.year = self.round["fiscal_year"] - 543
        self.holidays = {day["date"] for day in self.round["holidays"]}
        self.given = timedelta(days=self.round["days_after_period"])
        begun = self.round.get("adopted")
        given_at_first = timedelta(days=self.round.get("adoption_days", 60))
        self.earliest = self.working(begun + given_at_first) if begun else date.min
        waivers = folder / "waivers.yml"
        text = waivers.read_text("utf-8") if waivers.exists() else "waivers: []"
        self.waivers = yaml.safe_load(text)["waivers"]
        self.units = {item["item"]: self.documents(item["item"]) for item in self.items}

        if repository and self.round.get("witness") == "git":
            path = folder.relative_to(repository).as_posix()
            self.recorded = RecordedDays(repository, path, self.round)

    def documents(self, item: str) -> Units:
        """The front matter of an item's record (None) and parts, by division."""
        folder = self.folder / f"O{int(item[1:]):02d}"
        return {
            None if path.stem == "record" else path.stem: yaml.safe_load(
                path.read_text("utf-8").split("---\n")[1]
            )
            for path in sorted(folder.glob("*.md"))
        }

    def verdicts(self, today: date) -> dict[str, Verdict]:
        """Status and next deadline of every item on a day."""
        return {item["item"]: self.verdict(item, today) for item in self.items}

    def verdict(self, item: dict[str, Any], today: date) -> Verdict:
        """The worst of the units, and the earliest deadline of them all."""
        day = min(today, self.round["closes"])
        closed = today > self.round["closes"]
        units = self.units[item["item"]]
        found = [self.of_unit(item, units, division, day, closed) for division in units]
        dues = [due for _, due in found if due]
        worst = min((status for status, _ in found), key=WORST_FIRST.index)
        return worst, None if closed or not dues else min(dues)

    def of_unit(
        self, item: dict[str, Any], units: Units, division: str | None, day: date, closed: bool
    ) -> Verdict:
        """The same of one record or part."""
        months = LENGTH[item["frequency"]]
        last = self.last_confirmed(item["item"], units, division, day)
        periods = [self.span(months, index) for index in range(12 // months)]
        unconfirmed = [one for one in periods if last is None or last < one[0]]
        dues = [self.deadline(unconfirmed[0][1])] if unconfirmed else []
        late = [(None, None)] if any(self.deadline(end) < day for _, end in unconfirmed) else []
        missing = []
        plain_empty = False
        for requirement in item["requirements"]:
            if bool(requirement.get("by_division")) != (division is not None):
                continue
            for period in self.asked(requirement):
                if self.filled(item["item"], requirement["id"], period, units, division, day):
                    continue
                end = self.named(str(period))[1] if period else periods[0][1]
                due = self.own_due(requirement) or self.deadline(end)
                dues.append(due)
                if due < day:
                    missing.append((requirement["id"], period))
                plain_empty = plain_empty or period is None
        due_on = min(dues) if dues else None
        who = division or item["lead"]
        everything = [*late, *missing]
        standing = [one for one in everything if not self.excused(item["item"], who, *one, day)]
        if standing:
            missed = any(requirement for requirement, _ in standing)
            return ("incomplete" if missed else "stale"), due_on
        if everything:
            return "waived", due_on
        if unconfirmed[:1] == periods[:1] or plain_empty:
            return "pending", due_on
        if closed:
            return "complete", None
        near = due_on is not None and (due_on - day).days <= (14 if months == 1 else 30)
        return ("due" if near else "current"), due_on

    def last_confirmed(
        self, item: str, units: Units, division: str | None, day: date
    ) -> date | None:
        """When a unit was last confirmed, by what counts on a day."""
        if self.recorded:
            unit = division or "record"
            return self.recorded.last_confirmed(item, unit, units[division], day)
        return last_confirmed(units[division], day)

    def filled(
        self,
        item: str,
        requirement: str,
        period: Any,
        units: Units,
        division: str | None,
        day: date,
    ) -> bool:
        """Whether something that counts on a day fills a cell."""
        if not self.recorded:
            return filled(requirement, period, units, division, day)
        is_given = filled(requirement, period, units, division, date.max)
        return is_given and self.recorded.first_of(item, requirement, period, division) <= day

    def asked(self, requirement: dict[str, Any]) -> list[Any]:
        """The periods of a requirement: as listed, or those that the round can still ask for."""
        periods = requirement.get("periods") or [None]
        if not isinstance(periods, str):
            return list(periods)
        months = LENGTH[periods]
        spans = [self.span(months, index) for index in range(12 // months)]
        in_time = [first for first, last in spans if last + self.given <= self.round["closes"]]
        if months == 1:
            return [f"{first:%Y-%m}" for first in in_time]
        letter = {3: "-Q", 6: "-H", 12: ""}[months]
        numbers = [str(1 + index) if letter else "" for index in range(len(in_time))]
        return [f"FY{self.round['fiscal_year']}{letter}{number}" for number in numbers]

    def own_due(self, requirement: dict[str, Any]) -> date | None:
        """The date that a requirement has of its own, moved only for an office that began late."""
        due: date | None = requirement.get("due")
        return max(due, self.earliest) if due else None

    def excused(
        self, item: str, division: str, requirement: str | None, period: Any, day: date
    ) -> bool:
        """Whether a waiver covers a thing that is late, on a day."""
        return any(
            waiver["item"] == item
            and waiver.get("division") in (None, division)
            and waiver.get("requirement") in (None, requirement)
            and waiver.get("period") in (None, period)
            and waiver.get("approved_by")
            and waiver.get("approved_on", day) <= day <= waiver["until"]
            for waiver in self.waivers
        )

    def first_of_month(self, number: int) -> date:
        """The first day of the month that is `number` months after October."""
        month = 9 + number
        return date(self.year - 1 + month // 12, month % 12 + 1, 1)

    def span(self, months: int, index: int) -> tuple[date, date]:
        """First and last day of a period of so many months, counted from October."""
        start = self.first_of_month(months * index)
        return start, self.first_of_month(months * (index + 1)) - timedelta(days=1)

    def named(self, period: str) -> tuple[date, date]:
        """First and last day of `2025-03`, `FY2568-Q2`, `FY2568-H1` or `FY2568`."""
        if period.startswith("FY") and "-" not in period:
            return self.span(12, 0)
        if period.startswith("FY"):
            return self.span(3 if "Q" in period else 6, int(period[-1]) - 1)
        year, month = map(int, period.split("-"))
        return self.span(1, (year - self.year + 1) * 12 + month - 10)

    def deadline(self, end: date) -> date:
        """Some days after the end, not before those of the beginning; a working day."""
        return max(self.working(end + self.given), self.earliest)

    def working(self, day: date) -> date:
        """The day, or the next one on which the office works."""
        while day.isoweekday() > 5 or day in self.holidays:
            day += timedelta(days=1)
        return day


def last_confirmed(unit: dict[str, Any], day: date) -> date | None:
    """The latest update, its stand-in, or review up to a day."""
    dates = [review["date"] for review in unit.get("reviews", [])]
    published = [entry["published"] for entry in unit.get("evidence", [])]
    updated = unit.get("updated")
    if updated:
        counting = [file for file in published if file <= day]
        dates += [updated] if updated <= day else [max(counting, default=date.min)]
    return max((one for one in dates if date.min < one <= day), default=None)


def filled(requirement: str, period: Any, units: Units, division: str | None, day: date) -> bool:
    """Whether evidence published by the day is meant for the cell."""
    sources = [units[division]] if division else list(units.values())
    return any(
        entry["for"] == requirement
        and entry["published"] <= day
        and (period is None or str(period) in map(str, entry.get("periods", [])))
        for unit in sources
        for entry in unit.get("evidence", [])
    )
