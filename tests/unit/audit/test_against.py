"""An index kept earlier shows what disappeared, and what past was rewritten."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from helpers.index_days import index_of
from helpers.support import as_of, copy_site, published, tree
from oit.audit.against.check import compared
from oit.audit.against.rewritten import within
from oit.audit.against.snapshot import Snapshot, snapshot_of
from oit.commands.cli import main
from oit.contract.events import EventsDocument
from oit.contract.index import Index
from oit.contract.policy import PolicyDocument

FIRST, LATER = "2025-04-09", "2025-04-20"
FILE = "summary-2025-03.csv"
DIGEST = "0" * 64

Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, Index]:
    """The index of a tiny site in April, and some days later."""
    site = copy_site("current", tmp_path_factory.mktemp("days"))
    return index_of(site, FIRST), index_of(site, LATER)


def changed(index: Index, *changes: Change) -> Index:
    values = json.loads(index.model_dump_json())
    for change in changes:
        change(values)
    return Index.model_validate(values)


def alone(index: Index, **documents: Any) -> Snapshot:
    """An index, with events and rules of its round where they are given."""
    (year,) = {round_.fiscal_year for round_ in index.rounds} or {0}
    known = {f"api/v1/{year}/{name}.json": document for name, document in documents.items()}
    ledger = known.pop(f"api/v1/{year}/ledger.json", None)
    files = {path: json.dumps(document).encode() for path, document in known.items()}
    if ledger:
        files["api/v1/ledger.json"] = json.dumps(ledger).encode()
    return snapshot_of(index, files.get)


def found(older: Snapshot, newer: Snapshot) -> list[tuple[str, str]]:
    return [(one.check, one.subject) for one in compared(older, newer)]


def item(values: Any, number: int = 0) -> Any:
    return values["rounds"][0]["items"][number]


def cells(values: Any) -> list[Any]:
    return [
        cell
        for each in values["rounds"][0]["items"]
        for requirement in each["requirements"]
        for cell in requirement["cells"]
    ]


def first_entry(values: Any, kind: str = "file") -> Any:
    """The first piece of evidence of a kind."""
    return next(
        entry for cell in cells(values) for entry in cell["evidence"] if entry["kind"] == kind
    )


def without_first(values: Any) -> None:
    """Take the first file off every cell that it fills."""
    url = first_entry(values)["url"]
    for cell in cells(values):
        cell["evidence"] = [entry for entry in cell["evidence"] if entry["url"] != url]


def test_a_site_that_goes_on_has_lost_and_rewritten_nothing(days: tuple[Index, Index]) -> None:
    """Days pass, deadlines pass, and more is published."""
    first, later = map(alone, days)
    assert found(first, later) == []
    assert found(first, first) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda values: values["rounds"].clear(), ("disappeared-round", "2568")),
        (lambda values: values["rounds"][0]["items"].pop(0), ("disappeared-item", "2568/O1")),
        (without_first, ("disappeared-evidence", "2568/O1")),
        (
            lambda values: first_entry(values).update(published="2024-11-01"),
            ("past-rewritten", "2568/O1"),
        ),
        (
            lambda values: first_entry(values).update(sha256=DIGEST),
            ("disappeared-evidence", "2568/O1"),
        ),
        (
            lambda values: values["rounds"][0].update(as_of="2025-04-01"),
            ("older-than-kept", ""),
        ),
    ],
)
def test_what_is_gone_or_changed_is_told(
    days: tuple[Index, Index], change: Change, expected: tuple[str, str]
) -> None:
    """Rounds, items and evidence; days that were published; an older site than the one kept."""
    first, later = days
    told = found(alone(first), alone(changed(later, change)))
    assert expected in told


def test_evidence_that_claims_a_day_of_the_past_is_told(days: tuple[Index, Index]) -> None:
    """Unless it was recorded in the days in which it still counts from its day."""
    first, later = days

    def late(day: str, **more: str) -> Change:
        values = {"sha256": DIGEST, "published": day, **more}
        return lambda index: cells(index)[0]["evidence"].append(
            {**first_entry(index), "url": "2568/o1/new.csv", **values}
        )

    assert found(alone(first), alone(changed(later, late("2025-03-03")))) == [
        ("backdated", "2568/O1")
    ]
    assert found(alone(first), alone(changed(later, late("2025-04-08")))) == []
    recorded = late("2025-03-03", recorded=LATER)
    assert found(alone(first), alone(changed(later, recorded))) == []
    history_rewritten = late("2025-04-08", recorded="2025-04-08")
    assert found(alone(first), alone(changed(later, history_rewritten))) == [
        ("backdated", "2568/O1")
    ]
    assert within(date(2025, 4, 11), 1) == date(2025, 4, 14)


def test_verdicts_of_a_closed_round_stay(days: tuple[Index, Index]) -> None:
    """Those of an open one change from day to day."""
    first, _ = days
    closed = changed(first, lambda values: values["rounds"][0].update(state="closed"))
    worse = changed(closed, lambda values: item(values).update(status="stale", score="0.00"))
    assert found(alone(first), alone(worse)) == []
    assert found(alone(closed), alone(worse)) == [("past-rewritten", "2568/O1")] * 2
    state = changed(closed, lambda values: cells(values)[0].update(state="late", days_late=3))
    assert found(alone(closed), alone(state)) == [("past-rewritten", "2568/O1")] * 2
    total = changed(closed, lambda values: values["rounds"][0]["score"].update(total="99.00"))
    assert found(alone(closed), alone(total)) == [("past-rewritten", "2568")]


def test_what_is_told_to_be_replaced_or_withdrawn_has_not_disappeared(
    days: tuple[Index, Index],
) -> None:
    """By an event, by the ledger, or by the item's own list of what was withdrawn."""
    first, later = days
    gone = changed(later, without_first)
    entry = first_entry(json.loads(first.model_dump_json()))
    told = events(later, event(event="removed", sha256=entry["sha256"]))
    assert found(alone(first), alone(gone, events=told)) == []
    assert found(alone(first), alone(gone, events=events(later))) != []
    version = {"item": "O1", "file": FILE, "sha256": entry["sha256"], "withdrawn": "wrong"}
    registered = ledger(later, {**version, "first_published": FIRST, "replaced_by": None})
    assert found(alone(first), alone(gone, ledger=registered)) == []

    def withdrawn(values: Any) -> None:
        reason = {"date": LATER, "why": "wrong", "reason": "x", "by": "x", "division": None}
        item(values)["withdrawn"] = [
            {**reason, "requirement": requirement["id"], "periods": []}
            for requirement in item(values)["requirements"]
        ]

    assert found(alone(first), alone(changed(gone, withdrawn))) == []


def test_events_and_versions_are_only_ever_added(days: tuple[Index, Index]) -> None:
    """What happened stays as it was told, but that it ends is added later."""
    first, later = days
    confirmed = event(event="confirmed", day="2025-03-03", by="หัวหน้าฝ่าย")
    before = alone(first, events=events(first, confirmed))
    ended = {**confirmed, "until": "2025-04-15"}
    assert found(before, alone(later, events=events(later, ended))) == []
    assert found(before, alone(later, events=events(later))) == [("disappeared-event", "2568/O1")]
    moved = {**confirmed, "day": "2025-01-01"}
    assert found(before, alone(later, events=events(later, moved))) == [
        ("past-rewritten", "2568/O1")
    ]
    version = {"item": "O1", "file": FILE, "sha256": DIGEST, "first_published": FIRST}
    whole = {**version, "replaced_by": None, "withdrawn": None}
    known = alone(first, ledger=ledger(first, whole))
    assert found(known, alone(later, ledger=ledger(later, whole))) == []
    assert found(known, alone(later, ledger=ledger(later))) == [("disappeared-version", "2568/O1")]


def test_the_rules_of_an_earlier_day_stay_as_they_were(days: tuple[Index, Index]) -> None:
    """New ones hold from the day on which they are recorded, and waivers from their approval."""
    first, later = days
    before = alone(first, policy=policy(first, rules()))
    assert found(before, alone(later, policy=policy(later, rules()))) == []
    other = rules(days_after_period=30)
    assert found(before, alone(later, policy=policy(later, other))) == [("rules-rewritten", "2568")]
    earlier = [{"since": "2024-10-01", "until": "2025-04-14", "rules": rules()}]
    kept = policy(later, other, since="2025-04-15", earlier=earlier)
    assert found(before, alone(later, policy=kept)) == []
    waiver = {"item": "O1", "reason": "x", "approved_by": "x", "approved_on": LATER}
    whole = {**waiver, "requirement": None, "period": None, "division": None, "until": LATER}
    waived = policy(later, rules(waivers=[whole]))
    assert found(before, alone(later, policy=waived)) == []


def test_three_days_are_kept_and_a_rewritten_past_is_found(tmp_path: Path) -> None:
    """Who keeps an index for oneself needs to trust nobody later."""
    site, kept = copy_site("current", tmp_path), tmp_path / "kept"
    for day in ("2025-04-09", "2025-04-20", "2025-04-25"):
        done = archive(_folder(site, day, tmp_path), kept)
        assert (done.exit_code, day in done.stdout) == (0, True), done.output
    (office,) = kept.iterdir()
    assert sorted(folder.name for folder in office.iterdir()) == [
        "2025-04-09",
        "2025-04-20",
        "2025-04-25",
    ]
    last = _folder(site, "2025-04-30", tmp_path)
    assert not against(last, kept) & {"past-rewritten", "disappeared-evidence", "backdated"}
    index = last / "api/v1/index.json"
    values = json.loads(index.read_text("utf-8"))
    first_entry(values)["published"] = "2024-11-01"
    index.write_text(json.dumps(values), "utf-8")
    for place in (kept, office, office / "2025-04-25", office / "2025-04-25/index.json"):
        assert "past-rewritten" in against(last, place)


def test_another_content_of_the_same_day_is_kept_beside_the_first(tmp_path: Path) -> None:
    """Nothing kept is ever written over; the same content is told to be there."""
    site, kept = _folder(copy_site("current", tmp_path), FIRST, tmp_path), tmp_path / "kept"
    assert archive(site, kept).exit_code == 0
    before = tree(kept)
    again = archive(site, kept)
    assert (again.exit_code, "เก็บไว้ก่อนแล้ว" in again.stdout) == (0, True)
    assert tree(kept) == before
    (site / "api/v1/checksums.txt").write_text("", "utf-8")
    assert archive(site, kept).exit_code == 0
    (office,) = kept.iterdir()
    assert sorted(path.name for path in office.iterdir()) == [FIRST, f"{FIRST}-2"]
    assert {name: data for name, data in tree(kept).items() if "-2/" not in name} == before


def test_what_cannot_be_kept_or_compared_is_said_with_status_2(tmp_path: Path) -> None:
    """No index, an office whose id is no name of a folder, a copy of another office."""
    site = _folder(copy_site("current", tmp_path), FIRST, tmp_path)
    assert archive(tmp_path / "absent", tmp_path).exit_code == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    assert archive(empty, tmp_path / "kept").exit_code == 2
    assert not (tmp_path / "kept").exists()
    verified = CliRunner().invoke(main, ["verify", str(site), "--against", str(empty)])
    assert (verified.exit_code, "oit archive" in verified.stderr) == (2, True)
    index = site / "api/v1/index.json"
    for office in ("../elsewhere", "other"):
        values = json.loads(index.read_text("utf-8"))
        values["office"]["id"] = office
        other = tmp_path / "other.json"
        other.write_text(json.dumps(values), "utf-8")
        refused = CliRunner().invoke(main, ["verify", str(site), "--against", str(other)])
        assert (refused.exit_code, office in refused.stderr) == (2, True)
    values["office"]["id"] = "../elsewhere"
    index.write_text(json.dumps(values), "utf-8")
    assert archive(site, tmp_path / "kept").exit_code == 2
    assert not (tmp_path / "kept").exists()


def _folder(site: Path, day: str, target: Path) -> Path:
    """What is published on a day besides pages, in a folder of its own."""
    folder = target / f"site-{day}"
    for name, data in published(site, as_of(day)).files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def archive(site: Path, into: Path) -> Result:
    return CliRunner().invoke(main, ["archive", str(site), "--into", str(into)])


def against(site: Path, kept: Path) -> set[str]:
    """The checks that find something, of a folder without pages."""
    words = ["verify", str(site), "--against", str(kept), "--format", "json"]
    done = CliRunner().invoke(main, words, env={"OIT_AS_OF": "2025-04-30"})
    return {entry["check"] for entry in json.loads(done.stdout)["discrepancies"]}


def event(**values: Any) -> dict[str, Any]:
    return {"id": "e1", "day": "2025-04-12", "item": "O1", **values}


def _about(index: Index) -> dict[str, Any]:
    (round_,) = index.rounds
    office = json.loads(index.office.model_dump_json())
    about = {"office": office, "mode": index.mode, "scheme": round_.scheme}
    return {**about, "fiscal_year": round_.fiscal_year, "as_of": round_.as_of.isoformat()}


def _of_round(index: Index) -> dict[str, Any]:
    return {**_about(index), "round_state": index.rounds[0].state}


def events(index: Index, *entries: dict[str, Any]) -> dict[str, Any]:
    document = {**_of_round(index), "units": [], "events": list(entries)}
    return json.loads(EventsDocument.model_validate(document).model_dump_json())  # type: ignore[no-any-return]


def ledger(index: Index, *files: dict[str, Any]) -> dict[str, Any]:
    about = _about(index)
    rounds = [{"fiscal_year": 2568, "scheme": about["scheme"], "files": list(files)}]
    return {"office": about["office"], "mode": about["mode"], "rounds": rounds}


def rules(**values: Any) -> dict[str, Any]:
    """Rules of a round, as short as they may be."""
    days = {"opens": "2024-10-01", "closes": "2025-09-30", "filing": None, "adopted": None}
    scoring: dict[str, Any] = {"weights": {}, "levels": [], "indicators": [], "perception": None}
    lists: dict[str, Any] = {name: [] for name in ("holidays", "periods", "items", "waivers")}
    numbers = {"adoption_days": 60, "recording_days": 7, "days_after_period": 15}
    warning = {"monthly": 14, "other": 30}
    whole = {**days, **lists, **numbers, "witness": "none", "scoring": scoring}
    return {**whole, "warning_days": warning, **values}


def policy(index: Index, in_force: dict[str, Any], **values: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "since": None,
        "divisions": [],
        "rules": in_force,
        "earlier": [],
        "notes": [],
    }
    document = {**_about(index), **told, **values}
    return json.loads(PolicyDocument.model_validate(document).model_dump_json())  # type: ignore[no-any-return]
