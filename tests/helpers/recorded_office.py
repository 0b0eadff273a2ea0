"""A small office with a history: what is recorded when, on a main branch of its own."""

from datetime import date, timedelta
from pathlib import Path

from helpers.repositories import git
from helpers.support import Edit, copy_site, replace
from oit.assessment.assess import assess
from oit.assessment.cells import Cell
from oit.assessment.result import ItemAssessment, Today
from oit.records.load import load_site
from oit.records.site import Site
from oit.system.cache import NO_CACHE
from oit.system.git import History
from oit.system.witness import WitnessReader

ROUND = "oit_items/2568/round.yml"
O1 = "oit_items/2568/O01/record.md"
WITNESSED = replace(ROUND, "days_after_period:", "witness: git\ndays_after_period:")
MARCH = """  - kind: file
    for: monthly-summary
    periods: [2025-03]
    file: summary-2025-03.csv
    title: สรุปผลการจัดซื้อจัดจ้าง เดือนมีนาคม 2568
    published: 2025-04-10
    sample: true
"""
PUBLISHED = date(2025, 4, 10)
LAST_IN_TIME = date(2025, 4, 24)
"""Seven working days after the tenth: the holidays of Songkran lie between."""
FIRST_LATE = date(2025, 4, 25)
LATER = date(2025, 4, 30)
LINK = "  - kind: url\n    for: eit-link\n"


def given(entry: str) -> Edit:
    """An edit that adds an entry to the evidence of O1."""
    return replace(O1, LINK, f"{entry}{LINK}")


def taken(entry: str) -> Edit:
    """An edit that takes an entry out of the evidence of O1."""
    return replace(O1, entry, "")


class RecordedOffice:
    """The site `current`, whose round has Git for its witness, in a repository.

    The summary of March is not given yet; everything else is on the first day, for later days.
    """

    def __init__(self, target: Path, began: date = date(2024, 10, 1), folder: str = "") -> None:
        self.top = target / "repository"
        self.site = self.top / folder
        self.top.mkdir()
        git(self.top, "init", "--quiet", "--initial-branch=main")
        (self.top / "README.md").write_text("ข้อมูลของสำนักงานเขต\n", "utf-8")
        self.commit(began, "the beginning, without a record")
        copied = copy_site("current", target)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self.site.mkdir(exist_ok=True)
        for path in copied.iterdir():
            path.rename(self.site / path.name)
        WITNESSED(self.site)
        self.record(began + timedelta(days=1), taken(MARCH))

    def record(self, day: date, *edits: Edit, hour: str = "12:00:00+07:00") -> None:
        """Edit the site, and commit it on a day in Bangkok."""
        for edit in edits:
            edit(self.site)
        self.commit(day, f"recorded on {day}", hour)

    def commit(self, day: date, message: str, hour: str = "12:00:00+07:00") -> None:
        """Commit what there is, which may be nothing."""
        when = f"{day.isoformat()}T{hour}"
        git(self.top, "add", "--all")
        arguments = ("commit", "--quiet", "--allow-empty", "--message", message)
        git(self.top, *arguments, GIT_COMMITTER_DATE=when)

    def read(self) -> Site:
        """The site with its witness."""
        return WitnessReader(History(self.site), NO_CACHE)(load_site(self.site))

    def judged(self, today: date, item: str = "O1") -> ItemAssessment:
        """An item, assessed on a day."""
        (round_,) = assess(self.read(), Today(today, is_set=True)).rounds
        return next(found for found in round_.items if found.id == item)

    def cell(self, today: date, period: str, requirement: str = "monthly-summary") -> Cell:
        """A cell of O1 on a day."""
        (found,) = (
            cell
            for cell in self.judged(today).cells
            if cell.requirement.id == requirement and str(cell.period) == period
        )
        return found


def lateness(office: RecordedOffice, period: str = "2025-03") -> tuple[str, int]:
    """The state of a month of the summary much later, and how many days late it came."""
    cell = office.cell(LATER, period)
    return cell.state.value, cell.days_late
