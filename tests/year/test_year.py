"""A generated round, lived through day by day with real files, under an invented scheme.

Fiscal year 2571 has a leap day, and a Songkran deadline. On every day an oracle that imports
nothing of the library says what each item's status and next deadline are.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from helpers.commands import run
from helpers.oracle import Oracle
from helpers.support import SITES
from oit.assessment.assess import assess
from oit.assessment.gate import Gate, judge
from oit.assessment.result import Assessment, Today
from oit.records.load import load_site
from oit.records.site import Site

YEAR = 2571
OPENS, CLOSES = date(2027, 10, 1), date(2028, 10, 16)
LAST_DAY = date(2028, 10, 31)
MONTHS = [f"{2027 + (9 + n) // 12}-{(9 + n) % 12 + 1:02d}" for n in range(12)]

Change: TypeAlias = tuple[str, str, dict[str, Any]]
"""A file, what is done to it, and with what."""


def after(month: str, day: int) -> date:
    """A day of the month that follows."""
    year, number = map(int, month.split("-"))
    return date(year + number // 12, number % 12 + 1, day)


def evidence(requirement: str, day: date, *periods: str) -> dict[str, Any]:
    entry = {"kind": "url", "for": requirement, "title": "หลักฐาน", "url": "https://example.go.th/a"}
    return {**entry, **({"periods": list(periods)} if periods else {}), "published": day}


def summaries() -> Iterator[tuple[date, Change]]:
    """O2, month by month: one late, one without purchases, one forgotten for ever."""
    yield (
        date(2027, 10, 20),
        ("O02/record", "publish", evidence("announcements", date(2027, 10, 20))),
    )
    for month in MONTHS:
        day = after(month, 10)
        if month == "2028-02":
            day = date(2028, 4, 20)
        entry = evidence("summary", day, month)
        if month == "2027-12":
            none = {"kind": "none", "reason": "ไม่มีการจัดซื้อจัดจ้าง"}
            entry = {"for": "summary", "periods": [month], "published": day, **none}
        if month != "2028-07":
            yield day, ("O02/record", "publish", entry)


def the_year() -> dict[date, list[Change]]:
    """What the divisions do, by day."""
    done: dict[date, list[Change]] = defaultdict(list)

    def on(day: date, file: str, what: str, **values: Any) -> None:
        done[day].append((file, what, values))

    for day, change in summaries():
        done[day].append(change)
    for quarter, day in (
        ("Q1", date(2028, 1, 12)),
        ("Q2", date(2028, 5, 9)),
        ("Q3", date(2028, 7, 14)),
        ("Q4", date(2028, 10, 11)),
    ):
        entry = evidence("statistics", day, f"FY{YEAR}-{quarter}")
        on(day, "O05/record", "publish", **entry)
    on(
        date(2028, 10, 25),
        "O05/record",
        "publish",
        **evidence("statistics", date(2028, 10, 25), f"FY{YEAR}-Q4"),
    )
    on(date(2027, 12, 1), "O07/record", "update", on=date(2027, 12, 1))
    on(date(2027, 12, 1), "O07/admin", "publish", **evidence("manual", date(2027, 12, 1)))
    on(date(2028, 4, 3), "O07/record", "review", on=date(2028, 4, 3))
    on(date(2028, 4, 3), "O07/admin", "review", on=date(2028, 4, 3))
    on(date(2028, 5, 20), "O07/works", "publish", **evidence("manual", date(2028, 5, 20)))
    on(date(2027, 11, 2), "O08/record", "update", on=date(2027, 11, 2))
    on(date(2028, 4, 10), "waivers", "waive")
    on(date(2028, 7, 10), "O08/record", "publish", **evidence("plan", date(2028, 7, 10)))
    on(date(2027, 10, 8), "O09/record", "publish", **evidence("channel", date(2027, 10, 8)))
    for month in MONTHS:
        if month not in ("2028-01", "2028-02", "2028-08"):
            on(after(month, 5), "O09/record", "review", on=after(month, 5))
    on(
        date(2028, 4, 17),
        "O09/record",
        "publish",
        **evidence("half-year", date(2028, 4, 17), f"FY{YEAR}-H1"),
    )
    on(
        date(2028, 10, 16),
        "O09/record",
        "publish",
        **evidence("half-year", date(2028, 10, 16), f"FY{YEAR}-H2"),
    )
    on(date(2028, 2, 29), "O10/record", "publish", **evidence("policy", date(2028, 2, 29)))
    return done


class Plain(yaml.SafeDumper):
    """Writes a day that occurs twice twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- PyYAML's own signature
        return True


@dataclass
class Office:
    """The files of a round as the divisions write them."""

    folder: Path
    fronts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in self.folder.rglob("*.md"):
            name = path.relative_to(self.folder).with_suffix("").as_posix()
            self.fronts[name] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])

    def does(self, file: str, what: str, values: dict[str, Any]) -> None:
        """Carry out a change, and write the file."""
        if what == "waive":
            self._waive()
            return
        front = self.fronts[file]
        if what == "publish":
            front["evidence"].append(values)
            front["updated"] = values["published"]
        elif what == "update":
            front["updated"] = values["on"]
        else:
            review = {"by": "หัวหน้าฝ่าย", "note": "ตรวจแล้ว ไม่มีการเปลี่ยนแปลง"}
            front["reviews"].append({"date": values["on"], **review})
        text = yaml.dump(front, Dumper=Plain, allow_unicode=True)
        (self.folder / f"{file}.md").write_text(f"---\n{text}---\n", "utf-8")

    def _waive(self) -> None:
        waiver = {
            "item": "O8",
            "requirement": "plan",
            "reason": "รอการอนุมัติงบประมาณของกรุงเทพมหานคร",
            "approved_by": "ผู้อำนวยการเขต",
            "approved_on": date(2028, 4, 10),
            "until": date(2028, 6, 30),
        }
        text = yaml.safe_dump({"waivers": [waiver]}, allow_unicode=True)
        (self.folder / "waivers.yml").write_text(text, "utf-8")


def open_round(site: Path, year: int, *options: str) -> None:
    done = run("oit", "new-round", str(year), *options, cwd=site)
    assert done.returncode == 0, done.stdout + done.stderr


def lived(site: Path) -> Iterator[tuple[date, Assessment, list[Oracle]]]:
    """Each day of the year, with the site and the oracles of its rounds as it was on that day."""
    office = Office(site / f"oit_items/{YEAR}")
    changes = the_year()
    loaded, oracles = read(site)
    day = OPENS
    while day <= LAST_DAY:
        for change in changes.get(day, []):
            office.does(*change)
        if day == date(2028, 10, 1):
            open_round(site, YEAR + 1)
        if day in changes or day == date(2028, 10, 1):
            loaded, oracles = read(site)
        yield day, assess(loaded, Today(day)), oracles
        day += timedelta(days=1)


def read(site: Path) -> tuple[Site, list[Oracle]]:
    """The site by the library's reader, and by the oracle's own."""
    folders = sorted((site / "oit_items").glob("25*"))
    return load_site(site), [Oracle(folder) for folder in folders]


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> dict[date, Assessment]:
    """The year's assessments, each checked against the oracle as it was made."""
    site = tmp_path_factory.mktemp("year")
    shutil.copy(SITES / "current/mkdocs.yml", site)
    (site / "oit_items").mkdir()
    shutil.copy(SITES / "current/oit_items/divisions.yml", site / "oit_items")
    open_round(site, YEAR, "--from", str(Path(__file__).parent / "mandate.yml"))
    days = {}
    for day, assessment, oracles in lived(site):
        for round_, oracle in zip(assessment.rounds, oracles, strict=True):
            ours = {item.id: (item.status.value, item.due_on) for item in round_.items}
            assert ours == oracle.verdicts(day), (day, round_.fiscal_year)
        days[day] = assessment
    return days


def statuses(assessment: Assessment, item: str) -> str:
    return next(one.status.value for one in assessment.rounds[0].items if one.id == item)


def test_the_oracle_agrees_on_every_day_of_the_year(diary: dict[date, Assessment]) -> None:
    """Of two rounds from 1 October on, and of one closed since 17 October."""
    assert len(diary) == (LAST_DAY - OPENS).days + 1
    assert [round_.fiscal_year for round_ in diary[LAST_DAY].rounds] == [YEAR, YEAR + 1]
    assert diary[LAST_DAY].rounds[0].policy.closes == CLOSES


def test_a_new_round_is_green_with_everything_pending(diary: dict[date, Assessment]) -> None:
    """On 1 October, the old round beside the new one or not."""
    for day in (OPENS, date(2028, 10, 1)):
        newest = diary[day].rounds[-1]
        assert {item.status.value for item in newest.items} == {"pending"}
        assert not [finding for finding in newest.findings if finding.kind != "notice"]
    assert not judge(diary[OPENS], Gate.ENFORCE).refused


def test_items_fail_one_by_one_as_deadlines_pass_unfilled(diary: dict[date, Assessment]) -> None:
    """The late month, the missing part, the waived plan and the forgotten confirmation."""
    told = {
        (date(2028, 3, 15), "O2"): "due",
        (date(2028, 3, 16), "O2"): "incomplete",
        (date(2028, 4, 18), "O7"): "pending",  # a Saturday in Songkran, moved past its substitute
        (date(2028, 4, 19), "O7"): "incomplete",
        (date(2028, 4, 16), "O8"): "waived",
        (date(2028, 6, 30), "O8"): "waived",
        (date(2028, 7, 1), "O8"): "incomplete",
        (date(2028, 7, 10), "O8"): "current",
        (date(2028, 3, 6), "O9"): "due",
        (date(2028, 3, 16), "O9"): "stale",
    }
    assert {key: statuses(diary[key[0]], key[1]) for key in told} == told


def test_what_was_corrected_after_closing_changes_no_verdict(
    diary: dict[date, Assessment],
) -> None:
    """It is shown as later; the closed round stays as it was on its last day."""
    before, after_it = diary[date(2028, 10, 24)].rounds[0], diary[date(2028, 10, 25)].rounds[0]
    assert [item.status for item in before.items] == [item.status for item in after_it.items]
    tax = next(item for item in after_it.items if item.id == "O5")
    assert [str(cell.period) for cell in tax.cells if cell.later] == [f"FY{YEAR}-Q4"]
    assert statuses(diary[LAST_DAY], "O5") == "complete"


def test_in_october_two_rounds_are_judged_until_the_older_closes(
    diary: dict[date, Assessment],
) -> None:
    """What the old round still owes fails until 16 October, and is history from then on."""
    overlapping = judge(diary[date(2028, 10, 10)], Gate.ENFORCE).failing
    assert {one.fiscal_year for one in overlapping} == {YEAR}
    assert not judge(diary[date(2028, 10, 17)], Gate.ENFORCE).failing
    assert statuses(diary[date(2028, 10, 17)], "O2") == "incomplete"
