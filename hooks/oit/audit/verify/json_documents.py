"""The JSON documents beside an index: where each says something else, by JSON Pointer."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import BaseModel

from oit.audit.verify.differences import differences
from oit.audit.verify.targets import evidence_of
from oit.audit.verify.values import MOST_REPORTED, Discrepancy, documents_differ, subject_of
from oit.contract.addresses import CHECKLIST_PATH, LEDGER_PATH, item_json_path
from oit.contract.documents import Checklist, ChecklistItem, ItemDocument, LedgerDocument
from oit.contract.events import EventsDocument
from oit.contract.index import Index, RoundEntry
from oit.contract.policy import PolicyDocument
from oit.outputs.api.documents import item_document


def check_checklist(checklist: Checklist, index: Index) -> Iterator[Discrepancy]:
    """Statuses, scores and findings that are not those of the index."""
    head = index.model_dump(mode="json", include={"version", "office", "mode", "generator"})
    yield from _compared(CHECKLIST_PATH, "", head, _values(checklist))
    found = {round_.fiscal_year: round_ for round_ in checklist.rounds}
    years = {round_.fiscal_year for round_ in index.rounds}
    for added in map(str, sorted(found.keys() - years)):
        yield documents_differ(CHECKLIST_PATH, added, "/rounds", "–", added)
    for round_ in index.rounds:
        year = str(round_.fiscal_year)
        if round_.fiscal_year not in found:
            yield documents_differ(CHECKLIST_PATH, year, "/rounds", year, "–")
            continue
        line = _values(found[round_.fiscal_year])
        findings = [finding for finding in line.pop("findings") if finding["item"]]
        line["findings"] = findings
        yield from _items(round_, line.pop("items"))
        yield from _compared(CHECKLIST_PATH, year, _checklist_round(round_), line)


def _items(round_: RoundEntry, found: list[Any]) -> Iterator[Discrepancy]:
    lines = {line["item"]: line for line in found}
    known = {item.item for item in round_.items}
    for item in round_.items:
        subject = subject_of(round_.fiscal_year, item.item)
        expected = {name: getattr(item, name) for name in ChecklistItem.model_fields}
        line = _values(ChecklistItem.model_validate(expected))
        yield from _compared(CHECKLIST_PATH, subject, line, lines.get(item.item, {}))
    for name in lines.keys() - known:
        subject = subject_of(round_.fiscal_year, name)
        yield documents_differ(CHECKLIST_PATH, subject, "/items", "–", name)


def _checklist_round(round_: RoundEntry) -> dict[str, Any]:
    """What the checklist says of a round besides its items; of findings those of items."""
    names = ("fiscal_year", "scheme", "state", "as_of", "score", "filing_score", "adopted")
    whole = _values(round_)
    findings = [finding for item in whole["items"] for finding in item["findings"]]
    return {**{name: whole[name] for name in names}, "findings": findings}


def check_item(path: str, document: ItemDocument, index: Index) -> Iterator[Discrepancy]:
    """An item's own document; it names the item that its address names."""
    for round_, item in index.round_items():
        if path == item_json_path(round_.fiscal_year, item.item):
            subject = subject_of(round_.fiscal_year, item.item)
            # `pages` compares the texts of its sections with its page.
            expected = _values(item_document(item, round_, index, document.sections))
            yield from _compared(path, subject, expected, _values(document))


def check_ledger(ledger: LedgerDocument, index: Index) -> Iterator[Discrepancy]:
    """Files of the index whose bytes are others in the ledger, or that it says are withdrawn."""
    yield from _compared(LEDGER_PATH, "", _head(index), _values(ledger))
    years = [(round_.fiscal_year, round_.scheme) for round_ in index.rounds]
    named = [(round_.fiscal_year, round_.scheme) for round_ in ledger.rounds]
    if years != named:
        yield documents_differ(LEDGER_PATH, "", "/rounds", _listed(years), _listed(named))
    live = _live_hashes(ledger)
    for round_, item in index.round_items():
        for entry in evidence_of(item):
            file = (entry.url or "").rpartition("/")[2]
            hashes = live.get((round_.fiscal_year, item.item, file))
            if hashes is not None and entry.sha256 not in hashes:
                subject, params = subject_of(round_.fiscal_year, item.item), {"file": file}
                yield Discrepancy(check="ledger", path=LEDGER_PATH, subject=subject, params=params)


def check_about(
    path: str, document: PolicyDocument | EventsDocument, round_: RoundEntry, index: Index
) -> Iterator[Discrepancy]:
    """Whose rules or events these are, of which round and day; what they say is computed."""
    expected = {
        **_head(index),
        "scheme": round_.scheme,
        "fiscal_year": round_.fiscal_year,
        "as_of": round_.as_of.isoformat(),
    }
    yield from _compared(path, str(round_.fiscal_year), expected, _values(document))


def _live_hashes(ledger: LedgerDocument) -> dict[tuple[int, str, str], set[str]]:
    """SHA-256 by year, item and file, of the versions neither replaced nor withdrawn."""
    hashes: dict[tuple[int, str, str], set[str]] = {}
    for round_ in ledger.rounds:
        for file in round_.files:
            live = hashes.setdefault((round_.fiscal_year, file.item, file.file), set())
            if not file.replaced_by and not file.withdrawn:
                live.add(file.sha256)
    return hashes


def _head(index: Index) -> dict[str, Any]:
    """What documents say alike of the site."""
    return index.model_dump(mode="json", include={"version", "office", "mode"})


def _compared(path: str, subject: str, expected: Any, found: Any) -> Iterator[Discrepancy]:
    for difference in islice(differences(expected, found), MOST_REPORTED):
        yield documents_differ(
            path, subject, difference.place, difference.expected, difference.found
        )


def _listed(rounds: list[tuple[int, str]]) -> str:
    return ", ".join(f"{year} {scheme}" for year, scheme in rounds)


def _values(document: BaseModel) -> dict[str, Any]:
    return document.model_dump(mode="json")
