"""`oit add`: publishes a file, a link or a text, or a workbook as evidence of many periods."""

from collections.abc import Iterator
from pathlib import Path

import click

from oit.assessment.content import Entry, entries_of
from oit.catalog import Language, beside, both, say
from oit.commands.alone import working_alone
from oit.commands.documented import documented
from oit.commands.exits import reports_errors
from oit.commands.options import (
    for_option,
    item_argument,
    period_option,
    root_option,
)
from oit.commands.words import where_options
from oit.editing.record_edit import with_evidence
from oit.editing.year_plan import is_of_several
from oit.entry import prompts
from oit.entry.arrival import Arrival, arrival
from oit.entry.links import add_link, is_link
from oit.entry.prompts import FILE, Answers, ask_text
from oit.entry.selection import (
    Request,
    SelectedCell,
    SelectedItem,
    Session,
    open_session,
    select_requirement,
)
from oit.entry.sources import source_file
from oit.entry.texts import add_text
from oit.entry.transaction import (
    Draft,
    read_disclosed,
    tell_evidence_there,
    write_if_sound,
)
from oit.entry.year import YearBook, add_year, file_evidence, sheets_of
from oit.evidence.named_periods import names_others, periods_named
from oit.evidence.period_labels import labelled_periods
from oit.model.mandate import Requirement
from oit.records.evidence_names import evidence_name


@documented()
@item_argument
@click.argument("file", required=False)
@period_option
@for_option
@where_options
@click.option("--title", help=beside("add.title"))
@click.option("--text", "is_text", is_flag=True, help=beside("add.text"))
@click.option("--sample", is_flag=True, help=beside("add.sample"))
@click.option("--yes", is_flag=True, help=beside("add.yes"))
@click.option("--clean", is_flag=True, help=beside("add.clean"))
@root_option
@reports_errors
def add(
    root: Path,
    item: str | None,
    file: str | None,
    period: str | None,
    requirement: str | None,
    division: str | None,
    year: int | None,
    title: str | None,
    *,
    is_text: bool,
    sample: bool,
    yes: bool,
    clean: bool,
) -> None:
    """Publish a file, a link or a text, asking for what the arguments leave out."""
    request = Request(item, period, requirement, division, year)
    given = {"title": (title or "").strip(), "sample": "true" if sample else ""}
    details = {name: value for name, value in given.items() if value}
    answers = Answers(yes, clean)
    with open_session(root, working_alone(root)) as session:
        if not is_text and not is_link(file):
            _add_files(session, request, file, details, answers)
            return
        selected = session.select_item(request)
        cell = session.select_cell(selected, request, lambda _: True)
        if is_text:
            add_text(session, selected, cell, file, details, answers)
        else:
            add_link(session, selected, cell, (file or "").strip(), details)


def _add_files(
    session: Session,
    request: Request,
    file: str | None,
    details: dict[str, str],
    answers: Answers,
) -> None:
    selected = session.select_item(request)
    requirement = _periodic(selected, request) if file and not request.period else None
    arrived = requirement and _arrival(session, selected, requirement, file, answers)
    if requirement and arrived and is_of_several(sheets_of(arrived.facts), requirement):
        unit = session.select_owner(selected, requirement, request)
        add_year(session, selected, YearBook(arrived, requirement, unit, details), answers)
        return
    cell = session.select_cell(selected, request, lambda _: True)
    arrived = arrived or _arrival(session, selected, cell.requirement, file, answers)
    if is_of_several(sheets_of(arrived.facts), cell.requirement) and (
        answers.agreed or prompts.is_terminal()
    ):
        book = YearBook(arrived, cell.requirement, cell.unit, details)
        add_year(session, selected, book, answers)
        return
    _add_file(session, selected, cell, arrived, details)


def _periodic(selected: SelectedItem, request: Request) -> Requirement | None:
    """The requirement that is named, where a workbook may be of several of its periods."""
    if request.requirement is None:
        return None
    requirement = select_requirement(selected, request, lambda _: True)
    return requirement if requirement.asked else None


def _arrival(
    session: Session,
    selected: SelectedItem,
    requirement: Requirement,
    file: str | None,
    answers: Answers,
) -> Arrival:
    source = source_file(ask_text(file, FILE), session.root / selected.bundle.folder)
    return arrival(session, source, requirement.tables, answers)


def _add_file(
    session: Session,
    selected: SelectedItem,
    cell: SelectedCell,
    arrived: Arrival,
    details: dict[str, str],
) -> None:
    folder = selected.bundle.folder
    disclosed = read_disclosed(session, cell.unit)
    name = evidence_name(
        arrived.name, cell.requirement, cell.period, disclosed.evidence, selected.bundle.entries
    )
    evidence = file_evidence(session, cell, name, details)
    changed = with_evidence(disclosed, evidence, session.today)
    draft = Draft(cell.unit, changed, {name: arrived.data})
    click.echo(f"{arrived.name} → {folder}/{name}")
    _tell_name(cell, arrived.name)
    tell_evidence_there(disclosed, cell)
    for same in _same_content(selected, arrived):
        title, item = same.evidence.title, same.bundle.item
        click.echo(both("add.same-content", title=title, item=item))
    what = say("add.added", Language.TH, item=selected.id, title=evidence.title)
    write_if_sound(session, selected, draft, what)


def _tell_name(cell: SelectedCell, name: str) -> None:
    """Says so where the name that a file came with names other periods."""
    named = labelled_periods(name.rpartition(".")[0])
    if cell.period and names_others((cell.period,), named):
        for other in periods_named(named, cell.period):
            click.echo(both("add.other-name", file=name, named=other, period=cell.period))


def _same_content(selected: SelectedItem, arrived: Arrival) -> Iterator[Entry]:
    """The entries of the round that disclose the same file, or the same table."""
    for bundle in selected.round.bundles.values():
        for entry in entries_of(bundle):
            if entry.content == ("file", arrived.facts.content):
                yield entry
