"""`oit build`: builds the site into `site/`. Whatever goes wrong, the last good site stays."""

import codecs
import locale
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from oit.catalog import beside, both
from oit.commands.alone import working_alone
from oit.commands.cli import INTERRUPTED
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.in_process import run_as_program, status_of
from oit.commands.options import root_option
from oit.commands.progress import says_when_slow
from oit.entry.refusals import COULD_NOT_RUN
from oit.system.folders import put_in_place
from oit.system.journal import REHEARSAL, SITE
from oit.system.locking import PART_OF
from oit.system.workspace import Workspace


@documented()
@click.option("--rehearsal", is_flag=True, help=beside("build.rehearsal"))
@root_option
@reports_errors
@says_when_slow
def build(root: Path, *, rehearsal: bool) -> None:
    """Build the site if the gate passes."""
    if rehearsal:
        sys.exit(build_site(root, REHEARSAL, OIT_REHEARSAL="1"))
    sys.exit(build_site(root))


def build_site(root: Path, name: str = SITE, **variables: str) -> int:
    """Build beside the site's folder, then let the two change places; returns the exit status.

    `variables` are set for the build alone, such as `OIT_COMMIT`. Raises as `alone_in`, save for
    what the disk refuses.
    """
    try:
        with working_alone(root) as workspace:
            status = _build(root, name, workspace, variables)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        click.echo(both("build.not-in-place", why=error.strerror or ""), err=True)
        status = COULD_NOT_RUN
    if status == INTERRUPTED:
        click.echo(both("build.interrupted"), err=True)
    return status


def _build(root: Path, name: str, workspace: Workspace, variables: Mapping[str, str]) -> int:
    new = workspace.temporary()
    status = run_mkdocs(root, new, {PART_OF: workspace.name, **variables})
    if status == 0:
        put_in_place(workspace, new, name)
        click.echo(both("build.built", folder=name))
    return status


def run_mkdocs(root: Path, folder: Path, variables: Mapping[str, str]) -> int:
    """Let MkDocs build into a folder, with every warning an error; returns its exit status.

    In this process: another one would start Python and load the engine once more, a tenth of a
    small build. Raises `KeyboardInterrupt`.
    """
    words = ("mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder))
    given = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **os.environ, **variables}
    if not _reads_utf8():
        command = [sys.executable, "-m", *words]
        return subprocess.run(command, cwd=root, env=given, check=False).returncode
    with run_as_program(root, words, given):
        return status_of("mkdocs.__main__", "cli")


def _reads_utf8() -> bool:
    """Whether this Python takes texts for UTF-8, as MkDocs and what it loads leave to it.

    On some systems it does so only if it is told before it starts.
    """
    return codecs.lookup(locale.getpreferredencoding(do_setlocale=False)).name == "utf-8"
