"""What staff have to do about an item, and where: in the form where it works, else the forge."""

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment, RoundState
from oit.contract.addresses import admin_entry_path, admin_field_path
from oit.findings import Finding
from oit.outputs.form.backend import can_sign_in
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter
from oit.wording.form_links import forms_of
from oit.wording.sentences import words_of


class StaffTask(Struct, frozen=True, kw_only=True):
    """What staff have to do about a finding."""

    what: str
    remedy: str
    form: Link | None
    """The form, open at the field; `None` where it takes no entries."""
    source: str
    """For whoever reads files: the kind, the rule, the file and its line."""


def edit_address(item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> str | None:
    """Where the item's record is edited; `None` without a repository or a readable record."""
    repository = writer.publication.policy.repository
    record = next((unit.unit.place.file for unit in item.units if not unit.is_part), None)
    if repository is None or record is None:
        return None
    if _has_form(round_, writer):
        return writer.href(admin_entry_path(round_.fiscal_year, item.mandated))
    return repository.edit_address(record)


def task_of(finding: Finding, round_: RoundAssessment, writer: PageWriter) -> StaffTask:
    """What a finding asks of staff, in the language of the page."""
    words = words_of(finding, writer.publication.vocabulary, writer.language)
    address = _field_address(finding, round_, writer)
    kind = writer.say(f"terms.kind-{finding.kind.value}")
    where = f"{finding.rule} · {finding.file}:{finding.line}"
    return StaffTask(
        what=words.what,
        remedy=words.remedy,
        form=Link(text=writer.say("dossier.open-field"), href=address) if address else None,
        source=writer.say("dossier.source", kind=kind, where=where),
    )


def _field_address(finding: Finding, round_: RoundAssessment, writer: PageWriter) -> str | None:
    """The form, open at the field that a finding is about; `None` where it cannot be entered."""
    entry = dict(forms_of(round_.contents)).get(finding.file)
    if entry is None or not _has_form(round_, writer):
        return None
    return writer.href(admin_field_path(entry, finding.field))


def _has_form(round_: RoundAssessment, writer: PageWriter) -> bool:
    """Whether the form of the office's repository takes entries of a round."""
    repository = writer.publication.policy.repository
    return repository is not None and round_.state is RoundState.OPEN and can_sign_in(repository)
