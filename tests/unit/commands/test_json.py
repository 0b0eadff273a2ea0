"""Programs read what the commands say: stable keys, ISO dates, names in both languages."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.broken import BROKEN
from helpers.commands import run, run_process
from helpers.support import copy_site, replace
from oit.contract.index import FindingEntry

DAY = {"OIT_AS_OF": "2025-04-18"}
FINANCE = {"th": "ฝ่ายการคลัง", "en": "Finance Section"}
PROCUREMENT = {"th": "สรุปผลการจัดซื้อจัดจ้าง", "en": "Procurement"}
SUMMARY_OF_MARCH = {
    "due_on": "2025-04-17",
    "days_left": 17,
    "fiscal_year": 2568,
    "item": "O1",
    "title": PROCUREMENT,
    "division": "finance",
    "division_name": FINANCE,
    "action": "publish",
    "requirement": "monthly-summary",
    "requirement_label": {"th": "สรุปผลการจัดซื้อจัดจ้าง (สขร.1)", "en": "Monthly summary"},
    "period": "2025-03",
    "waived_until": None,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site("current", tmp_path)


def said(site: Path, *command: str, **variables: str) -> Any:
    """The document that a command prints; it prints nothing else."""
    done = run("oit", *command, "--format", "json", cwd=site, **{**DAY, **variables})
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_a_check_that_passes_says_so(site: Path) -> None:
    """The whole document."""
    assert said(site, "check") == {
        "as_of": "2025-04-18",
        "gate": "enforce",
        "passed": True,
        "item_count": 3,
        "failing": [],
        "listed": [],
        "notices": [],
        "statuses": {"2568/O1": "current", "2568/O2": "current", "2568/O3": "current"},
    }


def test_a_finding_has_the_keys_of_the_published_checklist(site: Path) -> None:
    """In their order, with what is wrong and what to do in both languages."""
    BROKEN["date-buddhist"](site)
    document = said(site, "check")
    assert not document["passed"]
    found = next(entry for entry in document["failing"] if entry["rule"] == "date-buddhist")
    more = ("repeated", "correction", "form", "effects")
    assert found.keys() == {*FindingEntry.model_fields, *more}
    assert found["correction"] == "2025-04-17"
    FindingEntry.model_validate({name: found[name] for name in FindingEntry.model_fields})
    assert (found["kind"], found["item"], found["fiscal_year"]) == ("invalid", "O1", 2568)
    assert found["file"] == "oit_items/2568/O01/record.md"
    assert set(found["message"]) == set(found["remedy"]) == {"th", "en"}


@pytest.mark.parametrize(("gate", "passed"), [("enforce", False), ("report", True)])
def test_passed_is_what_the_exit_status_says(gate: str, passed: bool, site: Path) -> None:
    """In each gate; what fails is listed all the same."""
    BROKEN["missing"](site)
    done = run_process("oit", "check", "--format", "json", cwd=site, OIT_GATE=gate, **DAY)
    document = json.loads(done.stdout)
    assert (document["gate"], document["passed"]) == (gate, passed)
    assert done.returncode == (0 if passed else 1)
    assert document["failing"]


def test_the_language_of_messages_changes_no_document(site: Path) -> None:
    """Both languages are in it."""
    BROKEN["missing"](site)
    for command in (("check",), ("due",), ("report", "--month", "2025-03")):
        assert said(site, *command) == said(site, *command, OIT_LANG="en")


def test_a_duty_says_what_is_due_when_and_by_whom(site: Path) -> None:
    """A confirmation has no requirement; what is overdue has days below zero."""
    document = said(site, "due", "--division", "การคลัง", "--within", "60")
    assert list(document) == ["as_of", "duties"]
    (confirmation,) = document["duties"]
    assert list(confirmation) == list(SUMMARY_OF_MARCH)
    assert confirmation == {
        **SUMMARY_OF_MARCH,
        "due_on": "2025-06-16",
        "days_left": 59,
        "action": "confirm",
        "requirement": None,
        "requirement_label": None,
        "period": "2025-05",
    }
    BROKEN["missing"](site)
    first = said(site, "due")["duties"][0]
    assert first["days_left"] < 0
    assert first["action"] == "publish"


def test_nothing_due_is_an_empty_list(site: Path) -> None:
    """Not a sentence."""
    assert said(site, "due", "--within", "0") == {"as_of": "2025-04-18", "duties": []}


def test_the_report_holds_the_figures_of_the_month(site: Path) -> None:
    """As on its last day."""
    document = said(site, "report", "--month", "มีนาคม 2568")
    coming, divisions = document.pop("coming"), document.pop("divisions")
    assert document == {
        "office": {"th": "สำนักงานเขตทดสอบ", "en": "Test District Office"},
        "mode": "demonstration",
        "month": "2025-03",
        "fiscal_year": 2568,
        "round_state": "open",
        "as_of": "2025-03-31",
        "until": "2025-04-30",
        "item_count": 3,
        "full_count": 3,
        "full_before": 1,
        "published_count": 4,
        "confirmed_count": 4,
        "pending_count": 0,
        "waived_count": 0,
        "late": [],
        "overdue": [],
    }
    assert coming[0] == SUMMARY_OF_MARCH
    assert divisions[-1] == {
        "division": "finance",
        "division_name": FINANCE,
        "item_count": 2,
        "full_count": 2,
        "late": [],
        "coming": ["O1", "O3"],
    }


def test_what_is_late_in_a_month_is_in_the_report(site: Path) -> None:
    """With its status and its days."""
    BROKEN["missing"](site)
    (late,) = said(site, "report")["late"]
    assert list(late) == ["item", "title", "division", "division_name", "status", "days_late"]
    assert (late["item"], late["status"]) == ("O3", "incomplete")
    assert late["days_late"] > 0


def test_a_report_is_printed_unless_a_file_is_named(site: Path) -> None:
    """As the text is."""
    printed = said(site, "report")
    done = run("oit", "report", "--format", "json", "--output", "r.json", cwd=site, **DAY)
    assert done.stdout == "บันทึกรายงานแล้วที่ r.json\n[EN] The report is written to r.json.\n"
    assert json.loads((site / "r.json").read_text("utf-8")) == printed


def test_every_day_in_a_document_is_an_iso_date(site: Path) -> None:
    """Also a waiver's."""
    BROKEN["missing"](site)
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    documents = [said(site, *command) for command in (("check",), ("due",), ("report",))]
    days = {value for document in documents for value in _days(document)}
    assert {date.fromisoformat(day).isoformat() for day in days} == days
    assert len(days) > 3


def _days(value: Any, key: str = "") -> list[str]:
    """The values under keys that name a day, at any depth."""
    if isinstance(value, dict):
        return [day for name, inner in value.items() for day in _days(inner, name)]
    if isinstance(value, list):
        return [day for inner in value for day in _days(inner, key)]
    is_day = key in ("as_of", "due_on", "until", "waived_until") and value is not None
    return [value] if is_day else []
