"""The issues of a forge lead whoever is told to the entry in the form."""

from datetime import datetime
from pathlib import Path

from helpers.broken import BROKEN
from helpers.edits import with_form
from helpers.support import as_of, copy_site, judged, replace
from oit.forge.issues import OpenIssue
from oit.forge.plan import plan

NOW = datetime.fromisoformat("2025-04-28T06:10:00+07:00")
FORM = "https://oit.example.go.th/admin/#/collections/oit-2568/entries"


def issues_of(site: Path) -> dict[str, str]:
    """What each issue says that a first run opens, by its key."""
    actions = plan(judged(site, as_of("2025-04-28")), NOW, [])
    return {one.issue.key: one.issue.text for one in actions if isinstance(one, OpenIssue)}


def late_site(tmp_path: Path) -> Path:
    """A site with an empty cell past its deadline, and others that are due within the month."""
    site = copy_site("current", tmp_path)
    BROKEN["missing"](site)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    return site


def test_what_is_late_opens_the_form_at_its_entry(tmp_path: Path) -> None:
    """Where people can sign in to it; each fault has a link of its own."""
    issues = issues_of(with_form(late_site(tmp_path)))
    assert f"[เปิดแบบฟอร์ม]({FORM}/o3" in issues["late:2568/O3"]


def test_what_is_due_opens_the_form_at_its_entry(tmp_path: Path) -> None:
    """At the end of its line."""
    site = with_form(late_site(tmp_path))
    actions = plan(judged(site, as_of("2025-05-28")), NOW.replace(month=5), [])
    texts = [one.issue.text for one in actions if isinstance(one, OpenIssue)]
    due = [line for text in texts for line in text.splitlines() if "ปรับปรุงหรือยืนยัน" in line]
    assert any(line.endswith(f"[เปิดแบบฟอร์ม]({FORM}/o1)") for line in due), due


def test_without_a_form_that_works_issues_have_no_link_to_it(tmp_path: Path) -> None:
    """A link that leads nowhere would be worse than none."""
    assert "เปิดแบบฟอร์ม" not in "".join(issues_of(late_site(tmp_path)).values())
