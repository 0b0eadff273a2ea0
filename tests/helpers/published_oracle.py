"""An auditor's program: every verdict of a round from what a site publishes, and nothing else.

It is written from the documentation of `policy.json` and `events.json` (contract version 1), whose
steps it follows by number, and from the findings that `index.json` lists. It reads plain JSON with
the standard library, and imports nothing of the engine.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple, TypeAlias

Json: TypeAlias = dict[str, Any]
CellKey: TypeAlias = tuple[str, str, str | None, str | None]
"""Item, requirement, period, and the division that owes it alone."""

MONTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12}
WORST_FIRST = [
    *("invalid", "incomplete", "stale", "waived"),
    *("pending", "due", "current", "complete"),
]
FULL = ("due", "current", "complete")
FAULTY = ("invalid", "looser", "unsafe")


class Cell(NamedTuple):
    """State and days late of a cell, its deadline, and whether it is owed."""

    state: str
    days_late: int
    due_on: date
    is_owed: bool

    @property
    def is_empty(self) -> bool:
        return self.state in ("missing", "not-due")


class Verdict(NamedTuple):
    """Status and next deadline of a unit or an item."""

    status: str
    due_on: date | None


class PublishedOracle:
    """What the documents of one round say of every day."""

    def __init__(self, round_: Json, policy: Json, events: Json) -> None:
        self.as_of = iso(policy["as_of"])
        self.is_closed = events["round_state"] == "closed"
        self.findings = {item["item"]: item["findings"] for item in round_["items"]}
        self.policy = policy
        self.units = events["units"]
        self.events = events["events"]

    def rules_on(self, day: date) -> Json:
        """Step 1."""
        for earlier in self.policy["earlier"]:
            if day != self.as_of and iso(earlier["since"]) <= day <= iso(earlier["until"]):
                rules: Json = earlier["rules"]
                return rules
        current: Json = self.policy["rules"]
        return current

    def stands(self, entry: Json, day: date) -> bool:
        """Step 2."""
        if day == self.as_of:
            return entry["until"] is None
        has_begun = entry["since"] is None or iso(entry["since"]) <= day
        return has_begun and (entry["until"] is None or day < iso(entry["until"]))

    def cells(self, day: date) -> dict[CellKey, Cell]:
        """Every cell of the round on a day."""
        return {
            (item["item"], requirement["id"], owed["period"], owed["division"]): self.cell(
                item, requirement, owed, day
            )
            for item in self.rules_on(day)["items"]
            for requirement in item["requirements"]
            for owed in requirement["owed"]
        }

    def cell(self, item: Json, requirement: Json, owed: Json, day: date) -> Cell:
        """Steps 3 and 4."""
        due = iso(owed["due_on"])
        rest = [event for event in self.of_cell(item, requirement, owed) if self.counts(event, day)]
        sound = [event for event in rest if self.stands(event, day) and not event["rule"]]
        days = [
            iso(event["counts_from"]) for event in rest if event["recorded"] or not event["rule"]
        ]
        first = min(days, default=date.max)
        ended = owed["period"] is None or self.period_end(owed["period"], day) < day
        if not sound or first > day:
            return Cell("missing" if due < day else "not-due", 0, due, ended)
        days_late = max(0, (first - due).days)
        by_then = max(day, min(iso(event["counts_from"]) for event in sound))
        counted = [event for event in sound if iso(event["counts_from"]) <= by_then]
        if all(event["kind"] == "none" for event in counted):
            return Cell("none", days_late, due, is_owed=True)
        return Cell("late" if days_late else "published", days_late, due, is_owed=True)

    def of_cell(self, item: Json, requirement: Json, owed: Json) -> list[Json]:
        """The events that are meant for a cell."""
        named = (item["item"], requirement["id"], owed["period"])
        return [
            event
            for event in self.events
            if event["event"] == "published"
            and (event["item"], event["requirement"], event["period"]) == named
            and owed["division"] in (None, event["division"])
        ]

    def counts(self, event: Json, day: date) -> bool:
        """Whether an event is not left out on a day (step 3)."""
        if day == self.as_of:
            return event["void_from"] is None
        has_begun = iso(event["since"]) <= day
        return has_begun and (event["void_from"] is None or day < iso(event["void_from"]))

    def period_end(self, period: str, day: date) -> date:
        """The last day of a period."""
        listed = self.rules_on(day)["periods"]
        return next(iso(entry["end"]) for entry in listed if entry["period"] == period)

    def last_confirmed(self, unit: Json, day: date) -> date | None:
        """Step 5."""
        own = [event for event in self.events if is_of(event, unit) and self.stands(event, day)]
        told = [event for event in own if event["event"] in ("updated", "confirmed")]
        days = [iso(event["claimed"]) for event in told if iso(event["counts_from"]) <= day]
        if any(event["event"] == "updated" and iso(event["counts_from"]) > day for event in told):
            days += [
                min(iso(event["published"]), iso(event["claimed"]))
                for event in own
                if event["event"] == "published" and iso(event["counts_from"]) <= day
            ]
        return max(days, default=None)

    def unconfirmed(self, item: Json, unit: Json, day: date) -> list[Json]:
        """Step 6: the periods that are not confirmed, the first of the year among them or not."""
        frequency = self.frequency(item, day)
        last = self.last_confirmed(unit, day)
        return [
            period
            for period in self.rules_on(day)["periods"]
            if period["frequency"] == frequency and (last is None or last < iso(period["start"]))
        ]

    def frequency(self, item: Json, day: date) -> str:
        """The stricter of the rule's and the record's."""
        promised = [
            unit["frequency"]
            for unit in self.units
            if unit["item"] == item["item"] and unit["frequency"] and self.stands(unit, day)
        ]
        strictest: str = min([item["frequency"], *promised], key=lambda name: MONTHS[name])
        return strictest

    def unit(self, item: Json, unit: Json, day: date) -> Verdict:
        """Steps 6 to 8."""
        cells = self.cells_of_unit(item, unit, day)
        unconfirmed = self.unconfirmed(item, unit, day)
        dues = [iso(period["deadline"]) for period in unconfirmed[:1]]
        stale = [(None, None)] if dues and dues[0] < day else []
        missing = [key[1:3] for key, cell in cells.items() if cell.state == "missing"]
        dues += [cell.due_on for cell in cells.values() if cell.is_empty]
        due_on = min(dues, default=None)
        return Verdict(
            self.invalid(item, unit, day)
            or self.late(item, unit, [*missing, *stale], day)
            or self.in_time(item, cells, unconfirmed, due_on, day),
            None if self.closes_on(day) else due_on,
        )

    def cells_of_unit(self, item: Json, unit: Json, day: date) -> dict[CellKey, Cell]:
        """Those that name its division; of a record, those that name none."""
        return {
            key: cell
            for key, cell in self.cells(day).items()
            if key[0] == item["item"] and key[3] == unit["division"]
        }

    def invalid(self, item: Json, unit: Json, day: date) -> str | None:
        """A finding in its file; findings tell of one day alone."""
        name = f"{unit['division'] or 'record'}.md"
        files = [finding["file"].rpartition("/")[2] for finding in self.faults(item, day)]
        return "invalid" if name in files else None

    def faults(self, item: Json, day: date) -> list[Json]:
        """The findings of a faulty kind."""
        found = self.findings.get(item["item"], []) if day == self.as_of else []
        return [finding for finding in found if finding["kind"] in FAULTY]

    def late(self, item: Json, unit: Json, late: list[Any], day: date) -> str | None:
        """Step 7: the worst of what no waiver covers, else `waived` where one covers anything."""
        waivers = [
            waiver
            for waiver in self.rules_on(day)["waivers"]
            if waiver["item"] == item["item"] and self.in_force(waiver, day)
        ]
        division = unit["division"] or item["lead"]
        remaining = [
            what for what in late if not any(covers(each, division, *what) for each in waivers)
        ]
        if any(requirement for requirement, _ in remaining):
            return "incomplete"
        if remaining:
            return "stale"
        return "waived" if late else None

    def in_force(self, waiver: Json, day: date) -> bool:
        """Whether a waiver is valid and holds on a day."""
        rules = self.rules_on(day)
        first = iso(waiver["approved_on"] or rules["opens"])
        if not waiver["approved_by"] or not waiver["until"]:
            return False
        return first <= day <= iso(waiver["until"]) <= iso(rules["closes"])

    def in_time(
        self,
        item: Json,
        cells: dict[CellKey, Cell],
        unconfirmed: list[Json],
        due_on: date | None,
        day: date,
    ) -> str:
        """Step 8, of what is not late."""
        is_new = len(unconfirmed) == 12 // MONTHS[self.frequency(item, day)]
        if is_new or any(key[2] is None and cell.is_empty for key, cell in cells.items()):
            return "pending"
        if self.closes_on(day):
            return "complete"
        warning = self.rules_on(day)["warning_days"]
        is_monthly = self.frequency(item, day) == "monthly"
        days = warning["monthly" if is_monthly else "other"]
        return "due" if due_on and (due_on - day).days <= days else "current"

    def closes_on(self, day: date) -> bool:
        """Whether a day is that on which the documents have the round as closed."""
        return self.is_closed and day == self.as_of

    def verdicts(self, day: date) -> dict[str, Verdict]:
        """Step 9: of every item."""
        return {item["item"]: self.verdict(item, day) for item in self.rules_on(day)["items"]}

    def verdict(self, item: Json, day: date) -> Verdict:
        """The worst of its units, and the earliest deadline of them all."""
        found = list(self.parts(item, day).values())
        dues = [verdict.due_on for verdict in found if verdict.due_on]
        if not found or self.faults(item, day):
            return Verdict("invalid", min(dues, default=None))
        worst = min((verdict.status for verdict in found), key=WORST_FIRST.index)
        return Verdict(worst, min(dues, default=None))

    def parts(self, item: Json, day: date) -> dict[str | None, Verdict]:
        """Its record (`None`) and parts, by division."""
        return {
            unit["division"]: self.unit(item, unit, day)
            for unit in self.units
            if unit["item"] == item["item"] and self.stands(unit, day)
        }

    def score(self) -> dict[str, str | None]:
        """Step 10: the tools, the total and the level of the documents' day."""
        statuses = [verdict.status for verdict in self.verdicts(self.as_of).values()]
        scores = [Decimal(100 if each in FULL else 0) for each in statuses if each != "pending"]
        scoring = self.policy["rules"]["scoring"]
        tools = self.surveys(scoring)
        if scores and len(scores) == len(statuses):
            tools["OIT"] = sum(scores, Decimal(0)) / len(scores)
        told = {tool.lower(): text(tools.get(tool)) for tool in ("OIT", "IIT", "EIT")}
        weights = {tool: Decimal(weight) for tool, weight in scoring["weights"].items()}
        if weights.keys() - tools.keys():
            return {**told, "total": None, "level": None}
        total = rounded(sum((weights[tool] * tools[tool] for tool in weights), Decimal(0)))
        return {**told, "total": text(total), "level": level(scoring["levels"], total, tools)}

    def surveys(self, scoring: Json) -> dict[str, Decimal]:
        """The means of what stands in for IIT and EIT."""
        perception = scoring["perception"] or {"questions": []}
        found: dict[str, list[Decimal]] = {}
        for question in perception["questions"]:
            if question["tool"] in ("IIT", "EIT"):
                found.setdefault(question["tool"], []).append(Decimal(question["score"]))
        return {tool: sum(scores, Decimal(0)) / len(scores) for tool, scores in found.items()}


def iso(text_: str) -> date:
    return date.fromisoformat(text_)


def is_of(event: Json, unit: Json) -> bool:
    return (event["item"], event["division"]) == (unit["item"], unit["division"])


def covers(waiver: Json, division: str, requirement: str | None, period: str | None) -> bool:
    """Whether every field of a waiver names it or is null."""
    named = {"division": division, "requirement": requirement, "period": period}
    return all(waiver[name] in (None, value) for name, value in named.items())


def rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def text(value: Decimal | None) -> str | None:
    return None if value is None else str(rounded(value))


def level(levels: list[Json], total: Decimal, tools: dict[str, Decimal]) -> str | None:
    """The first level whose total and least tool are reached."""
    least = rounded(min(tools.values()))
    for each in levels:
        each_tool = Decimal(each["each_tool"] or 0)
        if total >= Decimal(each["at_least"]) and least >= each_tool:
            return str(each["id"])
    return None
