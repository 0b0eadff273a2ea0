"""`oit zip`: the site of the last commit in one file, for a web server without a forge's pages."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED

import click

from oit.catalog import beside, both
from oit.commands.alone import works_alone
from oit.commands.build import build_site
from oit.commands.deployable import day_of, obstacles_to_publishing
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.indexes import index_at
from oit.commands.options import FILE, root_option
from oit.commands.progress import says_when_slow
from oit.commands.sites import cached_site
from oit.entry.refusals import could_not_run
from oit.system.built_files import built_files
from oit.system.git import History
from oit.system.journal import SITE
from oit.system.keeping import write_bytes
from oit.system.writing import write_changes
from oit.system.zipping import zipped


@documented("zip")
@click.option("--output", type=FILE, help=beside("options.output"))
@root_option
@reports_errors
@works_alone
@says_when_slow
def zip_site(root: Path, output: Path | None) -> None:
    """Build the site and pack it into one file."""
    commit = _committed(History(root))
    if status := build_site(root, OIT_COMMIT=commit):
        sys.exit(status)
    folder = root / SITE
    records = cached_site(root)
    today = day_of(records)
    if obstacles := obstacles_to_publishing(index_at(str(folder)), records, commit, today):
        click.echo("\n".join([both("zip.not-packed"), *obstacles]), err=True)
        sys.exit(1)
    packed = zipped(dict(built_files(folder)), ZIP_DEFLATED)
    name = f"oit-site-{commit[:12]}.zip"
    if output:
        write_bytes(output, packed)
    else:
        write_changes(root, {name: packed}, ())
    file = output.name if output else name
    click.echo(both("zip.packed", file=file, commit=commit, day=today))


def _committed(history: History) -> str:
    """The commit that is checked out; ends with status 2 where files differ from it."""
    if changed := [*history.uncommitted(), *history.ignored("docs", "oit_items")]:
        could_not_run(both("zip.uncommitted", count=len(changed), file=changed[0]))
    return history.head()
