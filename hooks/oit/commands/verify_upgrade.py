"""`oit verify-upgrade`: a request that takes a newer engine holds what that engine writes, no more.

Run by the newer engine, in the request's own commit, after its owner has approved that it may run.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click
from msgspec.structs import replace

from oit.assessment.result import Today
from oit.catalog import beside, both
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import root_option
from oit.commands.progress import says_when_slow
from oit.commands.upgrade import Upgrade, upgrade_of
from oit.editing.migrations.plan import SETTINGS
from oit.entry.refusals import could_not_run
from oit.escaping import for_forge_log
from oit.findings import DocumentError
from oit.records.settings import parse_settings
from oit.records.strict_yaml import decode
from oit.system.engine import version
from oit.system.environment import Environment, read_environment
from oit.system.git import History
from oit.system.git_objects import Entry, blob_id

_FILE = "100644"
_MOST_SHOWN = 50


@documented("verify-upgrade")
@click.argument("base")
@root_option
@reports_errors
@says_when_slow
def verify_upgrade(root: Path, base: str) -> None:
    """Say whether the commit that is checked out holds what an upgrade writes."""
    history = History(root)
    begun, head = history.start_of_change(base), history.head()
    _refuse_outdated(history, base, begun)
    with tempfile.TemporaryDirectory() as folder:
        before = history.entries(begun)
        office = history.export_whole(begun, Path(folder))
        names = [entry.path.removeprefix(history.prefix()) for entry in before]
        with working_alone(office):
            made = upgrade_of(office, names, _on_the_day(history, head))
    found = list(_astray(made, before, history.entries(head), history.prefix()))
    if found:
        heading = both("upgrade.not-its-result")
        click.echo(for_forge_log("\n".join([heading, *found[:_MOST_SHOWN]])))
        sys.exit(1)
    click.echo(both("upgrade.its-result", version=version()))


def _refuse_outdated(history: History, base: str, begun: str) -> None:
    """End with status 2 where the base has gone on: its newer records were not migrated."""
    if not history.is_at(base, begun):
        could_not_run(both("upgrade.outdated", base=base))


def _on_the_day(history: History, head: str) -> Environment:
    """Today is the day that the upgrade has written into the settings; it is not in the future."""
    environment = read_environment()
    try:
        settings = parse_settings(decode(history.content(head, SETTINGS)))
        day = date.fromisoformat(settings.ours.values["upgraded"]["date"])
    except (DocumentError, KeyError, TypeError, ValueError):
        return environment
    if day > environment.today.day:
        could_not_run(both("upgrade.other-day", file=SETTINGS))
    return replace(environment, today=Today(day, is_set=True))


def _astray(
    made: Upgrade, before: tuple[Entry, ...], after: tuple[Entry, ...], prefix: str
) -> Iterator[str]:
    """Files that are other than the upgrade leaves them, in both languages, by path."""
    there = {entry.path: entry for entry in after}
    expected = _expected(made, before, prefix)
    for path in sorted(expected.keys() | there.keys()):
        wanted, found = expected.get(path), there.get(path)
        if found is None:
            yield f"  {path!a}: {beside('upgrade.file-missing')}"
        elif wanted is None:
            yield f"  {path!a}: {beside('upgrade.file-foreign')}"
        elif found != wanted:
            yield f"  {path!a}: {beside('upgrade.file-differs')}"


def _expected(made: Upgrade, before: tuple[Entry, ...], prefix: str) -> Mapping[str, Entry]:
    """What the upgrade makes of the files before, as Git would keep them."""
    kept = {entry.path: entry for entry in before}
    for path in made.plan.removed:
        kept.pop(f"{prefix}{path}", None)
    for path, data in made.changes.items():
        whole = f"{prefix}{path}"
        mode = kept[whole].mode if whole in kept else _FILE
        kept[whole] = Entry(mode, blob_id(data, len(before[0].object_id)), whole)
    return kept
