"""The ledger keeps what was published: it only grows, and a closed round stays as it was."""

import hashlib
from datetime import date
from pathlib import Path

from msgspec.structs import replace as changed

from helpers.commands import run
from helpers.edits import LEDGER, O1, SUMMARY
from helpers.support import as_of, copy_site, judged, replace, write
from oit.editing.ledger import Resolutions, ledger_json, missing_files, updated_ledger
from oit.records.load import load_site
from oit.records.site import Round

TODAY = date(2025, 4, 30)
MARCH = "oit_items/2568/O01/summary-2025-03.csv"


def round_of(site: Path) -> Round:
    (round_,) = load_site(site).rounds
    return round_


def recorded(site: Path) -> None:
    write(LEDGER, ledger_json(updated_ledger(round_of(site), TODAY)))(site)


def test_every_published_file_is_recorded_with_its_day_and_hash(tmp_path: Path) -> None:
    """And a second run adds nothing."""
    site = copy_site("current", tmp_path)
    entries = updated_ledger(round_of(site), TODAY)
    found = {(entry.item, entry.file): (entry.first_published, entry.sha256) for entry in entries}
    digest = hashlib.sha256((site / MARCH).read_bytes()).hexdigest()
    assert found["O1", "summary-2025-03.csv"] == (date(2025, 4, 10), digest)
    assert len(found) == 4
    recorded(site)
    assert updated_ledger(round_of(site), TODAY) == entries


def test_what_is_published_later_is_not_recorded_yet(tmp_path: Path) -> None:
    """The ledger of a day knows what was published by then."""
    entries = updated_ledger(round_of(copy_site("current", tmp_path)), date(2025, 4, 9))
    assert "summary-2025-03.csv" not in {entry.file for entry in entries}


def test_a_corrected_file_of_the_same_name_replaces_the_earlier_one(tmp_path: Path) -> None:
    """Both stay in the ledger, and the first says which took its place."""
    site = copy_site("current", tmp_path)
    recorded(site)
    write(MARCH, "ก,ข\n1,2\n")(site)
    entries = [
        one for one in updated_ledger(round_of(site), TODAY) if one.file == "summary-2025-03.csv"
    ]
    old = next(entry for entry in entries if entry.replaced_by)
    assert old.replaced_by == hashlib.sha256("ก,ข\n1,2\n".encode()).hexdigest()
    assert [entry.sha256 for entry in entries if entry.is_live] == [old.replaced_by]


def test_a_file_that_is_gone_is_settled_by_a_person(tmp_path: Path) -> None:
    """Replaced by another, or withdrawn with a reason; until then it is asked for."""
    site = copy_site("current", tmp_path)
    recorded(site)
    (site / MARCH).rename(site / "oit_items/2568/O01/march.csv")
    write(O1, (site / O1).read_text("utf-8").replace("summary-2025-03.csv", "march.csv"))(site)
    round_, name = round_of(site), ("O1", "summary-2025-03.csv")
    entries = updated_ledger(round_, TODAY)
    assert [one.file for one in missing_files(round_, entries, TODAY)] == ["summary-2025-03.csv"]
    replaced = updated_ledger(round_, TODAY, Resolutions({name: "march.csv"}, {}))
    assert not missing_files(round_, replaced, TODAY)
    withdrawn = updated_ledger(round_, TODAY, Resolutions({}, {name: "เผยแพร่ผิดฉบับ"}))
    assert not missing_files(round_, withdrawn, TODAY)


def test_a_closed_round_is_in_order_as_it_was_recorded(tmp_path: Path) -> None:
    """And again once a correction has been recorded; in an open round nothing is said."""
    site = copy_site("current", tmp_path)
    recorded(site)
    assert not judged(site).findings
    write(MARCH, "ก,ข\n1,2\n")(site)
    assert [finding.rule for finding in judged(site).findings] == ["ledger-changed"]
    assert not judged(site, as_of("2025-04-30")).findings
    recorded(site)
    assert not judged(site).findings


def test_the_command_writes_the_ledger_and_asks_for_what_is_gone(tmp_path: Path) -> None:
    """With the words for it; and takes the answer."""
    site = copy_site("current", tmp_path)
    assert run("oit", "ledger", cwd=site).returncode == 0
    before = (site / LEDGER).read_bytes()
    assert run("oit", "ledger", cwd=site).returncode == 0
    assert (site / LEDGER).read_bytes() == before
    replace(O1, SUMMARY, "file: scores.csv")(site)
    told = run("oit", "ledger", cwd=site).stdout
    assert "O1/summary-2025-03.csv" in told
    settle = ("--withdrawn", "O1/summary-2025-03.csv", "เผยแพร่ผิดฉบับ")
    assert "--replaced" not in run("oit", "ledger", *settle, cwd=site).stdout
    assert "เผยแพร่ผิดฉบับ" in (site / LEDGER).read_text("utf-8")
    assert run("oit", "ledger", "--withdrawn", "x", "y", cwd=site).returncode == 2


def test_a_ledger_does_not_follow_the_order_of_files(tmp_path: Path) -> None:
    """The same files make the same bytes."""
    round_ = round_of(copy_site("current", tmp_path))
    backwards = changed(round_, bundles=dict(reversed(list(round_.bundles.items()))))
    assert ledger_json(updated_ledger(backwards, TODAY)) == ledger_json(
        updated_ledger(round_, TODAY)
    )
