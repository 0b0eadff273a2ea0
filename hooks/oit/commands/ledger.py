"""`oit ledger`: record what was published, and what became of what is gone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from oit.commands.options import could_not_run, explained, root_option
from oit.editing.ledger import Resolutions, ledger_json, missing_files, updated_ledger
from oit.records.load import load_site
from oit.records.site import Round
from oit.system.environment import read_environment
from oit.system.evidence_cache import EvidenceInspector, cache_folder
from oit.system.writing import write_together


@click.command()
@click.option(
    "--replaced",
    nargs=2,
    multiple=True,
    metavar="OLD NEW",
    help="ไฟล์เดิมและไฟล์ที่มาแทน เช่น O15/a.csv O15/b.csv (a file, and the one in its place).",
)
@click.option(
    "--withdrawn",
    nargs=2,
    multiple=True,
    metavar="FILE REASON",
    help="ไฟล์ที่ถอนและเหตุผล (a file that was taken back, and why).",
)
@click.option("--year", type=int, help="เฉพาะรอบปีงบประมาณนี้ (only this fiscal year, B.E.).")
@root_option
@explained
def ledger(
    root: Path,
    replaced: tuple[tuple[str, str], ...],
    withdrawn: tuple[tuple[str, str], ...],
    year: int | None,
) -> None:
    """บันทึกไฟล์ที่เผยแพร่แล้วลงทะเบียน ledger.json (record what was published)."""
    today = read_environment().today.day
    new_names = {old: _named(new)[1] for old, new in _by_name(replaced)}
    resolutions = Resolutions(replaced=new_names, withdrawn=dict(_by_name(withdrawn)))
    with EvidenceInspector.rereading(cache_folder()) as inspect:
        site = load_site(root, inspect=inspect)
    rounds = [one for one in site.rounds if year in (None, one.fiscal_year)]
    opened = [one for one in rounds if one.policy.opens <= today]
    ledgers = {round_.folder: updated_ledger(round_, today, resolutions) for round_ in opened}
    write_together(
        root,
        {f"{one}/ledger.json": ledger_json(found).encode() for one, found in ledgers.items()},
    )
    for round_ in opened:
        entries = ledgers[round_.folder]
        added = len(entries) - len(round_.ledger)
        click.echo(f"{round_.folder}/ledger.json: บันทึกเพิ่ม {added} ไฟล์ ({added} added)")
        for entry in missing_files(round_, entries, today):
            click.echo(f"  {_gone(entry.item, entry.file, round_)}")


def _by_name(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    for name, value in pairs:
        yield _named(name), value


def _named(name: str) -> tuple[str, str]:
    """Item and file of `O15/summary.csv`."""
    item, _, file = name.partition("/")
    if not file:
        could_not_run(
            f"โปรดระบุไฟล์เป็น ข้อ/ชื่อไฟล์ เช่น O15/summary-2025-03.csv แทน “{name}”\n"
            "[EN] Name a file by its item: O15/summary-2025-03.csv"
        )
    return item, file


def _gone(item: str, file: str, round_: Round) -> str:
    return (
        f"ไม่พบไฟล์ {item}/{file} ของรอบ {round_.fiscal_year} แล้ว โปรดระบุ --replaced หรือ --withdrawn "
        f"(gone: say what became of it)"
    )
