"""`oit clean`: removes from files what their readers do not see, and says what that was."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oit.catalog import Language, beside, both, say
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import EXISTING_FILE, site_of
from oit.entry.refusals import could_not_run
from oit.entry.replaced import with_words
from oit.escaping import encodable
from oit.evidence.concealed import Part, is_refused
from oit.evidence.inspect import extension
from oit.records import RECORDS
from oit.system.environment import read_environment
from oit.system.keeping import write_bytes
from oit.system.writing import write_files
from oit.wording.inside_files import part_words

if TYPE_CHECKING:  # heavy, and only needed where a file is cleaned
    from oit.evidence.clean import Cleaned

NOT_CLEAN = 1
"""Exit status where something is left, or was found by `--check`."""


@documented()
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE, metavar="FILE...")
@click.option("--check", "only_lists", is_flag=True, help=beside("clean.check"))
@reports_errors
def clean(files: tuple[Path, ...], only_lists: bool) -> None:  # noqa: FBT001 -- click calls it
    """Remove from files what their readers do not see, all or none; or list it."""
    if only_lists:
        results = {file: _cleaned(file) for file in files}
        found = {file: (*cleaned.removed, *cleaned.left) for file, cleaned in results.items()}
        for file, parts in found.items():
            _tell(file, beside("clean.found"), parts)
        sys.exit(NOT_CLEAN if any(found.values()) else 0)
    results = _clean_all(files)
    for file, cleaned in results.items():
        _tell(file, beside("clean.removed"), cleaned.removed)
        if cleaned.left:
            _tell(file, beside("clean.left"), cleaned.left)
    if any(is_refused(part) for cleaned in results.values() for part in cleaned.left):
        sys.exit(NOT_CLEAN)


def _tell(file: Path, what: str, parts: Iterable[Part]) -> None:
    """What was found in a file, removed or left, a line each."""
    listed = list(parts)
    if not listed:
        click.echo(encodable(f"{file}: {beside('clean.nothing')}"))
        return
    click.echo(encodable(f"{file}: {what}"))
    for part in listed:
        words = (part_words(part, language) for language in (Language.TH, Language.EN))
        click.echo(encodable("  - {} / {}".format(*words)))


def _clean_all(files: tuple[Path, ...]) -> "dict[Path, Cleaned]":
    """Cleans all files or none, alone in each site that has one of them among its records."""
    sites = {file: _site_of_record(file) for file in files}
    with ExitStack() as alone:
        for site in sorted({site for site in sites.values() if site}):
            alone.enter_context(working_alone(site))
        cleaned = {file: _cleaned(file) for file in files}
        for root, of_site in groupby(sorted(files, key=lambda file: str(sites[file])), sites.get):
            _write(root, {file: cleaned[file].data for file in of_site})
    return cleaned


def _site_of_record(file: Path) -> Path | None:
    """The root of the site that has a file among its records; `None` for any other file."""
    root = site_of(file.absolute().parent)
    return root if root and (root / RECORDS) in file.absolute().parents else None


def _cleaned(file: Path) -> "Cleaned":
    from oit.evidence.clean import clean as cleaned  # heavy, and only needed here
    from oit.evidence.faults import FileFault

    result = cleaned(file.read_bytes(), extension(file.name))
    if isinstance(result, FileFault):
        could_not_run(both("clean.not-cleaned", file=file.name))
    return result


def _write(root: Path | None, cleaned: Mapping[Path, bytes]) -> None:
    """Those of a site all together, with a word on why they changed; others one by one."""
    if root:
        reason = say("clean.reason", Language.TH)
        write_files(root, with_words(root, cleaned, reason, read_environment()))
        return
    for file, data in cleaned.items():
        write_bytes(file, data)
