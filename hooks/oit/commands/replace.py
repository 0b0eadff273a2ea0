"""`oit replace`: puts a corrected file in the place of a published one, and writes down why."""

from pathlib import Path

import click

from oit.catalog import Language, beside, both, say
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import item_argument, root_option
from oit.commands.words import year_option
from oit.editing.choices import file_choices
from oit.editing.record_edit import names_file, updated_on, with_replaced
from oit.entry.prompts import NEW_FILE, OLD_FILE, WHY, ask_text, choose
from oit.entry.selection import Request, SelectedItem, Session, open_session
from oit.entry.sources import source_bytes, source_file
from oit.entry.transaction import Draft, read_disclosed, write_if_sound
from oit.evidence.inspect import extension
from oit.model.record import Part, Record, Replaced
from oit.records.site import Unit


@documented()
@item_argument
@click.argument("file", required=False)
@click.argument("newfile", required=False)
@click.option("--reason", help=beside("replace.reason"))
@year_option
@root_option
@reports_errors
def replace(
    root: Path,
    item: str | None,
    file: str | None,
    newfile: str | None,
    reason: str | None,
    year: int | None,
) -> None:
    """Put a corrected file in the place of a published one, and write down why."""
    with open_session(root, working_alone(root)) as session:
        selected = session.select_item(Request(item, year=year))
        name = choose(file, file_choices(selected.bundle), OLD_FILE).id
        _replace(session, selected, name, newfile, reason)


def _replace(
    session: Session, selected: SelectedItem, name: str, newfile: str | None, reason: str | None
) -> None:
    folder = selected.bundle.folder
    source = source_file(ask_text(newfile, NEW_FILE), session.root / folder)
    _require_other_content(session, selected, name, source)
    replaced = Replaced(
        reason=ask_text(reason, WHY), sha256=selected.bundle.facts[name].sha256, date=session.today
    )
    draft = _draft(session, selected, name, source, replaced)
    click.echo(f"{source.name} → {folder}/{name}")
    values = {"item": selected.id, "file": name, "reason": replaced.reason}
    what = say("replace.replaced", Language.TH, **values)
    write_if_sound(session, selected, draft, what)


def _require_other_content(
    session: Session, selected: SelectedItem, name: str, source: Path
) -> None:
    """Another type would need another name, and the same bytes would need no reason."""
    if extension(source.name) != extension(name):
        kind = extension(name)
        could_not_run(both("replace.other-type", new=source.name, file=name, extension=kind))
    if session.inspect(source, ())().sha256 == selected.bundle.facts[name].sha256:
        could_not_run(both("replace.same-bytes", new=source.name))


def _draft(
    session: Session, selected: SelectedItem, name: str, source: Path, replaced: Replaced
) -> Draft:
    """All records and parts that name the file, each with its word."""
    is_same = session.inspect(source, ())().content == selected.bundle.facts[name].content
    changed: dict[str, Record | Part] = {}
    units: list[Unit] = []
    for unit in selected.bundle.units:
        disclosed = read_disclosed(session, unit) if name in unit.named_files else unit.disclosed
        if names_file(disclosed, name):
            units.append(unit)
            told = with_replaced(disclosed, name, replaced)
            changed[unit.place.file] = told if is_same else updated_on(told, session.today)
    first = changed.pop(units[0].place.file)
    return Draft(units[0], first, {name: source_bytes(source)}, changed)
