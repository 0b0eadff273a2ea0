"""What a closed round has published stays as it was; a closed newest round needs a successor."""

from collections.abc import Iterator

from oit.assessment.rules.located import finding_at
from oit.findings import Finding, Kind, Place
from oit.model.ledger import LedgerEntry
from oit.model.record import FileEvidence
from oit.records.site import Round


def check_ledger(round_: Round) -> Iterator[Finding]:
    """Files of the ledger that vanished from a closed round, or are no longer the same."""
    for number, entry in enumerate(round_.ledger):
        if entry.is_live:
            yield from _check_entry(round_, number, entry)


def _check_entry(round_: Round, number: int, entry: LedgerEntry) -> Iterator[Finding]:
    bundle = round_.bundles.get(entry.item)
    listed = [
        evidence
        for unit in (bundle.units if bundle else ())
        for evidence in unit.disclosed.evidence
        if isinstance(evidence, FileEvidence) and evidence.file == entry.file
    ]
    facts = bundle.facts.get(entry.file) if bundle else None
    if bundle and bundle.has_unknown_entries and not listed:
        return  # an entry that cannot be read may name it
    if not listed or not facts:
        yield _finding(round_, number, entry, "ledger-vanished", "file")
    elif facts.sha256 != entry.sha256:
        yield _finding(round_, number, entry, "ledger-changed", "sha256")
    elif round_.witness:
        return  # the history says since when, whatever date is written now
    elif entry.first_published not in {evidence.published for evidence in listed}:
        yield _finding(round_, number, entry, "ledger-redated", "first_published")


def _finding(round_: Round, number: int, entry: LedgerEntry, rule: str, field: str) -> Finding:
    place = Place(f"{round_.folder}/ledger.json", fiscal_year=round_.fiscal_year, item=entry.item)
    return finding_at(
        place,
        round_.ledger_document,
        rule,
        ("files", number, field),
        found=entry.file,
        expected=entry.first_published,
    )


def check_newest_round(newest: Round) -> Iterator[Finding]:
    """The finding that the newest round has closed. The caller knows that it has."""
    year, closes = newest.fiscal_year, newest.policy.closes
    place = Place(f"{newest.folder}/round.yml", Kind.STALE, fiscal_year=year)
    yield finding_at(
        place,
        newest.policy_document,
        "round-closed",
        ("closes",),
        found=closes,
        year=year,
        next=year + 1,
    )
