"""A record as it is to become: judged beside the site, and refused where it breaks anything."""

from collections.abc import Iterable, Mapping
from typing import NoReturn

from msgspec import Struct, field

from oit.assessment.assess import assess_beside
from oit.assessment.result import Assessment, ItemAssessment
from oit.catalog import Language, beside, both, say
from oit.editing.front_matter import read_valid_record, rewritten
from oit.editing.new_section import NewSection, with_section
from oit.editing.preview import item_of, new_faults
from oit.editing.record_edit import evidence_for, title_of, with_evidence
from oit.entry.refusals import ADDS_FAULTS, RefusedError
from oit.entry.selection import SelectedCell, SelectedItem, Session
from oit.findings import Finding
from oit.model.record import Evidence, Part, Record
from oit.records.disk import Disk
from oit.records.other_bundles import with_bundles
from oit.records.site import Unit
from oit.system.writing import staged_folder
from oit.wording.gate_text import findings_text


class Draft(Struct, frozen=True):
    """A record or part as it is to become, and files to put beside it, by name."""

    selected: SelectedItem
    unit: Unit
    disclosed: Record | Part
    what: str
    """What is entered, in Thai."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    others: Mapping[str, Record | Part] = field(default_factory=dict)
    """Other records and parts of the item that change with it, by path."""
    section: NewSection | None = None
    """A text that is put at the end of the record or part."""


def read_disclosed(session: Session, unit: Unit) -> Record | Part:
    """What a record or part discloses. Raises `RefusedError` with its findings if unreadable."""
    disclosed, findings = read_valid_record(unit.place.file, session.read(unit.place.file))
    if disclosed is None:
        _refuse(session, findings)
    return disclosed


def entry_fields(
    session: Session, cell: SelectedCell, details: Mapping[str, str]
) -> dict[str, object]:
    """The fields of an entry for a cell, published today; `details` has those that were given."""
    title = title_of(cell.requirement, cell.period)
    return {**cell.fields, "title": title, "published": session.today, **details}


def tell_evidence_there(session: Session, disclosed: Record | Part, cell: SelectedCell) -> None:
    """Say which evidence a period has already, which stays."""
    for entry in evidence_for(disclosed, cell.requirement, cell.period) if cell.period else ():
        session.tell(both("add.is-there", title=entry.title))


def with_entry(
    session: Session, selected: SelectedItem, unit: Unit, disclosed: Record | Part, new: Evidence
) -> Draft:
    """The draft of a record or part with one more entry."""
    what = say("add.added", Language.TH, item=selected.id, title=new.title)
    return Draft(selected, unit, with_evidence(disclosed, new, session.today), what)


def changes_of(session: Session, draft: Draft) -> dict[str, bytes]:
    """The bytes of all files that a draft changes, by path from the root."""
    file = draft.unit.place.file
    folder = file.rpartition("/")[0]
    others = {path: _rewritten(session, path, record) for path, record in draft.others.items()}
    own = _rewritten(session, file, draft.disclosed)
    return {
        file: with_section(own, draft.section) if draft.section else own,
        **others,
        **{f"{folder}/{name}": data for name, data in draft.files.items()},
    }


def judged(session: Session, selected: SelectedItem, changes: Mapping[str, bytes]) -> Assessment:
    """The assessment of the site with an item's files changed.

    Raises `RefusedError` with the findings where the change adds faults to the item.
    """
    after = _assessed_with(session, selected.bundle.folder, changes)
    faults = new_faults(_item(session.before, selected), _item(after, selected))
    if faults:
        _refuse(session, faults)
    return after


def _assessed_with(session: Session, folder: str, changes: Mapping[str, bytes]) -> Assessment:
    """Only this folder is read again; what entries before have left in it is part of it."""
    left = {path: data for path, data in session.pending.items() if path.startswith(f"{folder}/")}
    with staged_folder(session.root, folder, {**left, **changes}) as stage:
        known, disk = session.before, Disk(stage)
        site = with_bundles(known.site, disk, {folder}, session.inspect, session.memory)
    return assess_beside(site, known)


def _item(assessment: Assessment, selected: SelectedItem) -> ItemAssessment:
    return item_of(assessment, selected.round.fiscal_year, selected.id)


def _rewritten(session: Session, path: str, disclosed: Record | Part) -> bytes:
    return rewritten(session.read(path), disclosed)


def _refuse(session: Session, findings: Iterable[Finding]) -> NoReturn:
    found = tuple(findings)
    reason = findings_text(found, session.vocabulary, session.environment.language)
    raise RefusedError(f"{reason}\n\n{beside('entry.not-written')}", ADDS_FAULTS, found)
