"""An assessment as `index.json`: each function fills one class of the contract."""

from oit.assessment.result import ItemAssessment, RoundAssessment, UnitAssessment
from oit.catalog import Language
from oit.contract import index as contract
from oit.contract.addresses import absolute, events_path, item_path, policy_path, round_path
from oit.contract.base import Name
from oit.contract.disclosed import WaiverEntry
from oit.contract.identifiers import dataset_id
from oit.contract.withdrawn import WithdrawnEntry
from oit.findings import Finding
from oit.model.mandate import MandateItem
from oit.model.office import Contact, Division, Licence, Task
from oit.model.waivers import Waiver
from oit.model.withdrawals import Withdrawal
from oit.outputs.api.cell_entries import requirement_entry
from oit.outputs.api.score_entries import filing_score_entry, policy_notes, score_entry
from oit.outputs.publication import Publication, office, score_text, status_label
from oit.reporting.changes import last_change
from oit.wording.sentences import field_label, words_of


def index_document(publication: Publication) -> contract.Index:
    """All rounds with their items, cells, evidence and findings."""
    return contract.Index(
        office=office(publication),
        mode=publication.policy.mode,
        site_url=publication.site_url,
        commit=publication.commit,
        generator=publication.generator,
        divisions=[_division_entry(division, publication) for division in publication.divisions],
        rounds=[_round_entry(round_, publication) for round_ in publication.assessment.rounds],
        licence=_licence(publication.policy.licence),
        contact=_contact_entry(publication.contact) if publication.contact else None,
        tasks=[_task_entry(task) for task in publication.policy.tasks],
    )


def _division_entry(division: Division, publication: Publication) -> contract.DivisionEntry:
    """A division; a demonstration leads nobody to anybody."""
    is_real = not publication.policy.is_demonstration
    return contract.DivisionEntry(
        id=division.id,
        name=Name(th=division.name_th, en=division.name_en),
        does_th=list(division.does_th),
        does_en=list(division.does_en),
        contact=_contact_entry(division) if is_real and division.has_contact else None,
        contact_th=division.contact_th if is_real else None,
    )


def _contact_entry(ways: Contact) -> contract.ContactEntry:
    """The ways to reach an office or a division."""
    names = contract.ContactEntry.model_fields
    return contract.ContactEntry(**{name: getattr(ways, name) for name in names})


def _task_entry(task: Task) -> contract.TaskEntry:
    """What people come to the site for."""
    return contract.TaskEntry(
        name=Name(th=task.name_th, en=task.name_en), topics=list(task.topics), url=task.url
    )


def _licence(licence: Licence | None) -> contract.LicenceEntry | None:
    if licence is None:
        return None
    return contract.LicenceEntry(id=licence.id, title=licence.title, url=licence.url)


def _round_entry(round_: RoundAssessment, publication: Publication) -> contract.RoundEntry:
    policy = round_.policy
    return contract.RoundEntry(
        fiscal_year=round_.fiscal_year,
        scheme=policy.scheme,
        state=round_.state.value,
        opens=policy.opens,
        closes=policy.closes,
        filing=policy.filing,
        as_of=round_.as_of,
        url=absolute(publication.site_url, round_path(round_.fiscal_year)),
        score=score_entry(round_, round_.outcome),
        filing_score=filing_score_entry(round_),
        items=[item_entry(item, round_, publication) for item in round_.items],
        adopted=policy.adopted,
        witness=policy.witness,
        notes=policy_notes(round_),
        policy=absolute(publication.site_url, policy_path(round_.fiscal_year)),
        events=absolute(publication.site_url, events_path(round_.fiscal_year)),
    )


def item_entry(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> contract.ItemEntry:
    """An item. `updated` and `reviewed` are the newest; it is as current as its oldest part."""
    mandated, oldest = item.mandated, item.oldest
    reviews = [unit.confirmation.reviewed for unit in item.units if unit.confirmation.reviewed]
    return contract.ItemEntry(
        item=mandated.item,
        topic=mandated.topic,
        title=Name(th=mandated.title_th, en=mandated.title_en),
        about=Name(th=mandated.about_th, en=mandated.about_en),
        indicator=mandated.indicator,
        owner=mandated.lead,
        owners=list(mandated.owners),
        frequency=item.frequency.value,
        updated=last_change(item, round_.as_of),
        reviewed=max(reviews, default=None),
        due_on=item.due_on,
        status=item.status.value,
        status_label=status_label(item.status),
        score=score_text(item.score),
        owed_count=len(item.owed),
        filled_count=item.filled_count,
        late_count=item.late_count,
        sample=item.has_sample,
        url=absolute(publication.site_url, item_path(round_.fiscal_year, mandated)),
        parts=[_part_entry(unit) for unit in item.units],
        requirements=[
            requirement_entry(requirement, item, round_, publication)
            for requirement in mandated.requirements
        ],
        findings=[finding_entry(finding, publication) for finding in item.findings],
        waived_until=item.waived_until,
        waivers=[_waiver_entry(waiver) for waiver in item.waivers],
        withdrawn=[
            _withdrawn_entry(withdrawal)
            for withdrawal in round_.contents.withdrawals_of(mandated.item)
        ],
        short_title=_short_title(mandated),
        current_since=oldest.last if oldest else None,
        identifier=dataset_id(publication.site_url, round_.fiscal_year, mandated.item),
    )


def _short_title(item: MandateItem) -> Name | None:
    """The short name in both languages; `None` where one of them is missing."""
    if not (item.short_th and item.short_en):
        return None
    return Name(th=item.short_th, en=item.short_en)


def _waiver_entry(waiver: Waiver) -> WaiverEntry:
    return WaiverEntry(**waiver.model_dump(exclude={"item", "approved_on"}))


def _withdrawn_entry(withdrawal: Withdrawal) -> WithdrawnEntry:
    return WithdrawnEntry(
        date=withdrawal.day,
        why=withdrawal.why.value,
        reason=withdrawal.reason,
        by=withdrawal.by,
        requirement=withdrawal.requirement,
        periods=[str(period) for period in withdrawal.periods],
        division=withdrawal.division,
    )


def _part_entry(unit: UnitAssessment) -> contract.PartEntry:
    return contract.PartEntry(
        division=unit.division,
        part=unit.is_part,
        updated=unit.confirmation.updated,
        reviewed=unit.confirmation.reviewed,
        due_on=unit.due_on,
        status=unit.status.value,
        updated_recorded=unit.confirmation.updated_recorded,
        reviewed_recorded=unit.confirmation.reviewed_recorded,
    )


def finding_entry(finding: Finding, publication: Publication) -> contract.FindingEntry:
    """A finding with its message in both languages."""
    thai = words_of(finding, publication.vocabulary, Language.TH)
    english = words_of(finding, publication.vocabulary, Language.EN)
    return contract.FindingEntry(
        rule=finding.rule,
        kind=finding.kind.value,
        fiscal_year=finding.fiscal_year,
        item=finding.item,
        division=finding.division,
        requirement=finding.requirement,
        period=finding.cell,
        file=finding.file,
        line=finding.line,
        field=finding.field_name,
        field_th=field_label(finding) or None,
        message=Name(th=thai.what, en=english.what),
        expected=Name(th=thai.expected, en=english.expected),
        found=thai.found,
        remedy=Name(th=thai.remedy, en=english.remedy),
    )
