"""Changing a record: assessed beside the site first, and written only where it breaks nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

import click

from oit.assessment.assess import assess
from oit.assessment.result import Assessment, ItemAssessment, UnitAssessment
from oit.catalog import beside, both
from oit.editing.front_matter import read_valid_record, rewritten
from oit.editing.new_section import NewSection, with_section
from oit.editing.preview import item_of, item_summary, new_faults, new_notices, round_of
from oit.editing.record_edit import evidence_for, title_of
from oit.entry.refusals import ADDS_FAULTS, RefusedError
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.model.record import Part, Record
from oit.records.load import load_site
from oit.records.site import Unit
from oit.system.writing import staged_site, write_files
from oit.wording.gate_text import findings_text


@dataclass(frozen=True, slots=True)
class Draft:
    """A record or part as it is to become, and files to put beside it, by name."""

    unit: Unit
    disclosed: Record | Part
    files: Mapping[str, bytes]
    others: Mapping[str, Record | Part] = field(default_factory=dict)
    """Other records and parts of the item that change with it, by path."""
    section: NewSection | None = None
    """A text that is put at the end of the record or part."""


def read_disclosed(session: Session, unit: Unit) -> Record | Part:
    """What a record or part discloses; ends with status 1 and its findings if it is unreadable."""
    data = (session.root / unit.place.file).read_bytes()
    disclosed, findings = read_valid_record(unit.place.file, data)
    if disclosed is None:
        _refuse(findings_text(findings, session.vocabulary, session.environment.language))
    return disclosed


def assess_draft(session: Session, selected: SelectedItem, draft: Draft) -> Assessment:
    """The assessment after the change; ends with status 1 where the change adds faults."""
    after = assessed_with(session, selected, _changes(session, draft))
    faults = new_faults(_item(session.before, selected), _item(after, selected))
    if faults:
        _refuse(findings_text(faults, session.vocabulary, session.environment.language))
    return after


def assessed_with(
    session: Session,
    selected: SelectedItem,
    written: Mapping[str, bytes],
    removed: Iterable[str] = (),
) -> Assessment:
    """The item's round with files written and others removed, judged beside the site."""
    with staged_site(session.root, selected.bundle.folder, written) as stage:
        for name in removed:
            (stage / name).unlink()
        site = load_site(stage, session.root, session.inspect)
        return assess(session.witnessed(site), session.environment.today)


def write_draft(
    session: Session, selected: SelectedItem, draft: Draft, after: Assessment, what: str
) -> None:
    """Write the change, and print what was written, the status of the item, and the next step."""
    changes = _changes(session, draft)
    write_files(session.root, changes)
    click.echo(f"{beside('oit.written')}: {what}")
    click.echo("\n".join(f"  {name}" for name in sorted(changes)))
    notices = new_notices(_item(session.before, selected), _item(after, selected))
    if notices:
        click.echo(findings_text(notices, session.vocabulary, session.environment.language))
    round_ = round_of(after, selected.round.fiscal_year)
    click.echo(item_summary(round_, _item(after, selected), session.today, session.vocabulary))
    click.echo(both("entry.next"))


def write_if_sound(session: Session, selected: SelectedItem, draft: Draft, what: str) -> None:
    """Judge the change and write it; ends with status 1 where it adds faults."""
    write_draft(session, selected, draft, assess_draft(session, selected, draft), what)


def tell_evidence_there(disclosed: Record | Part, cell: SelectedCell) -> None:
    """Say which evidence a period has already, which stays."""
    for entry in evidence_for(disclosed, cell.requirement, cell.period) if cell.period else ():
        click.echo(both("add.is-there", title=entry.title))


def entry_fields(
    session: Session, cell: SelectedCell, details: Mapping[str, str]
) -> dict[str, object]:
    """The fields of an entry for a cell, published today; `details` has those that were given."""
    title = title_of(cell.requirement, cell.period)
    return {**cell.fields, "title": title, "published": session.today, **details}


def assessed_unit(assessment: Assessment, selected: SelectedItem, unit: Unit) -> UnitAssessment:
    """The assessment of a record or part."""
    units = _item(assessment, selected).units
    return next(assessed for assessed in units if assessed.unit.place.file == unit.place.file)


def _item(assessment: Assessment, selected: SelectedItem) -> ItemAssessment:
    return item_of(assessment, selected.round.fiscal_year, selected.id)


def _changes(session: Session, draft: Draft) -> dict[str, bytes]:
    """The bytes of all files to write, by path from the root."""
    file = draft.unit.place.file
    folder = file.rpartition("/")[0]
    others = {path: _rewritten(session, path, record) for path, record in draft.others.items()}
    own = _rewritten(session, file, draft.disclosed)
    return {
        file: with_section(own, draft.section) if draft.section else own,
        **others,
        **{f"{folder}/{name}": data for name, data in draft.files.items()},
    }


def _rewritten(session: Session, path: str, disclosed: Record | Part) -> bytes:
    return rewritten((session.root / path).read_bytes(), disclosed)


def _refuse(reason: str) -> NoReturn:
    raise RefusedError(f"{reason}\n\n{beside('entry.not-written')}", ADDS_FAULTS)
