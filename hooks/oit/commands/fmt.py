"""`oit fmt`: rewrites the fields of records and parts in their order and by one rule."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from oit.catalog import beside, both
from oit.commands.alone import works_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import root_option
from oit.editing.front_matter import Formatted, formatted
from oit.records import RECORDS
from oit.system.environment import read_environment
from oit.system.writing import write_files
from oit.wording.gate_text import findings_text
from oit.wording.vocabulary import Vocabulary


@documented()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help=beside("options.check"))
@root_option
@reports_errors
@works_alone
def fmt(root: Path, paths: tuple[Path, ...], *, check: bool) -> None:
    """Format records, all or none; or only look."""
    files = {name: (root / name).read_bytes() for name in _records(root, paths)}
    results = {name: formatted(name, data) for name, data in files.items()}
    changed = {name: result.data for name, result in results.items() if result.data != files[name]}
    if unreadable := _unreadable(results.values()):
        _refuse(unreadable)
    if not check:
        write_files(root, changed)
    done = beside("fmt.to-format") if check else beside("fmt.formatted")
    for name in changed:
        click.echo(f"{name}: {done}")
    click.echo(both("fmt.sum", read=len(files), changed=len(changed)))
    sys.exit(1 if check and changed else 0)


def _refuse(unreadable: str) -> NoReturn:
    """End with status 1: all is formatted, or nothing."""
    click.echo(unreadable, err=True)
    click.echo(both("fmt.refused"), err=True)
    sys.exit(1)


def _records(root: Path, paths: tuple[Path, ...]) -> list[str]:
    """Records and parts by path from the root: all, or those that are or lie under `paths`."""
    records = sorted((root / RECORDS).glob("*/O[0-9][0-9]/*.md"))
    wanted = [path.resolve() for path in paths]
    return [
        path.relative_to(root).as_posix()
        for path in records
        if path.is_file() and not path.is_symlink() and (not paths or _is_under(path, wanted))
    ]


def _is_under(path: Path, wanted: Iterable[Path]) -> bool:
    resolved = path.resolve()
    return any(resolved == target or target in resolved.parents for target in wanted)


def _unreadable(results: Iterable[Formatted]) -> str:
    """The findings of records that could not be read, and so were not formatted."""
    language = read_environment().language
    vocabulary = Vocabulary({}, {})  # these findings name no item and no division
    return "\n\n".join(
        findings_text(result.findings, vocabulary, language)
        for result in results
        if result.findings
    )
