"""`oit schemas` and `oit codeowners`: files of the repository that are generated from others."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from oit.catalog import beside, both
from oit.commands.alone import works_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.editing.editor_schemas import editor_schemas
from oit.editing.office import Engine
from oit.entry.refusals import could_not_run
from oit.forge.codeowners import CODEOWNERS
from oit.forge.codeowners import codeowners as codeowners_text
from oit.system.engine import frame, wheel
from oit.system.writing import write_changes

check_option = click.option("--check", is_flag=True, help=beside("options.check"))


@documented()
@check_option
@root_option
@reports_errors
@works_alone
def schemas(root: Path, *, check: bool) -> None:
    """Write the JSON Schemas for editors, from the models; or only look."""
    _generate(root, editor_schemas(), "oit schemas", check=check)


@documented()
@check_option
@root_option
@reports_errors
@works_alone
def codeowners(root: Path, *, check: bool) -> None:
    """Write who approves what, from the divisions; or only look."""
    site = cached_site(root)
    if site.policy is None or not site.divisions or not site.rounds:
        could_not_run(both("generated.unread"))
    files = {CODEOWNERS: codeowners_text(site).encode()}
    _generate(root, files, "oit codeowners", check=check)


def _generate(root: Path, files: Mapping[str, bytes], command: str, *, check: bool) -> None:
    """Write the files that differ, by path from the root; `check` ends with status 1 instead."""
    different = differing(root, files)
    if not check:
        write_changes(root, different, ())
    told = beside("generated.out-of-step", command=command) if check else beside("oit.written")
    for name in different:
        click.echo(f"{name}: {told}")
    if not different:
        click.echo(f"{' '.join(files)}: {beside('generated.in-step')}")
    sys.exit(1 if check and different else 0)


def differing(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the files, by path from the root, that are not there with these bytes."""
    return {
        name: data
        for name, data in files.items()
        if not (root / name).is_file() or (root / name).read_bytes() != data
    }


def engine_here() -> Engine:
    """What an office takes from the engine that runs."""
    built = wheel()
    return Engine(frame(), built.name, built.data, built.sha256)
