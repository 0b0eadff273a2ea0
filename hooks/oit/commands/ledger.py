"""`oit ledger`: records which files were published, and why some of them are gone."""

from collections.abc import Iterable
from pathlib import Path

import click

from oit.catalog import beside, both
from oit.commands.alone import works_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import root_option
from oit.commands.progress import says_when_slow
from oit.commands.sites import require_readable
from oit.commands.words import FISCAL_YEAR
from oit.editing.ledger import (
    Resolutions,
    ledger_json,
    missing_files,
    updated_ledger,
    with_history,
)
from oit.entry.refusals import could_not_run
from oit.model.written_words import read_item
from oit.records.load import load_site
from oit.system.cache import NO_CACHE, open_cache
from oit.system.environment import read_environment
from oit.system.evidence_cache import EvidenceInspector
from oit.system.git import History
from oit.system.witness import WitnessReader
from oit.system.writing import write_files


@documented()
@click.option(
    "--replaced", nargs=2, multiple=True, metavar="OLD NEW", help=beside("ledger.replaced")
)
@click.option(
    "--withdrawn", nargs=2, multiple=True, metavar="FILE REASON", help=beside("ledger.withdrawn")
)
@click.option("--year", type=FISCAL_YEAR, help=beside("ledger.year"))
@root_option
@reports_errors
@works_alone
@says_when_slow
def ledger(
    root: Path,
    replaced: tuple[tuple[str, str], ...],
    withdrawn: tuple[tuple[str, str], ...],
    year: int | None,
) -> None:
    """Record in `ledger.json` what was published, and what became of it."""
    today = read_environment().today.day
    new_names = {old: _item_and_file(new)[1] for old, new in _by_file(replaced).items()}
    settled = Resolutions(replaced=new_names, withdrawn=_by_file(withdrawn))
    # Every file is hashed again: a hash that is recorded must be that of the published bytes.
    with EvidenceInspector.rereading(open_cache()) as inspect:
        site = WitnessReader(History(root), NO_CACHE)(load_site(root, inspect=inspect))
    require_readable(site, "/round.yml", "/mandate.yml", "/ledger.json")
    rounds = [
        with_history(round_, today)
        for round_ in site.rounds
        if year in (None, round_.fiscal_year) and round_.policy.opens <= today
    ]
    stored = {round_.folder: len(round_.ledger) for round_ in site.rounds}
    ledgers = {round_.folder: updated_ledger(round_, today, settled) for round_ in rounds}
    write_files(
        root,
        {
            f"{folder}/ledger.json": ledger_json(entries).encode()
            for folder, entries in ledgers.items()
        },
    )
    for round_ in rounds:
        entries = ledgers[round_.folder]
        added = len(entries) - stored[round_.folder]
        click.echo(f"{round_.folder}/ledger.json: {beside('ledger.added', count=added)}")
        if round_.witness:
            click.echo(f"  {beside('ledger.only-when')}")
        for entry in missing_files(round_, entries, today):
            file, year_ = f"{entry.item}/{entry.file}", round_.fiscal_year
            click.echo(f"  {beside('ledger.vanished', file=file, year=year_)}")


def _by_file(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The second of each pair of an option, by item and file of the first."""
    return {_item_and_file(name): value for name, value in pairs}


def _item_and_file(name: str) -> tuple[str, str]:
    """`O15` and `summary.csv` of `O15/summary.csv`."""
    item, _, file = name.partition("/")
    if not file:
        could_not_run(both("ledger.no-item", name=name))
    return read_item(item) or item, file
