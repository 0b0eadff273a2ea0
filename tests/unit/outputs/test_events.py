"""`events.json` and `policy.json`: what stood when gives the state of every cell on every day."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.file_groups import files_of_groups
from helpers.recorded_office import LATER, MARCH, ROUND, RecordedOffice, taken
from helpers.recorded_office import given as entry
from helpers.support import SAMPLE, replace
from oit.assessment.assess import assess
from oit.assessment.result import Today
from oit.outputs.api.entries import index_document
from oit.outputs.api.files import api_groups
from oit.outputs.publication import publication_of
from oit.records.load import load_site
from oit.records.site import Site

Files: TypeAlias = dict[str, bytes]
Document: TypeAlias = dict[str, Any]
Owed: TypeAlias = tuple[str, str, str | None, str | None]
SAMPLE_SITE = load_site(SAMPLE)
MARCH_CELL = {"item": "O1", "requirement": "monthly-summary", "period": "2025-03"}


def documents(files: Files) -> tuple[Document, Document, Document]:
    """Index, policy and events of the only round."""
    names = ("index.json", "2568/policy.json", "2568/events.json")
    index, policy, events = (json.loads(files[f"api/v1/{name}"]) for name in names)
    return index, policy, events


def api_of(site: Site, day: date) -> Files:
    """The documents below `api/v1/` as on a day."""
    publication = publication_of(assess(site, Today(day, is_set=True)), None)
    return files_of_groups(api_groups(lambda: index_document(publication), publication, ""))


def files_of(office: RecordedOffice, day: date) -> Files:
    return api_of(office.read(), day)


def sample_on(day: str) -> Files:
    return api_of(SAMPLE_SITE, date.fromisoformat(day))


def states_of_index(index: Document) -> dict[Owed, str]:
    (round_,) = index["rounds"]
    return {
        (item["item"], requirement["id"], cell["period"], cell["division"]): cell["state"]
        for item in round_["items"]
        for requirement in item["requirements"]
        for cell in requirement["cells"]
    }


def states_of_events(policy: Document, events: Document, day: str) -> dict[Owed, str]:
    """The state of every cell on a day, by the published description alone."""
    found = {}
    for item in rules_on(policy, day)["items"]:
        for requirement in item["requirements"]:
            for owed in requirement["owed"]:
                cell = (item["item"], requirement["id"], owed["period"], owed["division"])
                found[cell] = state(cell, owed["due_on"], events, day)
    return found


def rules_on(policy: Document, day: str) -> Document:
    for earlier in policy["earlier"]:
        if earlier["since"] <= day <= earlier["until"]:
            return dict(earlier["rules"])
    return dict(policy["rules"])


def state(cell: Owed, due_on: str, events: Document, day: str) -> str:
    is_last = day == events["as_of"]
    known = [
        event
        for event in events["events"]
        if event["event"] == "published"
        and (event["item"], event["requirement"], event["period"]) == cell[:3]
        and cell[3] in (None, event["division"])
        and (is_last or (event["since"] or day) <= day)
        and not (event["void_from"] and (is_last or event["void_from"] <= day))
    ]
    standing = [
        event
        for event in known
        if event["rule"] is None
        and (event["until"] is None if is_last else day < (event["until"] or "9999"))
    ]
    days = [event["counts_from"] for event in known if not event["rule"] or event["recorded"]]
    if not standing or min(days) > day:
        return "missing" if due_on < day else "not-due"
    last = max(day, min(event["counts_from"] for event in standing))
    if all(event["kind"] == "none" for event in standing if event["counts_from"] <= last):
        return "none"
    return "late" if min(days) > due_on else "published"


def days_from(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dates(date(2024, 10, 1), date(2026, 1, 15)))
def test_every_state_of_the_index_follows_from_events_and_policy(day: date) -> None:
    """On any day, before the round opens and after it has closed too."""
    index, policy, events = documents(api_of(SAMPLE_SITE, day))
    assert states_of_events(policy, events, events["as_of"]) == states_of_index(index)


def test_a_round_without_a_history_can_be_judged_on_any_earlier_day() -> None:
    """As a build of that day judges the same records."""
    _, policy, events = documents(sample_on("2025-06-20"))
    for day in ("2024-12-16", "2025-03-18", "2025-03-19"):
        index, _, _ = documents(sample_on(day))
        assert states_of_events(policy, events, day) == states_of_index(index), day


CORRECTED = replace("oit_items/2568/O01/summary-2025-03.csv", "งานตัวอย่างที่ 1", "งานตัวอย่างที่ 2")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, dict[date, dict[Owed, str]]]:
    """The files of the last day, and the states as the build of each day before told them."""
    office = RecordedOffice(tmp_path_factory.mktemp("office"))
    changes = {
        date(2025, 4, 16): replace(ROUND, "days_after_period: 15", "days_after_period: 12"),
        date(2025, 4, 25): entry(MARCH),
        date(2025, 4, 27): taken(MARCH),
        date(2025, 4, 29): entry(MARCH),
    }
    states = {}
    for day in days_from(date(2025, 4, 10), LATER):
        if day in changes:
            office.record(day, changes[day])
        index, _, _ = documents(files_of(office, day))
        states[day] = states_of_index(index)
    return files_of(office, LATER), states


def test_every_earlier_day_can_be_judged_again(
    lived: tuple[Files, dict[date, dict[Owed, str]]],
) -> None:
    """By what stood on it and the rules in force: as the build of that day did."""
    _, policy, events = documents(lived[0])
    for day, states in lived[1].items():
        assert states_of_events(policy, events, day.isoformat()) == states, day
    march = {states["O1", "monthly-summary", "2025-03", None] for states in lived[1].values()}
    assert march == {"not-due", "missing", "late"}


def events_of_march(files: Files) -> list[Document]:
    _, _, events = documents(files)
    return [event for event in events["events"] if MARCH_CELL.items() <= event.items()]


def test_what_was_taken_out_and_given_again_stood_twice(
    lived: tuple[Files, dict[date, dict[Owed, str]]],
) -> None:
    """An event for each time; it counts from its first day."""
    stood = [
        (event["since"], event["until"], event["recorded"])
        for event in events_of_march(lived[0])
        if event["event"] == "published"
    ]
    first = "2025-04-25"
    assert stood == [(first, "2025-04-27", first), ("2025-04-29", None, first)]


def test_what_became_late_is_told_with_its_end(
    lived: tuple[Files, dict[date, dict[Owed, str]]],
) -> None:
    """A cell that is emptied after its deadline is late from then on."""
    told = [
        (event["event"], event["day"], event["until"])
        for event in events_of_march(lived[0])
        if event["event"] in ("fell-late", "removed")
    ]
    assert ("removed", "2025-04-27", None) in told
    assert ("fell-late", "2025-04-27", "2025-04-29") in told


def test_the_rules_of_before_are_told_with_their_days(
    lived: tuple[Files, dict[date, dict[Owed, str]]],
) -> None:
    """Only where they differ from those that followed."""
    _, policy, _ = documents(lived[0])
    (earlier,) = policy["earlier"]
    assert (earlier["since"], earlier["until"]) == ("2024-10-02", "2025-04-15")
    assert earlier["rules"]["days_after_period"] == 15
    assert policy["since"] == "2025-04-16"


def test_rules_that_cannot_be_read_are_a_gap(tmp_path: Path) -> None:
    """Nothing was published by them, and nobody guesses what they were."""
    office = RecordedOffice(tmp_path)
    broken = replace(ROUND, "days_after_period: 15", "days_after_period: many")
    office.record(date(2025, 4, 14), broken)
    office.record(date(2025, 4, 16), replace(ROUND, ": many", ": 15"))
    _, policy, _ = documents(files_of(office, LATER))
    told = [(each["until"], each["rules"] is None) for each in policy["earlier"]]
    assert told == [("2025-04-15", True), ("2025-04-13", False)]


def test_a_version_that_took_the_place_of_another_is_named(tmp_path: Path) -> None:
    """By its hash; nothing else is told of the version that stands no more."""
    office = RecordedOffice(tmp_path)
    office.record(date(2025, 4, 11), entry(MARCH))
    office.record(date(2025, 4, 14), CORRECTED)
    told = {event["event"]: event for event in events_of_march(files_of(office, LATER))}
    replaced = told["replaced"]
    assert (replaced["day"], replaced["replaced_by"]) == ("2025-04-14", told["published"]["sha256"])
    assert replaced["sha256"] != replaced["replaced_by"]
    assert replaced["title"] is None


WITHDRAWN = """withdrawals:
  - item: O1
    for: monthly-summary
    periods: [2025-03]
    sha256: "{sha256}"
    date: 2025-04-22
    why: {why}
    reason: เหตุผล
    by: ผู้อำนวยการเขต
"""


def withdrawn(office: RecordedOffice, why: str) -> list[Document]:
    """The events of March after its summary was given, and taken off on the 22nd of April."""
    office.record(date(2025, 4, 11), entry(MARCH))
    (given_, _) = events_of_march(files_of(office, date(2025, 4, 12)))
    text = WITHDRAWN.format(sha256=given_["sha256"], why=why)
    (office.site / "oit_items/2568/withdrawn.yml").write_text(text, "utf-8")
    office.record(date(2025, 4, 22), taken(MARCH))
    return events_of_march(files_of(office, LATER))


def test_nothing_of_what_was_withdrawn_for_what_it_showed_is_told(tmp_path: Path) -> None:
    """Day, reason and post alone; not even its hash."""
    events = withdrawn(RecordedOffice(tmp_path), "personal-data")
    names = ["published", "recorded", "withdrawn", "fell-late"]
    assert [event["event"] for event in events] == names
    assert all(event["sha256"] is event["title"] is event["url"] is None for event in events)
    assert (events[2]["day"], events[2]["by"]) == ("2025-04-22", "ผู้อำนวยการเขต")
    assert events[0]["void_from"] is None


def test_what_was_withdrawn_as_wrong_filled_its_cell_until_then(tmp_path: Path) -> None:
    """From then on it never did."""
    office = RecordedOffice(tmp_path)
    events = withdrawn(office, "wrong")
    assert events[0]["void_from"] == "2025-04-22"
    _, policy, document = documents(files_of(office, LATER))
    cell = ("O1", "monthly-summary", "2025-03", None)
    assert states_of_events(policy, document, "2025-04-21")[cell] == "published"
    assert states_of_events(policy, document, "2025-04-22")[cell] == "missing"


def test_ids_are_the_same_in_every_build(
    lived: tuple[Files, dict[date, dict[Owed, str]]], tmp_path: Path
) -> None:
    """And none is there twice; that more is recorded changes none of them."""
    _, _, events = documents(lived[0])
    ids = Counter(event["id"] for event in events["events"])
    assert max(ids.values()) == 1
    office = RecordedOffice(tmp_path)
    _, _, before = documents(files_of(office, date(2025, 4, 12)))
    office.record(date(2025, 4, 13), entry(MARCH))
    _, _, after = documents(files_of(office, date(2025, 4, 14)))
    assert {event["id"] for event in before["events"]} < {event["id"] for event in after["events"]}


def test_events_stand_in_the_order_of_their_days() -> None:
    """The oldest first; the table has a row for each, in the same order."""
    files = sample_on("2025-06-20")
    _, _, events = documents(files)
    days = [event["day"] for event in events["events"]]
    assert days == sorted(days)
    text = files["api/v1/2568/events.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row, event in zip(rows, events["events"], strict=True):
        told = {name: "" if value is None else str(value) for name, value in event.items()}
        told["sample"] = told["sample"].lower()
        assert told.items() <= row.items()


def test_a_waiver_is_told_with_the_post_that_decided(tmp_path: Path) -> None:
    """From its first day to its last."""
    office = RecordedOffice(tmp_path)
    text = (
        "waivers:\n  - item: O1\n    reason: เหตุผล\n    approved_by: ผู้อำนวยการเขต\n"
        "    approved_on: 2025-04-22\n    until: 2025-04-30\n"
    )
    (office.site / "oit_items/2568/waivers.yml").write_text(text, "utf-8")
    office.record(date(2025, 4, 22))
    _, policy, events = documents(files_of(office, LATER))
    (waived,) = (event for event in events["events"] if event["event"] == "waived")
    assert (waived["day"], waived["until"], waived["by"]) == (
        *("2025-04-22", "2025-04-30", "ผู้อำนวยการเขต"),
    )
    assert policy["rules"]["waivers"][0]["until"] == "2025-04-30"
    assert policy["earlier"][0]["rules"]["waivers"] == []
