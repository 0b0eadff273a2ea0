"""Where staff edit what a page shows: the form where it works, else the forge."""

from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.contract.addresses import admin_entry_path, admin_field_path
from oit.findings import Finding
from oit.outputs.form.backend import can_sign_in
from oit.outputs.pages.page_writer import PageWriter


def edit_address(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> str | None:
    """Where the item's record is edited; `None` without a repository or a readable record."""
    repository = writer.publication.policy.repository
    record = next((unit.unit.place.file for unit in item.units if not unit.is_part), None)
    if repository is None or record is None:
        return None
    if _has_form(round_, writer):
        return writer.href(admin_entry_path(round_.fiscal_year, item.mandated))
    return repository.edit_address(record)


def field_address(
    finding: Finding, item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> str | None:
    """The form, open at the field that a finding is about; `None` where it cannot be entered."""
    unit = next((unit for unit in item.units if unit.unit.place.file == finding.file), None)
    if unit is None or not _has_form(round_, writer):
        return None
    division = unit.division if unit.is_part else None
    entry = admin_entry_path(round_.fiscal_year, item.mandated, division)
    return writer.href(admin_field_path(entry, finding.field))


def _has_form(round_: RoundAssessment, writer: PageWriter) -> bool:
    """Whether the form of the office's repository takes entries of a round."""
    repository = writer.publication.policy.repository
    return repository is not None and round_.state is RoundState.OPEN and can_sign_in(repository)
