"""Whether the published files are those that the ledger says stand."""

from collections.abc import Iterator

from oit.outputs.contract import Index
from oit.outputs.contract_ledger import Ledger
from oit.verification.targets import evidence_of
from oit.verification.values import Discrepancy


def check_ledger(path: str, ledger: Ledger | None, index: Index) -> Iterator[Discrepancy]:
    """Files that stand in the ledger with other bytes, or that it calls taken back."""
    standing = _standing(ledger) if ledger else {}
    for round_ in index.rounds:
        for item in round_.items:
            for entry in evidence_of(item):
                name = (entry.url or "").rpartition("/")[2]
                hashes = standing.get((round_.fiscal_year, item.item, name))
                if hashes is not None and entry.sha256 not in hashes:
                    subject = f"{round_.fiscal_year}/{item.item}"
                    params = {"file": name}
                    yield Discrepancy(check="ledger", path=path, subject=subject, params=params)


def _standing(ledger: Ledger) -> dict[tuple[int, str, str], set[str]]:
    """The hash of each file of the ledger; none where it is closed."""
    found: dict[tuple[int, str, str], set[str]] = {}
    for round_ in ledger.rounds:
        for one in round_.files:
            hashes = found.setdefault((round_.fiscal_year, one.item, one.file), set())
            if not one.replaced_by and not one.withdrawn:
                hashes.add(one.sha256)
    return found
